/** What the threads of a run send each other: plain data, and trees never, for these cost more to send than to make. */
import type { Mapping } from '../../mapping/mapping.ts';
import type { PageMeta } from '../../model/page.ts';
import type { TargetName } from '../../targets/load-target.ts';
import type { SiteSnapshot } from '../cache/snapshot-file.ts';
import type { Inputs } from '../cache/input-log.ts';
import type { ConversionOptions, PageResult } from '../open-conversion.ts';
import type { LoadedSource } from '../open-site.ts';

/** What a worker knows of the site. */
export type SiteIndex = Pick<SiteSnapshot, 'site' | 'templates' | 'versionTemplates'>;

/** What a worker is born with. */
export interface WorkerStart {
  /** The site's index and the places of its templates, serialized once for all workers. */
  readonly index: Uint8Array<SharedArrayBuffer>;
  /** The site's folder. */
  readonly dir: string;
  readonly mapping: Mapping;
  readonly outputs: readonly WorkerOutput[];
}

/** What pages are converted to. */
export interface WorkerOutput {
  /** Positions in the site's index of the pages that the output is about. */
  readonly pages: readonly number[];
  readonly target: TargetName;
  readonly options: Omit<ConversionOptions, 'target' | 'mapping'>;
}

/** A page to be converted for some outputs. */
export interface SentPage {
  readonly at: number;
  /** Its text, or why there is none: it may have gone since the site was opened. */
  readonly text: LoadedSource | string;
  readonly outputs: readonly number[];
}

export interface Batch {
  readonly id: number;
  readonly pages: readonly SentPage[];
}

export interface BatchResult {
  readonly id: number;
  readonly results: readonly (readonly PageResult[])[];
  /** What was looked at on disk on the way, for each output. */
  readonly looks: readonly { readonly inputs: Inputs; readonly shared: readonly string[] }[];
}

/** The positions of pages in the site's index. */
export const positionsOf = (pages: readonly PageMeta[], all: readonly PageMeta[]): readonly number[] => {
  const positions = new Map(all.map((page, at) => [page, at]));
  return pages.flatMap((page) => positions.get(page) ?? []);
};
