import { nameToEmoji } from 'gemoji';
import type { Conversion } from './state.ts';
import type { Stretch, TextRun } from './run.ts';
import { placeOf } from './state.ts';

/** Hugo's `enableEmoji`: `:name:` for every name on GitHub's list. Code is no text, so nothing is found there. */
export function findEmoji(run: TextRun, state: Conversion): readonly Stretch[] {
  const { value } = run;
  const found: Stretch[] = [];
  if (!state.page.markup.emoji) return found;
  let open = value.indexOf(':');
  while (open >= 0) {
    const close = nameEnd(value, open + 1);
    const name = value.slice(open + 1, close);
    const emoji = value[close] === ':' && Object.hasOwn(nameToEmoji, name) ? nameToEmoji[name] : undefined;
    if (emoji === undefined) {
      open = value.indexOf(':', open + 1);
      continue;
    }
    const [start, end] = [open, close + 1];
    const place = placeOf(state, run.offsetOf(start), run.offsetOf(end));
    found.push({ start, end, make: () => [{ type: 'emoji', name, value: emoji, place }] });
    open = value.indexOf(':', end);
  }
  return found;
}

// Letters, digits, `_`, `-` and `+`, as in `:+1:`.
function nameEnd(value: string, start: number): number {
  let at = start;
  for (let code = value.charCodeAt(at); isNameCode(code); code = value.charCodeAt(at)) at++;
  return at;
}

const isNameCode = (code: number): boolean =>
  (code >= 97 && code <= 122) ||
  (code >= 48 && code <= 57) ||
  (code >= 65 && code <= 90) ||
  code === 95 ||
  code === 45 ||
  code === 43;
