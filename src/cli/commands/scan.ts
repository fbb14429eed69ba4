import type { OpenOptions } from './open.ts';
import type { Inventory } from '../../model/inventory.ts';
import type { TargetName } from '../../targets/load-target.ts';
import { scanSite } from '../../pipeline/scan/scan-site.ts';
import { htmlInventory } from '../../report/inventory/html.ts';
import { jsonInventory } from '../../report/inventory/json.ts';
import { prettyInventory } from '../../report/inventory/pretty.ts';
import { printToDos } from '../../report/inventory/to-do.ts';
import { EXIT } from '../exit-code.ts';
import { createProgress, paintFor } from '../terminal.ts';
import { openForCommand } from './open.ts';

interface ScanFlags extends OpenOptions {
  readonly to?: TargetName;
  readonly reporter: 'pretty' | 'json' | 'html';
  readonly todo?: boolean;
}

/** `decant scan`: what a site holds, and what a person has to decide. Nothing is written. */
export async function scan(dir: string | undefined, given: ScanFlags): Promise<void> {
  const { config, mapping, opened } = await openForCommand(dir, given);
  const progress = createProgress();
  const stop = new AbortController();
  const onInterrupt = (): void => stop.abort();
  process.once('SIGINT', onInterrupt);
  try {
    const { inventory } = await scanSite(opened, {
      mapping,
      target: given.to ?? config.target?.[0] ?? 'mdx',
      onProgress: (done, total, file) => progress.update(done, total, file),
      signal: stop.signal,
    });
    progress.clear();
    if (stop.signal.aborted) {
      process.exitCode = EXIT.interrupted;
      return;
    }
    process.stdout.write(print(inventory, given));
  } finally {
    progress.clear();
    process.off('SIGINT', onInterrupt);
  }
}

function print(inventory: Inventory, { reporter, todo }: ScanFlags): string {
  if (reporter === 'json') return jsonInventory(inventory);
  if (reporter === 'html') return htmlInventory(inventory);
  return todo ? printToDos(inventory) : prettyInventory(inventory, paintFor(process.stdout));
}
