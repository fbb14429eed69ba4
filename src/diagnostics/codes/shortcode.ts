import type { Rules } from '../rule.ts';

/** How a tag begins and ends. */
interface Marks {
  readonly opens: '{{<' | '{{%';
  readonly ends: '>}}' | '%}}';
}

export interface ShortcodeFacts {
  'shortcode-no-name': Marks;
  'shortcode-tag-not-closed': { name: string } & Marks;
  'shortcode-character': { character: string; name: string } & Marks;
  'shortcode-quote-not-closed': { name: string; quote: '"' | '`' };
  'shortcode-escape': { name: string };
  'shortcode-arguments-mixed': { name: string; argument: string; style: 'named' | 'positional' };
  'shortcode-value-glued': { name: string; value: string; ends: Marks['ends'] };
  'shortcode-name-period': { name: string };
  'shortcode-name-slash': { name: string } & Marks;
  'shortcode-closing-unopened': { name: string };
  'shortcode-closing-unknown': { name: string; similar: string };
  'shortcode-closing-arguments': { name: string };
  'shortcode-not-closed': { name: string } & Marks;
  'shortcode-takes-no-inner': { name: string; form: 'closing' | 'selfClosing' };
  'shortcode-comment-not-closed': { ends: Marks['ends'] };
  'shortcode-inline-nesting': { name: string; closes: 'glued' | 'not' };
  'shortcode-closed-by-other': { name: string; open: string; line: number };
  'shortcode-value-without-name': { name: string; value: string };
  'shortcode-argument-repeated': { name: string; argument: string };
  'shortcode-backslash': { name: string };
}

/** “name”, or the tag without one. */
const nameOf = (name: string): string => (name === '' ? 'this tag' : `“${name}”`);

const QUOTES: readonly string[] = [..."'‘’“”„«»"];

function characterHint({ character, opens, ends }: ShortcodeFacts['shortcode-character']): string {
  if (QUOTES.includes(character)) return 'use straight double quotes: "…"';
  if (character === '>' || character === '%') return `end the tag with \`${ends}\`, as it begins with \`${opens}\``;
  if (character === ',') return 'separate arguments with a space; put one with a comma in double quotes';
  if (character.trim() === '') return 'replace it with an ordinary space';
  return 'put the whole argument in double quotes: "…"';
}

export const shortcodeRules: Rules<ShortcodeFacts> = {
  'shortcode-no-name': {
    severity: 'error',
    message: () => 'this shortcode has no name',
    hint: ({ opens, ends }) => `write a name, as in \`${opens} note ${ends}\`, or remove the tag`,
    about: 'A tag without a name. Hugo refuses the page; the tag stays text.',
    bad: '{{< >}}',
    good: '{{< note >}}',
  },
  'shortcode-tag-not-closed': {
    severity: 'error',
    message: ({ name }) => `the tag of ${nameOf(name)} is never ended`,
    hint: ({ ends }) => `end it with \`${ends}\``,
    about: 'A tag that runs to the end of the file. Hugo refuses the page; the tag stays text.',
    bad: '{{< note',
    good: '{{< note >}}',
  },
  'shortcode-character': {
    severity: 'error',
    message: ({ character, name }) => `“${character}” cannot stand here in the tag of ${nameOf(name)}`,
    hint: characterHint,
    about:
      'An argument without quotes is made of letters, digits, `_`, `-` and, behind the first of them, `.`. Hugo refuses the page; the tag and its closing tag stay text.',
    bad: "{{< note 'careful' >}}",
    good: '{{< note "careful" >}}',
  },
  'shortcode-quote-not-closed': {
    severity: 'error',
    message: ({ name, quote }) =>
      quote === '`'
        ? `the back-tick that begins an argument of ${nameOf(name)} is never closed`
        : `a quoted argument of ${nameOf(name)} has no closing quote on its line`,
    hint: ({ quote }) =>
      quote === '`' ? 'close it with a back-tick' : 'close it with `"`; for text with line breaks use back-ticks',
    about:
      'An argument in double quotes ends on its line, one in back-ticks with the next back-tick. Hugo refuses the page.',
    bad: '{{< note "careful >}}',
    good: '{{< note "careful" >}}',
  },
  'shortcode-escape': {
    severity: 'error',
    message: ({ name }) => `a back-tick cannot be escaped in an argument of ${nameOf(name)}`,
    hint: () => 'remove the backslash: a back-tick in double quotes needs none',
    about: 'A backslash before a back-tick in an argument. Hugo refuses the page.',
    bad: '{{< note "press \\`x\\`" >}}',
    good: '{{< note "press `x`" >}}',
  },
  'shortcode-arguments-mixed': {
    severity: 'error',
    message: ({ name, argument, style }) =>
      style === 'named'
        ? `“${argument}” is a named argument, and ${nameOf(name)} has positional ones before it`
        : `“${argument}” is a positional argument, and ${nameOf(name)} has named ones before it`,
    hint: ({ style }) =>
      style === 'named'
        ? 'give every argument a name, or none'
        : 'give it a name; put a value with spaces in double quotes',
    about: 'All arguments of a call have names, or none has. Hugo refuses the page; the tag stays text.',
    bad: '{{< figure "a.png" alt="A" >}}',
    good: '{{< figure src="a.png" alt="A" >}}',
  },
  'shortcode-value-glued': {
    severity: 'error',
    message: ({ name, value, ends }) =>
      value === ''
        ? `the value is missing behind \`=\`, so \`${ends}\` is taken for it and the tag of ${nameOf(name)} does not end`
        : `\`${ends}\` is part of a value here, so the tag of ${nameOf(name)} does not end`,
    hint: ({ value, ends }) =>
      value === ''
        ? 'write a value, as in `title="Setup"`, or remove the `=`'
        : `put a space before it: \`${value} ${ends}\``,
    about:
      'A named argument without quotes runs to the next white space, whatever it is made of. Hugo refuses the page; the tag is read as it is meant.',
    bad: '{{< figure src=a.png>}}',
    good: '{{< figure src=a.png >}}',
  },
  'shortcode-name-period': {
    severity: 'error',
    message: ({ name }) => `the name that begins with “${name}” has a period in it`,
    hint: () => 'remove the period; only `.inline`, with a space behind it, may end a name',
    about: 'Only the name of an inline shortcode has a period. Hugo refuses the page; the tag stays text.',
    bad: '{{< docs.note >}}',
    good: '{{< docs/note >}}',
  },
  'shortcode-name-slash': {
    severity: 'error',
    message: ({ name }) => `this asks for a shortcode that is called “${name}/”`,
    hint: ({ name, opens, ends }) => `put a space before the slash: \`${opens} ${name} /${ends}\``,
    about:
      'A slash may be part of a name, so one that follows a name directly belongs to it. Hugo refuses the page; the call is read as one that closes itself.',
    bad: '{{< note/>}}',
    good: '{{< note />}}',
  },
  'shortcode-closing-unopened': {
    severity: 'error',
    message: ({ name }) =>
      name === '' ? 'this closes a shortcode, and none is open' : `this closes ${nameOf(name)}, which is not open`,
    hint: () => 'remove the tag, or put the opening tag before it',
    about: 'A closing tag without an opening one. Hugo refuses the page; the tag stays text.',
    bad: 'Text {{< /note >}}',
    good: '{{< note >}}Text{{< /note >}}',
  },
  'shortcode-closing-unknown': {
    severity: 'error',
    message: ({ name }) => `this closes “${name}”, and no shortcode of that name has been opened`,
    hint: ({ similar }) =>
      similar === '' ? 'write the name as in the opening tag' : `write it as in the opening tag: “${similar}”`,
    about:
      'The name in a closing tag has to be one that the page has used before, capitals included. Hugo refuses the page; the tag is read as the end of the call that is open.',
    bad: '{{< note >}}Text{{< /nte >}}',
    good: '{{< note >}}Text{{< /note >}}',
  },
  'shortcode-closing-arguments': {
    severity: 'error',
    message: ({ name }) => `something follows the name in the closing tag of “${name}”`,
    hint: () => 'leave nothing but the name in the closing tag; arguments belong in the opening one',
    about: 'A closing tag has a name and nothing else. Hugo refuses the page; the tag is read as if it had not.',
    bad: '{{< note >}}Text{{< /note warning >}}',
    good: '{{< note warning >}}Text{{< /note >}}',
  },
  'shortcode-not-closed': {
    severity: 'error',
    message: ({ name }) => `“${name}” is opened here and never closed`,
    hint: ({ name, opens, ends }) =>
      `close it with \`${opens} /${name} ${ends}\`, or write \`/${ends}\` at the end of this tag if it has no inner text`,
    about:
      'A shortcode that takes inner text has to be closed, or close itself. Hugo refuses the page; the call is taken to end with what it stands in.',
    bad: '{{< note >}}Text',
    good: '{{< note >}}Text{{< /note >}}',
  },
  'shortcode-takes-no-inner': {
    severity: 'error',
    message: ({ name, form }) =>
      form === 'closing'
        ? `this closes “${name}”, which takes no inner text`
        : `“${name}” takes no inner text, so it cannot close itself`,
    hint: ({ form }) =>
      form === 'closing'
        ? 'remove the closing tag; if the shortcode does take inner text, say `body: paired` in its mapping'
        : 'remove the slash; if the shortcode does take inner text, say `body: paired` in its mapping',
    about:
      'A shortcode whose template does not use `.Inner` is never closed. Hugo refuses the page; a closing tag stays text, a slash is passed over.',
    bad: '{{< ref "setup" />}}',
    good: '{{< ref "setup" >}}',
  },
  'shortcode-comment-not-closed': {
    severity: 'error',
    message: ({ ends }) => `the comment marks of this tag do not end with \`*/${ends}\``,
    hint: ({ ends }) => `write \`*/${ends}\` at the end`,
    about:
      'A tag with comment marks stands for itself: both marks are needed. Hugo refuses the page; the tag stays text.',
    bad: '{{</* note >}}',
    good: '{{</* note */>}}',
  },
  'shortcode-inline-nesting': {
    severity: 'error',
    message: ({ name, closes }) =>
      closes === 'glued'
        ? `the closing tag of the inline shortcode “${name}” has no space behind the name`
        : `nothing but the closing tag may stand in the inline shortcode “${name}”`,
    hint: ({ name }) => `write \`{{< /${name} >}}\`, with a space behind the name, to close it`,
    about:
      'The inner text of an inline shortcode is a template, in which no other tag may stand. Hugo refuses the page; the tag stays text.',
    bad: '{{< now.inline >}}{{< note >}}{{< /now.inline >}}',
    good: '{{< now.inline >}}{{ now }}{{< /now.inline >}}',
  },
  'shortcode-closed-by-other': {
    severity: 'warning',
    message: ({ name, open, line }) => `this closes “${open}” from line ${line}, not “${name}”`,
    hint: ({ open }) =>
      `write “${open}” here if that is meant, or put the closing tags in the order of the opening ones`,
    about:
      'Hugo ends the innermost call that is open, whatever the closing tag is called. The page builds, and may look different from what was meant.',
    bad: '{{< tabs >}}{{< tab >}}Text{{< /tabs >}}{{< /tab >}}',
    good: '{{< tabs >}}{{< tab >}}Text{{< /tab >}}{{< /tabs >}}',
  },
  'shortcode-value-without-name': {
    severity: 'warning',
    message: ({ name, value }) =>
      `\`=${value}\` has no name before it, so Hugo passes it over in the tag of ${nameOf(name)}`,
    hint: () => 'write a name before the `=`, or remove it',
    about: 'A value without a name. Hugo drops it in silence.',
    bad: '{{< note ="careful" >}}',
    good: '{{< note title="careful" >}}',
  },
  'shortcode-argument-repeated': {
    severity: 'warning',
    message: ({ name, argument }) => `${nameOf(name)} has the argument “${argument}” before; Hugo takes the last`,
    hint: ({ argument }) => `remove one of the two “${argument}”`,
    about: 'A named argument that stands twice in one tag. Hugo drops all but the last in silence.',
    bad: '{{< figure src="a.png" src="b.png" >}}',
    good: '{{< figure src="b.png" >}}',
  },
  'shortcode-backslash': {
    severity: 'warning',
    message: ({ name }) => `Hugo passes over this backslash in the tag of ${nameOf(name)}`,
    hint: () => 'put the argument in double quotes if the backslash belongs to it, or remove it',
    about: 'A backslash outside quotes. Hugo drops it in silence, and it parts what stands on its two sides.',
    bad: '{{< path C:\\docs >}}',
    good: '{{< path "C:\\docs" >}}',
  },
};
