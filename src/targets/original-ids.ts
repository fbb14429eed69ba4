/** Ids of the original's headings on translations, for addresses that name them. */
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { PageMeta } from '../model/page.ts';
import type { WriterInput } from '../writers/writer.ts';
import type { TargetContext } from './target.ts';
import { createDiagnostic } from '../diagnostics/diagnostic.ts';
import { idsNamedOf, indexLinkedPlaces } from '../model/linked-place.ts';
import { collectIds } from '../passes/links/anchors.ts';
import { addOriginalIds, type Outline, outlineOf } from '../passes/original-ids.ts';
import { translationKey } from './translations.ts';

export interface TranslatedInput {
  readonly input: WriterInput;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Makes the function that gives a translation's headings the ids of the original's too, where an address of the site names them: Hugo
 * derives other ids from translated texts. An original is read when a translation asks for it, once.
 */
export function createOriginalIds({ site, read }: TargetContext): (input: WriterInput) => TranslatedInput {
  const places = indexLinkedPlaces(site.linkedPlaces);
  const originals = new Map<string, PageMeta>();
  if (places.size > 0) {
    for (const page of site.pages) {
      if (page.language === site.defaultLanguage && page.hidden.length === 0) originals.set(translationKey(page), page);
    }
  }
  const outlines = new Map<string, Outline>();
  const outlineFor = (page: PageMeta): Outline => {
    const known = outlines.get(page.file);
    if (known) return known;
    const original = read(page);
    const outline = original ? outlineOf(original.page) : [];
    outlines.set(page.file, outline);
    return outline;
  };
  return (input) => {
    const { file, language } = input.page;
    const original = language === site.defaultLanguage ? undefined : originals.get(translationKey(input.page));
    if (!original) return { input, diagnostics: [] };
    const own = new Set(collectIds(input.page));
    const wanted = new Set([...idsNamedOf(input.page, places)].filter((id) => !own.has(id)));
    if (wanted.size === 0) return { input, diagnostics: [] };
    const { page, added } = addOriginalIds(input.page, outlineFor(original), wanted);
    const diagnostics = added.map(({ id, heading: { place } }) =>
      createDiagnostic('link-id-added', { id, original: original.file }, { file, ...(place && { place }) }),
    );
    return { input: page === input.page ? input : { ...input, page }, diagnostics };
  };
}
