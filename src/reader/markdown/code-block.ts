import type { Code as EngineCode, RootContent } from 'mdast';
import type { Attribute, Code, CodeOptions } from '../../model/nodes.ts';
import { attributesOf, readAttributeList, type AttributeEntry } from './attribute-list.ts';
import { codeOptionsOf, isHighlightOption } from './code-options.ts';
import { inflate, sourceText } from './inflate.ts';
import { placeOfBlock, rangeOf, report, type Conversion } from './state.ts';

/** A code block; of a fenced one the info string is taken apart as Hugo does it. */
export function convertCode(node: EngineCode, state: Conversion): Code {
  const [start, end] = rangeOf(node);
  const first = state.composed.text[start];
  const notation = first === '`' || first === '~' ? 'fenced' : 'indented';
  return {
    type: 'code',
    notation,
    ...(notation === 'fenced' && readInfo(node, [start, end], state)),
    value: inflate(codeText(node.value, notation, state), state.page, state.depth),
    place: placeOfBlock(state, start, end),
  };
}

/** Goldmark's idea of blank lines: in a list item they are empty, and at the ends of indented code they are not code. */
function codeText(value: string, notation: Code['notation'], state: Conversion): string {
  const text = value.includes('\r') ? value.replaceAll('\r\n', '\n') : value;
  if (!state.inItem && notation === 'fenced') return text;
  const lines = text.split('\n');
  if (state.inItem) for (const [index, line] of lines.entries()) if (line.trim() === '') lines[index] = '';
  if (notation === 'fenced') return lines.join('\n');
  const first = lines.findIndex(hasText);
  return lines.slice(Math.max(0, first), lines.findLastIndex(hasText) + 1).join('\n');
}

const hasText = (line: string): boolean => line.trim() !== '';

/** Both engines part indented code behind an empty quote line by line; what Markdown has there is one block. */
export function joinIndentedCode(nodes: readonly RootContent[], text: string): readonly RootContent[] {
  if (!nodes.some((node, index) => isIndented(node, text) && isIndented(nodes[index + 1], text))) return nodes;
  const joined: RootContent[] = [];
  for (const node of nodes) {
    const last = joined.at(-1);
    if (!isIndented(last, text) || !isIndented(node, text) || !last.position || !node.position) {
      joined.push(node);
      continue;
    }
    const between = text.slice(rangeOf(last)[1], rangeOf(node)[0]);
    const value = `${last.value}${'\n'.repeat(between.split('\n').length - 1)}${node.value}`;
    joined[joined.length - 1] = { ...last, value, position: { start: last.position.start, end: node.position.end } };
  }
  return joined;
}

function isIndented(node: RootContent | undefined, text: string): node is EngineCode {
  return node?.type === 'code' && text[rangeOf(node)[0]] !== '`' && text[rangeOf(node)[0]] !== '~';
}

type Info = Pick<Code, 'lang' | 'meta' | 'options' | 'attributes'>;

/**
 * An info string holds no calls in the model: one that stands there is kept as it was written.
 * The word before a space or brace is the language; attributes in braces behind it are highlighting options or the
 * block's own attributes. Text outside braces means nothing to Hugo and stays in `meta`.
 */
function readInfo(node: EngineCode, range: readonly [number, number], state: Conversion): Info {
  const info = [node.lang ?? '', node.meta ?? ''].filter(Boolean).join(' ');
  const brace = info.indexOf('{');
  const list = brace < 0 ? undefined : readAttributeList(info, brace);
  const word = node.lang ?? '';
  const lang = list && brace < word.length ? word.slice(0, brace) : word;
  const meta = info.slice(lang.length).trim();
  if (brace >= 0 && !list && info.includes('}', brace)) report(state, 'fence-attributes', { info }, range);
  return {
    ...(lang !== '' && { lang: sourceText(lang, state.page) }),
    ...(meta !== '' && { meta: sourceText(meta, state.page) }),
    ...(list && takeApart(list.entries)),
  };
}

function takeApart(entries: readonly AttributeEntry[]): { options?: CodeOptions; attributes?: readonly Attribute[] } {
  const options = codeOptionsOf(entries);
  const attributes = attributesOf(entries.filter(({ name }) => !isHighlightOption(name) && !name.startsWith('on'))).map(
    (attribute) => ({ ...attribute, name: attribute.name.toLowerCase() }),
  );
  return { ...(options && { options }), ...(attributes.length > 0 && { attributes }) };
}
