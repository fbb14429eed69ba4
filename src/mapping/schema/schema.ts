/**
 * The JSON Schema (draft-07) of a mapping file. `schema/mapping.json` is this value; editors complete from it, and the
 * loader checks against it. `x-expected` words what a pattern asks for.
 */
import { FIELD_MEANINGS } from '../../model/meaning.ts';
import { component, ruleDefinitions } from './rules.ts';
import type { Schema } from './terms.ts';
import { mapOf, object, ref, text, texts, when, words } from './terms.ts';

const UNMAPPED_POLICIES = ['component', 'unwrap', 'keep', 'drop', 'error', 'marker'] as const;

/** A rule, or several that are tried in order, or `inherit` among them. */
const ruleOrRules = (definition: string): Schema => {
  const inherit = { enum: ['inherit'], description: 'Goes on with the rules of the files that this one extends.' };
  const item = { type: ['object', 'string'], ...when({ type: 'string' }, inherit, ref(definition)) };
  return { type: ['object', 'array'], ...when({ type: 'array' }, { minItems: 1, items: item }, ref(definition)) };
};

const fieldRule: Schema = {
  type: ['string', 'object'],
  description: 'What becomes of a front matter field.',
  ...when(
    { type: 'string' },
    { enum: ['keep', 'drop'] },
    object(
      {
        as: words(FIELD_MEANINGS, 'What the field stands for; each target has its own key for it.'),
        invert: { type: 'boolean', description: 'For `as`: the field says the opposite.' },
        rename: text('The new key.'),
        value: { description: 'The value that replaces the field’s own.' },
        default: { description: 'The value of a new field on pages that have none.' },
      },
      {
        oneOf: ['as', 'rename', 'value', 'default'].map((key) => ({ required: [key] })),
        dependencies: { invert: ['as'] },
      },
    ),
  ),
};

const componentImport: Schema = object(
  {
    import: text('The module: a package, or a path that the target knows.'),
    named: { type: 'boolean', description: 'Whether the module exports it by name, not as its default.' },
  },
  { required: ['import'] },
);

const unmapped: Schema = {
  type: ['string', 'object'],
  description: 'What becomes of shortcodes that no rule takes.',
  ...when(
    { type: 'string' },
    { enum: UNMAPPED_POLICIES },
    object({
      default: words(UNMAPPED_POLICIES, 'For all that are not named.'),
      shortcodes: mapOf({ enum: UNMAPPED_POLICIES }, 'By name.'),
    }),
  ),
};

const tables = (shortcodeRule: string) => ({
  frontMatter: mapOf(ref('field'), 'What becomes of front matter fields, by key.'),
  components: { ...mapOf(ref('import'), 'Where components come from, by name.'), propertyNames: component },
  shortcodes: mapOf(ruleOrRules(shortcodeRule), 'What becomes of shortcodes, by name.'),
  elements: {
    type: 'array',
    items: ref('element'),
    description: 'What becomes of raw HTML; the first rule that matches wins.',
  },
  code: mapOf(ruleOrRules('fence'), 'What becomes of code fences, by language.'),
  alerts: mapOf(
    ruleOrRules('fence'),
    'What becomes of alerts, quotes that begin with `[!NOTE]`, by kind; `*` is for the others. `$kind`, `$title` and `$sign` are their arguments.',
  ),
  links: {
    type: 'array',
    items: object(
      {
        match: texts('Globs on the address as it is written: `https://github.com/acme/**`. One of them must match.'),
        rewrite: {
          type: 'string',
          description: 'The new address. `$1` stands for what the first `*` or `**` stood for, `$$` for a dollar.',
        },
      },
      { required: ['match', 'rewrite'] },
    ),
    description: 'Addresses of links, pictures and files that are written as others; the first rule that matches wins.',
  },
  unmapped: ref('unmapped'),
});

/** What a mapping holds, wherever it stands. */
export const mappingTables: Schema = object({
  $schema: { type: 'string' },
  version: { const: 1, description: 'The version of this format.' },
  extends: texts(
    'Mappings that this one goes on from: names of shipped ones, paths from this file, or names of packages that hold a mapping.yaml.',
  ),
  plugin: texts(
    'Modules of yours, in JavaScript, whose exported functions rules can name: paths from this file, or packages. They are run.',
  ),
  ...tables('shortcode'),
  perTarget: mapOf(
    object(tables('targetShortcode')),
    'What only one target needs, by target. What is said of `mdx` counts for the frameworks too that take MDX, as Docusaurus does; what is said of these goes before it.',
  ),
  examples: {
    type: 'array',
    items: object(
      {
        name: text('What it shows.'),
        source: { type: 'string', description: 'A page, or a part of one.' },
        expect: mapOf({ type: 'string' }, 'What it becomes, by target.'),
      },
      { required: ['source', 'expect'] },
    ),
    description: 'Source texts and what becomes of them.',
  },
});

export const mappingSchema: Schema = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  title: 'decant mapping',
  description: 'What the shortcodes, front matter, raw HTML, code fences and alerts of a Hugo site mean.',
  ...mappingTables,
  required: ['version'],
  definitions: { ...ruleDefinitions, field: fieldRule, import: componentImport, unmapped },
};
