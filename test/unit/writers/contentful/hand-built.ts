/** Pages and sites made by hand, for tests that need no reader. */
import type { FlowContent, Inline } from '../../../../src/model/nodes.ts';
import type { Field, FieldValue, Page, PageMeta } from '../../../../src/model/page.ts';
import type { Site } from '../../../../src/model/site.ts';
import type { ContentfulOptions } from '../../../../src/writers/contentful/options.ts';
import type { ContentfulPlan } from '../../../../src/writers/contentful/plan.ts';
import type { RichTextOutput } from '../../../../src/writers/contentful/write-rich-text.ts';
import type { WriterInput } from '../../../../src/writers/writer.ts';
import { defaultMarkup } from '../../../../src/model/markup.ts';
import { createLinkResolver } from '../../../../src/passes/links/resolve.ts';
import { rewriteLinks } from '../../../../src/passes/links/rewrite-links.ts';
import { addressBook } from '../../../../src/targets/contentful/address-book.ts';
import { buildContentful } from '../../../../src/writers/contentful/build.ts';
import { createLinks } from '../../../../src/writers/contentful/links.ts';
import { planContentful } from '../../../../src/writers/contentful/plan.ts';
import { exportFile } from '../../../../src/writers/contentful/serialize.ts';
import { writePage } from '../../../../src/writers/contentful/write-page.ts';
import { writeRichText } from '../../../../src/writers/contentful/write-rich-text.ts';

export const nowhere = { line: 1, column: 1, offset: 0, length: 0 };

export const text = (value: string): Inline => ({ type: 'text', value });

export const p = (...children: (string | Inline)[]): FlowContent => ({
  type: 'paragraph',
  children: children.map((child) => (typeof child === 'string' ? text(child) : child)),
});

export const value = (plain: unknown): FieldValue => {
  if (plain === null) return { type: 'null', source: 'null' };
  if (typeof plain === 'string') return { type: 'text', value: plain, source: plain };
  if (typeof plain === 'boolean') return { type: 'boolean', value: plain, source: String(plain) };
  if (typeof plain === 'number') {
    return { type: Number.isInteger(plain) ? 'integer' : 'float', value: plain, source: String(plain) };
  }
  if (Array.isArray(plain)) return { type: 'list', items: plain.map(value) };
  return { type: 'map', fields: fields(plain as Record<string, unknown>) };
};

export const fields = (plain: Record<string, unknown>): Field[] =>
  Object.entries(plain).map(([key, content]) => ({ key, name: key.toLowerCase(), value: value(content) }));

export interface PageParts {
  readonly path?: string;
  readonly language?: string;
  readonly frontMatter?: Record<string, unknown>;
  readonly body?: readonly FlowContent[];
  readonly meta?: Partial<PageMeta>;
}

export function page({
  path = '/docs/page',
  language = 'en',
  frontMatter = {},
  body = [],
  meta = {},
}: PageParts = {}): Page {
  const section = path.split('/')[1] ?? '';
  return {
    file: `content/${language}${path}.md`,
    path,
    language,
    kind: 'page',
    bundle: 'none',
    format: 'markdown',
    section,
    contentType: section,
    permalink: `${language === 'en' ? '' : `/${language}`}${path}/`,
    aliases: [],
    resources: [],
    hidden: [],
    frontMatter: { format: 'yaml', place: nowhere, contentPlace: nowhere, fields: fields(frontMatter) },
    body,
    bodyPlace: nowhere,
    calls: [],
    ...meta,
  };
}

export const site = (languages: readonly string[] = ['en'], parts: Partial<Site> = {}): Site => ({
  title: 'Docs',
  baseUrl: 'https://docs.example.org/',
  defaultLanguage: 'en',
  languages: languages.map((code) => ({
    code,
    name: code.toUpperCase(),
    weight: 0,
    title: 'Docs',
    disabled: false,
    markup: defaultMarkup,
    params: value({}),
    urlPrefix: code === 'en' ? '' : code,
  })),
  mounts: [],
  config: value({}),
  pages: [],
  staticFiles: [
    { file: 'static/logo.png', url: '/logo.png' },
    { file: 'static/guide.pdf', url: '/guide.pdf' },
  ],
  assets: [],
  generated: [],
  linkedPlaces: [],
  menus: [],
  hooks: { link: 'unknown', image: 'unknown' },
  shortcodes: new Map(),
  ...parts,
});

export const input = (read: Page, source = ''): WriterInput => ({ page: read, source, markup: defaultMarkup });

/** The rich text of a body, on a site with the pages `/docs/page` and `/docs/other`. */
export function richText(body: readonly FlowContent[], source = '', markup = defaultMarkup): RichTextOutput {
  const own = page({ body });
  const pages = [own, page({ path: '/docs/other' })];
  const on = site(['en'], { pages });
  const linksOf = linking(planOf(pages, on), on);
  const { page: linked, links, diagnostics } = linksOf(own);
  const output = writeRichText({ page: linked, source, markup }, { entryId: 'page.docs.page', links });
  return { ...output, diagnostics: [...diagnostics, ...output.diagnostics] };
}

export const planOf = (pages: readonly Page[], on: Site = site(), options: ContentfulOptions = {}): ContentfulPlan =>
  planContentful({ site: on, pages, options });

/** The links of pages, found and written as the target does it. */
export function linking(plan: ContentfulPlan, on: Site) {
  const resolver = createLinkResolver({ site: on });
  const links = createLinks(plan, resolver.resolve);
  return (own: Page) => {
    const linked = rewriteLinks(own, { resolver, book: addressBook(plan) });
    return { ...linked, anchors: linked.links.anchors, links, files: linked.links.published.map(({ file }) => file) };
  };
}

/** Pages written on a site that has them. */
export function writePages(plan: ContentfulPlan, pages: readonly Page[], on: Site) {
  const linksOf = linking(plan, on.pages.length > 0 ? on : { ...on, pages });
  return pages.map((own) => {
    const linked = linksOf(own);
    return { ...writePage(plan, input(linked.page), linked), anchors: linked.anchors };
  });
}

/** A PNG of no content: enough for its type. */
const png = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** The export of some pages, parsed, with what was reported. */
export function exported(pages: readonly Page[], on: Site = site(), options: ContentfulOptions = {}) {
  const plan = planOf(pages, on, options);
  const written = writePages(plan, pages, on);
  const output = buildContentful({
    plan,
    pages: written.map((one) => one.written),
    anchors: written.flatMap(({ anchors }) => anchors),
    inspect: () => ({ head: png, size: 8 }),
  });
  const file = exportFile('', output).text;
  const json = JSON.parse(file);
  const idsOf = (list: readonly { readonly sys: { readonly id: string } }[]): string[] => list.map(({ sys }) => sys.id);
  const ids = { contentTypes: idsOf(json.contentTypes), assets: idsOf(json.assets), entries: idsOf(json.entries) };
  return { ...output, written, text: file, json, ids };
}

/** Rich text in short: `paragraph(bold"a" hyperlink:/x("b"))`. */
export function outline(node: { readonly nodeType: string }): string {
  const {
    nodeType,
    content = [],
    value: words,
    marks = [],
    data = {},
  } = node as {
    nodeType: string;
    content?: readonly { nodeType: string }[];
    value?: string;
    marks?: readonly { type: string }[];
    data?: { uri?: string; target?: { sys: { id: string } }; colspan?: number };
  };
  if (nodeType === 'text') return `${marks.map(({ type }) => type).join('+')}${JSON.stringify(words)}`;
  const target = data.uri ?? data.target?.sys.id.replace(/\.[0-9a-f]{16}$/, '') ?? (data.colspan && `x${data.colspan}`);
  const inner = content.map(outline).join(' ');
  return `${nodeType}${target === undefined ? '' : `:${target}`}${inner === '' ? '' : `(${inner})`}`;
}

export const outlines = (output: RichTextOutput): string[] => output.document.content.map(outline);

export const codes = (findings: readonly { readonly code: string }[]): string[] => findings.map(({ code }) => code);
