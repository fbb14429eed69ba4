/** The shapes of a report, and where they go. */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import type { Report } from '../diagnostics/joint-report.ts';
import type { LocateOptions } from '../report/located.ts';
import { UsageError } from './exit-code.ts';
import { paintFor } from './terminal.ts';

export const SHAPES = ['pretty', 'json', 'ndjson', 'github', 'sarif', 'markdown', 'html'] as const;

type Shape = (typeof SHAPES)[number];

/** A shape, and the file that it goes to; standard output where there is none. */
export interface Reporter {
  readonly shape: Shape;
  readonly file?: string;
}

export interface ReportContext extends LocateOptions {
  readonly sourceOf: (file: string) => string | undefined;
  /** Whether the pretty report shows every finding. */
  readonly all: boolean;
}

/**
 * Reads `pretty` or `sarif=out.sarif`.
 * @throws UsageError where there is no such shape, or two of them want standard output.
 */
export function parseReporters(given: readonly string[]): readonly Reporter[] {
  const reporters = given.map((text): Reporter => {
    const [name = '', ...rest] = text.split('=');
    const shape = SHAPES.find((known) => known === name);
    if (!shape) throw new UsageError(`there is no reporter ${name}`, `there are ${SHAPES.join(', ')}`);
    const file = rest.join('=');
    if (rest.length > 0 && file === '') throw new UsageError(`--reporter ${text} names no file`, `type ${shape}=FILE`);
    return { shape, ...(file !== '' && { file }) };
  });
  const printed = reporters.filter(({ file }) => file === undefined);
  if (printed.length < 2) return reporters;
  const names = printed.map(({ shape }) => shape).join(' and ');
  throw new UsageError(`${names} cannot both go to standard output`, 'give one of them a file, as in sarif=out.sarif');
}

/** Writes a report in every shape that is asked for. */
export async function writeReports(
  report: Report,
  reporters: readonly Reporter[],
  context: ReportContext,
): Promise<void> {
  for (const { shape, file } of reporters) {
    const text = await render(report, shape, { ...context, isFile: file !== undefined });
    if (file === undefined) process.stdout.write(text);
    else writeReport(file, text);
  }
}

function writeReport(file: string, text: string): void {
  try {
    mkdirSync(dirname(resolve(file)), { recursive: true });
    writeFileSync(file, text);
  } catch (cause) {
    throw new Error(`cannot write ${file}`, { cause });
  }
}

/** Each shape loads its own code: a run without HTML needs no HTML printer. */
async function render(report: Report, shape: Shape, context: ReportContext & { isFile: boolean }): Promise<string> {
  switch (shape) {
    case 'pretty': {
      const { all, sourceOf, isFile } = context;
      const paint = isFile ? (_: unknown, text: string) => text : paintFor(process.stdout);
      return (await import('../report/pretty.ts')).prettyReport(report, { paint, sourceOf, all });
    }
    case 'json':
      return (await import('../report/json.ts')).jsonReport(report);
    case 'ndjson':
      return (await import('../report/ndjson.ts')).ndjsonReport(report);
    case 'github':
      return (await import('../report/github.ts')).githubReport(report, context);
    case 'sarif':
      return (await import('../report/sarif.ts')).sarifReport(report, context);
    case 'markdown':
      return (await import('../report/markdown.ts')).markdownReport(report, context);
    case 'html':
      return (await import('../report/html.ts')).htmlReport(report, context);
  }
}

/** Paths for people and services that stand in this folder: files of the site from here, others as findings name them. */
export const locateFrom =
  (site: string): LocateOptions['locate'] =>
  (file) =>
    existsSync(join(site, file)) ? relative('', join(site, file)).split(sep).join('/') : file;
