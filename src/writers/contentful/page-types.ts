/** The content types of pages, with the validations that all of their entries meet. */
import type { PageTypeFacts, TypePlan } from './content-types.ts';
import type { Assets } from './assets.ts';
import type { FieldSpec } from './entry-types.ts';
import type { ModelField, PageGroup, PageModel } from './page-model.ts';
import type { ContentfulPlan } from './plan.ts';
import type { Terms } from './terms.ts';
import type { WrittenPage } from './write-page.ts';
import { pageFields } from './content-types.ts';
import { linkedHeadings, slugOf } from './entries.ts';
import { limits } from './limits.ts';
import { valueOf } from './page-model.ts';
import { idsOf } from './values.ts';

/** Groups by content type, in the order of the types' ids. */
export function byType(groups: readonly PageGroup[]): [string, readonly PageGroup[]][] {
  const types = new Map<string, PageGroup[]>();
  for (const group of groups) {
    const members = types.get(group.contentType);
    if (members) members.push(group);
    else types.set(group.contentType, [group]);
  }
  return [...types].toSorted(([a], [b]) => (a < b ? -1 : 1));
}

/** The content types of pages and of terms, by id. */
export function pageTypes(
  groups: readonly PageGroup[],
  { models, ...context }: TypeContext & { readonly models: ReadonlyMap<string, PageModel> },
): TypePlan[] {
  const { plan, terms } = context;
  const grouped = new Map(byType(groups));
  const used = new Set([...grouped.keys(), ...terms.all.map(({ contentType: type }) => type)]);
  return [...used].toSorted().map((id) => {
    const model = models.get(id) ?? { fields: [], params: new Map(), paramsLocalized: false };
    const facts = factsOf(id, grouped.get(id) ?? [], model, context);
    const { name = id, description = '' } = plan.types.get(id) ?? {};
    return { id, name, description, displayField: 'title', fields: pageFields(facts) };
  });
}

interface TypeContext {
  readonly terms: Terms;
  readonly plan: ContentfulPlan;
  readonly anchors: ReadonlySet<string>;
  readonly assets: Assets;
  /** The content type of an entry that is a page. */
  readonly typeOfEntry: (id: string) => string | undefined;
}

/** A link with what all of its values lead to; any other field as it is. */
function linkSpec({ name, spec }: ModelField, pages: readonly WrittenPage[], context: TypeContext): FieldSpec {
  const { plan, assets, typeOfEntry } = context;
  const term = plan.taxonomies.get(name);
  if (spec.items === 'Entry' && term !== undefined) return { ...spec, to: [term] };
  const kind = spec.linkType ?? spec.items;
  if (kind !== 'Asset' && kind !== 'Entry') return spec;
  const targets = pages.flatMap((page) => {
    const field = valueOf(page, name);
    return field ? idsOf(field.value) : [];
  });
  if (kind === 'Asset') return { ...spec, images: targets.every(assets.isImage) };
  const types = [...new Set(targets.flatMap((id) => typeOfEntry(id) ?? []))].toSorted();
  return types.length > 0 ? { ...spec, to: types } : spec;
}

/** A validation is given only where every entry meets it: else publishing would fail. */
function factsOf(type: string, members: readonly PageGroup[], model: PageModel, context: TypeContext): PageTypeFacts {
  const { terms, plan, anchors } = context;
  const pages = members.flatMap((group) => group.pages);
  const inDefault = members.every((group) => group.pages.some(({ locale }) => locale === plan.locales.default));
  const slugs = [
    ...pages.map((page) => `${page.locale} ${slugOf(page, plan)}`),
    ...terms.all.filter((term) => term.contentType === type).map(({ slug }) => `${plan.locales.default} ${slug}`),
  ];
  const specs = model.fields.map((field): [string, FieldSpec] => [field.id, linkSpec(field, pages, context)]);
  return {
    model,
    hasExcerpt: pages.some(({ summary }) => summary !== undefined && summary !== ''),
    hasFullTitle: pages.some(({ title }) => (title?.text?.length ?? 0) > limits.symbol),
    hasHeadingIds: pages.some((page) => linkedHeadings(page, anchors).length > 0),
    hasResources: pages.some(({ resources }) => resources.length > 0),
    titleRequired: inDefault,
    slugRequired: inDefault,
    slugUnique: new Set(slugs).size === slugs.length,
    specs: new Map(specs),
  };
}
