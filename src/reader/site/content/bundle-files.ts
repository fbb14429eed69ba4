/** Files that are not content: which page's bundle they belong to, and where Hugo publishes them. */
import type { Resource } from '../../../model/page.ts';
import type { StaticFile } from '../../../model/site.ts';
import type { SiteReport } from '../site-report.ts';
import type { ContentFile } from './content-files.ts';
import { escapeFilePath, escapePath, normalizePath } from '../url/path-text.ts';
import { folderPath, parentPath } from './content-files.ts';

export interface BundleContext {
  /** Languages in the site's order. */
  readonly languages: readonly string[];
  /** Paths that have a page, or a section without a file, in a language. */
  readonly owners: ReadonlyMap<string, ReadonlySet<string>>;
  /** The folder that the files of an owner go to, whose path is also given as written; absent where they are not published. */
  readonly addressOf: (language: string, owner: string, written: string) => string | undefined;
  readonly report: SiteReport;
}

export interface BundleFiles {
  /** Resources by language and owner's path. */
  readonly resources: ReadonlyMap<string, readonly Resource[]>;
  readonly published: readonly StaticFile[];
}

export const ownerKey = (language: string, path: string): string => `${language}:${path}`;

/**
 * Gives each file to the nearest bundle or section above it. Languages that have the same bundle share its files: where a
 * language has none of a name, it takes that of the language nearest to it in the site's order.
 */
export function assignFiles(files: readonly ContentFile[], context: BundleContext): BundleFiles {
  const groups = new Map<string, { owner: string; byLanguage: Map<string, ContentFile> }>();
  const published: StaticFile[] = [];
  for (const file of files) {
    const owner = ownerOf(folderPath(file), context.owners);
    if (!context.owners.get(file.language)?.has(owner)) {
      context.report.report('file-without-page', { language: file.language }, { file: file.file });
      continue;
    }
    const key = normalizePath(`${file.parts.folder}/${file.parts.stem}${file.parts.extension}`);
    const group = groups.get(key) ?? { owner, byLanguage: new Map<string, ContentFile>() };
    groups.set(key, group);
    if (!group.byLanguage.has(file.language)) group.byLanguage.set(file.language, file);
    const folder = context.addressOf(file.language, owner, file.virtual.slice(0, -nameBelow(file, owner).length));
    if (folder === undefined) continue;
    published.push({ file: file.file, url: `${escapePath(folder)}/${escapeFilePath(nameBelow(file, owner))}` });
  }
  return { resources: shareFiles(groups.values(), context), published };
}

function shareFiles(
  groups: Iterable<{ readonly owner: string; readonly byLanguage: ReadonlyMap<string, ContentFile> }>,
  { languages, owners }: BundleContext,
): ReadonlyMap<string, readonly Resource[]> {
  const resources = new Map<string, Resource[]>();
  for (const { owner, byLanguage } of groups) {
    for (const [at, language] of languages.entries()) {
      if (!owners.get(language)?.has(owner)) continue;
      const file = nearest(byLanguage, languages, at);
      if (!file) continue;
      const key = ownerKey(language, owner);
      const list = resources.get(key) ?? [];
      resources.set(key, list);
      list.push({ file: file.file, name: nameBelow(file, owner) });
    }
  }
  return resources;
}

/** Of two languages that are equally near, the one that comes first. */
function nearest(
  byLanguage: ReadonlyMap<string, ContentFile>,
  languages: readonly string[],
  at: number,
): ContentFile | undefined {
  for (let distance = 0; distance < languages.length; distance++) {
    const before = byLanguage.get(languages[at - distance] ?? '');
    const after = byLanguage.get(languages[at + distance] ?? '');
    if (before ?? after) return before ?? after;
  }
  return undefined;
}

/** The nearest path above that is a page or section in any language. */
function ownerOf(folder: string, owners: BundleContext['owners']): string {
  const all = [...owners.values()];
  for (let at: string | undefined = folder; at !== undefined; at = parentPath(at)) {
    const path = at;
    if (all.some((paths) => paths.has(path))) return path;
  }
  return '/';
}

/** The file's path below its owner's folder, capitals and spaces as written. */
export function nameBelow(file: ContentFile, owner: string): string {
  const depth = owner === '/' ? 0 : owner.split('/').length - 1;
  return file.virtual.split('/').slice(depth).join('/');
}
