import type { Rules } from '../rule.ts';

type Format = 'YAML' | 'TOML' | 'JSON';

/** What is wrong with a text in a data format, as far as it can be told apart. */
export type DataProblem =
  | 'bracket'
  | 'character'
  | 'colon'
  | 'escape'
  | 'indentation'
  | 'key'
  | 'quote'
  | 'rest'
  | 'tab'
  | 'other';

export interface FrontMatterFacts {
  'front-matter-mistaken': { format: Format; begins: string };
  'front-matter-not-closed': { format: Format; closedBy: 'nothing' | 'dots' };
  'front-matter-delimiter-long': { delimiter: string };
  'front-matter-not-a-map': { found: string };
  'front-matter-org-line': Record<string, never>;
  'data-invalid': { format: Format; problem: DataProblem; detail: string };
  'data-key-repeated': { key: string; line: number };
  'data-key-shadowed': { key: string; other: string; by: 'case' | 'repetition' | 'merge' };
  'data-key-not-text': { key: string; found: string };
  'data-merge-not-a-map': { found: string };
  'data-alias-unknown': { name: string; problem: 'unknown' | 'cycle' };
  'data-second-document': Record<string, never>;
  'data-limit': { limit: 'depth' | 'aliases' | 'length'; most: number };
}

function endOf(format: Format): string {
  if (format === 'JSON') return 'the `}` that is missing';
  return format === 'TOML' ? 'a line that is `+++`' : 'a line that is `---`';
}

const PROBLEMS: Readonly<Partial<Record<DataProblem, { message: string; hint: string }>>> = {
  bracket: { message: 'this bracket is never closed', hint: 'close it with `]` or `}`' },
  character: {
    message: 'an unquoted value cannot begin with this character',
    hint: 'put the value in quotes, as in `title: "@acme"`',
  },
  colon: {
    message: 'a colon in this value makes a key of what stands before it',
    hint: 'put the value in quotes, as in `title: "Setup: first steps"`; if the next line is a key, take off its indentation',
  },
  escape: {
    message: 'there is no such escape in a double-quoted value',
    hint: "write the backslash twice, or use single quotes, as in `path: 'C:\\docs'`",
  },
  indentation: {
    message: 'this line is indented differently from the lines that it belongs to',
    hint: 'start all keys of a map, and all items of a list, in the same column',
  },
  key: {
    message: 'this line is no key with a value',
    hint: 'write `key: value`, with a space behind the colon; indent a line that goes on with a value',
  },
  quote: { message: 'this quote is never closed', hint: 'close it with the same kind of quote' },
  rest: {
    message: 'something follows here that belongs to no value',
    hint: 'put the whole value in quotes, as in `title: \'"Quick" start\'`',
  },
  tab: { message: 'a tab indents this line', hint: 'replace the tab with spaces' },
};

function generalHint(format: Format): string {
  if (format === 'JSON')
    return 'put keys and text in double quotes, and a comma between two values but not behind the last';
  return format === 'TOML'
    ? 'write `key = value` with text in quotes: `title = "…"`'
    : 'put the value in quotes if it is text: `title: "…"`';
}

export const frontMatterRules: Rules<FrontMatterFacts> = {
  'front-matter-mistaken': {
    severity: 'error',
    message: ({ format, begins }) =>
      `the page begins with “${begins}”, so Hugo takes what follows for ${format} front matter, which it is not`,
    hint: () => 'put front matter above it: a line `---` and another line `---` are enough',
    about:
      'The first character of a page decides whether it has front matter: `-` is YAML, `+` TOML, `{` JSON. A page without front matter that begins with a list, or with a shortcode, is refused by Hugo. The text is kept as the body.',
    bad: '- first item\n- second item',
    good: '---\n---\n- first item\n- second item',
  },
  'front-matter-not-closed': {
    severity: 'error',
    message: ({ format, closedBy }) =>
      closedBy === 'dots'
        ? 'Hugo does not take the line `...` for the end of the front matter that begins here'
        : `the ${format} front matter that begins here never ends`,
    hint: ({ format, closedBy }) =>
      closedBy === 'dots'
        ? 'write `---` instead of `...`'
        : `end it with ${endOf(format)}; if no front matter is meant, put a line \`---\` and another line \`---\` above`,
    about:
      'Front matter ends with a line that begins with the delimiter it began with. Without one everything is kept as the body, but for YAML that ends with `...`, which is read as it is meant.',
    bad: '---\ntitle: Setup\n\nText',
    good: '---\ntitle: Setup\n---\n\nText',
  },
  'front-matter-delimiter-long': {
    severity: 'error',
    message: ({ delimiter }) => `the front matter begins with more than \`${delimiter}\``,
    hint: ({ delimiter }) =>
      `write \`${delimiter}\` and nothing else on this line and on the one that ends the front matter`,
    about:
      'A delimiter has three characters. Hugo takes a fourth for front matter and refuses the page; it is passed over here. Behind a closing delimiter it begins the body.',
    bad: '----\ntitle: Setup\n----',
    good: '---\ntitle: Setup\n---',
  },
  'front-matter-not-a-map': {
    severity: 'error',
    message: ({ found }) => `the front matter is a ${found}, not a map of keys and values`,
    hint: () => 'write `key: value`, with a space behind the colon',
    about: 'Front matter gives the page its fields, so it has to be keys with values. Nothing of it is kept.',
    bad: '---\ntitle:Setup\n---',
    good: '---\ntitle: Setup\n---',
  },
  'front-matter-org-line': {
    severity: 'warning',
    message: () => 'this line stands in the Org front matter and sets nothing',
    hint: () => 'write `#+KEY: value`, with a space behind the colon, or put an empty line above it if it is text',
    about:
      'All lines at the start of a page that begin with `#+` are front matter, and only `#+KEY: value` sets a field. Hugo drops the others in silence.',
    bad: '#+TITLE: Setup\n#+BEGIN_QUOTE',
    good: '#+TITLE: Setup\n\n#+BEGIN_QUOTE',
  },
  'data-invalid': {
    severity: 'error',
    message: ({ format, problem, detail }) => PROBLEMS[problem]?.message ?? `this is no valid ${format}: ${detail}`,
    hint: ({ format, problem }) => PROBLEMS[problem]?.hint ?? generalHint(format),
    about:
      'Front matter, configuration or data that its format’s parser refuses, as Hugo’s does. What could be read before the place is kept.',
    bad: 'title: Setup: first steps',
    good: 'title: "Setup: first steps"',
  },
  'data-key-repeated': {
    severity: 'error',
    message: ({ key, line }) => `the key “${key}” stands a second time; the first is in line ${line}`,
    hint: ({ key }) => `remove one of the two lines “${key}”`,
    about: 'A map with one key twice. Hugo refuses the page; older versions took the last, which is kept here.',
    bad: 'title: Setup\ntitle: Install',
    good: 'title: Install',
  },
  'data-key-shadowed': {
    severity: 'warning',
    message: ({ key, other, by }) =>
      by === 'merge'
        ? `the value of “${key}” is lost: the \`<<\` below brings the same key, and to Hugo the later one wins`
        : `the value of “${key}” is lost: “${other}” below is the same key to Hugo`,
    hint: ({ key, by }) =>
      by === 'merge'
        ? `move “${key}” below the line that begins with \`<<\``
        : `remove “${key}”, or rename one of the two`,
    about:
      'Hugo looks keys up without regard to case, and of two that are the same it keeps one: in JSON and behind a YAML merge the last, else one at random. The last is kept here.',
    bad: 'Title: Setup\ntitle: Install',
    good: 'title: Install',
  },
  'data-key-not-text': {
    severity: 'error',
    message: ({ key, found }) => `the key “${key}” is a ${found}, and Hugo wants text`,
    hint: ({ key, found }) =>
      found === 'map' || found === 'list'
        ? 'put the value in quotes if it is text, as in `title: "{{ x }}"`'
        : `put the key in quotes: \`"${key}":\``,
    about: 'A key of front matter that YAML reads as a number, a boolean, null, a list or a map.',
    bad: '2024: released',
    good: '"2024": released',
  },
  'data-merge-not-a-map': {
    severity: 'error',
    message: ({ found }) => `\`<<\` merges a map into this one, and this is a ${found}`,
    hint: () => 'name a map, as in `<<: *defaults`, or put the key in quotes: `"<<":`',
    about: 'The value of YAML’s merge key is neither a map nor a list of maps. It is left out.',
    bad: '<<: 5',
    good: '<<: *defaults',
  },
  'data-alias-unknown': {
    severity: 'error',
    message: ({ name, problem }) =>
      problem === 'cycle' ? `“*${name}” stands inside the value that it names` : `no value above is called “&${name}”`,
    hint: ({ name, problem }) =>
      problem === 'cycle'
        ? 'write the value out instead of naming it'
        : `put the value in quotes if it is text, or name a value above with \`&${name}\``,
    about: 'A YAML alias, `*name`, without a value of that name above it. It counts as null.',
    bad: 'title: *bold*',
    good: 'title: "*bold*"',
  },
  'data-second-document': {
    severity: 'warning',
    message: () => 'a second YAML document begins here, and Hugo reads only the first',
    hint: () => 'remove the line `...` or `---` above it',
    about: 'A line `...` ends a YAML document. What follows it is dropped by Hugo in silence.',
    bad: 'title: Setup\n...\nweight: 5',
    good: 'title: Setup\nweight: 5',
  },
  'data-limit': {
    severity: 'error',
    message: ({ limit, most }) => {
      if (limit === 'aliases') return `aliases stand for more than ${most} values`;
      return limit === 'length'
        ? `a value is longer than ${most} characters`
        : `lists and maps stand in each other more than ${most} deep`;
    },
    hint: ({ limit }) => {
      if (limit === 'aliases') return 'write the values out, or name fewer of them';
      return limit === 'length'
        ? 'move the long value out of the TOML, for example into the page’s text'
        : 'take out levels that hold nothing else';
    },
    about:
      'A limit that keeps a hostile file from exhausting the machine. What is beyond it is left out and counts as null.',
    bad: 'a: [[[[[[[[[[…]]]]]]]]]]',
    good: 'a: […]',
  },
};
