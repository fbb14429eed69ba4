/** What `convert` and `diff` have in common: from the command line to the report of a run. */
import { statSync } from 'node:fs';
import { resolve, sep } from 'node:path';
import type { Config } from '../../config/config.ts';
import type { FileChange, RunReport } from '../../diagnostics/run-report.ts';
import type { OpenedSite } from '../../pipeline/open-site.ts';
import type { EditPolicy } from '../../pipeline/output/decide.ts';
import type { Selection } from '../../pipeline/select-pages.ts';
import type { TargetName } from '../../targets/load-target.ts';
import type { SharedOptions } from '../options.ts';
import { convertSite } from '../../pipeline/convert-site.ts';
import { loadTarget } from '../../targets/load-target.ts';
import { UsageError } from '../exit-code.ts';
import { createProgress } from '../terminal.ts';
import { openForCommand, targetForCommand } from './open.ts';

/** The options of a run over a site. */
export interface RunFlags extends SharedOptions {
  readonly out?: string;
  readonly lang?: readonly string[];
  readonly include?: readonly string[];
  readonly exclude?: readonly string[];
  readonly drafts?: boolean;
  readonly future?: boolean;
  readonly expired?: boolean;
  readonly prune?: boolean;
  readonly keepEdits?: boolean;
  readonly overwrite?: boolean;
}

export interface RunMode {
  /** Nothing is written. */
  readonly planOnly: boolean;
  readonly onChange?: (change: FileChange) => void;
}

/** Runs a conversion as the options say it; Ctrl-C ends it behind a page. */
export async function runConversion(
  dir: string | undefined,
  given: RunFlags,
  { planOnly, onChange }: RunMode,
): Promise<{ readonly report: RunReport; readonly opened: OpenedSite }> {
  const { config, mapping, opened } = await openForCommand(dir, given);
  const target = targetForCommand(given, config);
  const out = outputFor(target, given, config);
  const selection = selectionOf(given, config);
  checkOutput(opened, out);
  checkLanguages(opened, selection.languages ?? []);
  const progress = createProgress();
  const stop = new AbortController();
  const onInterrupt = (): void => stop.abort();
  process.once('SIGINT', onInterrupt);
  try {
    const { report } = await convertSite(opened, {
      ...selection,
      target: await loadTarget(target),
      out,
      mapping,
      ...(given.unmapped && { unmapped: given.unmapped }),
      ...(given.inner && { inner: given.inner }),
      html: (given.fragment ?? config.fragment) ? 'fragment' : 'page',
      dryRun: planOnly,
      edits: editPolicy(given),
      prune: given.prune ?? false,
      ...(onChange && { onChange }),
      onProgress: (done, total, file) => progress.update(done, total, file),
      signal: stop.signal,
    });
    return { report, opened };
  } finally {
    progress.clear();
    process.off('SIGINT', onInterrupt);
  }
}

const editPolicy = ({ keepEdits, overwrite }: RunFlags): EditPolicy =>
  overwrite ? 'overwrite' : keepEdits ? 'keep' : 'merge';

function outputFor(target: TargetName, given: RunFlags, { output }: Config): string {
  const out = given.out ?? (typeof output === 'object' ? output[target] : output);
  if (out !== undefined) return out;
  throw new UsageError(`no folder is named to write ${target} into`, 'pass --out, or write “output:” into decant.yaml');
}

/** Which pages to take: what a flag says goes before the configuration. */
function selectionOf(given: RunFlags, config: Config): Selection {
  const languages = given.lang ?? config.languages;
  const include = given.include ?? config.include;
  const exclude = given.exclude ?? config.exclude;
  return {
    ...(languages && { languages }),
    ...(include && { include }),
    ...(exclude && { exclude }),
    drafts: given.drafts ?? config.drafts ?? false,
    future: given.future ?? config.future ?? false,
    expired: given.expired ?? config.expired ?? false,
  };
}

/** Writing into the folders that are read would make the next run convert its own output. */
function checkOutput(opened: OpenedSite, out: string): void {
  const target = resolve(out);
  if (statSync(target, { throwIfNoEntry: false })?.isFile()) {
    throw new UsageError(`the output folder ${out} is a file`, 'name a folder; it is made where there is none');
  }
  const isIn = (path: string, folder: string): boolean => path === folder || path.startsWith(`${folder}${sep}`);
  const site = resolve(opened.dir);
  // The topmost folder of each mount: content/ where content/en is mounted.
  const read = opened.site.mounts.map(({ source }) => resolve(site, source.split('/')[0] ?? ''));
  if (isIn(site, target) || read.some((folder) => folder !== site && isIn(target, folder))) {
    throw new UsageError(
      `the output folder ${out} is one that the site is read from`,
      'choose a folder outside the site’s content',
    );
  }
}

function checkLanguages(opened: OpenedSite, wanted: readonly string[]): void {
  const known = opened.site.languages.map(({ code }) => code);
  const unknown = wanted.find((code) => !known.includes(code));
  if (unknown !== undefined) throw new UsageError(`the site has no language ${unknown}`, `it has ${known.join(', ')}`);
}
