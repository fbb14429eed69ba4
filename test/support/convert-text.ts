import { mkdtempSync, rmSync, writeFileSync, mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import type { TargetName } from '../../src/targets/load-target.ts';
import { openSite } from '../../src/pipeline/open-site.ts';
import { readMapping } from '../../src/pipeline/read-mapping.ts';
import { loadTarget } from '../../src/targets/load-target.ts';
import { convertPages } from './convert-pages.ts';

export interface ConvertedText {
  readonly text: string;
  readonly diagnostics: readonly Diagnostic[];
}

/** Every option of Goldmark that makes more of a text than the default does. */
const CONFIG = {
  baseURL: 'https://example.org/',
  enableEmoji: true,
  markup: { goldmark: { renderer: { unsafe: true }, parser: { attribute: { block: true } } } },
};

/** Converts one page in a site of its own that has raw HTML, block attributes and emoji on. */
export async function convertText(source: string, target: TargetName): Promise<ConvertedText> {
  const site = mkdtempSync(join(tmpdir(), 'decant-text-'));
  try {
    mkdirSync(join(site, 'content'));
    writeFileSync(join(site, 'hugo.json'), JSON.stringify(CONFIG));
    writeFileSync(join(site, 'content/page.md'), source);
    const mapping = readMapping({ site, files: [] });
    const opened = await openSite(site, { mappingFacts: mapping.facts });
    const { pages, rest, diagnostics } = await convertPages(opened, { target: await loadTarget(target), mapping });
    const file = [...(pages.get('content/page.md') ?? []), ...rest].find((candidate) => 'text' in candidate);
    return { text: file && 'text' in file ? file.text : '', diagnostics };
  } finally {
    rmSync(site, { recursive: true });
  }
}
