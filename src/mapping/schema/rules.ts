/** The schema of rules: what each kind takes, when a rule applies, and the expressions in it. */
import type { SettingInfo } from '../kinds.ts';
import { KIND_NAMES, KINDS, settingsOf } from '../kinds.ts';
import type { Schema } from './terms.ts';
import { mapOf, names, object, ref, scalars, text, texts, when, words } from './terms.ts';

/** The name of a component. */
export const component: Schema = {
  type: 'string',
  pattern: '^[A-Z][A-Za-z0-9_$]*(\\.[A-Za-z_$][A-Za-z0-9_$]*)*$',
  'x-expected': 'a component name: FeatureBlock, or Tabs.Tab',
  description: 'The name of a component.',
};

function setting(kind: string, name: string, info: SettingInfo): Schema {
  const { form, about } = info;
  if (kind === 'component' && name === 'name') return component;
  if (kind === 'container' && name === 'tagName') {
    return {
      type: 'string',
      pattern: '^[a-z][a-z0-9-]*$',
      'x-expected': 'the name of an HTML element',
      description: about,
    };
  }
  switch (form) {
    case 'map':
      return mapOf(ref('expression'), about);
    case 'word':
      return info.words ? words(info.words, about) : text(about);
    case 'paths':
      return texts(about);
    case 'rule':
      return ref('content', about);
    case 'parts':
      return ref('parts', about);
    default:
      return ref('expression', about);
  }
}

const rest = words(['keep', 'report'], '`keep` makes props or attributes of the arguments that nothing else uses.');

const READINGS = ['markdown', 'raw', 'code', 'html', 'none'];

/** The keys of rules that some places leave out. */
const conditional = {
  match: text('A CSS selector.'),
  when: ref('when'),
  inner: {
    type: ['string', 'object'],
    description: 'How the template reads the inner text: of a {{< >}} call, or of each notation where that differs.',
    ...when(
      { type: 'string' },
      { enum: READINGS },
      object(
        {
          standard: words(READINGS, 'The inner text of {{< >}}.'),
          markdown: words(READINGS, 'The inner text of {{% %}}.'),
        },
        { minProperties: 1 },
      ),
    ),
  },
  body: words(['paired', 'single'], 'Whether the shortcode takes a closing tag.'),
  ignore: names('Arguments that mean nothing for the target: they are dropped without a finding.'),
  display: words(['block', 'inline'], 'Where the result stands, whatever the position in the source.'),
  rest,
};

/** A rule of any kind, with every key that it can have anywhere. */
const rule: Schema = {
  type: 'object',
  required: ['as'],
  properties: { as: { enum: KIND_NAMES, description: 'What it becomes.' } },
  allOf: KIND_NAMES.map((kind) => {
    const settings = Object.entries(settingsOf(kind));
    const needed = settings.filter(([, info]) => info.required).map(([name]) => name);
    const own = Object.fromEntries(settings.map(([name, info]) => [name, setting(kind, name, info)]));
    const common = Object.fromEntries(Object.keys(conditional).map((key) => [key, true]));
    return when(
      { properties: { as: { const: kind } }, required: ['as'] },
      {
        description: KINDS[kind].about,
        properties: { as: true, ...common, ...own },
        ...(needed.length > 0 && { required: needed }),
        additionalProperties: false,
      },
    );
  }),
};

/** A rule in a place where only the keys `taken` make sense beside its kind's own. */
const ruleWith = (taken: readonly (keyof typeof conditional)[], required: readonly string[] = []): Schema => ({
  allOf: [ref('rule')],
  properties: Object.fromEntries(
    Object.entries(conditional).map(([key, schema]) => [key, taken.some((name) => name === key) ? schema : false]),
  ),
  ...(required.length > 0 && { required }),
});

const argumentCondition: Schema = {
  type: ['string', 'number', 'boolean', 'array', 'object'],
  items: { type: ['string', 'number', 'boolean'] },
  minItems: 1,
  properties: { present: { type: 'boolean', description: 'Whether the argument is given, whatever its value.' } },
  required: ['present'],
  additionalProperties: false,
  description: 'The value that it must have, or several of which it must have one, or `{ present: true }`.',
};

const conditions = {
  args: mapOf(argumentCondition, 'Arguments by name or by position from 0.'),
  page: texts('Globs on the page’s logical path or its file: /docs/**, content/en/blog/*.md.'),
  language: texts('Language codes of pages.'),
  notation: words(['standard', 'markdown'], '{{< >}} or {{% %}}.'),
  body: words(['none', 'selfClosed', 'paired'], 'How the call is closed.'),
  inner: { type: 'boolean', description: 'Whether there is inner content, white space aside.' },
  parent: {
    ...texts('The shortcode around the call, or one of several; `true` for any, `false` for a call that stands alone.'),
    type: ['string', 'array', 'boolean'],
  },
  parentArgs: mapOf(argumentCondition, 'Arguments of the call around, as in `args`.'),
};

const expression: Schema = {
  type: ['string', 'number', 'boolean', 'object'],
  description:
    'A value: a literal, `$name` for an argument, text with arguments in it as in `v${0}`, or an object that says where it comes from.',
  properties: {
    arg: names('An argument by name or by position from 0, or several of which the first that is given counts.'),
    parent: names('An argument of the enclosing call; `*` for the list of those that it was given by position.'),
    inner: words(['raw', 'plain'], 'The inner text: as it was written, or without markup.'),
    from: texts(
      'A value of the page, the site, a data file or the translations: page.params.x, site.params.x, site.data.x, i18n.x.',
    ),
    text: { type: 'string', description: 'Text with arguments in it: `v${0}`, `${id|0}`. Two dollars stand for one.' },
    asset: text('The address of a file of the site, with arguments in it: `/img/${image}`.'),
    file: text('The text of a file of the site, its path with arguments in it: `examples/${0}`.'),
    child: text(
      'The content of the first child element that this CSS selector matches, which is taken out of the content.',
    ),
    value: { ...scalars, description: 'A literal, also where it begins with a dollar.' },
    split: text('Cuts text into a list.'),
    at: {
      type: ['string', 'integer'],
      ...when({ type: 'string' }, { enum: ['ordinal'] }),
      minimum: 0,
      description: 'Takes one item of the list: its number from 0, or the ordinal of the call.',
    },
    map: mapOf(scalars, 'Replaces values, compared as text.'),
    type: words(['text', 'number', 'boolean', 'list'], 'The type of the result.'),
    base: text('What a relative address is seen from, as templates have it with `relURL`: `/`, or `/img/`.'),
    read: words(
      ['text', 'markdown', 'plain'],
      'How text becomes content: as it is, as Markdown, or as Markdown without its markup.',
    ),
    default: ref('expression', 'What counts where there is no value.'),
  },
  additionalProperties: false,
  oneOf: [
    scalars,
    ...['arg', 'parent', 'inner', 'from', 'text', 'asset', 'file', 'child', 'value'].map((source) => ({
      type: 'object',
      required: [source],
    })),
  ],
};

const splits = {
  heading: { enum: [1, 2, 3, 4, 5, 6], description: 'Each heading of this depth begins a part.' },
  items: { const: true, description: 'Each item of a list is a part.' },
  break: { const: true, description: 'A thematic break, `---`, stands between two parts.' },
  text: text('A paragraph, or a comment, of nothing but this text stands between two parts: `<--->`, `<!-- next -->`.'),
};

const parts: Schema = object(
  { split: object(splits, { oneOf: Object.keys(splits).map((key) => ({ required: [key] })) }) },
  { required: ['split'], description: 'How inner content is cut into parts.' },
);

/** Definitions that the tables of a mapping refer to. */
export const ruleDefinitions: Schema = {
  expression,
  when: object(conditions, { minProperties: 1, description: 'Conditions, all of which must hold.' }),
  parts,
  rule,
  shortcode: ruleWith(['when', 'inner', 'body', 'ignore', 'display', 'rest']),
  targetShortcode: ruleWith(['when', 'ignore', 'display', 'rest']),
  element: ruleWith(['match', 'when', 'ignore', 'display', 'rest'], ['match']),
  fence: ruleWith(['when', 'ignore', 'display', 'rest']),
  content: ruleWith([]),
};
