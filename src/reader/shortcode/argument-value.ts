import type { ArgumentValue } from '../../model/nodes.ts';

const INTEGER = /^[-+]?[0-9]+$/;
const FLOAT = /^[-+]?[0-9]*\.[0-9]+$/;

/**
 * Types a bare argument as Hugo does: `true` and `false`, whole numbers (`007` is 7), numbers with a point; all else is
 * text, `1e3`, `0x10` and `5.` among it. A number with more digits than a double holds stays text, so that no digit of
 * an id is lost.
 */
export function typeArgument(text: string): ArgumentValue {
  if (text === 'true') return true;
  if (text === 'false') return false;
  if (INTEGER.test(text)) {
    const value = Number(text);
    // Adding nothing makes 0 of -0.
    return Number.isSafeInteger(value) ? value + 0 : text;
  }
  if (!FLOAT.test(text)) return text;
  const value = Number(text);
  return Number.isFinite(value) ? value : text;
}
