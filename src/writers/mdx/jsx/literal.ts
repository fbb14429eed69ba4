import type { PropValue } from '../../../model/nodes.ts';

const IDENTIFIER = /^[\p{ID_Start}$_][\p{ID_Continue}$\u200c\u200d]*$/u;

/** A value as a JavaScript expression on one line. */
export function printLiteral(value: PropValue): string {
  if (Array.isArray(value)) return `[${value.map(printLiteral).join(', ')}]`;
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value).map(([key, item]) => `${printKey(key)}: ${printLiteral(item)}`);
    return entries.length === 0 ? '{}' : `{ ${entries.join(', ')} }`;
  }
  if (typeof value === 'string') return printString(value);
  // JSON has no such numbers.
  if (typeof value === 'number' && !Number.isFinite(value))
    return Number.isNaN(value) ? 'NaN' : `${value > 0 ? '' : '-'}Infinity`;
  return String(value);
}

/**
 * Text as a JavaScript string. Cells of tables end at `|` wherever it stands, and a backtick could be taken for the start
 * of code that goes on behind the expression, so that both are written as escapes.
 */
export const printString = (text: string): string =>
  JSON.stringify(text)
    .replaceAll('`', '\\u0060')
    .replaceAll('|', '\\u007c')
    .replaceAll('\u2028', '\\u2028')
    .replaceAll('\u2029', '\\u2029');

/** Whether a text can stand behind a dot. */
export const isIdentifier = (text: string): boolean => IDENTIFIER.test(text);

// As a plain key `__proto__` would set the object's prototype.
const printKey = (key: string): string =>
  key === '__proto__' ? '["__proto__"]' : IDENTIFIER.test(key) ? key : printString(key);
