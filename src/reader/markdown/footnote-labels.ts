import type { Edit } from './composed-text.ts';
import type { Conversion } from './state.ts';

/**
 * Goldmark takes any text without brackets for the label of a footnote, `[^my note]`, the engines none with white space.
 * Where a page defines such a label, it is held wherever it stands.
 */
export function findFootnoteLabels({ composed, page }: Conversion): readonly Edit[] {
  const { text } = composed;
  if (!page.markup.footnote.enable || !text.includes('[^')) return [];
  const labels = labelsIn(text);
  const words = new Map<string, string>();
  for (const label of labels) {
    if (!label.defines || !isOdd(label.text) || words.has(label.text)) continue;
    words.set(label.text, page.words.hold({ kind: 'literal', text: label.text }));
  }
  return labels.flatMap(({ text: label, start, end }) => {
    const word = words.get(label);
    return word === undefined ? [] : [{ start, end, text: word }];
  });
}

interface Label {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** Whether it begins a line and a colon follows. */
  readonly defines: boolean;
}

function labelsIn(text: string): readonly Label[] {
  const labels: Label[] = [];
  for (let open = text.indexOf('[^'); open >= 0; open = text.indexOf('[^', open + 2)) {
    const start = open + 2;
    const end = labelEnd(text, start);
    if (end > start) labels.push({ text: text.slice(start, end), start, end, defines: definesAt(text, open, end) });
  }
  return labels;
}

/** Where the bracket stands that closes a label; the start where none does before the line ends. */
function labelEnd(text: string, start: number): number {
  for (let at = start; at < text.length; at++) {
    const character = text[at];
    if (character === '\\') at++;
    else if (character === ']') return at;
    else if (character === '[' || character === '\n') return start;
  }
  return start;
}

function definesAt(text: string, open: number, end: number): boolean {
  if (text[end + 1] !== ':') return false;
  let before = open - 1;
  while (' \t>'.includes(text[before] ?? '\n')) before--;
  return before < 0 || text[before] === '\n';
}

const isOdd = (label: string): boolean =>
  label.trim() !== '' && [...label].some((character) => ' \t\\'.includes(character));
