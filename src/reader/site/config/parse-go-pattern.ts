/** Turns a regular expression as Go has them into steps of a machine that tries all ways at once. */

type Test = (character: string) => boolean;

export type Step =
  | { readonly kind: 'one'; readonly test: Test }
  /** Goes on at each of these steps. */
  | { readonly kind: 'fork'; readonly to: number[] }
  | { readonly kind: 'edge'; readonly test: (before: string, after: string) => boolean };

/** More than any author writes. */
const MAX_LENGTH = 1000;
const MAX_STEPS = 5000;
const MAX_REPEAT = 1000;

/** Reads an expression without flags; `undefined` for one that cannot be read. */
export function parseGoPattern(source: string): readonly Step[] | undefined {
  if (source.length > MAX_LENGTH) return undefined;
  const parser: Parser = { characters: [...source], at: 0, steps: [] };
  return parseAlternatives(parser) && parser.at === parser.characters.length ? parser.steps : undefined;
}

interface Parser {
  readonly characters: readonly string[];
  at: number;
  readonly steps: Step[];
}

const next = (parser: Parser): string => parser.characters[parser.at] ?? '';

/** Adds the steps of `a|b|c`; false where it cannot be read. */
function parseAlternatives(parser: Parser): boolean {
  const { steps } = parser;
  const ends: number[][] = [];
  for (;;) {
    const fork: number[] = [steps.length + 1];
    steps.push({ kind: 'fork', to: fork });
    if (!parseSequence(parser)) return false;
    if (next(parser) !== '|') break;
    parser.at++;
    const end: number[] = [];
    ends.push(end);
    steps.push({ kind: 'fork', to: end });
    fork.push(steps.length);
  }
  for (const end of ends) end.push(steps.length);
  return true;
}

function parseSequence(parser: Parser): boolean {
  while (parser.at < parser.characters.length && next(parser) !== '|' && next(parser) !== ')') {
    const start = parser.steps.length;
    if (!parseAtom(parser) || !parseRepeats(parser, start) || parser.steps.length > MAX_STEPS) return false;
  }
  return true;
}

function parseAtom(parser: Parser): boolean {
  const character = next(parser);
  parser.at++;
  switch (character) {
    case '(':
      return parseGroup(parser);
    case '[': {
      const test = parseClass(parser);
      return test !== undefined && addOne(parser, test);
    }
    case '.':
      return addOne(parser, (tested) => tested !== '\n');
    case '^':
      return addEdge(parser, (before) => before === '');
    case '$':
      return addEdge(parser, (_, after) => after === '');
    case '\\':
      return parseEscape(parser);
    case '*':
    case '+':
    case '?':
      return false;
    default:
      return addOne(parser, (tested) => tested === character);
  }
}

/** `(a)`, `(?:a)`, `(?P<name>a)` and `(?<name>a)`. */
function parseGroup(parser: Parser): boolean {
  if (next(parser) === '?') {
    const from = parser.at;
    const isNamed = parser.characters[from + 1] === '<' || parser.characters[from + 1] === 'P';
    const end = parser.characters.indexOf(isNamed ? '>' : ':', from);
    if (end < 0 || (!isNamed && end !== from + 1)) return false;
    parser.at = end + 1;
  }
  if (!parseAlternatives(parser) || next(parser) !== ')') return false;
  parser.at++;
  return true;
}

/** `*`, `+`, `?`, `{2,3}`, each also with the `?` that asks for as little as possible, which makes no difference here. */
function parseRepeats(parser: Parser, start: number): boolean {
  const { steps } = parser;
  const [least, most] = parseCount(parser);
  if (least === 1 && most === 1) return true;
  if (least > MAX_REPEAT || (most !== undefined && (most > MAX_REPEAT || most < least))) return false;
  const atom = steps.splice(start);
  const copy = (): void => {
    const shift = steps.length - start;
    for (const step of atom) {
      steps.push(step.kind === 'fork' ? { kind: 'fork', to: step.to.map((to) => to + shift) } : step);
    }
  };
  if ((most ?? least) * atom.length > MAX_STEPS) return false;
  for (let count = 0; count < least; count++) copy();
  const skips: number[][] = [];
  for (let count = least; count < (most ?? least); count++) {
    const skip = [steps.length + 1];
    skips.push(skip);
    steps.push({ kind: 'fork', to: skip });
    copy();
  }
  if (most === undefined) {
    const loop = [steps.length + 1];
    const at = steps.push({ kind: 'fork', to: loop }) - 1;
    copy();
    steps.push({ kind: 'fork', to: [at] });
    skips.push(loop);
  }
  for (const skip of skips) skip.push(steps.length);
  return true;
}

/** How often the last part may stand; no upper bound is `undefined`. */
function parseCount(parser: Parser): readonly [least: number, most: number | undefined] {
  const character = next(parser);
  const rest = parser.characters.slice(parser.at, parser.at + 12).join('');
  const braces = /^\{(\d{1,4})(,?)(\d{0,4})\}/.exec(rest);
  const count = ((): readonly [number, number | undefined, number] => {
    if (character === '*') return [0, undefined, 1];
    if (character === '+') return [1, undefined, 1];
    if (character === '?') return [0, 1, 1];
    if (!braces) return [1, 1, 0];
    const least = Number(braces[1]);
    return [least, braces[2] === '' ? least : braces[3] === '' ? undefined : Number(braces[3]), braces[0].length];
  })();
  parser.at += count[2];
  if (count[2] > 0 && next(parser) === '?') parser.at++;
  return [count[0], count[1]];
}

const isWord: Test = (character) => /^\w$/.test(character);
const isSpace: Test = (character) => /^[\t\n\f\r ]$/.test(character);
const isDigit: Test = (character) => character >= '0' && character <= '9';
const CLASSES: ReadonlyMap<string, Test> = new Map([
  ['d', isDigit],
  ['w', isWord],
  ['s', isSpace],
]);
const CONTROLS: ReadonlyMap<string, string> = new Map([
  ['n', '\n'],
  ['t', '\t'],
  ['r', '\r'],
  ['f', '\f'],
  ['v', '\v'],
]);

/** The test behind a backslash, for a class or a single character. */
function escapeTest(character: string): Test | undefined {
  const known = CLASSES.get(character);
  if (known) return known;
  const inverse = CLASSES.get(character.toLowerCase());
  if (inverse) return (tested) => !inverse(tested);
  if (/^[a-zA-Z0-9]?$/.test(character) && !CONTROLS.has(character)) return undefined;
  const literal = CONTROLS.get(character) ?? character;
  return (tested) => tested === literal;
}

function parseEscape(parser: Parser): boolean {
  const character = next(parser);
  parser.at++;
  const atWord = (before: string, after: string): boolean => isWord(before) !== isWord(after);
  switch (character) {
    case 'A':
      return addEdge(parser, (before) => before === '');
    case 'z':
      return addEdge(parser, (_, after) => after === '');
    case 'b':
      return addEdge(parser, atWord);
    case 'B':
      return addEdge(parser, (before, after) => !atWord(before, after));
    default: {
      const test = escapeTest(character);
      return test !== undefined && addOne(parser, test);
    }
  }
}

/** `[a-z\d_]` and `[^a-z]`; a `]` right at the start is itself. */
function parseClass(parser: Parser): Test | undefined {
  const negated = next(parser) === '^';
  if (negated) parser.at++;
  const tests: Test[] = [];
  for (let first = true; first || next(parser) !== ']'; first = false) {
    const low = next(parser);
    if (low === '') return undefined;
    parser.at++;
    if (low === '\\') {
      const test = escapeTest(next(parser));
      if (!test) return undefined;
      tests.push(test);
      parser.at++;
      continue;
    }
    const high = next(parser) === '-' ? (parser.characters[parser.at + 1] ?? ']') : ']';
    const isRange = high !== ']' && high !== '\\';
    if (isRange) parser.at += 2;
    tests.push(isRange ? (tested) => tested >= low && tested <= high : (tested) => tested === low);
  }
  parser.at++;
  return (tested) => tests.some((test) => test(tested)) !== negated;
}

function addOne(parser: Parser, test: Test): true {
  parser.steps.push({ kind: 'one', test });
  return true;
}

function addEdge(parser: Parser, test: (before: string, after: string) => boolean): true {
  parser.steps.push({ kind: 'edge', test });
  return true;
}
