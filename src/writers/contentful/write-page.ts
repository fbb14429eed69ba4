/** One page of an export, in a form that is small to keep and can be sent from a worker or read from a cache. */
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { FieldValue, PageMeta } from '../../model/page.ts';
import type { Outcome, WriterInput } from '../writer.ts';
import type { EntryDraft } from './entry-types.ts';
import type { LinkResolver } from './links.ts';
import type { PageField } from './page-fields.ts';
import type { ContentfulPlan } from './plan.ts';
import type { RichDocument } from './rich-text.ts';
import type { HeadingFact } from './state.ts';
import type { PathLookup, Typed } from './values.ts';
import { recordFiles } from './links.ts';
import { packText } from './packed-text.ts';
import { readFields } from './page-fields.ts';
import { KIND } from './values.ts';
import { writeRichText } from './write-rich-text.ts';

export interface WrittenPage {
  readonly file: string;
  readonly language: string;
  readonly path: string;
  readonly permalink: string;
  readonly entryId: string;
  readonly contentType: string;
  readonly locale: string;
  readonly published: boolean;
  /** Left out of the export, as its translations are published and it is not. */
  readonly heldBack: boolean;
  readonly title?: Typed;
  readonly fields: readonly PageField[];
  readonly summary?: string;
  readonly headings: readonly HeadingFact[];
  /** Files that the page shows or links to, by the ids of their assets. */
  readonly assets: readonly (readonly [id: string, file: string])[];
  /** Alternative texts of the assets that stand in the page's rich text. */
  readonly alts: readonly (readonly [asset: string, alt: string])[];
  /** Files of the page's bundle that nothing on the page leads to. */
  readonly resources: readonly string[];
  readonly components: readonly ComponentFact[];
  /** A `PageContent` as JSON, packed: it has to wait for all other pages. */
  readonly content: string;
}

interface WritePageOutput {
  readonly written: WrittenPage;
  readonly outcomes: readonly Outcome[];
  readonly diagnostics: readonly Diagnostic[];
}

export interface PageContent {
  readonly document: RichDocument;
  readonly entries: readonly EntryDraft[];
}

/** How the page uses a component. */
interface ComponentFact {
  readonly name: string;
  readonly hasBody: boolean;
  /** The kinds of values of each prop. */
  readonly props: readonly (readonly [name: string, kinds: number])[];
}

/** What a page's addresses lead to. */
export interface PageAddresses {
  readonly links: LinkResolver;
  /** The site's files that the page addresses, wherever it does so. */
  readonly files: readonly string[];
}

/** Writes one page. The parts are put together by `buildContentful`, which knows all pages. */
export function writePage(plan: ContentfulPlan, input: WriterInput, { links, files }: PageAddresses): WritePageOutput {
  const { page } = input;
  const { heldBack, order: _, ...place } = plan.pageOf(page);
  const used = new Map<string, string>();
  const lookup = pathLookup(page, recordFiles(links, used));
  const { title, fields, outcomes } = readFields(page, plan, lookup);
  // An image that is named in a map is no link, but its file belongs to the page all the same.
  for (const text of page.frontMatter.fields.flatMap(({ value }) => textsIn(value))) lookup(text);
  const body = writeRichText(input, { entryId: place.entryId, links });
  for (const file of [...files, ...body.assets.values()]) used.set(plan.assetOf(file), file);
  const resources = page.resources.filter(({ file }) => !used.has(plan.assetOf(file)));
  for (const { file } of resources) used.set(plan.assetOf(file), file);
  const content: PageContent = { document: body.document, entries: body.entries };
  const all = [...outcomes, ...body.outcomes];
  const written: WrittenPage = {
    file: page.file,
    language: page.language,
    path: page.path,
    permalink: plan.addressOf(page),
    ...place,
    heldBack: heldBack !== undefined,
    ...(title && { title }),
    fields,
    ...(body.summary !== undefined && { summary: body.summary }),
    headings: body.headings,
    assets: [...used],
    alts: [...body.plainImages],
    resources: resources.map(({ file }) => plan.assetOf(file)),
    components: componentFacts(body.entries),
    content: packText(JSON.stringify(content)),
  };
  return {
    written,
    outcomes: heldBack === undefined ? all : all.map((outcome) => ({ ...outcome, result: 'dropped', by: HELD_BACK })),
    diagnostics: body.diagnostics,
  };
}

const HELD_BACK = 'contentful:translation-held-back';

const IMAGE = /\.(?:png|jpe?g|gif|svg|webp|avif|ico|bmp)$/i;
const PAGE_PATH = /^(?:\.{0,2}\/[^?#]*|[^:?#]+\.md)$/;

/** Front matter values that are the path of an image or of a page. Words are none, even if a page has that name. */
function pathLookup(page: PageMeta, links: LinkResolver): PathLookup {
  return (text) => {
    const isImage = IMAGE.test(text);
    if (!isImage && !PAGE_PATH.test(text)) return undefined;
    const target = links.resolve(text, page, isImage ? 'figure' : 'href');
    if (target.kind === 'asset' && isImage) return { kind: 'asset', id: target.id };
    return target.kind === 'entry' ? { kind: 'page', id: target.id } : undefined;
  };
}

function textsIn(value: FieldValue): readonly string[] {
  if (value.type === 'list') return value.items.flatMap(textsIn);
  if (value.type === 'map') return value.fields.flatMap((field) => textsIn(field.value));
  return value.type === 'text' ? [value.value] : [];
}

function componentFacts(entries: readonly EntryDraft[]): ComponentFact[] {
  const facts = new Map<string, { hasBody: boolean; props: Map<string, number> }>();
  for (const { type, fields, props = [] } of entries) {
    if (!('component' in type)) continue;
    const fact = facts.get(type.component) ?? { hasBody: false, props: new Map<string, number>() };
    fact.hasBody ||= fields['body'] !== undefined;
    for (const { name, value } of props) fact.props.set(name, (fact.props.get(name) ?? 0) | KIND[value.kind]);
    facts.set(type.component, fact);
  }
  return [...facts].map(([name, { hasBody, props }]) => ({ name, hasBody, props: [...props] }));
}
