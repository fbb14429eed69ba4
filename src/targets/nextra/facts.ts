/** What Nextra 4 expects, as data. */
import type { FieldMeaning } from '../../model/meaning.ts';
import type { FieldForm } from '../../writers/mdx/front-matter/form.ts';
import type { ComponentImport } from '../../writers/mdx/options.ts';
import type { CalloutForm } from '../../writers/mdx/tree/handlers/callout.ts';

export const CONTENT_FOLDER = 'content';
export const STATIC_FOLDER = 'public';
export const COMPONENT_FOLDER = 'components';

/** Every file of the content folder is a page: what is none lies outside. */
export const PARTIAL_FOLDER = 'partials';

/** The values of the site that pages follow by name. */
export const VARIABLES_PATH = 'variables.js';

export const FIELD_KEYS: Partial<Readonly<Record<FieldMeaning, string>>> = {
  title: 'title',
  description: 'description',
  keywords: 'keywords',
  label: 'sidebarTitle',
};

/** Nextra hands the front matter to Next as what it says of the page in its head; there these are more than text. */
export const FIELD_FORMS: Readonly<Record<string, FieldForm>> = {
  title: 'text',
  description: 'text',
  keywords: 'textList',
  sidebarTitle: 'text',
  asIndexPage: 'boolean',
  alternates: 'refused',
  appLinks: 'refused',
  appleWebApp: 'refused',
  archives: 'refused',
  assets: 'refused',
  authors: 'refused',
  bookmarks: 'refused',
  facebook: 'refused',
  formatDetection: 'refused',
  icons: 'refused',
  itunes: 'refused',
  metadataBase: 'refused',
  openGraph: 'refused',
  other: 'refused',
  pagination: 'refused',
  pinterest: 'refused',
  robots: 'refused',
  themeColor: 'refused',
  twitter: 'refused',
  verification: 'refused',
  viewport: 'refused',
  category: 'text',
  creator: 'text',
  manifest: 'text',
  publisher: 'text',
};

const callout = (type: string) => ({ component: 'Callout', type });

/** Nextra's callouts, by the kinds that mappings name. */
export const CALLOUTS: CalloutForm = {
  type: 'type',
  kinds: {
    note: callout('info'),
    info: callout('info'),
    tip: callout('default'),
    hint: callout('default'),
    success: callout('default'),
    important: callout('important'),
    warning: callout('warning'),
    caution: callout('error'),
    danger: callout('error'),
    error: callout('error'),
  },
  otherwise: callout('info'),
};

const OWN: ComponentImport = { from: 'nextra/components', kind: 'named' };

export const IMPORTS: Readonly<Record<string, ComponentImport>> = {
  Callout: OWN,
  Cards: OWN,
  Steps: OWN,
  Tabs: OWN,
};

/** The packages of a new site, each in the version that these files were tried with. */
export const PACKAGES = {
  next: '16.4.6',
  nextra: '4.6.1',
  'nextra-theme-docs': '4.6.1',
  react: '19.3.1',
  'react-dom': '19.3.1',
} as const;

export const OPTIONAL_PACKAGES = { math: { katex: '0.16.47' } } as const;

export const DEVELOPMENT_PACKAGES = {
  '@types/node': '24.10.1',
  '@types/react': '19.3.0',
  pagefind: '1.4.0',
  typescript: '5.9.3',
} as const;

/** From 4.4 on zod refuses the settings that the theme checks with it. */
export const OVERRIDES = { zod: '4.3.6' } as const;

export const NODE = '>=20.9';
