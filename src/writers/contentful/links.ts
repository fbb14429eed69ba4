import type { PageMeta } from '../../model/page.ts';

/** What an address leads to. */
export type LinkTarget =
  /** A page of the export; `url` is its address on the Hugo site with query and fragment. */
  | { readonly kind: 'page'; readonly id: string; readonly url: string; readonly plain: boolean }
  /** A file of the site that becomes an asset. */
  | { readonly kind: 'file'; readonly asset: string; readonly file: string; readonly url: string }
  | { readonly kind: 'other'; readonly url: string }
  /** An address on this site that leads nowhere. */
  | { readonly kind: 'missing'; readonly url: string };

/** Finds out where addresses lead; never to something that is not in the export. */
export interface LinkResolver {
  resolve(url: string, page: PageMeta): LinkTarget;
  /** What Hugo's `ref` and `relref` find. */
  ref(path: string, page: PageMeta): LinkTarget;
}

/** The resolver with a note of every file that it finds, by the id of its asset. */
export function recordFiles(links: LinkResolver, used: Map<string, string>): LinkResolver {
  const record = (target: LinkTarget): LinkTarget => {
    if (target.kind === 'file') used.set(target.asset, target.file);
    return target;
  };
  return {
    resolve: (url, page) => record(links.resolve(url, page)),
    ref: (path, page) => record(links.ref(path, page)),
  };
}

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
