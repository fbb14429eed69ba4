/** `--since`: which pages a run has to take so that nothing is missed that has changed since a commit. */
import { existsSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import type { OpenedSite } from '../../pipeline/open-site.ts';
import { changedSince, GitError } from '../../pipeline/git.ts';
import { pagesSince } from '../../pipeline/pages-since.ts';
import { UsageError } from '../exit-code.ts';

export interface Changes {
  readonly ref: string;
  /** Absolute. */
  readonly paths: readonly string[];
}

/**
 * Says what has changed since the commit `ref` in the repository that the site is in.
 * @throws UsageError where git cannot say it.
 */
export function changesFor(site: string, ref: string): Changes {
  // A folder that is not there is reported by whoever opens the site.
  if (!existsSync(site)) return { ref, paths: [] };
  try {
    return { ref, paths: changedSince(resolve(site), ref) };
  } catch (error) {
    if (!(error instanceof GitError)) throw error;
    throw new UsageError(
      `git cannot tell what has changed since ${ref}: ${error.message}`,
      'name a commit, branch or tag of the repository that the site is in; in CI, check out with its history',
    );
  }
}

/**
 * The source files of the pages to take; `undefined` where it is all of them. `inputs` are files that every page depends on.
 * @throws UsageError where versions are sites of their own: a commit of one branch says nothing of what has changed in another.
 */
export function narrowTo(
  opened: OpenedSite,
  { ref, paths, inputs }: Changes & { readonly inputs: ReadonlySet<string> },
): ReadonlySet<string> | undefined {
  if (opened.site.joined) {
    throw new UsageError(
      '--since cannot tell what has changed in versions that are sites of their own',
      'leave --since out: a run converts anew only what has changed since the last one',
    );
  }
  const { files, because } = pagesSince(opened, paths, inputs);
  if (because === undefined) {
    process.stderr.write(
      `since ${ref}: ${files.size} ${files.size === 1 ? 'page is' : 'pages are'} changed or may depend on what is\n`,
    );
    return files;
  }
  process.stderr.write(`since ${ref}: ${relative('', because)} has changed, on which all pages depend\n`);
  return undefined;
}
