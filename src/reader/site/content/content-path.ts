import type { ContentFormat } from '../../../model/page.ts';
import { fileName, folderOf } from '../site-files.ts';
import { lowerCase, normalizePath } from '../url/path-text.ts';

/** What the path of a content file says, below the folder that is mounted as content. */
export interface ContentPath {
  /** Folder as written; empty at the root. */
  readonly folder: string;
  /** Name without extension and language code, as written. */
  readonly stem: string;
  /** With the period; empty for none. */
  readonly extension: string;
  /** The language code in the name. */
  readonly language?: string;
  /** How the file is read, if its extension makes it content. */
  readonly format?: ContentFormat;
  /** `index.*` is a leaf bundle, `_index.*` a branch bundle. */
  readonly bundle: 'leaf' | 'branch' | 'none';
}

export interface PathContext {
  /** All codes that a name may carry, those of disabled languages too. */
  readonly languages: ReadonlySet<string>;
  /** The media types that count as content; absent for Hugo's own list. */
  readonly contentTypes?: ReadonlySet<string>;
}

/** File extensions, and the media types by which `contentTypes` names them. */
const FORMATS: ReadonlyMap<string, { readonly format: ContentFormat; readonly mediaType: string }> = new Map(
  (
    [
      ['markdown', ['md', 'mdown', 'markdown']],
      ['html', ['html', 'htm']],
      ['org', ['org']],
      ['asciidoc', ['adoc', 'asciidoc', 'ad']],
      ['rst', ['rst']],
      ['pandoc', ['pandoc', 'pdc']],
    ] as const
  ).flatMap(([format, names]) => names.map((name) => [name, { format, mediaType: `text/${format}` }] as const)),
);

/** Other names for formats in front matter's `markup`. */
const MARKUPS: ReadonlyMap<string, ContentFormat> = new Map([
  ['goldmark', 'markdown'],
  ['asciidocext', 'asciidoc'],
]);

/** The format that front matter's `markup` names: a file extension, a handler or a media type. */
export function formatOfMarkup(markup: string): ContentFormat | undefined {
  const name = lowerCase(markup);
  const byType = [...FORMATS.values()].find(({ mediaType }) => mediaType === name)?.format;
  return FORMATS.get(name)?.format ?? MARKUPS.get(name) ?? byType;
}

/**
 * Takes a path apart. The last part of a name that is a language code counts, and ends the stem: `a.fr.md` and `a.fr.b.md`
 * are both `a` in French, while `v1.2.md` is `v1.2`.
 */
export function parseContentPath(path: string, context: PathContext): ContentPath {
  const name = fileName(path);
  const folder = folderOf(path);
  const dot = name.lastIndexOf('.');
  if (dot < 0) return { folder, stem: name, extension: '', bundle: 'none' };
  const extension = name.slice(dot);
  const found = FORMATS.get(lowerCase(extension.slice(1)));
  const isContent = found && (context.contentTypes?.has(found.mediaType) ?? true);
  let stem = name.slice(0, dot);
  let language: string | undefined;
  for (let end = stem.length; end > 0;) {
    const from = stem.lastIndexOf('.', end - 1);
    if (from < 0) break;
    const part = lowerCase(stem.slice(from + 1, end));
    if (context.languages.has(part)) {
      language = part;
      stem = stem.slice(0, from);
      break;
    }
    end = from;
  }
  const base = lowerCase(stem);
  const bundle = !isContent ? 'none' : base === 'index' ? 'leaf' : base === '_index' ? 'branch' : 'none';
  return {
    folder,
    stem,
    extension,
    ...(language !== undefined && { language }),
    ...(isContent && { format: found.format }),
    bundle,
  };
}

/** Names that Hugo passes over, folders as well: those that begin with `.` or `#`, or end in `~`. */
export const isIgnoredName = (path: string): boolean =>
  path.split('/').some((part) => part.startsWith('.') || part.startsWith('#') || part.endsWith('~'));

/** Hugo's logical path of a page: its folder for a bundle, else its folder and stem; lower case, hyphens for spaces. */
export const logicalPath = (path: ContentPath): string => normalizePath(unnormalizedPath(path));

/** The same with the capitals and spaces of the files. */
export function unnormalizedPath({ folder, stem, bundle }: ContentPath): string {
  if (bundle !== 'none') return `/${folder}`;
  return folder === '' ? `/${stem}` : `/${folder}/${stem}`;
}
