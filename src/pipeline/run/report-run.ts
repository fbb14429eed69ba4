import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { RunReport } from '../../diagnostics/run-report.ts';
import type { PageMeta } from '../../model/page.ts';
import type { Site } from '../../model/site.ts';
import type { ConversionOptions } from '../open-conversion.ts';
import type { RunEnd } from './end-run.ts';
import type { Run, RunOptions } from './gather.ts';
import { compareDiagnostics } from '../../diagnostics/diagnostic.ts';
import { unusedRules } from '../../mapping/unused-rules.ts';
import { shippedMappings } from '../read-mapping.ts';
import { VERSION } from '../version.ts';

/** What a run came to. */
export function reportRun(run: Run, { dir, isWhole }: RunEnd, options: RunOptions): RunReport {
  return {
    version: VERSION,
    target: options.target.name,
    site: dir,
    out: options.out,
    dryRun: options.dryRun ?? false,
    interrupted: run.interrupted,
    pages: { selected: run.plan.taken.size, converted: run.converted },
    files: run.sink.records,
    // A run over a part of the site says nothing of the files of the rest.
    stale: isWhole ? run.sink.stale() : [],
    totals: run.ledger.totals,
    diagnostics: withoutEchoes(run.diagnostics).toSorted(compareDiagnostics),
  };
}

/** Files of pages that a rule has moved to the place of others collide too: that is said of the rule, at the page. */
function withoutEchoes(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const moved = new Set(diagnostics.flatMap(({ code, file }) => (code === 'paths-collision' ? [file] : [])));
  return moved.size === 0
    ? diagnostics
    : diagnostics.filter(({ code, file }) => code !== 'output-collision' || !moved.has(file));
}

/** The rules of the user's own that took nothing on the whole site. */
export function withoutUse(rules: ReadonlySet<string>, { mapping, target }: ConversionOptions): Diagnostic[] {
  const shipped = new Set(Object.values(shippedMappings()));
  return unusedRules(mapping.mapping, target.name, rules, (file) => !shipped.has(file));
}

/** Leaves out what was found in pages that a run does not take: it is not its business. */
export function ofTaken(
  diagnostics: readonly Diagnostic[],
  { pages }: Pick<Site, 'pages'>,
  taken: ReadonlySet<PageMeta>,
): readonly Diagnostic[] {
  if (pages.length === taken.size) return diagnostics;
  const others = new Set(pages.flatMap((page) => (taken.has(page) ? [] : [page.file])));
  for (const { file } of taken) others.delete(file);
  return diagnostics.filter(({ file }) => file === undefined || !others.has(file));
}
