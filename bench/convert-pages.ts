import { setImmediate as nextTurn } from 'node:timers/promises';
import type { PageMeta } from '../src/model/page.ts';
import type { OpenedSite } from '../src/pipeline/open-site.ts';
import { openConversion } from '../src/pipeline/open-conversion.ts';
import { readMapping } from '../src/pipeline/read-mapping.ts';
import { loadTarget, type TargetName } from '../src/targets/load-target.ts';

// The native parser frees its memory only when the event loop turns.
const PAGES_PER_TURN = 32;

/** What a target makes of each page, and what of the whole site. */
export async function convertPages(
  opened: OpenedSite,
  pages: readonly PageMeta[],
  { name, files }: { readonly name: TargetName; readonly files: readonly string[] },
): Promise<{ own: Map<PageMeta, string>; site: string }> {
  const mapping = readMapping({ site: opened.dir, files });
  const { session, convert } = await openConversion(opened, pages, {
    target: await loadTarget(name),
    mapping,
    html: 'fragment',
  });
  const own = new Map<PageMeta, string>();
  const contributions: unknown[] = [];
  for (const [at, page] of pages.entries()) {
    if (at % PAGES_PER_TURN === 0) await nextTurn();
    const converted = convert(page).page;
    if (converted?.contribution !== undefined) contributions.push(converted.contribution);
    const file = converted?.files.find((candidate) => 'text' in candidate);
    if (file && 'text' in file) own.set(page, file.text);
  }
  const file = session.finish(contributions).files.find((candidate) => 'text' in candidate);
  return { own, site: file && 'text' in file ? file.text : '' };
}
