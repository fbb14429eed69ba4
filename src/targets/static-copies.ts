import type { Site, StaticFile } from '../model/site.ts';
import type { PageLinks } from '../passes/links/rewrite-links.ts';
import type { OutputFile } from './target.ts';
import { decodeAddress } from '../model/address.ts';

/** The files that Hugo serves as they are, below `folder` at the paths of their URLs, but for those that are copied already. */
export function staticCopies(
  site: Site,
  folder: string,
  copied: ReadonlySet<string> = new Set(),
): readonly OutputFile[] {
  return site.staticFiles.filter(({ file }) => !copied.has(file)).map((file) => staticCopy(file, folder));
}

/** The files that pages address at their own URL, which are no static ones. */
export function publishedCopies(pages: readonly PageLinks[], folder: string): readonly OutputFile[] {
  const files = new Map(pages.flatMap(({ published }) => published.map((file) => [file.url, file] as const)));
  return [...files.values()].map((file) => staticCopy(file, folder));
}

/** A file below `folder` at the path of its URL. */
function staticCopy({ file, url }: StaticFile, folder: string): OutputFile {
  const prefix = folder === '' ? '' : `${folder}/`;
  return { path: `${prefix}${decodeAddress(url).slice(1)}`, copyOf: file };
}
