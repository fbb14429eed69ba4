/** Puts written pages together to one export. */
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Link } from './rich-text.ts';
import type { AssetCopy, Inspect } from './assets.ts';
import type { TypePlan } from './content-types.ts';
import type { EntryTypeId } from './entry-types.ts';
import type { Asset, Entry, Locale } from './export.ts';
import type { PageGroup, PageModel } from './page-model.ts';
import type { ContentfulPlan } from './plan.ts';
import type { WrittenPage } from './write-page.ts';
import { createDiagnostic } from '../../diagnostics/diagnostic.ts';
import { buildAssets } from './assets.ts';
import { inferComponents } from './components.ts';
import { knownType } from './content-types.ts';
import { anchorKey, entriesOf } from './entries.ts';
import { entryTypes } from './entry-types.ts';
import { nameFields } from './field-names.ts';
import { limits } from './limits.ts';
import { OWN_FIELDS, inferPageModel } from './page-model.ts';
import { byType, pageTypes } from './page-types.ts';
import { settingsEntry, settingsType } from './settings.ts';
import { collectTerms, termEntry } from './terms.ts';
import { append } from '../../model/append.ts';

export interface ContentfulInput {
  readonly plan: ContentfulPlan;
  /** In any order: the export does not depend on it. */
  readonly pages: Iterable<WrittenPage>;
  /** The places on pages that pages link to. */
  readonly anchors: Iterable<{ readonly file: string; readonly id: string }>;
  readonly inspect: Inspect;
}

/** A site as Contentful takes it: what all forms of an export are made from. */
export interface ContentfulSite {
  readonly locales: readonly Locale[];
  readonly types: readonly TypePlan[];
  readonly assets: readonly Asset[];
  /** Leaves first: what a page embeds, then the page. */
  readonly entries: readonly EntryLine[];
  /** Files to lay out beside the export, for `--upload-assets --assets-directory assets`. */
  readonly files: readonly AssetCopy[];
  readonly diagnostics: readonly Diagnostic[];
}

/** An entry as JSON in UTF-8, a small part of the memory of the tree. */
export interface EntryLine {
  readonly id: string;
  readonly contentType: string;
  readonly json: Uint8Array;
  /** Ids of the entries that it links to. */
  readonly links: readonly string[];
}

/** Builds the export of a site: content types inferred from all pages, then entries, assets and locales. */
export function buildContentful({ plan, pages, anchors: linked, inspect }: ContentfulInput): ContentfulSite {
  const order = (page: WrittenPage): number => plan.pageOf(page).order;
  const shown = [...pages].filter(({ heldBack }) => !heldBack).toSorted((a, b) => order(a) - order(b));
  const groups = groupPages(shown);
  const { models, diagnostics } = inferModels(groups, plan);
  const assets = buildAssets(plan, shown, inspect);
  const terms = collectTerms(groups, plan);
  const components = inferComponents(shown, new Map<string, unknown>([...plan.types, ...models]));
  const present = new Set([...groups.map(({ entryId }) => entryId), ...terms.all.map(({ id }) => id)]);
  const absent = new Map([...plan.addresses].filter(([id]) => !present.has(id)));
  const anchors = new Set(Array.from(linked, ({ file, id }) => anchorKey(file, id)));
  const context = { plan, models, components, assets, terms, anchors, absent };
  for (const { diagnostics: found } of [plan, assets, components]) append(diagnostics, found);

  const entries = openEntries(diagnostics);
  for (const term of terms.all) entries.add(termEntry(term, plan.locales.default));
  for (const group of groups) {
    const made = entriesOf(group, context);
    append(diagnostics, made.diagnostics);
    for (const entry of made.entries) entries.add(entry, group.pages[0]?.file);
  }
  entries.add(settingsEntry(plan));

  const typesOfPages = new Map(groups.map(({ entryId, contentType: type }) => [entryId, type]));
  const typeOfEntry = (id: string): string | undefined => typesOfPages.get(id);
  const types = [
    ...pageTypes(groups, { models, terms, plan, anchors: context.anchors, assets, typeOfEntry }),
    ...knownTypes(entries.types),
    ...components.types,
    settingsType,
  ];
  return {
    locales: plan.locales.all,
    types,
    assets: assets.assets,
    entries: entries.lines,
    files: assets.copies,
    diagnostics,
  };
}

/** Translations put together, in the order of their first pages. */
function groupPages(pages: readonly WrittenPage[]): PageGroup[] {
  const groups = new Map<string, WrittenPage[]>();
  for (const page of pages) {
    const members = groups.get(page.entryId);
    if (members) members.push(page);
    else groups.set(page.entryId, [page]);
  }
  return [...groups].map(([entryId, members]) => {
    const [first] = members as [WrittenPage]; // a group is made with its first page
    return { entryId, contentType: first.contentType, published: first.published, pages: members };
  });
}

function inferModels(
  groups: readonly PageGroup[],
  plan: ContentfulPlan,
): { models: Map<string, PageModel>; diagnostics: Diagnostic[] } {
  const keys = groups.flatMap(({ pages }) => pages.flatMap(({ fields }) => fields.map(({ key }) => key)));
  const names = nameFields(keys, new Set(OWN_FIELDS));
  const diagnostics: Diagnostic[] = names.collisions.map(({ names: fields, ids }) =>
    createDiagnostic('contentful-field-collision', { fields, ids }),
  );
  const models = new Map<string, PageModel>();
  for (const [type, members] of byType(groups)) {
    const inferred = inferPageModel({ contentType: type, groups: members, names, plan });
    models.set(type, inferred.model);
    append(diagnostics, inferred.diagnostics);
  }
  return { models, diagnostics };
}

const knownTypes = (used: ReadonlySet<string>): TypePlan[] =>
  (Object.keys(entryTypes) as EntryTypeId[]).filter((id) => used.has(id)).map(knownType); // the keys of the table

interface Entries {
  add(entry: Entry, file?: string): void;
  readonly lines: readonly EntryLine[];
  /** Ids of the content types that entries have. */
  readonly types: ReadonlySet<string>;
}

/** Keeps entries as text, each id once, and looks at their sizes. */
function openEntries(diagnostics: Diagnostic[]): Entries {
  const lines = new Map<string, EntryLine>();
  const types = new Set<string>();
  return {
    add(entry, file) {
      const { id } = entry.sys;
      const json = Buffer.from(JSON.stringify(entry));
      const contentType = entry.sys.contentType.sys.id;
      lines.set(id, { id, contentType, json, links: linkedEntries(entry) });
      types.add(contentType);
      const bytes = json.length;
      if (bytes <= limits.largeEntry) return;
      const code = bytes > limits.request ? 'contentful-entry-too-large' : 'contentful-entry-large';
      diagnostics.push(createDiagnostic(code, { bytes, entry: id }, file === undefined ? {} : { file }));
    },
    get lines() {
      return [...lines.values()];
    },
    types,
  };
}

function linkedEntries(entry: Entry): string[] {
  const links = new Set<string>();
  const pending: unknown[] = [entry.fields];
  for (let value = pending.pop(); value !== undefined; value = pending.pop()) {
    if (typeof value !== 'object' || value === null) continue;
    const id = linkedEntry(value);
    if (id === undefined) append(pending, Object.values(value));
    else links.add(id);
  }
  links.delete(entry.sys.id);
  return [...links];
}

function linkedEntry(value: object): string | undefined {
  const { sys } = value as Partial<Link>;
  return sys?.type === 'Link' && sys.linkType === 'Entry' ? sys.id : undefined;
}
