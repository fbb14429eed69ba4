import type { ArgumentValue } from '../model/nodes.ts';
import { typeArgument } from '../reader/shortcode/argument-value.ts';
import { isWordOrHyphen } from '../reader/shortcode/characters.ts';

/**
 * Writes the value of an argument so that Hugo reads the same: bare where it may be, else in double quotes, else in
 * back-ticks. Throws for text that Hugo has no quotes for.
 */
export function quoteArgument(value: ArgumentValue, style: 'positional' | 'named'): string {
  if (typeof value === 'boolean') return String(value);
  if (typeof value === 'number' && Number.isFinite(value)) return decimal(value);
  const text = String(value);
  const isText = typeArgument(text) === text;
  if (isText && isBareWord(text)) return text;
  if (isQuotable(text)) return `"${text.replaceAll('"', '\\"')}"`;
  if (!text.includes('`')) return `\`${text}\``;
  if (isText && style === 'named' && isLooseValue(text)) return text;
  throw new TypeError(`Cannot write ${JSON.stringify(text)} as an argument of a shortcode: Hugo has no quotes for it`);
}

/** Whether `text` may be the name of an argument, or an argument without quotes. */
export function isBareWord(text: string): boolean {
  if (text === '' || text.startsWith('.')) return false;
  for (const character of text) if (character !== '.' && !isWordOrHyphen(character)) return false;
  return true;
}

// Once a quote is escaped Hugo drops every backslash of the value; else all of them stay. None may stand before the end
// or before a back-tick, and no line may break.
function isQuotable(text: string): boolean {
  if (text.includes('\n')) return false;
  if (!text.includes('\\')) return true;
  return !text.includes('"') && !text.endsWith('\\') && !text.includes('\\`');
}

/** Behind `=` whatever has no white space is a value, unless it begins as a quoted one does. */
function isLooseValue(text: string): boolean {
  if (text === '' || '"`\\'.includes(text.charAt(0))) return false;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 32 || (code >= 9 && code <= 13)) return false;
  }
  return true;
}

/** A number in digits: Hugo knows no exponents, and only with a point does it read more digits than a whole number has. */
function decimal(value: number): string {
  const [mantissa = '', exponent] = String(value).split('e');
  if (exponent === undefined) {
    return Number.isInteger(value) && !Number.isSafeInteger(value) ? `${mantissa}.0` : mantissa;
  }
  const sign = mantissa.startsWith('-') ? '-' : '';
  const [whole = '', fraction = ''] = mantissa.slice(sign.length).split('.');
  const shift = Number(exponent);
  if (shift < 0) return `${sign}0.${'0'.repeat(-shift - whole.length)}${whole}${fraction}`;
  return `${sign}${whole}${fraction}${'0'.repeat(shift - fraction.length)}.0`;
}
