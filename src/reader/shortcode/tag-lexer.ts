import type { Code, Facts } from '../../diagnostics/catalogue.ts';
import type { Call } from '../../model/nodes.ts';
import type { SourceText } from '../source-text.ts';
import { MARKS } from './tag.ts';

/** What the page's tags so far mean for the next one. */
export interface PageState {
  readonly source: string;
  readonly report: SourceText['report'];
  /** Every name so far, by its lower-case form: a closing tag has to bear one of them, in the same case. */
  readonly seen: Map<string, Set<string>>;
  /** The inline shortcode that is open; nothing but its closing tag may follow. */
  inline: string | undefined;
  /** Whether Hugo refuses the page. */
  isFaulty: boolean;
}

/** What a tag holds between its name and its end. */
export interface Item {
  /** A `value` is what follows `=`. */
  readonly kind: 'argument' | 'value';
  readonly text: string;
  readonly isQuoted: boolean;
  readonly start: number;
  readonly end: number;
}

/** A tag while it is read. */
export interface TagLexer {
  readonly page: PageState;
  readonly notation: Call['notation'];
  readonly start: number;
  at: number;
  /** The name of an opening tag. */
  name: string | undefined;
  nameStart: number;
  isInline: boolean;
  /** Where the slash is that closes. */
  slash: number | undefined;
  closingName: string | undefined;
  isUnknown: boolean;
  /** Decided by the first argument; the other kind may not follow. */
  style: 'none' | 'positional' | 'named';
  readonly items: Item[];
  /** Where the end mark begins that an unquoted value has swallowed, as in `{{< x a=b>}}`. */
  swallowedMark: number | undefined;
}

export function createTagLexer(page: PageState, notation: Call['notation'], start: number): TagLexer {
  return {
    page,
    notation,
    start,
    at: start + 3,
    name: undefined,
    nameStart: start,
    isInline: false,
    slash: undefined,
    closingName: undefined,
    isUnknown: false,
    style: 'none',
    items: [],
    swallowedMark: undefined,
  };
}

/**
 * Reports why a tag cannot be read on. Where a value without quotes has swallowed the tag's end, that is the fault, and
 * whatever stopped the lexer comes of it.
 */
export function fail<C extends Code>(
  lexer: TagLexer,
  code: C,
  facts: Facts[C],
  [start, end]: readonly [start: number, end: number],
): false {
  const { page, notation } = lexer;
  page.isFaulty = true;
  const { ends } = MARKS[notation];
  const value = lexer.items.find(({ kind, isQuoted, text }) => kind === 'value' && !isQuoted && text.includes(ends));
  if (value) {
    lexer.swallowedMark = value.start + value.text.indexOf(ends);
    const written = page.source.slice(value.start, lexer.swallowedMark);
    const glued = { name: lexer.name ?? '', value: written, ends };
    page.report('shortcode-value-glued', glued, value.start, lexer.swallowedMark + ends.length);
  } else {
    page.report(code, facts, start, end);
  }
  return false;
}
