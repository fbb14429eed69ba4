/** The content types of pages: which fields they have, of which types, inferred from all pages. */
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { FieldSpec } from './entry-types.ts';
import type { FieldKnowledge } from './field-options.ts';
import type { FieldNames } from './field-names.ts';
import type { FieldOptions } from './options.ts';
import type { ContentfulPlan } from './plan.ts';
import type { PageField } from './page-fields.ts';
import type { WrittenPage } from './write-page.ts';
import { createDiagnostic } from '../../diagnostics/diagnostic.ts';
import { decideField } from './field-options.ts';
import { limits } from './limits.ts';
import { KIND, isConflict, namesOf, specFor } from './values.ts';
import { append } from '../../model/append.ts';

/** A page and its translations. */
export interface PageGroup {
  readonly entryId: string;
  readonly contentType: string;
  readonly published: boolean;
  /** By their place in the site, one for each locale. */
  readonly pages: readonly WrittenPage[];
}

export interface ModelField {
  /** Lower-cased front matter key. */
  readonly name: string;
  readonly id: string;
  readonly label: string;
  readonly spec: FieldSpec;
  readonly localized: boolean;
  readonly required: boolean;
  readonly unique: boolean;
  /** The only values that the field may have. */
  readonly allowed?: readonly (string | number)[];
  /** On how many pages it stands. */
  readonly pages: number;
}

export interface PageModel {
  readonly fields: readonly ModelField[];
  /** Names of the fields that share the field `params`, with their keys there. */
  readonly params: ReadonlyMap<string, string>;
  readonly paramsLocalized: boolean;
}

/** Ids that decant's own fields of a page have. */
export const OWN_FIELDS = [
  'title',
  'fullTitle',
  'slug',
  'body',
  'excerpt',
  'headingIds',
  'pageResources',
  'params',
] as const;

interface Profile {
  readonly name: string;
  kinds: number;
  pages: number;
  localized: boolean;
}

export interface ModelInput {
  readonly contentType: string;
  readonly groups: readonly PageGroup[];
  readonly names: FieldNames;
  readonly plan: ContentfulPlan;
}

export function inferPageModel({ contentType, groups, names, plan }: ModelInput): {
  readonly model: PageModel;
  readonly diagnostics: readonly Diagnostic[];
} {
  const { ids, labels } = names;
  const diagnostics: Diagnostic[] = [];
  const { own, moved } = divide([...profileFields(groups).values()]);
  if (moved.length > 0) {
    const facts = { contentType, moved: moved.map(({ name }) => ids.get(name) ?? name) };
    diagnostics.push(createDiagnostic('contentful-fields-overflow', facts));
  }
  const settings = plan.types.get(contentType)?.fields ?? new Map<string, FieldOptions>();
  const taken = new Set<string>([...OWN_FIELDS, ...own.map(({ name }) => ids.get(name) ?? name)]);
  const fields = own.map((profile): ModelField => {
    const { name } = profile;
    const options = settings.get(name) ?? {};
    const { field, refused } = decideField(knowledgeOf(profile, groups, plan), options);
    const id = options.id ?? ids.get(name) ?? name;
    const isTaken = id !== ids.get(name) && taken.has(id);
    taken.add(id);
    for (const refusal of isTaken ? [...refused, { setting: `id: ${id}`, reason: 'id-taken' as const }] : refused) {
      diagnostics.push(createDiagnostic('contentful-override-refused', { contentType, field: name, ...refusal }));
    }
    if (options.type === undefined) append(diagnostics, findingsAbout(profile, contentType, field.spec, groups));
    const label = options.name ?? labels.get(name) ?? name;
    return { name, id: isTaken ? (ids.get(name) ?? name) : id, label, ...field, pages: profile.pages };
  });
  return {
    model: {
      fields: fields.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
      params: new Map(moved.map(({ name }) => [name, ids.get(name) ?? name])),
      paramsLocalized: moved.some(({ localized }) => localized),
    },
    diagnostics,
  };
}

function knowledgeOf(profile: Profile, groups: readonly PageGroup[], plan: ContentfulPlan): FieldKnowledge {
  const { name, kinds, localized } = profile;
  const { default: first } = plan.locales;
  const found = groups.map(({ pages }) =>
    pages.flatMap((page) => {
      const field = valueOf(page, name);
      return field ? [{ locale: localized ? page.locale : first, value: field.value }] : [];
    }),
  );
  return {
    kinds,
    spec: plan.taxonomies.has(name) && isWords(kinds) ? TERMS : specFor(kinds),
    differs: localized,
    localized: localized || ALWAYS_LOCALIZED.has(name),
    everywhere: found.every((values) => values.some(({ locale }) => locale === first)),
    // Where it is not localized, translations share one value.
    values: found.flatMap((values) => (localized ? values : values.slice(0, 1))),
  };
}

/** Text for readers is localized before there is a second language to tell by. */
const ALWAYS_LOCALIZED: ReadonlySet<string> = new Set(['description', 'linktitle', 'summary']);

const TERMS: FieldSpec = { type: 'Array', items: 'Entry' };

/** Whether all values are words: terms of a taxonomy, one or a list. */
const isWords = (kinds: number): boolean => (kinds & (KIND.object | KIND.text | KIND.longText)) === 0;

function profileFields(groups: readonly PageGroup[]): Map<string, Profile> {
  const profiles = new Map<string, Profile>();
  for (const { pages } of groups) {
    const seen = new Set<string>();
    for (const page of pages) {
      for (const field of page.fields) {
        const profile = profiles.get(field.name) ?? newProfile(field.name);
        profiles.set(field.name, profile);
        profile.kinds |= KIND[field.value.kind];
        profile.pages++;
        seen.add(field.name);
      }
    }
    if (pages.length < 2) continue;
    for (const name of seen) {
      const profile = profiles.get(name);
      if (profile && !profile.localized) profile.localized = differs(name, pages);
    }
  }
  return profiles;
}

const newProfile = (name: string): Profile => ({ name, kinds: 0, pages: 0, localized: false });

/** Whether translations disagree on a field; one that does not have it disagrees with one that has. */
function differs(name: string, pages: readonly WrittenPage[]): boolean {
  const values = pages.map((page) => {
    const value = valueOf(page, name);
    return value && JSON.stringify([value.value.json, value.value.meaning, value.value.targets]);
  });
  return values.some((value) => value !== values[0]);
}

export const valueOf = (page: WrittenPage, name: string): PageField | undefined =>
  page.fields.find((field) => field.name === name);

/** The fields that fit into a content type, and the rarest, which do not. */
function divide(profiles: readonly Profile[]): { own: readonly Profile[]; moved: readonly Profile[] } {
  const room = limits.fields - OWN_FIELDS.length;
  if (profiles.length <= room) return { own: profiles, moved: [] };
  const ranked = profiles.toSorted((a, b) => b.pages - a.pages || (a.name < b.name ? -1 : 1));
  return { own: ranked.slice(0, room), moved: ranked.slice(room) };
}

const HUGO_DATES: ReadonlySet<string> = new Set(['date', 'lastmod', 'publishdate', 'expirydate']);

function findingsAbout(
  profile: Profile,
  contentType: string,
  spec: FieldSpec,
  groups: readonly PageGroup[],
): Diagnostic[] {
  if (HUGO_DATES.has(profile.name) && spec.type !== 'Date') return unreadableDates(profile.name, groups);
  if (!isConflict(profile.kinds) || (spec === TERMS && (profile.kinds & ~(KIND.symbol | KIND.symbols)) === 0))
    return [];
  const facts = { contentType, field: profile.name, kinds: namesOf(profile.kinds), became: describe(spec) };
  const odd = oddPage(profile.name, groups);
  return [
    createDiagnostic('contentful-type-conflict', facts, {
      ...(odd && { file: odd.page.file }),
      ...(odd?.field.place && { place: odd.field.place }),
    }),
  ];
}

/** A page that writes the field as few others do: where to look first. */
function oddPage(
  name: string,
  groups: readonly PageGroup[],
): { readonly page: WrittenPage; readonly field: PageField } | undefined {
  const kinds = new Map<string, { readonly page: WrittenPage; readonly field: PageField; count: number }>();
  for (const page of groups.flatMap(({ pages }) => pages)) {
    const field = valueOf(page, name);
    if (!field) continue;
    const known = kinds.get(field.value.kind);
    if (known) known.count++;
    else kinds.set(field.value.kind, { page, field, count: 1 });
  }
  // Of kinds that are as rare as one another, the one that came up later.
  return [...kinds.values()].toSorted((a, b) => b.count - a.count).at(-1);
}

const describe = (spec: FieldSpec): string =>
  spec.type === 'Array' ? `a list of ${spec.items === 'Symbol' ? 'Symbols' : 'links'}` : spec.type;

function unreadableDates(name: string, groups: readonly PageGroup[]): Diagnostic[] {
  return groups
    .flatMap(({ pages }) => pages)
    .flatMap((page) => {
      const field = valueOf(page, name);
      if (!field || field.value.kind === 'date') return [];
      const facts = { field: field.key, value: field.value.text ?? JSON.stringify(field.value.json).slice(0, 80) };
      return [
        createDiagnostic('contentful-date-unreadable', facts, {
          file: page.file,
          ...(field.place && { place: field.place }),
        }),
      ];
    });
}
