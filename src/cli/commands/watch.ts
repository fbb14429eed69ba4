/** `decant convert --watch`: converts, and again whenever something that the run reads has changed, until Ctrl-C. */
import { basename, relative, resolve } from 'node:path';
import { watchFolders } from '../../pipeline/watch-folders.ts';
import { EXIT } from '../exit-code.ts';
import { reportFailure } from '../failure.ts';

export interface Watched {
  readonly site: string;
  /** Folders of the sites of versions. */
  readonly sites: readonly string[];
  /** What decant writes itself. */
  readonly written: readonly string[];
  /** Files that count beside those of the site, as they are by now. */
  readonly files: () => readonly string[];
}

/** Folders in which tools keep what they make: no page comes from there. */
const MADE = new Set(['.git', 'node_modules', 'public', 'resources', '.hugo_build.lock']);
const NAMES_SHOWN = 3;

/** Runs at once and then again after each change. What fails the first run ends the command; later it is printed. */
export async function runAndWatch({ site, sites, written, files }: Watched, run: () => Promise<void>): Promise<void> {
  const own = new Set(written.map((path) => resolve(path)));
  const watch = watchFolders((path) => own.has(path) || MADE.has(basename(path)));
  const stop = (): void => watch.close();
  process.once('SIGINT', stop);
  try {
    for (const folder of [site, ...sites]) watch.folder(resolve(folder));
    await run();
    for (;;) {
      for (const file of files()) watch.file(resolve(file));
      process.stderr.write(`waiting for changes in ${site}; Ctrl-C ends\n`);
      const changed = await watch.next();
      if (!changed) break;
      process.stderr.write(`changed: ${listOf(changed)}\n`);
      await run().catch((error: unknown) => {
        process.exitCode = reportFailure(error);
      });
    }
    // Ctrl-C is how a watch ends; a run that it cuts short says so.
    if (process.exitCode !== EXIT.interrupted) process.exitCode = EXIT.clean;
  } finally {
    watch.close();
    process.off('SIGINT', stop);
  }
}

function listOf(paths: readonly string[]): string {
  const names = paths.slice(0, NAMES_SHOWN).map((path) => relative('', path));
  const rest = paths.length - names.length;
  return rest > 0 ? `${names.join(', ')} and ${rest} more` : names.join(', ');
}
