import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline/promises';
import type { TargetName } from '../../targets/load-target.ts';
import type { InitResult } from '../../pipeline/init/init-site.ts';
import { initSite } from '../../pipeline/init/init-site.ts';
import { TARGETS } from '../../targets/load-target.ts';
import { EXIT, UsageError } from '../exit-code.ts';
import { createProgress } from '../terminal.ts';
import { siteForCommand } from './open.ts';

interface InitFlags {
  readonly to?: TargetName;
  readonly print?: boolean;
  readonly force?: boolean;
  readonly yes?: boolean;
  readonly environment?: string;
}

const FILE = 'decant.yaml';

/** `decant init`: a `decant.yaml` with a rule for every shortcode that the site uses. */
export async function init(dir: string, given: InitFlags): Promise<void> {
  const path = join(dir, FILE);
  if (given.print !== true && given.force !== true && existsSync(path)) {
    throw new UsageError(
      `${path} is there already`,
      'pass --force to replace it, or --print to see what would be written',
    );
  }
  const target = given.to ?? (given.print === true || given.yes === true ? 'mdx' : await askTarget());
  const progress = createProgress();
  const stop = new AbortController();
  const onInterrupt = (): void => stop.abort();
  process.once('SIGINT', onInterrupt);
  try {
    const result = await initSite({
      target,
      open: (mapping) => siteForCommand(dir, given, { config: {}, mapping }),
      onProgress: (done, total, file) => progress.update(done, total, file),
      signal: stop.signal,
    });
    progress.clear();
    if (stop.signal.aborted) {
      process.exitCode = EXIT.interrupted;
    } else if (given.print === true) process.stdout.write(result.text);
    else {
      // Without --force a file that came into being meanwhile is not replaced either.
      writeFileSync(path, result.text, { flag: given.force === true ? 'w' : 'wx' });
      process.stdout.write(summary(dir, result));
    }
  } finally {
    progress.clear();
    process.off('SIGINT', onInterrupt);
  }
}

/** Asks for what no site shows: where it is to go. Without a terminal it is MDX. */
async function askTarget(): Promise<TargetName> {
  if (!process.stdin.isTTY || !process.stdout.isTTY) return 'mdx';
  const names = Object.keys(TARGETS);
  const asking = createInterface({ input: process.stdin, output: process.stdout });
  try {
    const answer = (await asking.question(`Target (${names.join(', ')}) [mdx]: `)).trim();
    const wanted = answer === '' ? 'mdx' : answer;
    if (isTarget(wanted)) return wanted;
    throw new UsageError(`there is no target ${wanted}`, `write one of ${names.join(', ')}`);
  } finally {
    asking.close();
  }
}

const isTarget = (name: string): name is TargetName => Object.hasOwn(TARGETS, name);

function summary(dir: string, { inventory, extends: extended }: InitResult): string {
  const open = inventory.shortcodes.filter(({ rules }) => rules.some(({ id }) => id === 'unmapped')).length;
  const names = extended.length > 0 ? `, which extends ${extended.join(', ')}` : '';
  return [
    `${join(dir, FILE)} written${names}`,
    `${inventory.pages.total} pages, ${inventory.shortcodes.length} shortcodes, ${open} of them with a rule to look at`,
    `next: decant scan ${dir} --todo, then decant convert ${dir} --out out`,
    '',
  ].join('\n');
}
