import type { PageFlags } from './open-page.ts';
import { readModel } from '../../pipeline/convert-one.ts';
import { findingsCode } from '../exit-code.ts';
import { openPage } from './open-page.ts';
import { printFindings } from './print-findings.ts';

/** `decant model`: the block tree of one page as JSON, in the form of `schema/model.json`. */
export async function printModel(page: string, given: PageFlags & { readonly strict?: boolean }): Promise<void> {
  const { opened, meta } = await openPage(page, given);
  const { page: read, diagnostics } = await readModel(opened, meta);
  process.stdout.write(`${JSON.stringify(read, null, 2)}\n`);
  printFindings(diagnostics, opened.read, 'pretty');
  process.exitCode = findingsCode(diagnostics, given.strict ?? false);
}
