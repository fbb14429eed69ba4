import type { Site } from '../model/site.ts';
import type { OutputFile } from './target.ts';

/** The files that Hugo serves as they are, below `folder` at the paths of their URLs, but for those that are copied already. */
export function staticCopies(
  site: Site,
  folder: string,
  copied: ReadonlySet<string> = new Set(),
): readonly OutputFile[] {
  const prefix = folder === '' ? '' : `${folder}/`;
  return site.staticFiles
    .filter(({ file }) => !copied.has(file))
    .map(({ file, url }) => ({ path: `${prefix}${decodeURI(url).slice(1)}`, copyOf: file }));
}
