/** Puts written pages together to one export. */
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { AssetCopy, Inspect } from './assets.ts';
import type { TypePlan } from './content-types.ts';
import type { EntryTypeId } from './entry-types.ts';
import type { Entry } from './export.ts';
import type { PageGroup, PageModel } from './page-model.ts';
import type { ContentfulPlan } from './plan.ts';
import type { WrittenPage } from './write-page.ts';
import { createDiagnostic } from '../../diagnostics/diagnostic.ts';
import { buildAssets } from './assets.ts';
import { inferComponents } from './components.ts';
import { contentType, editorInterface, knownType } from './content-types.ts';
import { anchorsOf, entriesOf } from './entries.ts';
import { entryTypes } from './entry-types.ts';
import { nameFields } from './field-names.ts';
import { limits } from './limits.ts';
import { OWN_FIELDS, inferPageModel } from './page-model.ts';
import { byType, pageTypes } from './page-types.ts';
import { joinExport } from './serialize.ts';
import { settingsEntry, settingsType } from './settings.ts';
import { collectTerms, termEntry } from './terms.ts';

export interface ContentfulInput {
  readonly plan: ContentfulPlan;
  /** In any order: the export does not depend on it. */
  readonly pages: Iterable<WrittenPage>;
  readonly inspect: Inspect;
}

export interface ContentfulOutput {
  /** What `contentful-import` reads. */
  readonly text: string;
  /** Files to lay out beside it, for `--uploadAssets --assetsDirectory assets`. */
  readonly files: readonly AssetCopy[];
  /** The ids of everything in the export: what an earlier one had and this has not is stale, as an import deletes nothing. */
  readonly ids: {
    readonly contentTypes: readonly string[];
    readonly assets: readonly string[];
    readonly entries: readonly string[];
  };
  readonly diagnostics: readonly Diagnostic[];
}

/** Builds the export of a site: content types inferred from all pages, then entries, assets and locales. */
export function buildContentful({ plan, pages, inspect }: ContentfulInput): ContentfulOutput {
  const order = (page: WrittenPage): number => plan.pageOf(page).order;
  const shown = [...pages].filter(({ heldBack }) => !heldBack).toSorted((a, b) => order(a) - order(b));
  const groups = groupPages(shown);
  const { models, diagnostics } = inferModels(groups, plan);
  const assets = buildAssets(plan, shown, inspect);
  const terms = collectTerms(groups, plan);
  const components = inferComponents(shown, new Map<string, unknown>([...plan.typeNames, ...models]));
  const present = new Set(groups.map(({ entryId }) => entryId));
  const absent = new Map([...plan.addresses].filter(([id]) => !present.has(id)));
  const context = { plan, models, components, assets, terms, anchors: anchorsOf(shown), absent };
  diagnostics.push(...plan.diagnostics, ...assets.diagnostics, ...components.diagnostics);

  const entries = openEntries(diagnostics);
  for (const term of terms.all) entries.add(termEntry(term, plan.locales.default));
  for (const group of groups) {
    const made = entriesOf(group, context);
    diagnostics.push(...made.diagnostics);
    for (const entry of made.entries) entries.add(entry, group.pages[0]?.file);
  }
  entries.add(settingsEntry(plan));

  const types = [
    ...pageTypes(groups, { models, terms, plan, anchors: context.anchors }),
    ...knownTypes(entries.types),
    ...components.types,
    settingsType,
  ];
  return {
    text: joinExport({
      locales: plan.locales.all.map((locale) => JSON.stringify(locale)),
      contentTypes: types.map((type) => JSON.stringify(contentType(type))),
      editorInterfaces: types.flatMap((type) => JSON.stringify(editorInterface(type)) ?? []),
      assets: assets.assets.map((asset) => JSON.stringify(asset)),
      entries: entries.lines,
    }),
    files: assets.copies,
    ids: {
      contentTypes: types.map(({ id }) => id),
      assets: assets.assets.map(({ sys }) => sys.id),
      entries: entries.ids,
    },
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
    diagnostics.push(...inferred.diagnostics);
  }
  return { models, diagnostics };
}

const knownTypes = (used: ReadonlySet<string>): TypePlan[] =>
  (Object.keys(entryTypes) as EntryTypeId[]).filter((id) => used.has(id)).map(knownType); // the keys of the table

interface Entries {
  add(entry: Entry, file?: string): void;
  readonly lines: readonly string[];
  readonly ids: readonly string[];
  /** Ids of the content types that entries have. */
  readonly types: ReadonlySet<string>;
}

/** Keeps entries as text, each id once, and looks at their sizes. */
function openEntries(diagnostics: Diagnostic[]): Entries {
  const lines = new Map<string, string>();
  const types = new Set<string>();
  return {
    add(entry, file) {
      const { id } = entry.sys;
      const line = JSON.stringify(entry);
      lines.set(id, line);
      types.add(entry.sys.contentType.sys.id);
      const bytes = Buffer.byteLength(line);
      if (bytes <= limits.largeEntry) return;
      const code = bytes > limits.request ? 'contentful-entry-too-large' : 'contentful-entry-large';
      diagnostics.push(createDiagnostic(code, { bytes, entry: id }, file === undefined ? {} : { file }));
    },
    get lines() {
      return [...lines.values()];
    },
    get ids() {
      return [...lines.keys()];
    },
    types,
  };
}
