import type { PageMeta } from '../model/page.ts';
import type { Site, StaticFile } from '../model/site.ts';
import type { PageLinks } from '../passes/links/rewrite-links.ts';
import type { OutputFile } from './target.ts';
import { decodeAddress } from '../model/address.ts';

/** The files that Hugo serves as they are, below `folder` at the paths of their URLs. */
export const staticCopies = ({ staticFiles }: Pick<Site, 'staticFiles'>, folder: string): readonly OutputFile[] =>
  staticFiles.map((file) => staticCopy(file, folder));

/** The same for a target that copies the files of bundles beside their pages: without those. */
export function staticCopiesBesideBundles({ pages, staticFiles }: Site, folder: string): readonly OutputFile[] {
  const bundled = new Set(pages.flatMap(({ resources }) => resources.map(({ file }) => file)));
  return staticCopies({ staticFiles: staticFiles.filter(({ file }) => !bundled.has(file)) }, folder);
}

/** The files that pages address at their own URL, which are no static ones. */
export function publishedCopies(pages: readonly PageLinks[], folder: string): readonly OutputFile[] {
  const files = new Map(pages.flatMap(({ published }) => published.map((file) => [file.url, file] as const)));
  return [...files.values()].map((file) => staticCopy(file, folder));
}

/**
 * The files of a page's bundle that are copied beside it. One that the page only links to has been published at its address; pictures stay, for other
 * pages may show them by their paths.
 */
export function filesBeside(
  { resources }: Pick<PageMeta, 'resources'>,
  { links, beside }: { readonly links: PageLinks; readonly beside: ReadonlySet<string> },
  contentFiles: ReadonlySet<string>,
): readonly string[] {
  const published = new Set(links.published.map(({ file }) => file));
  return resources.flatMap(({ file }) => {
    const isElsewhere = published.has(file) && !beside.has(file) && !isPicture(file);
    return contentFiles.has(file) || isElsewhere ? [] : [file];
  });
}

const isPicture = (file: string): boolean => PICTURES.has(file.slice(file.lastIndexOf('.') + 1).toLowerCase());

const PICTURES: ReadonlySet<string> = new Set([
  'apng',
  'avif',
  'bmp',
  'gif',
  'ico',
  'jfif',
  'jpeg',
  'jpg',
  'png',
  'svg',
  'tif',
  'tiff',
  'webp',
]);

/** A file below `folder` at the path of its URL. */
function staticCopy({ file, url }: StaticFile, folder: string): OutputFile {
  const prefix = folder === '' ? '' : `${folder}/`;
  return { path: `${prefix}${decodeAddress(url).slice(1)}`, copyOf: file };
}
