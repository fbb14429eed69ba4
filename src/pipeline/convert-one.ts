import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Page, PageMeta } from '../model/page.ts';
import type { ConversionOptions } from './open-conversion.ts';
import type { OpenedSite } from './open-site.ts';
import { compareDiagnostics } from '../diagnostics/diagnostic.ts';
import { loadEngine } from '../reader/markdown/load-engine.ts';
import { readPage } from '../reader/read-page.ts';
import { loadConverters } from './load-converters.ts';
import { openConversion } from './open-conversion.ts';

export type ConvertPageOptions = ConversionOptions;

export interface ConvertPageResult {
  /** The page in the target's form; empty where decant failed on it. */
  readonly text: string;
  readonly diagnostics: readonly Diagnostic[];
}

/** Converts one page of an opened site to the text that stands for it in the target. */
export async function convertPage(
  opened: OpenedSite,
  meta: PageMeta,
  options: ConvertPageOptions,
): Promise<ConvertPageResult> {
  const { session, convert, diagnostics: faults } = await openConversion(opened, [meta], options);
  const { page, diagnostics } = convert(meta);
  if (!page) return { text: '', diagnostics };
  const rest = session.finish(page.contribution === undefined ? [] : [page.contribution]);
  // A target that writes pages has the text here; one that writes a site has it once all pages are in.
  const file = [...page.files, ...rest.files].find((candidate) => 'text' in candidate);
  const findings = [
    ...faults,
    ...opened.diagnostics.filter((diagnostic) => diagnostic.file === meta.file),
    ...diagnostics,
    ...rest.diagnostics,
  ];
  return { text: file && 'text' in file ? file.text : '', diagnostics: findings.toSorted(compareDiagnostics) };
}

/** Reads one page of an opened site into the model, before any mapping. */
export async function readModel(
  opened: OpenedSite,
  meta: PageMeta,
): Promise<{ page: Page; diagnostics: readonly Diagnostic[] }> {
  const { site } = opened;
  const language = site.languages.find(({ code }) => code === meta.language);
  if (!language) throw new Error(`page in the unknown language ${meta.language}`);
  const { page, diagnostics } = readPage({
    meta,
    ...opened.load(meta),
    markup: language.markup,
    shortcodes: site.shortcodes,
    engine: await loadEngine(),
    converters: await loadConverters([meta]),
  });
  const own = opened.diagnostics.filter((diagnostic) => diagnostic.file === meta.file);
  return { page, diagnostics: [...own, ...diagnostics].toSorted(compareDiagnostics) };
}
