import type { Markup } from '../../model/markup.ts';

/** The ids of one document: what Hugo has given out so far, so that the next heading gets one of its own. */
export interface HeadingIds {
  /** The id that Hugo derives from a heading's or a term's plain text; undefined where there is no text. */
  generate(plainText: string, kind: 'heading' | 'definitionTerm'): string | undefined;
  /** Reserves an id that the author wrote. Authors may repeat themselves. */
  reserve(id: string): void;
}

/** Starts counting ids. Hugo counts them afresh in every document, that is, also in the inner text of a call. */
export function createHeadingIds(idType: Markup['autoIdType']): HeadingIds {
  const taken = new Set<string>();
  // No id is ever given back, so the search for a free number goes on where the last one for the same text ended.
  const tried = new Map<string, number>();
  const firstFree = (id: string): string => {
    if (!taken.has(id)) return id;
    let number = tried.get(id) ?? 1;
    while (taken.has(`${id}-${number}`)) number++;
    tried.set(id, number);
    return `${id}-${number}`;
  };
  return {
    reserve: (id) => void taken.add(id),
    generate: (plainText, kind) => {
      if (plainText === '') return undefined;
      const id = firstFree(sanitize(plainText, idType) || (kind === 'heading' ? 'heading' : 'id'));
      taken.add(id);
      return id;
    },
  };
}

function sanitize(text: string, idType: Markup['autoIdType']): string {
  if (idType === 'blackfriday') return blackfriday(text);
  return idType === 'github-ascii' ? github(withoutAccents(text), isAscii) : github(text, () => true);
}

const WORD = /^[\p{L}\p{Nd}_]$/u;
const LETTER_OR_NUMBER = /^[\p{L}\p{N}]$/u;
const MARK = /^\p{Mn}$/u;

const isAsciiWord = (code: number): boolean =>
  (code >= 97 && code <= 122) || (code >= 48 && code <= 57) || (code >= 65 && code <= 90) || code === 95;

const isAscii = (character: string): boolean => character.charCodeAt(0) < 128;

/** Letters, digits and `_` stay, lower-cased; each space and each `-` becomes `-`; all else goes. */
function github(text: string, keeps: (character: string) => boolean): string {
  let id = '';
  for (const character of text) {
    if (!keeps(character)) continue;
    const code = character.charCodeAt(0);
    if (character === '-' || character === ' ') id += '-';
    else if (code < 128 ? isAsciiWord(code) : WORD.test(character)) id += lowerCase(character);
  }
  return id;
}

/** Letters and numbers stay, lower-cased; a run of anything else becomes one `-`, at the ends nothing. */
function blackfriday(text: string): string {
  let id = '';
  let gap = false;
  for (const character of text) {
    if (!LETTER_OR_NUMBER.test(character)) {
      gap = id !== '';
      continue;
    }
    id += gap ? `-${lowerCase(character)}` : lowerCase(character);
    gap = false;
  }
  return id;
}

// Go lowers each character by itself: the Turkish capital dotted I becomes a plain i.
const lowerCase = (character: string): string => {
  const lower = character.toLowerCase();
  return lower.length === 1 ? lower : String.fromCodePoint(lower.codePointAt(0) ?? 0);
};

function withoutAccents(text: string): string {
  let plain = '';
  for (const character of text.normalize('NFD')) if (!MARK.test(character)) plain += character;
  return plain.normalize('NFC');
}
