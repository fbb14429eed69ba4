import { decodeNamedCharacterReference } from 'decode-named-character-reference';
import { isSpace } from './content-model.ts';

/**
 * Decodes the character references in a text or an attribute's value if they are written as they should be, `&lt;` or
 * `&#8212;`; `undefined` where one is not, and a tokenizer has to say what it is.
 */
export function decodeReferences(text: string, where: 'text' | 'attribute'): string | undefined {
  let found = text.indexOf('&');
  if (found < 0) return text;
  let decoded = '';
  let at = 0;
  for (; found >= 0; found = text.indexOf('&', at)) {
    decoded += text.slice(at, found);
    const end = endOfReference(text, found + 1);
    const body = text.slice(found + 1, end);
    at = end;
    if (body === '' || (body[0] !== '#' && isNoReference(text, end, where))) {
      decoded += `&${body}`;
      continue;
    }
    const character = text[end] === ';' ? characterOf(body) : undefined;
    if (character === undefined) return undefined;
    decoded += character;
    at = end + 1;
  }
  return decoded + text.slice(at);
}

/** `?a=1&copy=2`: a name before an equals sign is none, for the sake of old links. */
const isNoReference = (text: string, end: number, where: 'text' | 'attribute'): boolean =>
  where === 'attribute' && text[end] === '=';

function endOfReference(text: string, start: number): number {
  let at = text[start] === '#' ? start + 1 : start;
  while (isAlphanumeric(text.charCodeAt(at))) at++;
  return at;
}

const isAlphanumeric = (code: number): boolean =>
  (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57);

const isDigit = (code: number): boolean => code >= 48 && code <= 57;

function characterOf(body: string): string | undefined {
  if (!body.startsWith('#')) {
    const character = decodeNamedCharacterReference(body);
    // `&NewLine;` is white space, which text may begin with.
    return character === false || isSpace(character.charCodeAt(0)) ? undefined : character;
  }
  const digits = body.slice(1);
  if (digits.length === 0 || digits.length > 5) return undefined;
  for (let at = 0; at < digits.length; at++) if (!isDigit(digits.charCodeAt(at))) return undefined;
  const code = Number(digits);
  return (code > 32 && code < 127) || (code >= 160 && code < 0xd800) ? String.fromCharCode(code) : undefined;
}
