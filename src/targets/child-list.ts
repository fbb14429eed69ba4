/** What a section shows that Hugo's templates fill: the pages below it, in Hugo's order. */
import type { Card, FlowContent, ListItem } from '../model/nodes.ts';
import type { Page, PageMeta } from '../model/page.ts';
import type { GeneratedPage, Site } from '../model/site.ts';
import type { WriterInput } from '../writers/writer.ts';
import type { Routes } from './routes/routes.ts';
import type { TargetContext } from './target.ts';
import { fieldOf } from '../model/field.ts';
import { defaultMarkup } from '../model/markup.ts';
import { normalizePath } from '../reader/site/url/path-text.ts';
import { asText } from '../reader/site/config/values.ts';
import { compareRanks, labelOf, type Rank, rankOf, titleFromName } from './hugo-order.ts';

/** A page as a list shows it. */
export interface ChildPage {
  readonly title: string;
  /** Its address on the Hugo site. */
  readonly permalink: string;
  /** Its address in the target. */
  readonly url: string;
  readonly description: string | undefined;
}

export interface ChildLists {
  /** The pages of a section: those right below it and the sections below it. */
  childrenOf(list: PageMeta | GeneratedPage): readonly ChildPage[];
  /** The lists without a content file that have a page to show. */
  readonly generated: readonly GeneratedPage[];
}

interface Child extends ChildPage {
  readonly rank: Rank;
}

/** A section's pages as they were found, and in their order once somebody has asked for them. */
interface Siblings {
  readonly entries: (PageMeta | GeneratedPage)[];
  sorted?: readonly ChildPage[];
}

/** Finds the pages of every section of a site. */
export function createChildLists({
  site,
  pages,
  routes,
}: Pick<TargetContext, 'site' | 'pages' | 'routes'>): ChildLists {
  const keyOf = (entry: PageMeta | GeneratedPage): string => keyAt(routes.of(entry).path, entry.language);
  const lists = site.generated.filter(({ kind }) => kind === 'section' || kind === 'home');
  const isSection = new Set(
    [...pages.filter(({ kind }) => kind === 'section' || kind === 'home'), ...lists].map(keyOf),
  );
  const children = new Map<string, Siblings>();
  const joined = new Set(site.joined?.versions.map(({ name }) => name));
  const add = (child: PageMeta | GeneratedPage): void => {
    const { version } = routes.of(child);
    // A version from a site of its own is none of the pages of the section that it came into.
    if (version && joined.has(version.name) && routes.of(child).path === `/${normalizePath(version.folder)}`) return;
    const parent = parentOf(routes.of(child).path, child.language, isSection);
    if (parent === undefined) return;
    const siblings = children.get(parent);
    if (siblings) siblings.entries.push(child);
    else children.set(parent, { entries: [child] });
  };
  for (const page of pages) {
    if ((page.kind === 'page' || page.kind === 'section') && page.permalink !== '') add(page);
  }
  // The deepest first: a list of lists has something to show where one of these has.
  for (const list of lists.toSorted((a, b) => b.path.length - a.path.length)) {
    if (list.kind !== 'home' && children.has(keyOf(list))) add(list);
  }
  return {
    childrenOf(list) {
      const siblings = children.get(keyOf(list));
      if (!siblings) return [];
      siblings.sorted ??= siblings.entries
        .map((entry) => ('file' in entry ? childFrom(entry, routes) : childFromList(entry, routes)))
        .toSorted((a, b) => compareRanks(a.rank, b.rank));
      return siblings.sorted;
    },
    generated: lists.filter((list) => children.has(keyOf(list))),
  };
}

const keyAt = (path: string, language: string): string => `${language}\n${path}`;

/** The nearest section above a page. */
function parentOf(path: string, language: string, isSection: ReadonlySet<string>): string | undefined {
  for (let at = path; at !== '/' && at !== '';) {
    at = at.slice(0, at.lastIndexOf('/')) || '/';
    const key = keyAt(at, language);
    if (isSection.has(key)) return key;
  }
  return undefined;
}

const childFrom = (page: PageMeta, routes: Routes): Child => ({
  title: labelOf(page) || titleFromName(page.path.slice(page.path.lastIndexOf('/') + 1)),
  permalink: page.permalink,
  url: routes.of(page).url,
  description: asText(fieldOf(page.frontMatter, 'description')?.value)?.trim() || undefined,
  rank: rankOf(page),
});

function childFromList(list: GeneratedPage, routes: Routes): Child {
  const { path, title, permalink } = list;
  const label = titleFromName(title);
  const rank = { weight: undefined, date: 0, label, path };
  return { title: label, permalink, url: routes.of(list).url, description: undefined, rank };
}

/** Whether Hugo's templates alone fill a page. */
const isFilledByHugo = ({ kind, body }: Page): boolean => (kind === 'section' || kind === 'home') && body.length === 0;

/** A page with its list in it, where Hugo's templates alone fill it; `print` says what the list looks like. */
export const withChildList = (
  input: WriterInput,
  { childrenOf }: ChildLists,
  print: (children: readonly ChildPage[]) => FlowContent[] = linkList,
): WriterInput =>
  isFilledByHugo(input.page) ? { ...input, page: { ...input.page, body: print(childrenOf(input.page)) } } : input;

/** Links to pages, each with what it says of itself. */
export function linkList(children: readonly ChildPage[]): FlowContent[] {
  if (children.length === 0) return [];
  const items = children.map(({ title, permalink, description }): ListItem => ({
    type: 'listItem',
    children: [
      {
        type: 'paragraph',
        children: [
          { type: 'link', notation: 'inline', url: permalink, children: [{ type: 'text', value: title }] },
          ...(description === undefined ? [] : [{ type: 'text' as const, value: `: ${description}` }]),
        ],
      },
    ],
  }));
  return [{ type: 'list', ordered: false, spread: false, children: items }];
}

/** The pages as cards, each with what it says of itself. */
export const cardList = (children: readonly ChildPage[]): FlowContent[] =>
  children.length === 0
    ? []
    : [
        {
          type: 'cards',
          children: children.map(({ title, permalink, description }): Card => ({
            type: 'card',
            title: [{ type: 'text', value: title }],
            link: permalink,
            children: description === undefined ? [] : [{ type: 'text', value: description }],
          })),
        },
      ];

const START = { line: 1, column: 1, offset: 0, length: 0 };

/** A list without a content file as a page, at the place where its file would be. */
export function inputFor({ kind, path, language, permalink, title }: GeneratedPage, site: Site): WriterInput {
  const mount = site.mounts.find(
    (candidate) =>
      candidate.target === 'content' && (candidate.language === undefined || candidate.language === language),
  );
  const folder = mount && mount.source !== '' ? `${mount.source}/` : '';
  const name = kind === 'home' ? site.title || 'Home' : titleFromName(title);
  const section = path.split('/')[1] ?? '';
  const page: Page = {
    file: `${folder}${path === '/' ? '' : `${path.slice(1)}/`}_index.md`,
    path,
    language,
    kind,
    bundle: 'branch',
    format: 'markdown',
    section,
    contentType: section || 'page',
    permalink,
    aliases: [],
    resources: [],
    hidden: [],
    frontMatter: {
      format: 'none',
      place: START,
      contentPlace: START,
      fields: [{ key: 'title', name: 'title', value: { type: 'text', value: name, source: name } }],
    },
    body: [],
    bodyPlace: START,
    calls: [],
  };
  return { page, source: '', markup: defaultMarkup };
}
