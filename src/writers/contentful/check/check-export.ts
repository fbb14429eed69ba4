/** Holds an export against what Contentful takes, before anything is sent there. */
import type { Diagnostic } from '../../../diagnostics/diagnostic.ts';
import type { HasFile } from './check-assets.ts';
import type { SeenValues } from './check-values.ts';
import type { Entity, ExportSource, ParsedExport } from './parse.ts';
import type { Report } from './report.ts';
import { checkAsset } from './check-assets.ts';
import { checkLinks } from './check-links.ts';
import { checkModel } from './check-model.ts';
import { checkEntry } from './check-values.ts';
import { parseExport } from './parse.ts';
import { openReport } from './report.ts';

export interface ExportCheck {
  readonly diagnostics: readonly Diagnostic[];
  readonly counts: { readonly contentTypes: number; readonly entries: number; readonly assets: number };
}

/** Checks the files of one export in the order in which they are to be imported. */
export function checkExport(sources: readonly ExportSource[], hasFile?: HasFile): ExportCheck {
  const report = openReport();
  const parsed = parseExport(sources, report);
  for (const list of Object.values(parsed)) checkIds(list, report);
  const model = checkModel(parsed, report);
  const seen: SeenValues = new Map();
  for (const entry of parsed.entries) checkEntry(entry, model, report, seen);
  for (const asset of parsed.assets) checkAsset(asset, report, hasFile);
  checkLinks(parsed, model, report);
  return { diagnostics: report.diagnostics, counts: countsOf(parsed) };
}

const countsOf = ({ contentTypes, entries, assets }: ParsedExport): ExportCheck['counts'] => ({
  contentTypes: contentTypes.length,
  entries: entries.length,
  assets: assets.length,
});

const ENTITY_ID = /^[a-zA-Z0-9._-]{1,64}$/;

function checkIds(entities: readonly Entity[], report: Report): void {
  const seen = new Set<string>();
  for (const entity of entities) {
    if (!ENTITY_ID.test(entity.id)) report.entity(entity, 'bad-id');
    if (seen.has(entity.id)) report.entity(entity, 'twice');
    seen.add(entity.id);
  }
}
