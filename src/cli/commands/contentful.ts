import { statSync } from 'node:fs';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { ContentfulForm } from '../../writers/contentful/options.ts';
import type { OpenOptions } from './open.ts';
import { countSeverities } from '../../diagnostics/run-report.ts';
import { checkContentful } from '../../pipeline/check-contentful.ts';
import { convertToText } from '../../pipeline/convert-to-text.ts';
import { jsonFindings } from '../../report/json.ts';
import { prettyDiagnostics } from '../../report/pretty.ts';
import { loadTarget } from '../../targets/load-target.ts';
import { UsageError, findingsCode } from '../exit-code.ts';
import { paintFor } from '../terminal.ts';
import { contentfulOptions } from '../options.ts';
import { openForCommand } from './open.ts';
import { printFindings } from './print-findings.ts';

export interface ModelFlags extends OpenOptions {
  readonly as: Exclude<ContentfulForm, 'export'>;
  readonly defaultLocale?: string;
  readonly strict?: boolean;
  readonly reporter: 'pretty' | 'json';
}

/** `decant contentful model`: the content model that a conversion would make, to standard output. */
export async function contentfulModel(dir: string | undefined, given: ModelFlags): Promise<void> {
  const { config, mapping, opened } = await openForCommand(dir, given);
  const { text, diagnostics } = await convertToText(opened, {
    target: await loadTarget('contentful'),
    mapping,
    contentful: { ...config.contentful, ...contentfulOptions(given), form: given.as },
  });
  process.stdout.write(text);
  printFindings(diagnostics, opened.read, given.reporter);
  process.exitCode = findingsCode(diagnostics, given.strict ?? false);
}

export interface CheckFlags {
  readonly assetsDir?: string;
  readonly strict?: boolean;
  readonly reporter: 'pretty' | 'json';
  readonly all?: boolean;
}

/** `decant contentful check`: whether Contentful would take these files. */
export function contentfulCheck(files: readonly string[], given: CheckFlags): void {
  const { assetsDir } = given;
  if (assetsDir !== undefined && !statSync(assetsDir, { throwIfNoEntry: false })?.isDirectory()) {
    throw new UsageError(`there is no folder ${assetsDir}`, 'name the folder assets that lies beside the export');
  }
  const { diagnostics, counts } = checkContentful(files, assetsDir);
  process.stdout.write(given.reporter === 'json' ? jsonFindings(diagnostics) : report(diagnostics, counts, given.all));
  process.exitCode = findingsCode(diagnostics, given.strict ?? false);
}

function report(
  diagnostics: readonly Diagnostic[],
  { contentTypes, entries, assets }: ReturnType<typeof checkContentful>['counts'],
  all = false,
): string {
  const findings = prettyDiagnostics(diagnostics, { paint: paintFor(process.stdout), sourceOf: () => undefined, all });
  const { error, warning, info } = countSeverities(diagnostics);
  return (
    findings +
    `content types ${contentTypes}, entries ${entries}, assets ${assets}\n` +
    `${error} errors, ${warning} warnings, ${info} info\n`
  );
}
