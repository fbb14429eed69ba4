/** How a target writes the addresses of pages and files: facts of the target and of its layout, and the one function on top. */
import type { ToFile, ToGenerated, ToPage } from '../../model/destination.ts';
import type { PageMeta } from '../../model/page.ts';
import type { GeneratedPage } from '../../model/site.ts';
import type { AddressUse } from './resolve.ts';
import { decodeAddress, encodeFilePath, joinAddress, relativeAddress } from '../../model/address.ts';
import { urlKey } from './site-index.ts';

/** Where a target puts pages and files. */
export interface LinkLayout {
  /** Path of a page's file below its content root; `undefined` for a page that the target does not write. */
  readonly fileOf: (page: PageMeta) => string | undefined;
  /**
   * Address of a page on the built site, from the root; `undefined` for a page that has none. Where the target completes
   * addresses by itself in some places and not in others, it looks at the link.
   */
  readonly urlOf: (page: PageMeta, link?: LinkPlace) => string | undefined;
  /** Address of a list that Hugo fills by itself; `undefined` where the target has no such list. */
  readonly urlOfList: (page: GeneratedPage, link?: LinkPlace) => string | undefined;
  /** Address that relative ones are read from, where the page is not shown at its own alone; its own by default. */
  readonly originOf?: (page: PageMeta, to: 'page' | 'file') => string | undefined;
  /** Path of a bundle's file below the content root of its page; `undefined` where it is not kept beside the page. */
  readonly besideOf: (file: string, owner: PageMeta) => string | undefined;
  /** Pages with the same content root can address each other's files by path. */
  readonly rootOf: (page: PageMeta) => string;
  /** What a link that leads out of its page's version could have meant. */
  readonly twinOf?: (to: PageMeta, from: PageMeta) => VersionTwin | undefined;
}

/** The page of a version that stands for one of another version. */
export interface VersionTwin {
  /** The version's name. */
  readonly version: string;
  /** The page's address on the Hugo site. */
  readonly address: string;
}

/** What a target takes for the address of a file, by where it stands. */
export type FileForm =
  /** The path to where it lies beside its page. */
  | 'beside'
  /** Its address on the Hugo site, below the target's folder of static files. */
  | 'url'
  /** Beside the page where the author wrote a relative path, by address where he wrote an absolute one. */
  | 'asWritten';

/** Where a link stands. */
export interface LinkPlace {
  readonly from: PageMeta;
  readonly use: AddressUse;
}

export interface LinkForm {
  /** `url`: by address; `file`: `/path/of/file.mdx` from the content root; `relativeFile`: `./file.mdx`. */
  readonly pages: 'url' | 'file' | 'relativeFile';
  readonly files: Readonly<Record<AddressUse, FileForm>>;
  /** What goes before an address in `href` and `src` where the site does not stand at the root and the target does not add it. */
  readonly base?: string;
  /** Where that is so; everywhere if nothing is said. */
  readonly baseIn?: readonly AddressUse[];
  /** How Markdown's links lead to a page in another content root, where the target would take its address for one of the own root. */
  readonly toOtherRoot?: (url: string) => string;
  /** How Markdown's links lead to a file, where the target would take its address for that of a page. */
  readonly toFile?: (url: string) => string;
  /** Whose ids footnotes have: GitHub's, unless the target writes Hugo's. */
  readonly footnotes?: 'hugo';
}

/** The address of a file in the target; `publish` asks for the file at its own address. */
export interface FileAddress {
  readonly path: string;
  readonly publish: boolean;
}

/** Writes addresses for a target, without query and fragment; where the author's path leads there too, it is that path. */
export interface AddressBook {
  readonly footnotes: 'github' | 'hugo';
  page(to: ToPage, from: PageMeta, use: AddressUse): string | undefined;
  list(to: ToGenerated, from: PageMeta, use: AddressUse): string | undefined;
  file(to: ToFile, from: PageMeta, use: AddressUse): FileAddress;
  twin?(to: PageMeta, from: PageMeta): VersionTwin | undefined;
}

export function createAddressBook(layout: LinkLayout, form: LinkForm): AddressBook {
  const base = form.base ?? '';
  const byUrl = (
    to: { readonly path: string; readonly absolute: boolean },
    url: string,
    { from, use }: LinkPlace,
    kind: 'page' | 'file',
  ): string => {
    const origin = layout.originOf ? layout.originOf(from, kind) : layout.urlOf(from, { from, use });
    const isSame = !to.absolute && origin !== undefined && urlKey(joinAddress(origin, to.path)) === urlKey(url);
    const before = form.baseIn === undefined || form.baseIn.includes(use) ? base : '';
    // An empty part in a path is a mistake that servers forgive and frameworks do not.
    const isClean = !to.path.includes('//');
    return isSame && isClean && (before === '' || !to.path.startsWith('/')) ? to.path : before + url;
  };
  return {
    footnotes: form.footnotes ?? 'github',
    ...(layout.twinOf && { twin: layout.twinOf }),
    page: (to, from, use) => {
      const url = layout.urlOf(to.page, { from, use });
      if (form.pages !== 'url' && layout.rootOf(to.page) === layout.rootOf(from)) {
        const path = byFile(to, layout.fileOf(to.page), layout.fileOf(from), form.pages);
        if (path !== undefined) return path;
      }
      if (url === undefined) return undefined;
      const isOther = layout.rootOf(to.page) !== layout.rootOf(from);
      return isOther && form.toOtherRoot && use === 'link'
        ? form.toOtherRoot(base + url)
        : byUrl(to, url, { from, use }, 'page');
    },
    list: (to, from, use) => {
      const url = layout.urlOfList(to.page, { from, use });
      return url === undefined ? undefined : byUrl(to, url, { from, use }, 'page');
    },
    file: (to, from, use) => {
      if (form.toFile && use === 'link') return { path: form.toFile(to.file.url), publish: to.kind !== 'staticFile' };
      const wanted = form.files[use];
      const isBeside = wanted === 'beside' || (wanted === 'asWritten' && !to.path.startsWith('/') && !to.absolute);
      const path = isBeside && to.kind === 'resource' ? beside(to, from, layout) : undefined;
      if (path !== undefined) return { path, publish: false };
      return { path: byUrl(to, to.file.url, { from, use }, 'file'), publish: to.kind !== 'staticFile' };
    },
  };
}

function byFile(
  { path, absolute }: ToPage,
  file: string | undefined,
  origin: string | undefined,
  form: 'file' | 'relativeFile',
): string | undefined {
  if (file === undefined || origin === undefined) return undefined;
  if (!absolute && leadsTo(path, `/${origin}`, `/${file}`)) return path;
  return form === 'file' ? encodeFilePath(`/${file}`) : encodeFilePath(relativeAddress(`/${origin}`, `/${file}`));
}

function beside(to: ToFile, from: PageMeta, layout: LinkLayout): string | undefined {
  const origin = layout.fileOf(from);
  const near = to.owners.filter((owner) => layout.rootOf(owner) === layout.rootOf(from));
  const owner = near.find(({ file }) => file === from.file) ?? near.find(({ language }) => language === from.language);
  const path = owner && layout.besideOf(to.file.file, owner);
  if (origin === undefined || path === undefined) return undefined;
  const isRelative = !to.absolute && !to.path.startsWith('/');
  if (isRelative && leadsTo(to.path, `/${origin}`, `/${path}`)) return to.path;
  return encodeFilePath(relativeAddress(`/${origin}`, `/${path}`));
}

/** Whether a path, read from a file, is that of another file. */
const leadsTo = (path: string, from: string, to: string): boolean =>
  !path.endsWith('/') && joinAddress(from, decodeAddress(path)) === to && !leavesRoot(from, path);

/** Whether a path, read from a file, goes up further than there are folders: a browser stays at the root, a bundler does not. */
function leavesRoot(from: string, path: string): boolean {
  if (path.startsWith('/')) return false;
  let depth = from.split('/').length - 2;
  for (const part of path.split('/')) {
    if (part === '..') depth -= 1;
    else if (part !== '.' && part !== '') depth += 1;
    if (depth < 0) return true;
  }
  return false;
}
