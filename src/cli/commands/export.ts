import type { SharedOptions } from '../options.ts';
import type { PageFlags } from './open-page.ts';
import { convertPage } from '../../pipeline/convert-one.ts';
import { loadTarget } from '../../targets/load-target.ts';
import { contentfulOptions, limitsOf } from '../options.ts';
import { findingsCode } from '../exit-code.ts';
import { openPage } from './open-page.ts';
import { targetForCommand } from './open.ts';
import { printFindings } from './print-findings.ts';

/** `decant export`: one page to standard output, findings to standard error. */
export async function exportCommand(page: string, given: SharedOptions & PageFlags): Promise<void> {
  const { opened, meta, config, mapping } = await openPage(page, given);
  const { text, diagnostics } = await convertPage(opened, meta, {
    target: await loadTarget(targetForCommand(given, config)),
    mapping,
    ...(given.unmapped && { unmapped: given.unmapped }),
    ...(given.inner && { inner: given.inner }),
    html: (given.fragment ?? config.fragment) ? 'fragment' : 'page',
    ...limitsOf(config),
    extension: given.extension ?? config.extension ?? 'mdx',
    paths: config.paths ?? [],
    versions: config.versions ?? [],
    contentful: { ...config.contentful, ...contentfulOptions(given) },
  });
  process.stdout.write(text);
  printFindings(diagnostics, opened.read, given.reporter);
  process.exitCode = findingsCode(diagnostics, given.strict ?? false);
}
