/** What `convert` and `diff` have in common: from the command line to the report of a run. */
import { statSync } from 'node:fs';
import { resolve, sep } from 'node:path';
import type { FileChange, RunReport } from '../../diagnostics/run-report.ts';
import type { ConvertSiteOptions } from '../../pipeline/convert-site.ts';
import type { OpenedSite } from '../../pipeline/open-site.ts';
import type { EditPolicy } from '../../pipeline/output/decide.ts';
import type { SharedOptions } from '../options.ts';
import { convertSite } from '../../pipeline/convert-site.ts';
import { loadTarget } from '../../targets/load-target.ts';
import { UsageError } from '../exit-code.ts';
import { createProgress } from '../terminal.ts';
import { mappingForCommand, siteForCommand } from './open.ts';

/** The options of a run over a site. */
export interface RunFlags extends SharedOptions {
  readonly out: string;
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
  dir: string,
  given: RunFlags,
  { planOnly, onChange }: RunMode,
): Promise<{ readonly report: RunReport; readonly opened: OpenedSite }> {
  const mapping = mappingForCommand(given, dir);
  const opened = await siteForCommand(dir, given, mapping);
  checkOutput(opened, given.out);
  checkLanguages(opened, given.lang ?? []);
  const progress = createProgress();
  const stop = new AbortController();
  const onInterrupt = (): void => stop.abort();
  process.once('SIGINT', onInterrupt);
  try {
    const { report } = await convertSite(opened, {
      ...selectionOf(given),
      target: await loadTarget(given.to),
      out: given.out,
      mapping,
      ...(given.unmapped && { unmapped: given.unmapped }),
      ...(given.inner && { inner: given.inner }),
      html: given.fragment ? 'fragment' : 'page',
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

function selectionOf(given: RunFlags): Partial<ConvertSiteOptions> {
  return {
    ...(given.lang && { languages: given.lang }),
    ...(given.include && { include: given.include }),
    ...(given.exclude && { exclude: given.exclude }),
    drafts: given.drafts ?? false,
    future: given.future ?? false,
    expired: given.expired ?? false,
  };
}

/** Writing into the folders that are read would make the next run convert its own output. */
function checkOutput(opened: OpenedSite, out: string): void {
  const target = resolve(out);
  if (statSync(target, { throwIfNoEntry: false })?.isFile()) {
    throw new UsageError(`--out ${out} is a file`, 'name a folder; it is made where there is none');
  }
  const isIn = (path: string, folder: string): boolean => path === folder || path.startsWith(`${folder}${sep}`);
  const site = resolve(opened.dir);
  // The topmost folder of each mount: content/ where content/en is mounted.
  const read = opened.site.mounts.map(({ source }) => resolve(site, source.split('/')[0] ?? ''));
  if (isIn(site, target) || read.some((folder) => folder !== site && isIn(target, folder))) {
    throw new UsageError(
      `--out ${out} is a folder that the site is read from`,
      'choose a folder outside the site’s content',
    );
  }
}

function checkLanguages(opened: OpenedSite, wanted: readonly string[]): void {
  const known = opened.site.languages.map(({ code }) => code);
  const unknown = wanted.find((code) => !known.includes(code));
  if (unknown !== undefined) throw new UsageError(`the site has no language ${unknown}`, `it has ${known.join(', ')}`);
}
