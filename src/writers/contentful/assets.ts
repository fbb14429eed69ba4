/** The files that pages use, as assets. */
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Asset, AssetFile } from './export.ts';
import type { ContentfulPlan } from './plan.ts';
import type { WrittenPage } from './write-page.ts';
import { createDiagnostic } from '../../diagnostics/diagnostic.ts';
import { decodeAddress } from '../../model/address.ts';
import { hashOf } from './ids.ts';
import { limits } from './limits.ts';
import { mediaType } from './mime.ts';
import { cut } from './plain-text.ts';
import { cleanText } from './values.ts';
import { append } from '../../model/append.ts';

/** The first bytes of a site's file and its size; nothing if there is no such file. */
export type Inspect = (file: string) => { readonly head: Uint8Array; readonly size: number } | undefined;

/** A file to lay out beside the export, where `contentful-import --uploadAssets --assetsDirectory` looks for it. */
export interface AssetCopy {
  /** `assets/<host>/<path>` */
  readonly path: string;
  /** Path below the site's folder. */
  readonly copyOf: string;
}

export interface Assets {
  readonly assets: readonly Asset[];
  readonly copies: readonly AssetCopy[];
  readonly diagnostics: readonly Diagnostic[];
  /** Whether a page's alternative text for an asset is not the one that the asset has. */
  differs(asset: string, alt: string, locale: string): boolean;
  isImage(asset: string): boolean;
}

interface Use {
  readonly file: string;
  readonly locales: Set<string>;
  /** By locale, of the first page that gives one. */
  readonly alts: Map<string, string>;
}

export function buildAssets(plan: ContentfulPlan, pages: readonly WrittenPage[], inspect: Inspect): Assets {
  const uses = collectUses(plan, pages);
  const urls = new Map(plan.site.staticFiles.map(({ file, url }) => [file, url]));
  const host = hostOf(plan.site.baseUrl);
  const taken = new Set<string>();
  const diagnostics: Diagnostic[] = [];
  const assets: Asset[] = [];
  const copies: AssetCopy[] = [];
  const images = new Set<string>();
  for (const [id, use] of [...uses].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    const path = pathFor(use.file, urls.get(use.file) ?? `/${use.file}`, taken);
    const fileName = path.slice(path.lastIndexOf('/') + 1);
    const found = inspect(use.file);
    if (found) append(diagnostics, checkSize(use.file, found.size, mediaType(fileName, found.head)));
    else diagnostics.push(createDiagnostic('contentful-asset-missing', { asset: id }, { file: use.file }));
    const contentType = mediaType(fileName, found?.head ?? new Uint8Array());
    if (contentType.startsWith('image/')) images.add(id);
    assets.push(assetOf(id, use, { url: `//${host}/${path}`, fileName, contentType }));
    copies.push({ path: `assets/${host}/${path}`, copyOf: use.file });
  }
  const differs = (asset: string, alt: string, locale: string): boolean => {
    const known = uses.get(asset)?.alts.get(locale);
    return alt !== '' && known !== undefined && known !== alt;
  };
  return { assets, copies, diagnostics, differs, isImage: (asset) => images.has(asset) };
}

function collectUses(plan: ContentfulPlan, pages: readonly WrittenPage[]): Map<string, Use> {
  const uses = new Map<string, Use>();
  for (const page of pages) {
    for (const [id, file] of page.assets) {
      // An asset must have its file in the default locale to be published, and in each other one that has no fallback.
      const use = uses.get(id) ?? { file, locales: new Set([plan.locales.default]), alts: new Map() };
      use.locales.add(page.locale);
      uses.set(id, use);
    }
    for (const [id, alt] of page.alts) {
      const alts = uses.get(id)?.alts;
      if (alt !== '' && alts && !alts.has(page.locale)) alts.set(page.locale, alt);
    }
  }
  return uses;
}

function assetOf(id: string, { file: path, locales, alts }: Use, file: AssetFile): Asset {
  const codes = [...locales].toSorted();
  // What editors see is the name that the file has on disk, whatever its address had to become.
  const title = cut(cleanText(path.slice(path.lastIndexOf('/') + 1)), limits.symbol);
  const description = Object.fromEntries([...alts].toSorted().map(([locale, alt]) => [locale, cut(alt, limits.text)]));
  return {
    sys: { type: 'Asset', id, publishedVersion: 1 },
    fields: {
      title: Object.fromEntries(codes.map((locale) => [locale, title])),
      ...(alts.size > 0 && { description }),
      file: Object.fromEntries(codes.map((locale) => [locale, file])),
    },
  };
}

/**
 * The file's address on the live site, so that Contentful can also fetch it from there. The importer takes it for a path on disk
 * as it stands, so that one with other than plain characters gets a made-up path; so does one that differs from another only in case.
 */
function pathFor(file: string, url: string, taken: Set<string>): string {
  const segments = decodeAddress(url)
    .split('/')
    .filter((segment) => segment !== '');
  const isPlain = segments.length > 0 && segments.every((segment) => /^[A-Za-z0-9_-][A-Za-z0-9._-]*$/.test(segment));
  let path = segments.join('/');
  if (!isPlain || path.length > 200 || taken.has(path.toLowerCase())) {
    const name = (segments.at(-1) ?? 'file').replace(/[^A-Za-z0-9._-]+/g, '-').replace(/^[.-]+/, '');
    path = `${hashOf(file, 8)}/${name.slice(-100) || 'file'}`;
  }
  taken.add(path.toLowerCase());
  return path;
}

function hostOf(baseUrl: string): string {
  const host = /^(?:https?:)?\/\/([A-Za-z0-9.-]+\.[A-Za-z]{2,})(?:\/|$)/.exec(baseUrl)?.[1];
  return host?.toLowerCase() ?? 'assets.local';
}

function checkSize(file: string, bytes: number, type: string): Diagnostic[] {
  const limit = type.startsWith('image/') ? limits.image : limits.file;
  return bytes > limit ? [createDiagnostic('contentful-asset-large', { bytes, limit }, { file })] : [];
}
