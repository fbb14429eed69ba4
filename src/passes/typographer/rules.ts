/** Goldmark's typographer, character by character: extension/typographer.go of version 1.8. */
import type { TypographicMarks } from './marks.ts';

/** What the typographer sees at a character: the one before it, and the rest of its line in the source. */
export interface Sight {
  /** The character before; a line break at the start of a block. */
  readonly before: string;
  /** The character at a distance from the current one; empty behind the end of the line. */
  at(distance: number): string;
}

/** Quotes that are open in the document so far. */
export interface OpenQuotes {
  single: number;
  double: number;
}

export interface Substitution {
  readonly value: string;
  /** How many characters it stands for. */
  readonly length: number;
}

/** What stands in the text for the characters at a place, if the typographer replaces them. */
export function substitute(sight: Sight, open: OpenQuotes, marks: TypographicMarks): Substitution | undefined {
  const mark = sight.at(0);
  switch (mark) {
    case '-':
      if (sight.at(1) !== '-') return undefined;
      return sight.at(2) === '-' ? { value: marks.emDash, length: 3 } : { value: marks.enDash, length: 2 };
    case '.':
      return sight.at(1) === '.' && sight.at(2) === '.' ? { value: marks.ellipsis, length: 3 } : undefined;
    case '<':
      return sight.at(1) === '<' ? { value: marks.leftAngleQuote, length: 2 } : undefined;
    case '>':
      return sight.at(1) === '>' ? { value: marks.rightAngleQuote, length: 2 } : undefined;
    case "'": {
      const value = singleQuote(sight, open, marks);
      return value === undefined ? undefined : { value, length: 1 };
    }
    case '"': {
      const value = doubleQuote(sight, open, marks);
      return value === undefined ? undefined : { value, length: 1 };
    }
    default:
      return undefined;
  }
}

function singleQuote(sight: Sight, open: OpenQuotes, marks: TypographicMarks): string | undefined {
  const { before } = sight;
  const flanks = flanksOf(sight);
  const [next, second, third, fourth] = [sight.at(1), sight.at(2), sight.at(3), sight.at(4)];
  const opensOnly = flanks.canOpen && !flanks.canClose;
  // '90s
  if (opensOnly && isAsciiDigit(next) && isAsciiDigit(second) && third === 's') {
    if (fourth === '' || isSpaceRune(fourth) || isPunctuationRune(fourth)) return marks.apostrophe;
  }
  // 'twas, 'em, 'net
  if (next !== '' && (isUnicodePunctuation(before) || isUnicodeSpace(before)) && 'tenl'.includes(next)) {
    return marks.apostrophe;
  }
  // it's
  if (next !== '' && (isUnicodeDigit(before) || isUnicodeLetter(before)) && isUnicodeLetter(next))
    return marks.apostrophe;
  if (opensOnly) {
    if (isContraction(next, second, third)) return marks.rightSingleQuote;
    open.single++;
    return marks.leftSingleQuote;
  }
  // Smiths', doin': whatever stands before, if the line goes on and not with a digit.
  if (hasBytes(sight, 3) && !isUnicodeDigit(next)) return marks.rightSingleQuote;
  if (open.single > 0 && closes(sight, flanks)) {
    open.single--;
    return marks.rightSingleQuote;
  }
  return undefined;
}

/** Alice's, I'm, don't, you'd, I've, I'll, you're – where the apostrophe follows punctuation, as in `code`'s. */
function isContraction(next: string, second: string, third: string): boolean {
  if (next !== '' && 'smtd'.includes(next) && endsWord(second)) return true;
  return ['ve', 'll', 're'].includes(next + second) && endsWord(third);
}

const endsWord = (character: string): boolean =>
  character === '' || isAsciiPunctuation(character) || isAsciiSpace(character);

function doubleQuote(sight: Sight, open: OpenQuotes, marks: TypographicMarks): string | undefined {
  const flanks = flanksOf(sight);
  if (flanks.canOpen && !flanks.canClose) {
    open.double++;
    return marks.leftDoubleQuote;
  }
  if (open.double === 0 || !closes(sight, flanks)) return undefined;
  // "Monitor 21""
  if (sight.at(1) === '"' && isUnicodeNumber(sight.before)) return undefined;
  open.double--;
  return marks.rightDoubleQuote;
}

interface Flanks {
  readonly canOpen: boolean;
  readonly canClose: boolean;
}

// A page of nothing but quotes must not take time that grows with its square.
const LONGEST_RUN = 64;

/** CommonMark's left- and right-flanking, over the whole run of quotes. */
function flanksOf(sight: Sight): Flanks {
  const mark = sight.at(0);
  let length = 1;
  while (length < LONGEST_RUN && sight.at(length) === mark) length++;
  const after = sight.at(length) || ' ';
  const { before } = sight;
  const spaceBefore = isSpaceRune(before);
  const spaceAfter = isSpaceRune(after);
  const punctuationBefore = isPunctuationRune(before);
  const punctuationAfter = isPunctuationRune(after);
  return {
    canOpen: !spaceAfter && (!punctuationAfter || spaceBefore || punctuationBefore),
    canClose: !spaceBefore && (!punctuationBefore || spaceAfter || punctuationAfter),
  };
}

function closes(sight: Sight, { canOpen, canClose }: Flanks): boolean {
  if (!canClose) return false;
  if (!canOpen) return true;
  const [next, second] = [sight.at(1), sight.at(2)];
  // Goldmark looks at the second byte from here, which of a character beyond ASCII is neither.
  return isAsciiPunctuation(next) && isUnicodePunctuation(next) && endsWord(second);
}

/** Whether the rest of the line has that many bytes in UTF-8, the quote itself included. */
function hasBytes(sight: Sight, count: number): boolean {
  let bytes = 0;
  for (let distance = 0; bytes < count; distance++) {
    const character = sight.at(distance);
    if (character === '') return false;
    const code = character.codePointAt(0) ?? 0;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return true;
}

const isAsciiDigit = (character: string): boolean => character >= '0' && character <= '9';

const ASCII_PUNCTUATION = '!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~';

const isAsciiPunctuation = (character: string): boolean => character !== '' && ASCII_PUNCTUATION.includes(character);

const isAsciiSpace = (character: string): boolean => character !== '' && ' \t\n\f\r\v'.includes(character);

const isUnicodePunctuation = (character: string): boolean => /^\p{P}/u.test(character);

const isPunctuationRune = (character: string): boolean => /^[\p{P}\p{S}]/u.test(character);

const isUnicodeSpace = (character: string): boolean => /^[\p{White_Space}]/u.test(character);

const isSpaceRune = isUnicodeSpace;

const isUnicodeDigit = (character: string): boolean => /^\p{Nd}/u.test(character);

const isUnicodeNumber = (character: string): boolean => /^\p{N}/u.test(character);

const isUnicodeLetter = (character: string): boolean => /^\p{L}/u.test(character);
