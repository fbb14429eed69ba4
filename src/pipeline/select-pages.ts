import picomatch from 'picomatch';
import type { PageMeta } from '../model/page.ts';
import type { Site } from '../model/site.ts';
import { pathInContent } from '../targets/layout.ts';

/** Which pages of a site a run takes. */
export interface Selection {
  /** Language codes; none means all. */
  readonly languages?: readonly string[];
  /** Globs on the source path, below the site's folder or below the content folder; none means all. */
  readonly include?: readonly string[];
  readonly exclude?: readonly string[];
  /** Only pages with these source paths. */
  readonly files?: ReadonlySet<string>;
  /** Pages that Hugo leaves out of a build unless it is told otherwise. */
  readonly drafts?: boolean;
  readonly future?: boolean;
  readonly expired?: boolean;
  /**
   * Whether these are a part of the pages that the output folder is about, whose others stay as earlier runs have made them. Unless
   * told otherwise that is so as soon as languages or globs narrow it down.
   */
  readonly isPart?: boolean;
}

/** The pages of `site` that `selection` names, in the order of the page index. */
export function selectPages(site: Site, selection: Selection): readonly PageMeta[] {
  const included = matcher(selection.include, true);
  const excluded = matcher(selection.exclude, false);
  const narrows = [selection.include, selection.exclude].some((globs) => globs?.length);
  const languages = selection.languages?.length ? new Set(selection.languages) : undefined;
  const shown = {
    draft: selection.drafts ?? false,
    future: selection.future ?? false,
    expired: selection.expired ?? false,
    // A headless page has no URL of its own, but its text is used elsewhere: it is content to carry over.
    headless: true,
    notRendered: true,
  };
  return site.pages.filter((page) => {
    if (languages && !languages.has(page.language)) return false;
    if (selection.files && !selection.files.has(page.file)) return false;
    if (page.hidden.some((reason) => !shown[reason])) return false;
    if (!narrows) return true;
    const paths = [page.file, pathInContent(page.file, site)];
    return paths.some(included) && !paths.some(excluded);
  });
}

/** Whether a selection is of a part of what the output folder is about. */
export const isPartial = ({ languages, include, exclude, files, isPart }: Selection): boolean =>
  isPart ??
  (files !== undefined || [languages, include, exclude].some((filter) => filter !== undefined && filter.length > 0));

function matcher(globs: readonly string[] | undefined, empty: boolean): (path: string) => boolean {
  if (!globs?.length) return () => empty;
  const matches = globs.map((glob) => picomatch(glob, { dot: true }));
  return (path) => matches.some((match) => match(path));
}
