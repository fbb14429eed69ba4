/** What Docusaurus 3 expects, as data. */
import type { FieldMeaning } from '../../model/meaning.ts';
import type { DirectiveForm } from '../../writers/mdx/tree/handlers/directive.ts';
import type { FieldForm } from '../../writers/mdx/front-matter/form.ts';
import type { ComponentImport } from '../../writers/mdx/options.ts';

/** The three kinds of content, each with a plugin of its own. */
export type Area = 'docs' | 'blog' | 'pages';

/** Folder of each area for the default language, and below `i18n/LANGUAGE` for the others. */
export const FOLDERS: { readonly [A in Area]: { readonly main: string; readonly translated: string } } = {
  docs: { main: 'docs', translated: 'docusaurus-plugin-content-docs/current' },
  blog: { main: 'blog', translated: 'docusaurus-plugin-content-blog' },
  pages: { main: 'src/pages', translated: 'docusaurus-plugin-content-pages' },
};

/** The site's own components. */
export const COMPONENT_FOLDER = 'src/components';

/** Files that are served as they are. */
export const STATIC_FOLDER = 'static';

/** The values of the site that pages follow by name. */
export const VARIABLES_PATH = 'src/variables.js';

/** The section whose pages are documentation. Where a site has none, all its pages but the blog’s are. */
export const DOCS_SECTION = 'docs';

type Keys = Partial<Readonly<Record<FieldMeaning, string>>>;
type Forms = Readonly<Record<string, FieldForm>>;

const COMMON_KEYS: Keys = {
  title: 'title',
  description: 'description',
  draft: 'draft',
  keywords: 'keywords',
  images: 'image',
  tableOfContents: 'hide_table_of_contents',
};

/** The key for each meaning of a field. */
export const FIELD_KEYS: { readonly [A in Area]: Keys } = {
  docs: { ...COMMON_KEYS, label: 'sidebar_label', order: 'sidebar_position', tags: 'tags' },
  blog: { ...COMMON_KEYS, label: 'sidebar_label', tags: 'tags', date: 'date', authors: 'authors' },
  pages: COMMON_KEYS,
};

const COMMON_FORMS: Forms = {
  title: 'text',
  description: 'text',
  slug: 'text',
  image: 'firstAddress',
  keywords: 'textList',
  draft: 'boolean',
  unlisted: 'boolean',
  hide_table_of_contents: 'opposite',
  toc_min_heading_level: 'number',
  toc_max_heading_level: 'number',
};

/** What is checked of a page's front matter: a value of another form stops the build. */
export const FIELD_FORMS: { readonly [A in Area]: Forms } = {
  docs: {
    ...COMMON_FORMS,
    id: 'name',
    hide_title: 'boolean',
    sidebar_label: 'text',
    sidebar_position: 'number',
    sidebar_class_name: 'text',
    sidebar_key: 'text',
    displayed_sidebar: 'text',
    pagination_label: 'text',
    pagination_next: 'text',
    pagination_prev: 'text',
    parse_number_prefixes: 'boolean',
    custom_edit_url: 'address',
    tags: 'textList',
    last_update: 'refused',
  },
  blog: {
    ...COMMON_FORMS,
    id: 'text',
    title_meta: 'text',
    sidebar_label: 'text',
    tags: 'textList',
    date: 'date',
    author: 'refused',
    author_title: 'text',
    author_url: 'address',
    author_image_url: 'address',
    authorTitle: 'text',
    authorURL: 'address',
    authorImageURL: 'address',
    last_update: 'refused',
  },
  pages: { ...COMMON_FORMS, wrapperClassName: 'text', last_update: 'refused' },
};

/** The admonitions that Docusaurus knows, by the kinds that mappings name. */
export const ADMONITIONS: DirectiveForm = {
  names: {
    note: 'note',
    info: 'info',
    tip: 'tip',
    important: 'important',
    warning: 'warning',
    caution: 'caution',
    danger: 'danger',
    success: 'success',
    error: 'danger',
    hint: 'tip',
  },
  otherwise: 'note',
};

/**
 * The theme's link: Docusaurus knows its ids when it looks for broken anchors, which it does not of raw `<a id>`, and the navigation
 * bar leaves room for it.
 */
export const LINK_TARGET = 'LinkTarget';

export const IMPORTS: Readonly<Record<string, ComponentImport>> = {
  [LINK_TARGET]: { from: '@theme/MDXComponents/A', kind: 'default' },
  CodeBlock: { from: '@theme/CodeBlock', kind: 'default' },
  Tabs: { from: '@theme/Tabs', kind: 'default' },
  TabItem: { from: '@theme/TabItem', kind: 'default' },
};
