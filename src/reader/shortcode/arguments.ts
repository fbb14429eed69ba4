import { typeArgument } from './argument-value.ts';
import { failMixed } from './lex-argument.ts';
import type { TagArgument } from './tag.ts';
import type { Item, TagLexer } from './tag-lexer.ts';

/**
 * Pairs the names and values of a tag. Hugo's lexer takes `a ="x"` for a positional argument and a value, its parser for
 * a named one; what counts is the parser. `undefined`, with a report, where positional and named ones are mixed.
 */
export function readArguments(lexer: TagLexer): readonly TagArgument[] | undefined {
  const read: TagArgument[] = [];
  const names = new Set<string>();
  for (const [index, item] of lexer.items.entries()) {
    const value = lexer.items[index + 1];
    if (item.kind === 'value') {
      if (lexer.items[index - 1]?.kind !== 'argument') reportNameless(item, lexer);
    } else if (value?.kind === 'value') {
      if (names.has(item.text)) reportRepeated(item, lexer);
      names.add(item.text);
      read.push({ name: item.text, value: valueOf(value), start: value.start, end: value.end });
    } else {
      read.push({ value: valueOf(item), start: item.start, end: item.end });
    }
  }
  return isMixed(read, lexer) ? undefined : read;
}

const valueOf = ({ text, isQuoted }: Item) => (isQuoted ? text : typeArgument(text));

function isMixed([first, ...others]: readonly TagArgument[], lexer: TagLexer): boolean {
  const odd = first && others.find(({ name }) => (name === undefined) !== (first.name === undefined));
  if (!odd) return false;
  failMixed(lexer, odd.name === undefined ? 'positional' : 'named', [odd.start, odd.end]);
  return true;
}

// `{{< x ="a" >}}`: Hugo drops the value in silence.
function reportNameless({ start, end }: Item, { page, name = '' }: TagLexer): void {
  page.report('shortcode-value-without-name', { name, value: page.source.slice(start, end) }, start, end);
}

function reportRepeated({ text, start, end }: Item, { page, name = '' }: TagLexer): void {
  page.report('shortcode-argument-repeated', { name, argument: text }, start, end);
}
