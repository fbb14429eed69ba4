/** What Fumadocs expects, as data. */
import type { FieldMeaning } from '../../model/meaning.ts';
import type { FieldForm } from '../../writers/mdx/front-matter/form.ts';
import type { ComponentImport } from '../../writers/mdx/options.ts';
import type { CalloutForm } from '../../writers/mdx/tree/handlers/callout.ts';

export const CONTENT_FOLDER = 'content/docs';
export const STATIC_FOLDER = 'public';
export const COMPONENT_FOLDER = 'components';

/** Every file of the content folder is a page: what is none lies outside. */
export const PARTIAL_FOLDER = 'partials';

/** The values of the site that pages follow by name. */
export const VARIABLES_PATH = 'variables.js';

export const FIELD_KEYS: Partial<Readonly<Record<FieldMeaning, string>>> = {
  title: 'title',
  description: 'description',
  label: 'sidebarTitle',
  tableOfContents: 'tableOfContents',
};

/** What the schema of pages checks. */
export const FIELD_FORMS: Readonly<Record<string, FieldForm>> = {
  title: 'text',
  description: 'text',
  sidebarTitle: 'text',
  icon: 'text',
  full: 'boolean',
  tableOfContents: 'boolean',
  _openapi: 'refused',
};

const callout = (type: string) => ({ component: 'Callout', type });

/** Fumadocs' callouts, by the kinds that mappings name. */
export const CALLOUTS: CalloutForm = {
  type: 'type',
  title: 'title',
  kinds: {
    note: callout('info'),
    info: callout('info'),
    important: callout('info'),
    tip: callout('idea'),
    hint: callout('idea'),
    success: callout('success'),
    warning: callout('warning'),
    caution: callout('warning'),
    danger: callout('error'),
    error: callout('error'),
  },
  otherwise: callout('info'),
};

const from = (name: string): ComponentImport => ({ from: `fumadocs-ui/components/${name}`, kind: 'named' });

export const IMPORTS: Readonly<Record<string, ComponentImport>> = {
  Callout: from('callout'),
  Card: from('card'),
  Cards: from('card'),
  Step: from('steps'),
  Steps: from('steps'),
  Tab: from('tabs'),
  Tabs: from('tabs'),
};

/** The packages of a new site, each in the version that these files were tried with. */
export const PACKAGES = {
  '@shikijs/transformers': '4.6.0',
  'fumadocs-core': '16.15.13',
  'fumadocs-mdx': '15.4.3',
  'fumadocs-ui': '16.15.13',
  next: '16.4.6',
  react: '19.3.1',
  'react-dom': '19.3.1',
  zod: '4.3.6',
} as const;

export const OPTIONAL_PACKAGES = { math: { katex: '0.16.47' }, mermaid: { mermaid: '11.12.2' } } as const;

export const DEVELOPMENT_PACKAGES = {
  '@tailwindcss/postcss': '4.3.5',
  '@types/mdx': '2.0.14',
  '@types/node': '24.10.1',
  '@types/react': '19.3.0',
  '@types/react-dom': '19.3.0',
  postcss: '8.5.6',
  tailwindcss: '4.3.5',
  typescript: '5.9.3',
} as const;

export const NODE = '>=20.10';
