/** The first `decant.yaml` of a migration, from what the site shows. */
import type { Inventory } from '../../model/inventory.ts';
import type { TargetName } from '../../targets/load-target.ts';
import type { OpenedSite } from '../open-site.ts';
import type { ReadMapping } from '../read-mapping.ts';
import type { ScanOptions } from '../scan/scan-site.ts';
import { readMapping } from '../read-mapping.ts';
import { scanSite } from '../scan/scan-site.ts';
import { planConfig } from './plan-config.ts';
import { printConfig } from './print-config.ts';

export interface InitOptions extends Pick<ScanOptions, 'onProgress' | 'signal'> {
  readonly target: TargetName;
  /** Opens the site; anew with each mapping, for mappings say how inner text is read. */
  readonly open: (mapping: ReadMapping) => Promise<OpenedSite>;
}

export interface InitResult {
  /** The text of `decant.yaml`. */
  readonly text: string;
  readonly inventory: Inventory;
  /** The shipped mappings that it extends. */
  readonly extends: readonly string[];
}

/** Plans and prints a `decant.yaml`; nothing is written. */
export async function initSite({ target, open, ...scanning }: InitOptions): Promise<InitResult> {
  const scanWith = async (extended: readonly string[]): Promise<Inventory> => {
    const mapping = readMapping({ files: extended });
    const { inventory } = await scanSite(await open(mapping), { ...scanning, mapping, target });
    return inventory;
  };
  let inventory = await scanWith([]);
  const extended = [...new Set(inventory.themes.flatMap(({ mapping }) => mapping ?? []))];
  // What the theme's mapping takes, and how it has inner text read, shows only with it.
  if (extended.length > 0 && !scanning.signal?.aborted) inventory = await scanWith(extended);
  return { text: printConfig(planConfig(inventory, extended, target)), inventory, extends: extended };
}
