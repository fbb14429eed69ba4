/** The files of a site as the reader sees them: paths below the site's folder, with `/`, and their text. */
export interface SiteFiles {
  /** All files below a folder, sorted; `''` is the site's own folder. None where there is no such folder. */
  below(folder: string): readonly string[];
  hasFolder(folder: string): boolean;
  /** Whether there is a file of that path. */
  exists(file: string): boolean;
  read(file: string): FileText;
}

/** The text of a file, or why there is none; whoever supplies the files reports it. */
export type FileText = { readonly ok: true; readonly text: string } | { readonly ok: false; readonly reason: string };

/** Compares paths by code unit: the order does not depend on the machine's language. */
export const comparePaths = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/**
 * Joins paths and resolves `.` and `..`; `undefined` where the result would be outside the site.
 * @example
 * joinPath('themes/docs', '../../shared') // 'shared'
 */
export function joinPath(...parts: readonly string[]): string | undefined {
  const segments: string[] = [];
  for (const part of parts) {
    if (part.startsWith('/')) return undefined;
    for (const segment of part.replaceAll('\\', '/').split('/')) {
      if (segment === '' || segment === '.') continue;
      if (segment !== '..') segments.push(segment);
      else if (segments.pop() === undefined) return undefined;
    }
  }
  return segments.join('/');
}

/** Path of `file` below `folder`; `''` where they are the same, `undefined` where it is not below. */
export function pathBelow(file: string, folder: string): string | undefined {
  if (folder === '') return file;
  if (file === folder) return '';
  return file.startsWith(`${folder}/`) ? file.slice(folder.length + 1) : undefined;
}

export const fileName = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

/** The folder of a path; `''` for one without. */
export const folderOf = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf('/')));

/** What stands behind the last period of a file's name, lower-cased; `''` where there is none. */
export function extensionOf(path: string): string {
  const name = fileName(path);
  const dot = name.lastIndexOf('.');
  return dot > 0 ? name.slice(dot + 1).toLowerCase() : '';
}
