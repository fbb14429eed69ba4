/** A site converted in memory, for targets that make one text of it. */
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { ConversionOptions } from './open-conversion.ts';
import type { OpenedSite } from './open-site.ts';
import type { Selection } from './select-pages.ts';
import { compareDiagnostics } from '../diagnostics/diagnostic.ts';
import { openConversion } from './open-conversion.ts';
import { selectPages } from './select-pages.ts';
import { append } from '../model/append.ts';

/** The native parser frees its memory only when the event loop turns. */
const PAGES_PER_TURN = 32;

/** Converts the pages that a run would take; the result is the first text that needs the whole site. Nothing is written. */
export async function convertToText(
  opened: OpenedSite,
  options: Selection & ConversionOptions,
): Promise<{ readonly text: string; readonly diagnostics: readonly Diagnostic[] }> {
  const pages = selectPages(opened.site, options);
  const { session, convert } = await openConversion(opened, pages, options);
  const contributions: unknown[] = [];
  const failures: Diagnostic[] = [];
  for (const [at, meta] of pages.entries()) {
    if (at % PAGES_PER_TURN === 0) await nextTurn();
    const { page, diagnostics } = convert(meta);
    if (page?.contribution !== undefined) contributions.push(page.contribution);
    if (!page) append(failures, diagnostics);
  }
  const { files, diagnostics } = session.finish(contributions);
  const file = files.find((candidate) => 'text' in candidate);
  return {
    text: file && 'text' in file ? file.text : '',
    // What is found on single pages is the business of the run that writes them.
    diagnostics: [...failures, ...diagnostics].toSorted(compareDiagnostics),
  };
}
