import type { Attribute, Inline } from '../../model/nodes.ts';
import type { CallTree } from '../../model/page.ts';

/** What a placeholder word in the composed text stands for. */
export type Held =
  | { readonly kind: 'call'; readonly call: CallTree; readonly nested: boolean }
  /** An end of a `{{% %}}` call whose inner text is part of the Markdown around it. */
  | { readonly kind: 'edge'; readonly call: CallTree; readonly edge: 'open' | 'close' }
  | { readonly kind: 'summaryDivider' }
  /** An inline that the rules read themselves: math, a bare address. */
  | { readonly kind: 'inline'; readonly node: Inline; readonly text: string }
  | { readonly kind: 'attributes'; readonly attributes: readonly Attribute[]; readonly text: string }
  /** Text that the engine must not interpret. */
  | { readonly kind: 'literal'; readonly text: string };

/** A word and where it stands in a text. */
export interface FoundWord {
  readonly start: number;
  readonly end: number;
  readonly held: Held;
}

/**
 * The placeholder words of one page: lower-case letters and digits, a letter first, so that Markdown takes each for an
 * ordinary word wherever it stands, and HTML for a name.
 */
export interface Words {
  /** Takes something into keeping and returns the word for it. */
  hold(held: Held): string;
  /** Whether any word has been given out. */
  readonly used: boolean;
  /** The first word in `text` at or behind `from`. */
  find(text: string, from: number): FoundWord | undefined;
  /** What `text` stands for if it is one word and nothing else. */
  read(text: string): Held | undefined;
}

// A word is the prefix, a number, and this letter, so that text right behind it cannot be taken for a part of it.
const END = 'x';

/** Starts the words of a page; none of them stands anywhere in `source`. */
export function createWords(source: string): Words {
  const held: Held[] = [];
  let prefix = '';
  const find = (text: string, from: number): FoundWord | undefined => {
    if (prefix === '') return undefined;
    for (let start = text.indexOf(prefix, from); start >= 0; start = text.indexOf(prefix, start + 1)) {
      let end = start + prefix.length;
      let number = 0;
      for (let digit = digitAt(text, end); digit >= 0; digit = digitAt(text, ++end)) number = number * 10 + digit;
      const found = held[number];
      if (found && text[end] === END) return { start, end: end + 1, held: found };
    }
    return undefined;
  };
  return {
    hold: (thing) => {
      if (prefix === '') prefix = unusedPrefix(source);
      held.push(thing);
      return `${prefix}${held.length - 1}${END}`;
    },
    get used() {
      return held.length > 0;
    },
    find,
    read: (text) => {
      const found = find(text, 0);
      return found && found.start === 0 && found.end === text.length ? found.held : undefined;
    },
  };
}

const digitAt = (text: string, at: number): number => {
  const code = text.charCodeAt(at) - 48;
  return code >= 0 && code <= 9 ? code : -1;
};

const STEM = 'dcq';
const ANY_STEM = /dcq/i;

// Upper and lower case count as the same: HTML lower-cases names, Markdown the labels of references.
function unusedPrefix(source: string): string {
  if (source.search(ANY_STEM) < 0) return STEM;
  const folded = source.toLowerCase();
  // One look at the source, however many such words a hostile page holds.
  const taken = new Set<string>();
  for (let at = folded.indexOf(STEM); at >= 0; at = folded.indexOf(STEM, at + 1)) {
    let end = at + STEM.length;
    while (isLowerLetter(folded.charCodeAt(end))) end++;
    taken.add(folded.slice(at + STEM.length, end));
  }
  let turn = 0;
  while ([...taken].some((letters) => letters.startsWith(`${lettersOf(turn)}q`))) turn++;
  return `${STEM}${lettersOf(turn)}q`;
}

const isLowerLetter = (code: number): boolean => code >= 97 && code <= 122;

/** 0 is `a`, 25 `z`, 26 `ba`: the prefix must end in a letter, as a number follows it. */
function lettersOf(turn: number): string {
  const last = String.fromCharCode(97 + (turn % 26));
  return turn < 26 ? last : lettersOf(Math.floor(turn / 26)) + last;
}
