import type { Template } from '../mapping.ts';

/**
 * Reads text with arguments in it: `/img/${image}`, or `${id|0}` for the first of several that is given.
 * `$${` stands for `${`. Returns what is wrong as a text.
 */
export function parseTemplate(text: string): Template | string {
  const parts: (string | { readonly names: readonly string[] })[] = [];
  let literal = '';
  let at = 0;
  for (;;) {
    const open = text.indexOf('${', at);
    if (open < 0) break;
    if (text[open - 1] === '$' && open > at) {
      literal += `${text.slice(at, open - 1)}\${`;
      at = open + 2;
      continue;
    }
    const close = text.indexOf('}', open);
    if (close < 0) return 'a closing brace is missing';
    const names = text
      .slice(open + 2, close)
      .split('|')
      .map((name) => name.trim());
    if (!names.every(isArgumentName)) return 'there is no argument name between the braces';
    literal += text.slice(at, open);
    if (literal !== '') parts.push(literal);
    literal = '';
    parts.push({ names });
    at = close + 1;
  }
  literal += text.slice(at);
  if (literal !== '') parts.push(literal);
  return parts;
}

/** Whether Hugo's lexer takes `text` for the name or the number of an argument. */
export const isArgumentName = (text: string): boolean => /^[\p{L}\p{N}_.-]+$/u.test(text);
