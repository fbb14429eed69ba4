/** Where an address of a Hugo site leads. */
import type { PageMeta } from './page.ts';
import type { GeneratedPage, StaticFile } from './site.ts';

/**
 * How an address was read: `url` as a browser reads it; `alias` as one, to a page's old address; `path` as Hugo's `ref` and its
 * render hooks read it, as the path of a page or resource; `file` as the path of a file beside the page's own; `guess` in
 * another spelling.
 */
export type Reading = 'url' | 'alias' | 'path' | 'file' | 'guess';

interface Found {
  /** The path as written, without query and fragment; empty where the address is only a fragment. */
  readonly path: string;
  /** `?query`, or nothing. */
  readonly query: string;
  /** `#fragment`, or nothing. */
  readonly fragment: string;
  readonly reading: Reading;
  /** Whether the address names the site's host. */
  readonly absolute: boolean;
  /** Whether the address works on the Hugo site; what does not was meant, and is mended. */
  readonly works: boolean;
}

/** A page of the site. */
export interface ToPage extends Found {
  readonly kind: 'page';
  readonly page: PageMeta;
}

/** A list that Hugo makes without a content file. */
export interface ToGenerated extends Found {
  readonly kind: 'generated';
  readonly page: GeneratedPage;
}

/** A file: `resource` belongs to the bundles of `owners`, `asset` is published only where a template asks for it. */
export interface ToFile extends Found {
  readonly kind: 'resource' | 'staticFile' | 'asset';
  readonly file: StaticFile;
  readonly owners: readonly PageMeta[];
}

/** An address elsewhere, or one that is no link to a place: `mailto:`, `data:`. */
export interface ToExternal {
  readonly kind: 'external';
  readonly url: string;
}

/** An address on this site that leads nowhere. */
export interface ToNothing {
  readonly kind: 'broken';
  readonly url: string;
  /** The path that a browser would ask for, from the site's root. */
  readonly path: string;
  /**
   * `missing`: there is nothing. `leftOut`: the page is a draft or the like and not in the output. `noAddress`: Hugo gives the
   * page none. `ambiguous`: several pages have the name. `otherLanguage`: only another language has the page.
   */
  readonly why: 'missing' | 'leftOut' | 'noAddress' | 'ambiguous' | 'otherLanguage';
  /** The page that stands in the way, or is the nearest. */
  readonly near?: PageMeta;
  readonly fragment: string;
  /** Whether the address names the site's host: what a site has there need not be all Hugo's. */
  readonly absolute: boolean;
}

export type Destination = ToPage | ToGenerated | ToFile | ToExternal | ToNothing;
