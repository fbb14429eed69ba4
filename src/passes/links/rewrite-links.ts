/** Links, pictures and files of a page, addressed as the target wants them. */
import type { Collector, Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Destination, ToNothing } from '../../model/destination.ts';
import type { Page } from '../../model/page.ts';
import type { StaticFile } from '../../model/site.ts';
import type { Place } from '../../model/place.ts';
import type { AddressBook } from './address-book.ts';
import type { AddressUse, LinkResolver } from './resolve.ts';
import { createCollector } from '../../diagnostics/diagnostic.ts';
import { decodeAddress } from '../../model/address.ts';
import { collectIds } from './anchors.ts';
import { githubFootnoteIds } from './footnote-ids.ts';
import { changeAddresses } from './change-addresses.ts';

/** A link to a place on a page of the site. */
export interface AnchorLink {
  /** Source file of the page that is linked. */
  readonly file: string;
  /** The id, decoded, without `#`. */
  readonly id: string;
  /** As written. */
  readonly url: string;
  readonly place?: Place;
}

/** What the whole site must know of a page's links: plain data. */
export interface PageLinks {
  /** The page's source file. */
  readonly file: string;
  /** Its ids, each once. */
  readonly ids: readonly string[];
  /** Its links to places on pages. */
  readonly anchors: readonly AnchorLink[];
  /** Files that are addressed at their own URL and are not among the site's static ones. */
  readonly published: readonly StaticFile[];
}

export interface RewrittenPage {
  readonly page: Page;
  readonly diagnostics: readonly Diagnostic[];
  readonly links: PageLinks;
  /** Files of its bundle that are addressed by their path beside the page. */
  readonly beside: ReadonlySet<string>;
}

export interface RewriteContext {
  readonly resolver: LinkResolver;
  readonly book: AddressBook;
}

/**
 * Writes every address of a page as the target's address book has it. One that leads to the same place in the target stays as
 * its author wrote it; one that leads nowhere stays too, and is reported.
 */
export function rewriteLinks(page: Page, { resolver, book }: RewriteContext): RewrittenPage {
  const collector = createCollector(page.file);
  const published = new Map<string, string>();
  const beside = new Set<string>();
  const anchors: AnchorLink[] = [];
  const footnotes = book.footnotes === 'github' ? githubFootnoteIds(page) : undefined;
  /** Footnotes have other ids in the target: links to those of this page follow. */
  const fragmentFor = (to: { readonly path: string; readonly fragment: string }): string => {
    const id = to.path === '' ? footnotes?.get(decodeAddress(to.fragment.slice(1))) : undefined;
    return id === undefined ? to.fragment : `#${id}`;
  };
  const change = (address: string, use: AddressUse, place: Place | undefined): string => {
    // A call that is kept as text is no address.
    if (address.includes('{{<') || address.includes('{{%')) return address;
    const to = resolver.resolve(address, page, use);
    const path = pathFor(to, use, { address, page, book, published, beside, collector, place });
    if (path === undefined || to.kind === 'external' || to.kind === 'broken') return address;
    if (to.kind === 'page' && to.fragment.length > 1) {
      const id = decodeAddress(to.fragment.slice(1));
      anchors.push({ file: to.page.file, id, url: address, ...(place && { place }) });
    }
    const twin = to.kind === 'page' ? book.twin?.(to.page, page) : undefined;
    if (twin) collector.report('version-link-leaves', { url: address, ...twin }, place);
    if (!to.works) collector.report('link-mended', { url: address, target: targetOf(to) }, place);
    const fragment = fragmentFor(to);
    const isSame = path === to.path && !to.absolute && fragment === to.fragment;
    return isSame ? address : path + to.query + fragment;
  };
  const body = changeAddresses(page.body, change);
  return {
    page: body === page.body ? page : { ...page, body },
    diagnostics: collector.diagnostics,
    beside,
    links: {
      file: page.file,
      ids: collectIds(page),
      anchors,
      published: [...published].map(([file, url]) => ({ file, url })),
    },
  };
}

interface PathContext {
  readonly address: string;
  readonly page: Page;
  readonly book: AddressBook;
  readonly published: Map<string, string>;
  readonly beside: Set<string>;
  readonly collector: Collector;
  readonly place: Place | undefined;
}

/** The path that the target has for a destination; `undefined` where the address stays as it is. */
function pathFor(to: Destination, use: AddressUse, context: PathContext): string | undefined {
  const { address, page, book, published, beside, collector, place } = context;
  switch (to.kind) {
    case 'external':
      return undefined;
    case 'broken':
      reportBroken(to, context);
      return undefined;
    case 'page':
    case 'generated': {
      if (to.path === '' && !to.absolute) return to.path;
      const path = to.kind === 'page' ? book.page(to, page, use) : book.list(to, page, use);
      if (path === undefined) collector.report('link-without-target', { url: address, page: targetOf(to) }, place);
      return path;
    }
    default: {
      const { path, publish } = book.file(to, page, use);
      if (publish) published.set(to.file.file, to.file.url);
      else beside.add(to.file.file);
      return path;
    }
  }
}

function reportBroken(
  { why, path, near, absolute }: ToNothing,
  { address, page, collector, place }: PathContext,
): void {
  if (absolute && why === 'missing') collector.report('link-own-host', { url: address, path }, place);
  else if (why === 'leftOut') collector.report('link-to-left-out', { url: address, page: near?.file ?? path }, place);
  else if (why === 'noAddress')
    collector.report('link-without-address', { url: address, page: near?.file ?? path }, place);
  else if (why === 'otherLanguage') {
    collector.report('link-untranslated', { url: address, page: near?.file ?? path, language: page.language }, place);
  } else collector.report('link-broken', { url: address, path, why: why === 'ambiguous' ? why : 'missing' }, place);
}

const targetOf = (to: Exclude<Destination, { kind: 'external' | 'broken' }>): string =>
  to.kind === 'page' ? to.page.file : to.kind === 'generated' ? to.page.permalink : to.file.file;
