/** Which text the serializer of mdast leaves as it is. */

/** Characters that never mean anything, and those that do in some places only: behind or before certain others. */
const PLAIN = ' \',;"/%?)-=>#$+|}^]’“”–—…';
const IN_PLACES = '(:.!_';

/** What starts a block or a module's line where it stands first on a line, or a part of it. */
const STARTS = ' #)*+-.<=>[_`~|:{0123456789';

/**
 * Whether no pattern of the serializer matches in a text on one line, which stands behind `before`; it may say no where
 * none does.
 */
export function isPlainText(value: string, before: string): boolean {
  if (value === '') return false;
  if ((before === '' || before.endsWith('\n')) && startsSomething(value)) return false;
  for (let at = 0; at < value.length; at++) {
    const char = value.charAt(at);
    if (isLetter(value.charCodeAt(at)) || PLAIN.includes(char)) continue;
    if (!IN_PLACES.includes(char) || !isPlainAt(value, at, at === 0 ? before.slice(-1) : value.charAt(at - 1)))
      return false;
  }
  return true;
}

/** ASCII letters and digits, and what other alphabets have: no mark of Markdown is among them. */
const isLetter = (code: number): boolean =>
  (code > 96 && code < 123) || (code > 64 && code < 91) || (code > 47 && code < 58) || (code > 191 && code < 0x2000);

const startsSomething = (value: string): boolean => STARTS.includes(value.charAt(0)) || /^(?:im|ex)port\b/.test(value);

/** Whether a character means nothing between the one before it and the one behind it. */
function isPlainAt(value: string, at: number, before: string): boolean {
  const after = value.charAt(at + 1);
  switch (value.charAt(at)) {
    case '(': // behind a label
      return before !== ']';
    case ':': // https://
      return before !== 'p' && before !== 's';
    case '.': // www.
      return before !== 'w' && before !== 'W';
    case '!': // ![
      return after !== '' && after !== '[';
    default: // a_b
      return at > 1 && at + 2 < value.length && /^[A-Za-z0-9]$/.test(before) && /^[A-Za-z0-9]$/.test(after);
  }
}
