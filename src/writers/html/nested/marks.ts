/** The marks that stand for calls while a text goes through Markdown once more. */

/** A comment around what starts on a new line, so that it stays blocks; else an inline element. */
export type MarkForm = 'block' | 'line';

export const MARK_ELEMENT = 'x-sc';

export const openMark = (path: string, form: MarkForm): string =>
  form === 'block' ? `<!--sc:${path}-->` : `<${MARK_ELEMENT} p=${path}>`;

export const closeMark = (path: string, form: MarkForm): string =>
  form === 'block' ? `<!--/sc:${path}-->` : `</${MARK_ELEMENT}>`;

/** A plain word: for a call without inner text, or for the paragraph that a call has printed. */
export const wordFor = (path: string, of: 'call' | 'paragraph'): string =>
  `XSC${path.replaceAll('.', 'Z')}${of === 'paragraph' ? 'P' : ''}XSC`;

export interface Mark {
  readonly kind: 'open' | 'close' | 'call' | 'paragraph';
  /** Absent for the end of an inline element, which belongs to the one that is open. */
  readonly path?: string;
}

const COMMENT = /^(\/?)sc:([\d.]+)$/;

/** The mark that a comment is. */
export function commentMark(value: string): Mark | undefined {
  const [, slash, path] = COMMENT.exec(value) ?? [];
  return path === undefined ? undefined : { kind: slash === '/' ? 'close' : 'open', path };
}

const WORD = /XSC(\d+(?:Z\d+)*)(P?)XSC|<!--(\/?)sc:([\d.]+)-->|<x-sc p=([\d.]+)>|<\/x-sc>/g;

/** Cuts a text at its marks: words, and in code the others too, which are text there. */
export function splitAtMarks(text: string): (string | Mark)[] {
  const parts: (string | Mark)[] = [];
  let at = 0;
  for (const found of text.matchAll(WORD)) {
    if (found.index > at) parts.push(text.slice(at, found.index));
    parts.push(markOf(found));
    at = found.index + found[0].length;
  }
  if (at < text.length) parts.push(text.slice(at));
  return parts;
}

function markOf([, word, paragraph, slash, comment, element]: RegExpMatchArray): Mark {
  if (word !== undefined) return { kind: paragraph === 'P' ? 'paragraph' : 'call', path: word.replaceAll('Z', '.') };
  if (comment !== undefined) return { kind: slash === '/' ? 'close' : 'open', path: comment };
  return element === undefined ? { kind: 'close' } : { kind: 'open', path: element };
}
