import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseFragment, serialize } from 'parse5';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PageMeta } from '../../../../src/model/page.ts';
import { applyTypographer } from '../../../../src/passes/typographer.ts';
import { type OpenedSite, openSite } from '../../../../src/pipeline/open-site.ts';
import { loadEngine } from '../../../../src/reader/markdown/load-engine.ts';
import { readPage } from '../../../../src/reader/read-page.ts';
import { writeHtml } from '../../../../src/writers/html/write.ts';
import records from './hugo-records.json' with { type: 'json' };

// `hugo-records.json` has what Hugo 0.169 makes of each text, with raw HTML on and highlighting off, from a layout that is
// `{{ .Content }}` and nothing else. To add a case, add its text there and copy Hugo's answer beside it.

interface Group {
  readonly config?: object;
  readonly cases: readonly { readonly name: string; readonly markdown: string; readonly html: string }[];
}

/** What a browser makes of it, spelt in one way; line breaks beside tags and empty paragraphs do not count. */
function spelt(html: string): string {
  const text = serialize(parseFragment(html));
  return text.replaceAll(/\s*\n\s*(?=<)|(?<=>)\s*\n\s*/g, '').replaceAll('<p></p>', '');
}

const BASE = {
  baseURL: 'https://example.org/',
  markup: { goldmark: { renderer: { unsafe: true } }, highlight: { codeFences: false } },
};

function merge(base: object, more: object): object {
  const merged: Record<string, unknown> = { ...base };
  for (const [key, value] of Object.entries(more)) {
    const before = merged[key];
    merged[key] =
      typeof value === 'object' && value !== null && typeof before === 'object' && before !== null
        ? merge(before, value)
        : value;
  }
  return merged;
}

describe.each(Object.entries(records as Record<string, Group>))('%s', (_, { config, cases }) => {
  const dir = mkdtempSync(join(tmpdir(), 'decant-hugo-'));
  let opened: OpenedSite;

  beforeAll(async () => {
    mkdirSync(join(dir, 'content'));
    writeFileSync(join(dir, 'hugo.json'), JSON.stringify(merge(BASE, config ?? {})));
    for (const [at, { markdown }] of cases.entries())
      writeFileSync(join(dir, `content/p${at}.md`), `---\ntitle: T\n---\n${markdown}`);
    opened = await openSite(dir);
  });
  afterAll(() => rmSync(dir, { recursive: true }));

  async function write(meta: PageMeta): Promise<string> {
    const { site } = opened;
    const [{ markup } = { markup: undefined }] = site.languages;
    if (!markup) throw new Error('a site without a language');
    const { source, bodyStart } = opened.load(meta);
    const { page } = readPage({
      meta,
      source,
      bodyStart,
      markup,
      shortcodes: site.shortcodes,
      engine: await loadEngine(),
    });
    return writeHtml(
      { page: applyTypographer(page, source, markup), source, markup },
      { form: 'fragment', unmapped: 'keep' },
    ).text;
  }

  it.each(cases.map(({ name, html }, at) => ({ name, html, at })))('$name', async ({ html, at }) => {
    const meta = opened.site.pages.find(({ file }) => file === `content/p${at}.md`);
    if (!meta) throw new Error(`page ${at} is missing`);
    expect(spelt(await write(meta))).toBe(spelt(html));
  });
});
