/** What Mintlify expects, as data. */
import type { FieldMeaning } from '../../model/meaning.ts';
import type { FieldForm } from '../../writers/mdx/front-matter/form.ts';
import type { CalloutForm } from '../../writers/mdx/tree/handlers/callout.ts';

/** Files that pages import; nothing in it is a page. */
export const SNIPPET_FOLDER = 'snippets';

/** The values of the site that pages follow by name. */
export const VARIABLES_PATH = `${SNIPPET_FOLDER}/variables.mdx`;

/** Elements that Mintlify does not take among blocks, as components that render them. */
export const ELEMENTS_PATH = `${SNIPPET_FOLDER}/html.jsx`;

/** Folders at the root that are no place for pages, and what stands for them. */
export const RESERVED_FOLDERS: Readonly<Record<string, string>> = {
  _mintlify: 'mintlify-pages',
  _snippets: 'snippet-pages',
  api: 'api-reference',
  snippets: 'snippet-pages',
};

/** Files that Mintlify reads as its own wherever they lie: as pages and snippets, or as what every page loads. */
export const READ_EXTENSIONS: ReadonlySet<string> = new Set(['css', 'js', 'jsx', 'md', 'mdx', 'tsx']);

export const FIELD_KEYS: Partial<Readonly<Record<FieldMeaning, string>>> = {
  title: 'title',
  description: 'description',
  keywords: 'keywords',
  label: 'sidebarTitle',
};

/** What Mintlify takes these keys for, in the form that it wants. */
export const FIELD_FORMS: Readonly<Record<string, FieldForm>> = {
  title: 'text',
  description: 'text',
  keywords: 'textList',
  sidebarTitle: 'text',
  boost: 'number',
  canonical: 'text',
  createdDate: 'text',
  deprecated: 'boolean',
  hidden: 'boolean',
  icon: 'text',
  lastUpdatedDate: 'text',
  noindex: 'boolean',
  robots: 'text',
  searchable: 'boolean',
  tag: 'text',
  timestamp: 'boolean',
  version: 'text',
  // What an author of a Hugo site says with these is something else.
  api: 'refused',
  asyncapi: 'refused',
  auth: 'refused',
  authMethod: 'refused',
  contentType: 'refused',
  contextual: 'refused',
  graphql: 'refused',
  groups: 'refused',
  iconType: 'refused',
  mode: 'refused',
  openapi: 'refused',
  playground: 'refused',
  public: 'refused',
  related: 'refused',
  rss: 'refused',
  sdk: 'refused',
  url: 'refused',
};

const callout = (component: string) => ({ component });

/** Mintlify's callouts, by the kinds that mappings name. */
export const CALLOUTS: CalloutForm = {
  kinds: {
    note: callout('Note'),
    info: callout('Info'),
    important: callout('Info'),
    tip: callout('Tip'),
    hint: callout('Tip'),
    success: callout('Check'),
    check: callout('Check'),
    warning: callout('Warning'),
    caution: callout('Warning'),
    danger: callout('Danger'),
    error: callout('Danger'),
  },
  otherwise: callout('Note'),
};

/** The colours of a badge, by the kinds that mappings name. */
export const BADGE_COLORS: Readonly<Record<string, string>> = {
  note: 'blue',
  info: 'blue',
  primary: 'blue',
  tip: 'green',
  success: 'green',
  warning: 'orange',
  caution: 'orange',
  danger: 'red',
  error: 'red',
  default: 'gray',
  secondary: 'gray',
};

/** The components that pages have without an import. */
export const COMPONENTS: readonly string[] = [
  'Accordion',
  'AccordionGroup',
  'Badge',
  'Callout',
  'Card',
  'CardGroup',
  'Check',
  'CodeBlock',
  'CodeGroup',
  'Color',
  'Column',
  'Columns',
  'Danger',
  'Expandable',
  'FileTree',
  'Frame',
  'Heading',
  'Icon',
  'Info',
  'Latex',
  'Link',
  'Mermaid',
  'Note',
  'Panel',
  'ParamField',
  'Prompt',
  'RequestExample',
  'ResponseExample',
  'ResponseField',
  'Step',
  'Steps',
  'Tab',
  'Tabs',
  'Tile',
  'Tip',
  'Tooltip',
  'Tree',
  'Update',
  'View',
  'Visibility',
  'Warning',
];

/** The elements that may stand among blocks; any other one is left out with all that is in it. */
export const BLOCK_ELEMENTS: ReadonlySet<string> = new Set(
  (
    'a b br button clipPath code col colgroup defs div form g h1 h2 h3 h4 head hr iframe img input kbd label li link ol p path ' +
    'picture pre rect script section source span sub sup svg table tbody td th thead tr ul video'
  ).split(' '),
);

/** The languages that a site can have. */
export const LANGUAGES: readonly string[] =
  'ar ca cn cs da de en es fi fr fr-CA he hi hu id it ja ko lv nl no pl pt pt-BR ro ru sv tr uk uz vi zh zh-Hans zh-Hant'.split(
    ' ',
  );

/** Languages that Hugo's sites know by another code. */
export const LANGUAGE_OF_CODE: Readonly<Record<string, string>> = {
  iw: 'he',
  jp: 'ja',
  nb: 'no',
  nn: 'no',
  'zh-cn': 'zh-Hans',
  'zh-hk': 'zh-Hant',
  'zh-sg': 'zh-Hans',
  'zh-tw': 'zh-Hant',
};

export const THEME = 'mint';
export const PRIMARY_COLOR = '#3b6ea5';

/** The most columns that a footer has. */
export const FOOTER_COLUMNS = 4;

/** The command line of Mintlify, in the version that these files were tried with. */
export const DEVELOPMENT_PACKAGES = { mint: '4.2.939' } as const;
