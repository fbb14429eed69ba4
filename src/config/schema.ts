/** The JSON Schema (draft-07) of `decant.yaml`; `schema/config.json` is this value. */
import type { Schema } from '../mapping/schema/terms.ts';
import { mappingSchema, mappingTables } from '../mapping/schema/schema.ts';
import { object, ref, text, texts, when, words } from '../mapping/schema/terms.ts';
import { contentfulSettings } from './contentful.ts';
import { MOST_NESTING } from '../model/limits.ts';
import { TARGETS } from '../targets/load-target.ts';

const targets = Object.keys(TARGETS);

const folder = (about: string): Schema => text(about);
const flag = (about: string): Schema => ({ type: 'boolean', description: about });

const output: Schema = {
  type: ['string', 'object'],
  description:
    'The folder to write into, seen from this file; several targets have a folder of their own below it, by name. Or one for each target.',
  ...when(
    { type: 'string' },
    { minLength: 1 },
    {
      ...object(Object.fromEntries(targets.map((target) => [target, folder(`The folder for ${target}.`)]))),
      minProperties: 1,
    },
  ),
};

const mapping: Schema = {
  type: ['string', 'array', 'object'],
  description:
    'What shortcodes, front matter, raw HTML and code fences mean: in place, or the name of a mapping that comes with ' +
    'decant, or a path from this file, or a list of these, of which a later one wins.',
  ...when({ type: 'object' }, ref('mapping'), { minLength: 1, minItems: 1, items: { type: 'string', minLength: 1 } }),
};

const settings: Schema = {
  $schema: { type: 'string' },
  version: { const: 1, description: 'The version of this format.' },
  site: folder('The folder with the site’s own configuration, seen from this file; without it, where this file is.'),
  target: {
    ...when({ type: 'array' }, { minItems: 1, items: { enum: targets } }, { enum: targets }),
    description: 'What to write: a target by its name, or a list of several; `--to` goes before it.',
  },
  output,
  include: texts('Only pages whose source path matches one of these globs.'),
  exclude: texts('Leaves out pages whose source path matches one of these globs.'),
  languages: texts('Only pages in these languages, by code.'),
  drafts: flag('Drafts too.'),
  future: flag('Pages with a future publishing date too.'),
  expired: flag('Expired pages too.'),
  environment: text('Which config/<name> of the site applies; `production` without it.'),
  paths: {
    type: 'object',
    additionalProperties: { type: 'string', minLength: 1 },
    description:
      'Moves pages and trees: old paths to new ones, both below the content folder, as in `docs/reference/**: api/**`. Old ones are globs, ' +
      'tried in this order; each `*` and `**` of a new one stands for what the wildcard of the same number has matched. A page’s file and ' +
      'address move, and links, menus and redirects follow.',
  },
  versions: {
    type: 'array',
    description:
      'all targets of MDX: versions of the docs in folders of their own or in other checkouts, the newest first. `--version` goes before it.',
    items: object(
      {
        name: text('What readers call it. Quoted: without that, 1.10 is the number 1.1 to YAML.'),
        folder: text(
          'Its folder below the content folder, without language, as in `docs/v1.2`; or that of another checkout, seen from this file, as in `../site-1.2`.',
        ),
      },
      { required: ['name', 'folder'] },
    ),
  },
  contentful: contentfulSettings,
  fragment: flag('html: only the content of each page, without <html> and <head>.'),
  redirects: {
    type: 'array',
    description:
      'all targets of MDX: `netlify` writes old addresses as the `_redirects` file of Netlify and Cloudflare Pages, `csv` as a table in `redirects.csv`.',
    items: { enum: ['netlify', 'csv'] },
  },
  extension: words(
    ['auto', 'md', 'mdx'],
    'all targets of MDX: `mdx`, or `auto` for .md where Markdown can say all that a page says, or `md` for that with a warning where it cannot.',
  ),
  limits: {
    ...object({
      nesting: {
        type: 'integer',
        minimum: 1,
        maximum: MOST_NESTING,
        description:
          'How many levels of content may stand inside one another; 100 without it. What is deeper stays text.',
      },
    }),
    description:
      'How much of a page is read: `nesting` is how many levels of content may stand inside one another, 100 without it.',
  },
  mapping,
};

export const configSchema: Schema = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  title: 'decant configuration',
  description: 'One migration: which site, what of it, into what, and what its shortcodes mean.',
  ...object(settings, { required: ['version'] }),
  definitions: { ...definitionsOf(mappingSchema), mapping: mappingTables },
};

/** Keys that only a mapping has: one of them at the top of `decant.yaml` says that somebody put a mapping there. */
export const MAPPING_KEYS: ReadonlySet<string> = new Set(
  Object.keys(mappingTables['properties'] as Schema).filter((key) => !(key in settings)),
);

function definitionsOf(schema: Schema): Schema {
  return schema['definitions'] as Schema; // a schema of ours, which has them
}
