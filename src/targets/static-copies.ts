import type { Site } from '../model/site.ts';
import type { OutputFile } from './target.ts';

/** The files that Hugo serves as they are, below `folder` at the paths of their URLs. */
export function staticCopies(site: Site, folder: string): readonly OutputFile[] {
  return site.staticFiles.map(({ file, url }) => ({
    path: `${folder === '' ? '' : `${folder}/`}${decodeURI(url).slice(1)}`,
    copyOf: file,
  }));
}
