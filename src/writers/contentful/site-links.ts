/** Where the addresses of a Hugo site lead, found in its page index and its files. */
import type { PageMeta } from '../../model/page.ts';
import type { Site, StaticFile } from '../../model/site.ts';
import type { LinkResolver, LinkTarget } from './links.ts';

export interface SiteLinksInput {
  readonly site: Site;
  /** The pages of the export. */
  readonly pages: readonly PageMeta[];
  /** The entry of a page; nothing for one that is not in the export. */
  readonly entryOf: (page: PageMeta) => string | undefined;
  readonly assetOf: (file: string) => string;
}

/** A resolver over the pages of the export and the files of the site. */
export function createLinkResolver(input: SiteLinksInput): LinkResolver {
  const index = indexSite(input);
  const targetOf = ({ page, file }: Found, suffix: string): LinkTarget =>
    page
      ? pageTarget(page, suffix, input.entryOf)
      : { kind: 'file', asset: input.assetOf(file.file), file: file.file, url: file.url };
  return {
    resolve(url, page) {
      const local = localPart(url, input.site);
      if (local === undefined) return { kind: 'other', url };
      const { path, suffix } = splitSuffix(local);
      if (path === '') return suffix === '' ? { kind: 'missing', url } : { kind: 'other', url };
      const found = lookUp(decoded(path), page, index);
      if (found) return targetOf(found, suffix);
      return { kind: 'missing', url: local === url ? fromRoot(path, page) + suffix : url };
    },
    ref(reference, page) {
      if (reference.startsWith('#')) return { kind: 'other', url: reference };
      const { path, suffix } = splitSuffix(reference);
      const found = lookUpRef(path, page, index);
      return found ? pageTarget(found, suffix, input.entryOf) : { kind: 'missing', url: reference };
    },
  };
}

type Found =
  | { readonly page: PageMeta; readonly file?: undefined }
  | { readonly file: StaticFile; readonly page?: undefined };

/** A page of the site that the export leaves out is an address like any other. */
function pageTarget(page: PageMeta, suffix: string, entryOf: SiteLinksInput['entryOf']): LinkTarget {
  const id = entryOf(page);
  const url = page.permalink + suffix;
  return id === undefined ? { kind: 'other', url } : { kind: 'page', id, url, plain: suffix === '' };
}

/** A relative address means nothing away from its page: as it would be on the site. */
function fromRoot(path: string, page: PageMeta): string {
  return path.startsWith('/') || page.permalink === '' ? path : join(page.permalink, path);
}

interface SiteIndex {
  /** Pages and files by address, without a slash at the end. */
  readonly byUrl: ReadonlyMap<string, Found>;
  /** The same by path below the site's folder. */
  readonly byFile: ReadonlyMap<string, Found>;
  /** Pages by language and logical path. */
  readonly byPath: ReadonlyMap<string, PageMeta>;
  /** Pages by language and last part of the logical path; nothing under one that several pages share. */
  readonly byName: ReadonlyMap<string, PageMeta | undefined>;
  /** First part of all addresses, where the site does not stand at the root of its host. */
  readonly prefix: string;
}

function indexSite({ site, pages: exported }: SiteLinksInput): SiteIndex {
  // Those of the export first: where two files have one address, the one that is there counts.
  const pages = [...exported, ...site.pages];
  const byUrl = new Map<string, Found>();
  const byFile = new Map<string, Found>();
  const byPath = new Map<string, PageMeta>();
  const byName = new Map<string, PageMeta | undefined>();
  for (const page of pages) {
    if (page.permalink !== '') add(byUrl, urlKey(page.permalink), { page });
    add(byFile, page.file, { page });
    add(byPath, pathKey(page.language, page.path), page);
    const name = pathKey(page.language, page.path.slice(page.path.lastIndexOf('/') + 1));
    const rival = byName.get(name);
    byName.set(name, byName.has(name) && rival?.file !== page.file ? undefined : page);
  }
  // Behind the pages: what stands at an address wins over what was moved away from it.
  for (const page of pages) for (const alias of page.aliases) add(byUrl, urlKey(alias), { page });
  for (const file of site.staticFiles) {
    add(byUrl, urlKey(file.url), { file });
    add(byFile, file.file, { file });
  }
  return { byUrl, byFile, byPath, byName, prefix: prefixOf(site.baseUrl) };
}

/** The first one to come keeps the place. */
function add<T>(map: Map<string, T>, key: string, value: T): void {
  if (!map.has(key)) map.set(key, value);
}

/** Addresses are compared without their percent encoding, and without what servers add at the end. */
const urlKey = (url: string): string => decoded(url).replace(/(?:\/index\.html?|\/)$/, '') || '/';

const pathKey = (language: string, path: string): string => `${language}\n${path.toLowerCase()}`;

/** The path of an address on this site; nothing for an address elsewhere. */
function localPart(url: string, site: Site): string | undefined {
  const { host } = partsOf(site.baseUrl);
  const parts = partsOf(url);
  if (parts.scheme === undefined && parts.host === undefined) return url;
  const isWeb = parts.scheme === undefined || parts.scheme === 'http' || parts.scheme === 'https';
  return isWeb && parts.host !== undefined && parts.host === host ? parts.rest || '/' : undefined;
}

const ADDRESS = /^(?:([a-z][a-z0-9+.-]*):)?(?:\/\/([^/?#]*))?/i;

function partsOf(url: string): { scheme?: string; host?: string; rest: string } {
  const [whole = '', scheme, host] = ADDRESS.exec(url) ?? [];
  return {
    ...(scheme !== undefined && { scheme: scheme.toLowerCase() }),
    ...(host !== undefined && { host: host.toLowerCase() }),
    rest: url.slice(whole.length),
  };
}

/** Folder part of the base URL: `/docs` of `https://example.org/docs/`. */
const prefixOf = (baseUrl: string): string => splitSuffix(partsOf(baseUrl).rest).path.replace(/\/+$/, '');

function splitSuffix(url: string): { path: string; suffix: string } {
  const at = url.search(/[?#]/);
  return at < 0 ? { path: url, suffix: '' } : { path: url.slice(0, at), suffix: url.slice(at) };
}

/** Percent signs resolved where they are an encoding. */
export function decoded(path: string): string {
  return path.replace(/(?:%[0-9a-f]{2})+/gi, (encoded) => {
    const bytes = Uint8Array.from(encoded.split('%').slice(1), (pair) => Number.parseInt(pair, 16));
    return utf8.decode(bytes);
  });
}

const utf8 = new TextDecoder();

/**
 * An address as a browser reads it, from the page's own address; then as authors of Markdown mean it, from the page's file; then
 * as Hugo's link hook does, as the path of a page.
 */
function lookUp(path: string, page: PageMeta, index: SiteIndex): Found | undefined {
  const isAbsolute = path.startsWith('/');
  const fromUrl = isAbsolute ? path : join(page.permalink, path);
  const found = index.byUrl.get(urlKey(fromUrl)) ?? withoutPrefix(fromUrl, index);
  if (found) return found;
  if (!isAbsolute) {
    const file = join(page.file.slice(0, page.file.lastIndexOf('/') + 1), path).replace(/\/$/, '');
    const candidates = [file, `${file}.md`, `${file}/index.md`, `${file}/_index.md`];
    for (const candidate of candidates) {
      const beside = index.byFile.get(candidate);
      if (beside) return beside;
    }
  }
  const meant = lookUpRef(path, page, index, 'path');
  return meant && { page: meant };
}

function withoutPrefix(url: string, index: SiteIndex): Found | undefined {
  if (index.prefix === '' || !url.startsWith(`${index.prefix}/`)) return undefined;
  return index.byUrl.get(urlKey(url.slice(index.prefix.length)));
}

/** `ref`'s rules: from the page's section, from the content root, and a bare name anywhere if only one page has it. */
function lookUpRef(
  path: string,
  page: PageMeta,
  index: SiteIndex,
  how: 'path' | 'name' = 'name',
): PageMeta | undefined {
  const logical = path.replace(/(?:(?:\/|^)_?index)?(?:\.[a-z0-9-]+)?\.(?:md|html)$/i, '').replace(/\/$/, '');
  const section = page.bundle === 'none' ? page.path.slice(0, page.path.lastIndexOf('/') + 1) : `${page.path}/`;
  const beside = page.path.slice(0, page.path.lastIndexOf('/') + 1);
  const paths = path.startsWith('/')
    ? [logical || '/']
    : [join(section, logical), join(beside, logical), `/${logical}`];
  for (const candidate of path.startsWith('.') ? paths.slice(0, 2) : paths) {
    const found = index.byPath.get(pathKey(page.language, candidate.replace(/(?<=.)\/$/, '')));
    if (found) return found;
  }
  if (how === 'path' || logical.includes('/')) return undefined;
  return index.byName.get(pathKey(page.language, logical));
}

/** A relative path put behind a folder, `.` and `..` resolved; it does not leave the root. */
function join(base: string, path: string): string {
  const folder = base.slice(0, base.lastIndexOf('/') + 1);
  const segments: string[] = [];
  for (const segment of `${folder}${path}`.split('/')) {
    if (segment === '..') segments.pop();
    else if (segment !== '.' && segment !== '') segments.push(segment);
  }
  const end = /(?:^|\/)\.{0,2}$/.test(path) && segments.length > 0 ? '/' : '';
  return `${folder.startsWith('/') ? '/' : ''}${segments.join('/')}${end}`;
}
