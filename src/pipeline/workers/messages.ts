/** What the threads of a run send each other: plain data, and trees never, for these cost more to send than to make. */
import type { Mapping } from '../../mapping/mapping.ts';
import type { PageMeta } from '../../model/page.ts';
import type { TargetName } from '../../targets/load-target.ts';
import type { SiteSnapshot } from '../cache/snapshot-file.ts';
import type { Inputs } from '../cache/input-log.ts';
import type { ConversionOptions } from '../open-conversion.ts';
import type { PageResult } from '../run/converter.ts';

/** What a worker knows of the site. */
export type SiteIndex = Pick<SiteSnapshot, 'site' | 'templates' | 'versionTemplates'>;

/** What a worker is born with. */
export interface WorkerStart {
  /** The site's index and the places of its templates, serialized once for all workers. */
  readonly index: Uint8Array<SharedArrayBuffer>;
  /** The site's folder. */
  readonly dir: string;
  /** Positions in the site's index of the pages that the run is about. */
  readonly pages: readonly number[];
  readonly target: TargetName;
  readonly mapping: Mapping;
  readonly options: Omit<ConversionOptions, 'target' | 'mapping'>;
}

/** Pages to be converted, with their texts. */
export interface Batch {
  readonly id: number;
  readonly pages: readonly { readonly at: number; readonly source: string; readonly bodyStart: number }[];
}

export interface BatchResult {
  readonly id: number;
  readonly results: readonly PageResult[];
  /** What was looked at on disk on the way. */
  readonly inputs: Inputs;
  readonly shared: readonly string[];
}

/** The positions of pages in the site's index. */
export const positionsOf = (pages: readonly PageMeta[], all: readonly PageMeta[]): readonly number[] => {
  const positions = new Map(all.map((page, at) => [page, at]));
  return pages.flatMap((page) => positions.get(page) ?? []);
};
