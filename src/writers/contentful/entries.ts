/** The entry of a page with its translations, and those that stand inside it. */
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Assets } from './assets.ts';
import type { Components } from './components.ts';
import type { EntryDraft } from './entry-types.ts';
import type { Entry, EntryValue, JsonValue } from './export.ts';
import type { ModelField, PageGroup, PageModel } from './page-model.ts';
import type { ContentfulPlan } from './plan.ts';
import type { Terms } from './terms.ts';
import type { PageContent, WrittenPage } from './write-page.ts';
import { createCollector, createDiagnostic } from '../../diagnostics/diagnostic.ts';
import { amend } from './amend.ts';
import { bytesOf, cutChapters } from './chapters.ts';
import { openDrafts } from './drafts.ts';
import { titleOf } from './ids.ts';
import { limits } from './limits.ts';
import { unpackText } from './packed-text.ts';
import { valueOf } from './page-model.ts';
import { cut } from './plain-text.ts';
import { assetLink, embeddedBlock, entryLink, richDocument } from './rich-text.ts';
import { wordsOf } from './terms.ts';
import { convert, idsOf } from './values.ts';
import { append } from '../../model/append.ts';

export interface EntryContext {
  readonly plan: ContentfulPlan;
  readonly models: ReadonlyMap<string, PageModel>;
  readonly components: Components;
  readonly assets: Assets;
  readonly terms: Terms;
  /** Places that some page links to, as `anchorKey` writes them. */
  readonly anchors: ReadonlySet<string>;
  /** Addresses of pages that the plan has and the export has not, by the ids of their entries. */
  readonly absent: ReadonlyMap<string, string>;
}

type Localized = Record<string, Record<string, EntryValue>>;

/** Leaves first: what the page embeds, then the page. */
export function entriesOf(group: PageGroup, context: EntryContext): { entries: Entry[]; diagnostics: Diagnostic[] } {
  const fields: Localized = Object.create(null);
  const drafts = new Map<string, EntryDraft>();
  const diagnostics: Diagnostic[] = [];
  const contents = group.pages.map((page) => contentOf(page, context));
  const isLong = contents.reduce((bytes, { document }) => bytes + bytesOf(document), 0) > LONG;
  for (const [at, page] of group.pages.entries()) {
    const content = contents[at];
    if (!content) continue;
    for (const draft of content.entries) drafts.set(draft.id, draft);
    append(diagnostics, putOwnFields(fields, page, context));
    // An empty body is left out: Contentful takes an empty value for one.
    if (holdsContent(content.document)) {
      put(fields, 'body', page.locale, isLong ? splitBody(content, page, drafts, diagnostics) : content.document);
    }
  }
  putFrontMatter(fields, group, context);
  const published = group.published ? ({ publishedVersion: 1 } as const) : {};
  const entries = [...drafts.values()].map((draft) => draftEntry(draft, published, context));
  entries.push(entry(group.entryId, group.contentType, inOrder(fields), published));
  return { entries, diagnostics };
}

/** Whether a document holds anything; one without blocks is written as a paragraph without text. */
function holdsContent({ content }: PageContent['document']): boolean {
  const [first, second] = content;
  if (second || first?.nodeType !== 'paragraph') return true;
  return first.content.some((inline) => inline.nodeType !== 'text' || inline.value !== '');
}

/** Bytes of a page's bodies in all locales that leave room for its other fields. */
const LONG = 600_000;

function contentOf(page: WrittenPage, { assets, absent }: EntryContext): PageContent {
  const content = JSON.parse(unpackText(page.content)) as PageContent; // written by writePage
  const own = page.alts.filter(([asset, alt]) => assets.differs(asset, alt, page.locale));
  return amend(content, { entryId: page.entryId, alts: new Map(own), absent });
}

function splitBody(
  { document }: PageContent,
  page: WrittenPage,
  drafts: Map<string, EntryDraft>,
  diagnostics: Diagnostic[],
): EntryValue {
  const parts = cutChapters(document);
  if (parts.length === 1) return document;
  const chapters = openDrafts(page.entryId, createCollector());
  const body = richDocument(parts.map((part) => embeddedBlock(chapters.add('chapter', { body: part }))));
  for (const [id, draft] of chapters.all) drafts.set(id, draft);
  diagnostics.push(createDiagnostic('contentful-page-split', { chapters: parts.length }, { file: page.file }));
  return body;
}

function put(fields: Localized, id: string, locale: string, value: EntryValue): void {
  const values = (fields[id] ??= Object.create(null) as Localized[string]); // a record without inherited keys
  values[locale] = value;
}

function putOwnFields(fields: Localized, page: WrittenPage, { plan, anchors }: EntryContext): Diagnostic[] {
  const { locale, file } = page;
  const diagnostics: Diagnostic[] = [];
  const written = page.title?.text ?? (page.title && JSON.stringify(page.title.json));
  const title = (written ?? fallbackTitle(page, plan)).replace(/\s+/g, ' ').trim();
  if (written === undefined) diagnostics.push(createDiagnostic('contentful-title-missing', { title }, { file }));
  put(fields, 'title', locale, cut(title, limits.symbol));
  if (title.length > limits.symbol) {
    put(fields, 'fullTitle', locale, cut(title, limits.text));
    diagnostics.push(createDiagnostic('contentful-title-cut', { length: title.length }, { file }));
  }
  put(fields, 'slug', locale, slugOf(page, plan));
  if (page.summary !== undefined && page.summary !== '') put(fields, 'excerpt', locale, cut(page.summary, limits.text));
  const headings = linkedHeadings(page, anchors);
  if (headings.length > 0)
    put(
      fields,
      'headingIds',
      locale,
      headings.map(({ id, depth, text }) => ({ id, depth, text })),
    );
  if (page.resources.length > 0)
    put(fields, 'pageResources', locale, page.resources.slice(0, limits.items).map(assetLink));
  return diagnostics;
}

/** The headings that somebody may link to: the site does, or the author has given them an id. */
export const linkedHeadings = (page: WrittenPage, anchors: ReadonlySet<string>): WrittenPage['headings'] =>
  page.headings.filter(({ id, explicit }) => explicit || anchors.has(anchorKey(page.file, id)));

function fallbackTitle(page: WrittenPage, plan: ContentfulPlan): string {
  const name = page.path.split('/').findLast((segment) => segment !== '');
  return name === undefined ? plan.site.title || 'Home' : titleOf(name.replace(/\.(?:md|html)$/, ''));
}

/** The page's address on the Hugo site without the language's part of it. */
export function slugOf(page: WrittenPage, plan: ContentfulPlan): string {
  const prefix = plan.site.languages.find(({ code }) => code === page.language)?.urlPrefix.replaceAll('/', '') ?? '';
  const segments = (page.permalink || page.path).split('/').filter((segment) => segment !== '');
  if (prefix !== '' && segments[0] === prefix) segments.shift();
  return cut(segments.join('/'), limits.symbol) || '/';
}

/** A place on a page, by the page's source file and the place's id. */
export const anchorKey = (file: string, id: string): string => `${file}#${id}`;

function putFrontMatter(fields: Localized, group: PageGroup, context: EntryContext): void {
  const { plan, models } = context;
  const model = models.get(group.contentType);
  if (!model) return;
  for (const field of model.fields) {
    for (const page of group.pages) {
      const value = valueFor(page, field, context);
      // Translations agree on a field that is not localized: it has one value, which stands in the default locale.
      if (value !== undefined) put(fields, field.id, field.localized ? page.locale : plan.locales.default, value);
    }
  }
  for (const page of group.pages) {
    const rest: [string, JsonValue][] = [...model.params].flatMap(([name, key]) => {
      const found = valueOf(page, name);
      return found ? [[key, found.value.json]] : [];
    });
    if (rest.length === 0) continue;
    put(fields, 'params', model.paramsLocalized ? page.locale : plan.locales.default, Object.fromEntries(rest));
  }
}

function valueFor(page: WrittenPage, field: ModelField, { plan, terms, absent }: EntryContext): EntryValue | undefined {
  const { name, spec } = field;
  const found = valueOf(page, name)?.value;
  if (!found) return undefined;
  if (spec.items === 'Entry' && plan.taxonomies.has(name)) {
    const ids = new Set(wordsOf(found).map((word) => terms.idOf(name, word)));
    return [...ids].slice(0, limits.items).map(entryLink);
  }
  const isLink = spec.type === 'Link' || (spec.type === 'Array' && spec.items !== 'Symbol');
  if (!isLink) return convert(found, spec);
  const targets = idsOf(found).filter((id) => !absent.has(id));
  return targets.length > 0 ? convert({ ...found, targets }, spec) : undefined;
}

function draftEntry(draft: EntryDraft, published: Published, { plan, components }: EntryContext): Entry {
  const { id, type, fields } = draft;
  const filled = 'known' in type ? { contentType: type.known, fields } : components.complete({ ...draft, type });
  // An entry inside a page belongs to one language's text and is not localized: what it says stands in the default locale.
  const localized = Object.entries(filled.fields).map(([name, value]) => [name, { [plan.locales.default]: value }]);
  return entry(id, filled.contentType, Object.fromEntries(localized), published);
}

interface Published {
  readonly publishedVersion?: 1;
}

const entry = (id: string, contentType: string, fields: Localized, published: Published): Entry => ({
  sys: {
    type: 'Entry',
    id,
    contentType: { sys: { type: 'Link', linkType: 'ContentType', id: contentType } },
    ...published,
  },
  fields,
});

/** Fields in one order, locales too, whatever the order of pages. */
const inOrder = (fields: Localized): Localized =>
  Object.fromEntries(sorted(fields).map(([id, values]) => [id, Object.fromEntries(sorted(values))]));

const sorted = <T>(record: Record<string, T>): [string, T][] =>
  Object.entries(record).toSorted(([a], [b]) => (a < b ? -1 : 1));
