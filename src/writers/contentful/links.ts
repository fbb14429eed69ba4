import type { Destination } from '../../model/destination.ts';
import type { PageMeta } from '../../model/page.ts';

/** What an address leads to. */
export type LinkTarget =
  /** An entry of the export: a page, or a term of a taxonomy. */
  | { readonly kind: 'entry'; readonly id: string; readonly url: string }
  /** A file of the site. */
  | { readonly kind: 'asset'; readonly id: string; readonly file: string; readonly url: string }
  /** Anything else: an address elsewhere, one with a fragment, for which links to entries have no place, or one that leads nowhere. */
  | { readonly kind: 'address'; readonly url: string };

/** What reads an address: an element as a browser does, or the parameter of a figure, which is looked for in the page's bundle first. */
export type LinkUse = 'href' | 'figure';

/** Where an address leads on the Hugo site. */
export type ResolveAddress = (address: string, from: PageMeta, use: LinkUse) => Destination;

/** Finds out where addresses lead; never to something that is not in the export. */
export interface LinkResolver {
  resolve(url: string, page: PageMeta, use?: LinkUse): LinkTarget;
}

/** What the plan of an export knows of its entries and assets. */
export interface LinkPlan {
  /** The entry of a page; nothing for one that is not in the export. */
  entryOf(page: PageMeta): string | undefined;
  /** The entry of a term that has no page of its own. */
  termAt(path: string): string | undefined;
  assetOf(file: string): string;
  /** Where the page comes to be; empty where it has no address. */
  addressOf(page: PageMeta): string;
}

/** A resolver that knows which pages, terms and files are in the export. */
export function createLinks(plan: LinkPlan, resolve: ResolveAddress): LinkResolver {
  return {
    resolve(url, page, use = 'href') {
      const to = resolve(url, page, use);
      if (to.kind === 'external' || to.kind === 'broken') return { kind: 'address', url };
      if (to.kind === 'page' || to.kind === 'generated') {
        const moved = to.kind === 'page' ? plan.addressOf(to.page) : to.page.permalink;
        const address = to.path === '' && !to.absolute ? url : moved + to.query + to.fragment;
        const id = to.kind === 'page' ? plan.entryOf(to.page) : plan.termAt(to.page.path);
        const isWhole = to.query === '' && to.fragment === '';
        return id !== undefined && isWhole ? { kind: 'entry', id, url: address } : { kind: 'address', url: address };
      }
      return { kind: 'asset', id: plan.assetOf(to.file.file), file: to.file.file, url: to.file.url };
    },
  };
}

/** The resolver with a note of every file that it finds, by the id of its asset. */
export const recordFiles = (links: LinkResolver, used: Map<string, string>): LinkResolver => ({
  resolve(url, page, use) {
    const target = links.resolve(url, page, use);
    if (target.kind === 'asset') used.set(target.id, target.file);
    return target;
  },
});

/**
 * Whether an address would run code or reach into the reader's disk: what Goldmark refuses to write too. Browsers skip control
 * characters and white space in front of and inside a scheme.
 */
export function isDangerous(url: string): boolean {
  let start = '';
  for (let at = 0; at < url.length && start.length < LONGEST_SCHEME; at++) {
    if (url.charCodeAt(at) > 32) start += url.charAt(at);
  }
  start = start.toLowerCase();
  if (start.startsWith('javascript:') || start.startsWith('vbscript:') || start.startsWith('file:')) return true;
  return start.startsWith('data:') && !IMAGE_DATA.some((type) => start.startsWith(type));
}

const LONGEST_SCHEME = 24;
const IMAGE_DATA = [
  'data:image/png;',
  'data:image/gif;',
  'data:image/jpeg;',
  'data:image/webp;',
  'data:image/svg+xml;',
];
