/** The files below the mounted content folders: which of them Hugo takes, under which path, in which language. */
import type { SiteFiles } from '../site-files.ts';
import type { SiteReport } from '../site-report.ts';
import type { SiteLanguages } from '../config/languages.ts';
import type { SiteMount } from '../config/mounts.ts';
import type { SiteSettings } from '../config/settings.ts';
import type { ContentPath } from './content-path.ts';
import { comparePaths, fileName, pathBelow } from '../site-files.ts';
import { normalizePath } from '../url/path-text.ts';
import { isIgnoredName, logicalPath, parseContentPath, unnormalizedPath } from './content-path.ts';

export interface ContentFile {
  /** Path below the site's folder. */
  readonly file: string;
  /** Path below the content root, as Hugo mounts it. */
  readonly virtual: string;
  readonly parts: ContentPath;
  readonly language: string;
  readonly path: string;
  readonly unnormalized: string;
}

export interface ContentContext {
  readonly files: SiteFiles;
  readonly mounts: readonly SiteMount[];
  readonly languages: SiteLanguages;
  readonly settings: SiteSettings;
  readonly report: SiteReport;
}

/** All content files, sorted by path; where two mounts have one path, the first mount's file. */
export function listContent(context: ContentContext): readonly ContentFile[] {
  const { languages, settings, report } = context;
  const codes = new Set([...languages.all.map(({ language }) => language.code), ...languages.leftOut]);
  const paths = { languages: codes, ...(settings.contentTypes && { contentTypes: settings.contentTypes }) };
  const found = new Map<string, ContentFile>();
  const leftOut = new Map<string, number>();
  for (const mount of context.mounts) {
    for (const { file, path } of filesOf(mount, 'content', context.files)) {
      if (isIgnoredName(path) || settings.ignores(file)) continue;
      if (fileName(path) === '_content.gotmpl') {
        report.report('content-adapter', {}, { file });
        continue;
      }
      const parts = parseContentPath(path, paths);
      const language = parts.language ?? mount.language ?? languages.defaultLanguage;
      if (languages.leftOut.has(language)) {
        if (parts.format) leftOut.set(language, (leftOut.get(language) ?? 0) + 1);
        continue;
      }
      const key = `${language}:${path}`;
      if (found.has(key)) continue;
      const unnormalized = unnormalizedPath(parts);
      found.set(key, { file, virtual: path, parts, language, path: logicalPath(parts), unnormalized });
    }
  }
  for (const [language, pages] of leftOut) report.report('language-disabled', { language, pages });
  return [...found.values()].toSorted(
    (a, b) => comparePaths(a.virtual, b.virtual) || comparePaths(a.language, b.language),
  );
}

/** The files of a mount below a component, with their paths as Hugo sees them below that component. */
export function filesOf(
  mount: SiteMount,
  component: string,
  files: SiteFiles,
): readonly { readonly file: string; readonly path: string }[] {
  const root = pathBelow(mount.target, component);
  if (root === undefined) return [];
  if (files.exists(mount.source)) return root === '' ? [] : [{ file: mount.source, path: root }];
  return files.below(mount.source).flatMap((file) => {
    const below = pathBelow(file, mount.source) ?? '';
    return mount.takes(below) ? [{ file, path: root === '' ? below : `${root}/${below}` }] : [];
  });
}

/** The folder in which a content file stands, in the form in which Hugo compares paths. */
export const folderPath = ({ parts }: ContentFile): string =>
  parts.folder === '' ? '/' : `/${normalizePath(parts.folder)}`;

/** The folder around a path; `/` has none. */
export const parentPath = (path: string): string | undefined =>
  path === '/' ? undefined : path.slice(0, Math.max(1, path.lastIndexOf('/')));
