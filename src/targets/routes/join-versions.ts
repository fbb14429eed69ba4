/** Sites whose docs come into another one as versions: as if their folders were mounted there. */
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { PageMeta } from '../../model/page.ts';
import type { GeneratedPage, Mount, Site, StaticFile, VersionSite } from '../../model/site.ts';
import { createDiagnostic } from '../../diagnostics/diagnostic.ts';
import { basePathOf } from '../../model/address.ts';
import { escapePath, lowerCase, normalizePath, sanitizePath } from '../../reader/site/url/path-text.ts';
import { blogOf } from '../feeds.ts';
import { pathInContent } from '../layout.ts';
import { rulesOf, splitLanguage } from './routes.ts';

/** A version that is a site of its own. */
export interface VersionSource {
  readonly name: string;
  /** The site's folder as seen from the other site's. */
  readonly dir: string;
  /** The folder of its content that comes in; empty for all of it but posts and taxonomies. */
  readonly source: string;
  /** Where it comes in, below the other site's content folder. */
  readonly folder: string;
  readonly site: Site;
}

/** A site with the pages of its versions; what of these does not fit in is reported. */
export interface JoinedVersions {
  readonly site: Site;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Joins sites. A page of a version has the address that its place gives it and its file's path as seen from the joined site's folder; what it is
 * made of stays with its own site.
 */
export function joinVersions(own: Site, sources: readonly VersionSource[]): JoinedVersions {
  const parts = sources.map((source) => partOf(own, source));
  const places = [own.linkedPlaces, ...sources.map(({ site }) => site.linkedPlaces)].flat();
  const site: Site = {
    ...own,
    pages: [own.pages, ...parts.map(({ pages }) => pages)].flat(),
    generated: [own.generated, ...parts.map(({ generated }) => generated)].flat(),
    mounts: [own.mounts, ...parts.map(({ mounts }) => mounts)].flat(),
    linkedPlaces: [...new Set(places)].toSorted(),
    joined: { own, versions: parts.map(({ version }) => version) },
  };
  return { site, diagnostics: parts.flatMap(({ diagnostics }) => diagnostics) };
}

interface Part extends Pick<Site, 'pages' | 'generated' | 'mounts'> {
  readonly version: VersionSite;
  readonly diagnostics: readonly Diagnostic[];
}

function partOf(own: Site, source: VersionSource): Part {
  const { name, dir, site } = source;
  const moves = movesOf(own, source);
  const languages = new Set(own.languages.map(({ code }) => code));
  const taken = site.pages.filter((page) => isTaken(page, source));
  const known = taken.filter(({ language }) => languages.has(language));
  const lists = site.generated.filter((list) => languages.has(list.language) && isTakenList(list, source, moves));
  const files = [...site.staticFiles, ...site.assets];
  return {
    pages: known.map((page) => movePage(page, source, moves)),
    generated: lists.map((list) => ({
      ...list,
      kind: 'section' as const,
      path: moves.path(list.path),
      permalink: moves.url(list.permalink, list.language),
      title: list.kind === 'home' ? name : list.title,
      pages: list.pages.map((file) => `${dir}/${file}`),
    })),
    mounts: site.mounts.flatMap((mount) => moveMount(mount, source)),
    version: {
      name,
      dir,
      from: moves.from === '' ? '/' : moves.from,
      to: moves.to,
      folder: source.folder,
      site,
      files: moveFiles(files, source, moves),
    },
    diagnostics: [...new Set(taken.map(({ language }) => language))].flatMap((language) => {
      const pages = taken.filter((page) => page.language === language).length;
      return languages.has(language) ? [] : [createDiagnostic('version-language', { version: name, language, pages })];
    }),
  };
}

/** How paths and addresses change on the way in. */
interface Moves {
  /** Logical paths of both folders; empty for the content folder itself. */
  readonly from: string;
  readonly to: string;
  /** A logical path. */
  readonly path: (path: string) => string;
  /** An address; one that is not below that of the folder comes below that of the version all the same. */
  readonly url: (url: string, language: string) => string;
  /** An address that the site had next to the other one, as in `/v1.2/docs/`; nothing where it had none of its own. */
  readonly old: (url: string) => string | undefined;
  readonly isBelow: (url: string, language: string) => boolean;
}

function movesOf(own: Site, { source, folder, site }: VersionSource): Moves {
  const from = source === '' ? '' : `/${normalizePath(source)}`;
  const to = `/${normalizePath(folder)}`;
  const fromUrl = source === '' ? '' : escapePath(`/${sanitizePath(source, rulesOf(site))}`);
  const toUrl = escapePath(`/${sanitizePath(folder, rulesOf(own))}`);
  const isBelow = (path: string): boolean => fromUrl === '' || path === fromUrl || path.startsWith(`${fromUrl}/`);
  const before = oldBase(own.baseUrl, site.baseUrl);
  return {
    from,
    to,
    path: (path) => to + (path === (from || '/') ? '' : path.slice(from.length)),
    url: (url, language) => {
      if (url === '') return '';
      const { path } = splitLanguage(url, language, site);
      return prefixOf(language, own) + toUrl + (isBelow(path) ? path.slice(fromUrl.length) : path);
    },
    old: (url) => (before === undefined || url === '' ? undefined : before + url),
    isBelow: (url, language) => isBelow(splitLanguage(url, language, site).path),
  };
}

const prefixOf = (language: string, { languages }: Site): string => {
  const prefix = languages.find(({ code }) => code === language)?.urlPrefix ?? '';
  return prefix === '' ? '' : `/${prefix}`;
};

/** What stood before the addresses of a version that was built into a folder of the other site's host. */
function oldBase(own: string, other: string): string | undefined {
  if (!URL.canParse(own) || !URL.canParse(other) || new URL(own).host !== new URL(other).host) return undefined;
  const [outer, inner] = [basePathOf(own), basePathOf(other)];
  return inner !== outer && inner.startsWith(`${outer}/`) ? inner.slice(outer.length) : undefined;
}

/** Whether a page comes in. Posts and taxonomies of a site whose whole content is docs are none of these. */
function isTaken(page: PageMeta, { source, site }: VersionSource): boolean {
  if (source !== '') return isIn(pathInContent(page.file, site), source);
  return page.kind !== 'taxonomy' && page.kind !== 'term' && page.section !== (blogOf(site) ?? '\n');
}

function isTakenList({ kind, path }: GeneratedPage, { source, site }: VersionSource, { from }: Moves): boolean {
  if (source !== '') return kind === 'section' && (path === from || path.startsWith(`${from}/`));
  return kind === 'home' || (kind === 'section' && path.split('/')[1] !== blogOf(site));
}

/** Whether a path below the content folder is that of something in a folder there. */
export function isIn(path: string, folder: string): boolean {
  const [inner, outer] = [lowerCase(path), lowerCase(folder)];
  return outer === '' || inner === outer || inner.startsWith(`${outer}/`);
}

function movePage(page: PageMeta, { name, dir }: VersionSource, moves: Moves): PageMeta {
  const { language, permalink, aliases, owner } = page;
  const path = moves.path(page.path);
  const kept = aliases.filter((alias) => moves.isBelow(alias, language)).map((alias) => moves.url(alias, language));
  const old = [permalink, ...aliases].flatMap((url) => moves.old(url) ?? []);
  return {
    ...page,
    version: name,
    file: `${dir}/${page.file}`,
    path,
    section: path.split('/')[1] ?? '',
    permalink: moves.url(permalink, language),
    aliases: [...new Set([...kept, ...old])],
    resources: page.resources.map((resource) => ({ ...resource, file: `${dir}/${resource.file}` })),
    ...(page.kind === 'home' && { kind: 'section' }),
    ...(owner !== undefined && { owner: `${dir}/${owner}` }),
  };
}

/** The mounts of the folder that comes in, and of what is mounted below it. */
function moveMount({ source: disk, target, ...rest }: Mount, { dir, source, folder }: VersionSource): Mount[] {
  if (target !== 'content' && !target.startsWith('content/')) return [];
  const below = target.slice('content/'.length);
  const at = disk === '' ? dir : `${dir}/${disk}`;
  if (isIn(below, source)) {
    const inside = below.slice(source === '' ? 0 : source.length + 1);
    return [{ ...rest, source: at, target: ['content', folder, inside].filter((part) => part !== '').join('/') }];
  }
  if (!isIn(source, below)) return [];
  const inside = below === '' ? source : source.slice(below.length + 1);
  return [{ ...rest, source: `${at}/${inside}`, target: `content/${folder}` }];
}

/** The files that a site serves, each at an address of its own below that of the version. */
function moveFiles(files: readonly StaticFile[], { dir, site }: VersionSource, moves: Moves): StaticFile[] {
  const taken = new Set<string>();
  const languageOf = (url: string): string =>
    site.languages.find(({ code }) => splitLanguage(url, code, site).prefix !== '')?.code ?? site.defaultLanguage;
  const ordered = [...files].map(({ file, url }) => ({ file, url, language: languageOf(url) }));
  const inside = ordered.filter(({ url, language }) => moves.isBelow(url, language));
  const outside = ordered.filter(({ url, language }) => !moves.isBelow(url, language));
  return [...inside, ...outside].map(({ file, url, language }) => {
    let address = moves.url(url, language);
    for (let path = url; taken.has(address); address = moves.url(path, language)) path = `/static${path}`;
    taken.add(address);
    return { file: `${dir}/${file}`, url: address };
  });
}
