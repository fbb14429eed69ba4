/** What is known before any page is written: locales, the entry and content type of every page. */
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { PageMeta } from '../../model/page.ts';
import type { Site } from '../../model/site.ts';
import type { LinkPlan } from './links.ts';
import type { LocalePlan } from './locales.ts';
import type { ContentfulOptions } from './options.ts';
import type { TypeFacts } from './plan-types.ts';
import { createCollector, createDiagnostic } from '../../diagnostics/diagnostic.ts';
import { fieldOf, plainValue } from '../../model/field.ts';
import { hashOf, idOfPath } from './ids.ts';
import { planLocales } from './locales.ts';
import { planTypes } from './plan-types.ts';
import { taxonomiesOf } from './taxonomies.ts';

export interface PlanInput {
  readonly site: Site;
  /** The pages that the export holds. */
  readonly pages: readonly PageMeta[];
  readonly options?: ContentfulOptions;
  /** Where a page comes to be; where it is on the Hugo site unless something is said. */
  readonly addressOf?: LinkPlan['addressOf'];
}

/** What a page becomes. */
interface PagePlan {
  readonly entryId: string;
  readonly contentType: string;
  readonly locale: string;
  readonly published: boolean;
  /** Why a translation is left out of an entry that is published. */
  readonly heldBack?: string;
  /** Position among the pages of the export. */
  readonly order: number;
}

export interface ContentfulPlan extends LinkPlan {
  readonly site: Site;
  readonly locales: LocalePlan;
  /** Content types of the terms of the site's taxonomies, by the taxonomies' plural names. */
  readonly taxonomies: ReadonlyMap<string, string>;
  pageOf(page: Pick<PageMeta, 'file' | 'language'>): PagePlan;
  /** The entry of the page with this logical path, in any language. */
  entryAt(path: string): string | undefined;
  /** Addresses of all entries that are pages or terms, by id. */
  readonly addresses: ReadonlyMap<string, string>;
  /** The content types of pages and terms, by id. */
  readonly types: ReadonlyMap<string, TypeFacts>;
  readonly diagnostics: readonly Diagnostic[];
}

/** Plans an export. Nothing here reads a page's body, so it is cheap and every worker can do it. */
export function planContentful({ site, pages, options = {}, addressOf = inHugo }: PlanInput): ContentfulPlan {
  const findings = createCollector();
  const held: Diagnostic[] = [];
  const locales = planLocales(site, options, findings);
  const types = planTypes(pages, taxonomiesOf(site), options, findings);
  const plans = new Map<string, PagePlan>();
  const byPath = new Map<string, string>();
  const addresses = new Map<string, string>();
  const order = new Map(pages.map((page, at) => [pageKey(page), at]));
  for (const { entryId, members } of planGroups(pages, site, held)) {
    const published = members.some(isPublished);
    addresses.set(entryId, members.map(addressOf).find((address) => address !== '') ?? '/');
    for (const page of members) {
      const reason = published && !isPublished(page) ? page.hidden.find((why) => DRAFTS.has(why)) : undefined;
      if (reason) held.push(heldBack(page, reason));
      plans.set(pageKey(page), {
        entryId,
        contentType: types.of(page),
        locale: locales.of(page.language),
        published,
        ...(reason && { heldBack: reason }),
        order: order.get(pageKey(page)) ?? 0,
      });
      if (!reason) byPath.set(page.path.toLowerCase(), entryId);
    }
  }
  for (const { kind, path, permalink } of site.generated) {
    if (kind === 'term') addresses.set(termId(path), permalink);
  }
  const pageOf = (page: Pick<PageMeta, 'file' | 'language'>): PagePlan => {
    const plan = plans.get(pageKey(page));
    if (!plan) throw new Error(`${page.file} is not among the pages of the plan`);
    return plan;
  };
  const entryOf = (page: PageMeta): string | undefined => {
    const plan = plans.get(pageKey(page));
    return plan?.heldBack === undefined ? plan?.entryId : undefined;
  };
  return {
    site,
    locales,
    taxonomies: types.terms,
    entryOf,
    termAt: (path) => (addresses.has(termId(path)) ? termId(path) : undefined),
    pageOf,
    assetOf,
    addressOf,
    entryAt: (path) => byPath.get(path.toLowerCase()),
    addresses,
    types: types.facts,
    diagnostics: [...findings.diagnostics, ...held],
  };
}

const inHugo = ({ permalink }: PageMeta): string => permalink;

const assetOf = (file: string): string => idOfPath('asset', file);

/** The id of a term without a page of its own, by the path that its list has in Hugo. */
export const termId = (path: string): string => idOfPath('term', path);

/** A file can be mounted in several languages. */
const pageKey = (page: Pick<PageMeta, 'file' | 'language'>): string => `${page.language}\n${page.file}`;

const DRAFTS: ReadonlySet<PageMeta['hidden'][number]> = new Set(['draft', 'future', 'expired']);

/** Headless pages and those without output are part of the live site all the same: others show them. */
const isPublished = (page: PageMeta): boolean => !page.hidden.some((reason) => DRAFTS.has(reason));

const heldBack = ({ file, language }: PageMeta, reason: string): Diagnostic =>
  createDiagnostic('contentful-translation-held-back', { language, reason }, { file });

interface Group {
  readonly entryId: string;
  readonly members: readonly PageMeta[];
}

/** Translations of one page are one entry, with the id that its path has in the default language. */
function planGroups(pages: readonly PageMeta[], site: Site, findings: Diagnostic[]): Group[] {
  const groups = new Map<string, PageMeta[]>();
  for (const page of pages) {
    const key = translationKey(page);
    const members = groups.get(key) ?? [];
    const rival = members.find((member) => member.language === page.language);
    // Two files with one path: which of them Hugo shows changes from run to run, so both are kept.
    if (rival) groups.set(`${key}\n${page.file}`, [page]);
    else groups.set(key, [...members, page]);
  }
  const taken = new Map<string, PageMeta>();
  return [...groups].map(([key, members]) => {
    const first = members.find((page) => page.language === site.defaultLanguage) ?? (members[0] as PageMeta); // never empty
    const id = idOfPath('page', first.path);
    const rival = taken.get(id);
    if (!rival) {
      taken.set(id, first);
      return { entryId: id, members };
    }
    findings.push(createDiagnostic('contentful-id-collision', { id, other: rival.file }, { file: first.file }));
    return { entryId: `page.${hashOf(key, 16)}`, members };
  });
}

/** What Hugo matches translations by: `translationKey` if there is one, else the logical path. */
function translationKey(page: PageMeta): string {
  const field = fieldOf(page.frontMatter, 'translationkey');
  const key = field && plainValue(field.value);
  return typeof key === 'string' && key !== '' ? `key\n${key}` : `path\n${page.path.toLowerCase()}`;
}
