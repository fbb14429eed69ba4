const WORD = /^[\p{L}\p{Nd}_]$/u;

/** The whole character at an offset: a surrogate pair counts as one; empty at the end. */
export function characterAt(source: string, at: number): string {
  const code = source.codePointAt(at);
  return code === undefined ? '' : String.fromCodePoint(code);
}

/** Letters of any script, digits and `_`: what a shortcode's name and a bare argument begin with. */
export function isWord(character: string): boolean {
  const code = character.charCodeAt(0);
  if (code < 128) {
    return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57) || code === 95;
  }
  return WORD.test(character);
}

/** What may follow in a name or a bare argument. */
export const isWordOrHyphen = (character: string): boolean => character === '-' || isWord(character);
