import { statSync } from 'node:fs';
import { resolve, sep } from 'node:path';
import type { OpenedSite } from '../../pipeline/open-site.ts';
import type { ConvertSiteOptions } from '../../pipeline/convert-site.ts';
import type { RunReport } from '../../diagnostics/run-report.ts';
import type { SharedOptions } from '../options.ts';
import { convertSite } from '../../pipeline/convert-site.ts';
import { jsonReport } from '../../report/json.ts';
import { prettyReport } from '../../report/pretty.ts';
import { loadTarget } from '../../targets/load-target.ts';
import { EXIT, UsageError, findingsCode } from '../exit-code.ts';
import { createProgress, paintFor } from '../terminal.ts';
import { mappingForCommand, siteForCommand } from './open.ts';

interface ConvertFlags extends SharedOptions {
  readonly out: string;
  readonly lang?: readonly string[];
  readonly include?: readonly string[];
  readonly exclude?: readonly string[];
  readonly drafts?: boolean;
  readonly future?: boolean;
  readonly expired?: boolean;
  readonly dryRun?: boolean;
  readonly force?: boolean;
}

/** `decant convert`: a site, or a part of it, into a folder. The report is the result and goes to standard output. */
export async function convert(dir: string, given: ConvertFlags): Promise<void> {
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
      html: given.fragment ? 'fragment' : 'page',
      dryRun: given.dryRun ?? false,
      force: given.force ?? false,
      onProgress: (done, total, file) => progress.update(done, total, file),
      signal: stop.signal,
    });
    progress.clear();
    process.stdout.write(print(report, opened, given));
    process.exitCode = report.interrupted ? EXIT.interrupted : findingsCode(report.diagnostics, given.strict ?? false);
  } finally {
    progress.clear();
    process.off('SIGINT', onInterrupt);
  }
}

function selectionOf(given: ConvertFlags): Partial<ConvertSiteOptions> {
  return {
    ...(given.lang && { languages: given.lang }),
    ...(given.include && { include: given.include }),
    ...(given.exclude && { exclude: given.exclude }),
    drafts: given.drafts ?? false,
    future: given.future ?? false,
    expired: given.expired ?? false,
  };
}

function print(report: RunReport, opened: OpenedSite, given: ConvertFlags): string {
  if (given.reporter === 'json') return jsonReport(report);
  return prettyReport(report, {
    paint: paintFor(process.stdout),
    sourceOf: opened.read,
    all: given.all ?? false,
  });
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
