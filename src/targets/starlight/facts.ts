/** What Starlight expects, as data. */
import type { FieldMeaning } from '../../model/meaning.ts';
import type { DirectiveForm } from '../../writers/mdx/tree/handlers/directive.ts';
import type { FieldForm } from '../../writers/mdx/front-matter/form.ts';
import type { ComponentImport } from '../../writers/mdx/options.ts';
import { relativeAddress } from '../../model/address.ts';

export const CONTENT_FOLDER = 'src/content/docs';
export const STATIC_FOLDER = 'public';

/** The values of the site that pages follow by name. */
export const VARIABLES_PATH = 'src/variables.js';
export const COMPONENT_FOLDER = 'src/components';

/** The icons that Starlight has for places where a project meets its people, by host. */
export const ICON_OF_HOST: Readonly<Record<string, string>> = {
  'bitbucket.org': 'bitbucket',
  'bsky.app': 'blueSky',
  'codeberg.org': 'codeberg',
  'dev.azure.com': 'azureDevOps',
  'discord.com': 'discord',
  'discord.gg': 'discord',
  'facebook.com': 'facebook',
  'github.com': 'github',
  'gitlab.com': 'gitlab',
  'gitter.im': 'gitter',
  'hackerone.com': 'hackerOne',
  'instagram.com': 'instagram',
  'linkedin.com': 'linkedin',
  'mastodon.social': 'mastodon',
  'matrix.to': 'matrix',
  'opencollective.com': 'openCollective',
  'patreon.com': 'patreon',
  'reddit.com': 'reddit',
  'slack.com': 'slack',
  'stackoverflow.com': 'stackOverflow',
  't.me': 'telegram',
  'threads.net': 'threads',
  'twitch.tv': 'twitch',
  'twitter.com': 'twitter',
  'x.com': 'x.com',
  'youtube.com': 'youtube',
  'zulipchat.com': 'zulip',
};

/** Sections whose pages are listed by date. */
export const DATED_SECTIONS: ReadonlySet<string> = new Set(['blog', 'news', 'posts', 'post']);

/** The key for each meaning of a field. */
export const FIELD_KEYS: Partial<Readonly<Record<FieldMeaning, string>>> = {
  title: 'title',
  description: 'description',
  draft: 'draft',
  updated: 'lastUpdated',
  tableOfContents: 'tableOfContents',
  // Astro takes a `layout` for a component to import.
  layout: 'hugo_layout',
};

/** What Starlight's schema checks: a value of another form stops the build. */
export const FIELD_FORMS: Readonly<Record<string, FieldForm>> = {
  title: 'text',
  description: 'text',
  slug: 'text',
  draft: 'boolean',
  lastUpdated: 'timestamp',
  tableOfContents: 'boolean',
  pagefind: 'boolean',
  layout: 'refused',
  editUrl: 'refused',
  head: 'refused',
  template: 'refused',
  hero: 'refused',
  banner: 'refused',
  prev: 'refused',
  next: 'refused',
  sidebar: 'refused',
};

/** Starlight's four asides, by the kinds that mappings name. */
export const ASIDES: DirectiveForm = {
  names: {
    note: 'note',
    info: 'note',
    important: 'note',
    tip: 'tip',
    hint: 'tip',
    success: 'tip',
    caution: 'caution',
    warning: 'caution',
    danger: 'danger',
    error: 'danger',
  },
  otherwise: 'note',
};

const OWN = '@astrojs/starlight/components';

/** The card that leads to a page, which lists of pages are made of. */
export const LINK_CARD: ComponentImport = { from: OWN, kind: 'named' };

export const IMPORTS: Readonly<Record<string, ComponentImport>> = {
  Card: { from: OWN, kind: 'named' },
  Code: { from: OWN, kind: 'named' },
  CardGrid: { from: OWN, kind: 'named' },
  Steps: { from: OWN, kind: 'named' },
  Tabs: { from: OWN, kind: 'named' },
  TabItem: { from: OWN, kind: 'named' },
};

/** Where a page's file finds a component that no package has. */
export const siteComponent = (name: string, file: string): ComponentImport => ({
  from: relativeAddress(`/${file}`, `/${COMPONENT_FOLDER}/${name}.astro`),
  kind: 'default',
});

/** Reads Markdown with ids behind headings, which Starlight does not by itself. */
export const MARKDOWN_PACKAGE = { '@astrojs/markdown-satteri': '0.4.2' } as const;

export const PACKAGES = {
  ...MARKDOWN_PACKAGE,
  '@astrojs/starlight': '0.42.4',
  astro: '7.3.5',
  sharp: '0.35.5',
} as const;

export const OPTIONAL_PACKAGES = { math: { katex: '0.16.47' } } as const;

export const NODE = '>=22.12';
