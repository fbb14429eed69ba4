/** Whether a page is written as Markdown or as MDX: the same in all languages, for frameworks pair translations by their files' names. */
import type { PageMeta } from '../model/page.ts';
import type { WriterInput } from '../writers/writer.ts';
import type { TargetContext } from './target.ts';
import { translationKey } from './translations.ts';

/** What of a page only MDX can say, and on which of its translations that stands. */
export interface MdxNeed {
  readonly need: string;
  readonly file: string;
}

export interface PageForms {
  /** What a translation of the page needs MDX for. */
  needOfOthers(page: PageMeta): MdxNeed | undefined;
}

/** Looks at translations when a page asks for them, each once; `needsOf` writes a page as Markdown and says what that could not hold. */
export function createPageForms(
  { site, pages, read }: TargetContext,
  needsOf: (input: WriterInput) => readonly string[],
): PageForms {
  const chosen = new Set(pages.map(({ file }) => file));
  const groups = new Map<string, PageMeta[]>();
  for (const page of site.pages) {
    // Also those that this run leaves out by language: it must not come to another answer than a run over all.
    if (page.hidden.length > 0 && !chosen.has(page.file)) continue;
    const group = groups.get(translationKey(page));
    if (group) group.push(page);
    else groups.set(translationKey(page), [page]);
  }
  const known = new Map<string, string | undefined>();
  const needOf = (page: PageMeta): string | undefined => {
    if (!known.has(page.file)) {
      const input = read(page);
      known.set(page.file, input && needsOf(input)[0]);
    }
    return known.get(page.file);
  };
  return {
    needOfOthers(page) {
      for (const other of groups.get(translationKey(page)) ?? []) {
        const need = other.file === page.file ? undefined : needOf(other);
        if (need !== undefined) return { need, file: other.file };
      }
      return undefined;
    },
  };
}
