import type { Markup } from '../../model/markup.ts';
import type { Extra } from '../../model/nodes.ts';
import type { Unpaired } from '../html/raw.ts';
import type { Stretch, TextRun } from './run.ts';
import { placeOf, type Conversion } from './state.ts';

/** A run of marks that may open or close one of Goldmark's extras; it stands in the tree as text until it is paired. */
export interface Delimiter {
  readonly type: Extra['type'];
  readonly opens: boolean;
  readonly closes: boolean;
  /** Where the run starts and ends in the composed text. */
  readonly start: number;
  readonly end: number;
}

interface Mark {
  readonly type: Extra['type'];
  readonly character: string;
  readonly widths: readonly number[];
}

const MARKS: readonly Mark[] = [
  { type: 'insert', character: '+', widths: [2] },
  { type: 'mark', character: '=', widths: [2] },
  { type: 'superscript', character: '^', widths: [1, 2] },
];

/** Whether any of the extras that are found here is on. */
export const hasExtras = ({ extras }: Markup): boolean => extras.insert || extras.mark || extras.superscript;

/**
 * Hugo's `++inserted++`, `==marked==` and `^superscript^`; the engines read `~subscript~` themselves.
 * A run counts by the same rule as `*`: it opens where text follows, and closes where text stands before.
 */
export function findExtras(run: TextRun, state: Conversion): readonly Stretch[] {
  const { extras } = state.page.markup;
  const found: Stretch[] = [];
  for (const mark of MARKS) {
    if (!(mark.type !== 'subscript' && extras[mark.type]) || !run.value.includes(mark.character)) continue;
    for (let at = run.value.indexOf(mark.character); at >= 0;) {
      let end = at;
      while (run.value[end] === mark.character) end++;
      if (mark.widths.includes(end - at)) addDelimiter(found, mark, [at, end], run, state);
      at = run.value.indexOf(mark.character, end);
    }
  }
  return found;
}

function addDelimiter(
  found: Stretch[],
  { type, character }: Mark,
  [from, to]: readonly [number, number],
  run: TextRun,
  state: Conversion,
): void {
  const { text } = state.composed;
  const start = run.offsetOf(from);
  const end = start + to - from;
  // An escaped mark, or a run with more of its kind beside it, marks nothing.
  if (text.slice(start, end) !== character.repeat(to - from) || text[start - 1] === character) return;
  const before = kindOf(characterBefore(text, start));
  const after = kindOf(String.fromCodePoint(text.codePointAt(end) ?? 10));
  const opens = after !== 'space' && (after !== 'punctuation' || before !== 'letter');
  const closes = before !== 'space' && (before !== 'punctuation' || after !== 'letter');
  if (!opens && !closes) return;
  found.push({
    start: from,
    end: to,
    make: () => {
      const node: Unpaired = { type: 'text', value: text.slice(start, end), place: placeOf(state, start, end) };
      state.delimiters.set(node, { type, opens, closes, start, end });
      return [node];
    },
  });
}

function characterBefore(text: string, offset: number): string {
  const code = text.codePointAt(offset - 2);
  return code !== undefined && code > 0xffff ? String.fromCodePoint(code) : (text[offset - 1] ?? '\n');
}

const SPACE = /^\s$/u;
const PUNCTUATION = /^[\p{P}\p{S}]$/u;

const kindOf = (character: string): 'space' | 'punctuation' | 'letter' =>
  SPACE.test(character) ? 'space' : PUNCTUATION.test(character) ? 'punctuation' : 'letter';

/** Pairs the delimiters among some inlines; what stands between a pair becomes the extra's content. */
export function applyExtras(nodes: Unpaired[], state: Conversion): Unpaired[] {
  if (state.delimiters.size === 0) return nodes;
  const made: Unpaired[] = [];
  const open: { readonly delimiter: Delimiter; readonly at: number }[] = [];
  for (const node of nodes) {
    const delimiter = state.delimiters.get(node);
    const opener = delimiter?.closes ? open.findLastIndex((other) => matches(other.delimiter, delimiter)) : -1;
    const from = open[opener];
    if (delimiter && from) {
      const children = made.splice(from.at + 1);
      made[from.at] = { type: delimiter.type, children, place: placeOf(state, from.delimiter.start, delimiter.end) };
      open.length = opener;
      continue;
    }
    if (delimiter?.opens) open.push({ delimiter, at: made.length });
    made.push(node);
  }
  return made;
}

const matches = (opener: Delimiter, closer: Delimiter): boolean =>
  opener.type === closer.type && opener.end - opener.start === closer.end - closer.start;
