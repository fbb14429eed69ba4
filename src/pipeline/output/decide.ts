/** What is to be done with an output file, by what stands on disk and what decant last wrote there. */
import { readFileSync } from 'node:fs';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { FileAction } from '../../diagnostics/run-report.ts';
import type { Delivery } from './delivery.ts';
import type { Fingerprint } from './fingerprint.ts';
import type { ManifestEntry } from './manifest.ts';
import type { TextStore } from './text-store.ts';
import { createDiagnostic } from '../../diagnostics/diagnostic.ts';
import { mergeEdits } from './merge-edits.ts';

/**
 * What becomes of a file that was edited by hand since decant wrote it: `merge` brings the edit and the new conversion together,
 * `keep` leaves the file as it is, `overwrite` replaces it, and files that decant did not write too.
 */
export type EditPolicy = 'merge' | 'keep' | 'overwrite';

/** How an output file was found. */
export type OnDisk = Fingerprint | 'absent' | 'foreign';

export interface Decision {
  readonly action: FileAction;
  readonly content: () => Uint8Array;
  /** Whether decant's new version has found its way into the file, so that the manifest goes on from there. */
  readonly settled: boolean;
  readonly diagnostics: readonly Diagnostic[];
}

export interface Situation {
  readonly delivery: Delivery;
  readonly known: ManifestEntry | undefined;
  readonly disk: OnDisk;
  readonly edits: EditPolicy;
  /** Where the file is on disk. */
  readonly target: string;
  readonly store: TextStore;
}

export function decide(situation: Situation): Decision {
  const { delivery, known, disk, edits } = situation;
  const decision = (action: FileAction, diagnostics: readonly Diagnostic[] = []): Decision => ({
    action,
    content: delivery.content,
    settled: action === 'write' || action === 'unchanged',
    diagnostics,
  });
  if (disk === 'absent') return decision('write');
  const where = { file: delivery.source };
  const output = delivery.path;
  // A folder or a link stands in the way: not even --overwrite takes it away.
  if (disk === 'foreign') return decision('refuse', [createDiagnostic('output-foreign-file', { output }, where)]);
  if (disk.hash === delivery.hash) return decision('unchanged');
  if (edits === 'overwrite') return decision('write');
  if (!known) return decision('refuse', [createDiagnostic('output-foreign-file', { output }, where)]);
  if (disk.hash === known.hash || disk.hash === known.replaced) return decision('write');
  // The edit is all that there is to it: decant would write what it wrote last.
  if (delivery.hash === known.hash) return { ...decision('keep'), settled: true };
  if (edits === 'keep') return decision('keep', [createDiagnostic('output-edit-kept', { output }, where)]);
  return merge(situation, known);
}

function merge({ delivery, target, store }: Situation, { hash }: ManifestEntry): Decision {
  const base = delivery.isText ? store.get(hash) : undefined;
  const merged = base
    ? mergeEdits(base, readFileSync(target), delivery.content())
    : ({ clean: false, lines: [] } as const);
  const where = { file: delivery.source };
  if (merged.clean) {
    const content = Buffer.from(merged.text);
    const diagnostics = [createDiagnostic('output-merged', { output: delivery.path }, where)];
    return { action: 'merge', content: () => content, settled: true, diagnostics };
  }
  const facts = { output: delivery.path, lines: merged.lines };
  const diagnostics = [createDiagnostic('output-edited-file', facts, where)];
  return { action: 'refuse', content: delivery.content, settled: false, diagnostics };
}
