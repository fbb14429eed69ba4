import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ContentfulApi } from '../support/contentful-api/server.ts';
import { runImport } from '../support/contentful-api/import.ts';
import { startContentfulApi } from '../support/contentful-api/server.ts';
import { findContentfulFaults } from '../support/contentful-faults.ts';
import { convert, ROOT, temporaryFolder } from '../support/run-decant.ts';

interface Export {
  readonly locales: readonly { readonly code: string }[];
  readonly contentTypes: readonly Entity[];
  readonly entries: readonly Entity[];
  readonly assets: readonly Entity[];
}

interface Entity {
  readonly sys: { readonly id: string; readonly publishedVersion?: number };
  readonly fields: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

describe('the sample site in Contentful', () => {
  const out = temporaryFolder();
  let text = '';
  let api: ContentfulApi;

  beforeAll(async () => {
    convert(join(ROOT, 'samples/mesh-docs'), 'contentful', out);
    text = readFileSync(join(out, 'contentful.json'), 'utf8');
    api = await startContentfulApi('en');
  });
  afterAll(() => api.close());
  // The importer talks about its progress on the console.
  beforeEach(() => void vi.spyOn(console, 'log').mockReturnValue());
  afterEach(() => vi.restoreAllMocks());

  it('has well-formed rich text', () => {
    expect(findContentfulFaults(text)).toEqual([]);
  });

  // The second time everything is there already, and must only be updated.
  it.each(['first', 'second'])('is imported without a refusal, the %s time', async () => {
    const content = JSON.parse(text) as Export;
    await runImport(api, content, join(out, 'assets'));
    expect(api.refusals).toEqual([]);
    const { space } = api;
    expect([...space.locales.values()].map(({ code }) => code)).toEqual(content.locales.map(({ code }) => code));
    expect(idsOf(space.contentTypes.values())).toEqual(idsOf(content.contentTypes));
    expect(idsOf(space.entries.values())).toEqual(idsOf(content.entries));
    expect(idsOf(space.assets.values())).toEqual(idsOf(content.assets));
    for (const { sys, fields } of content.entries) {
      const stored = space.entries.get(sys.id);
      expect(stored?.fields).toEqual(fields);
      expect(stored?.sys.publishedVersion !== undefined, sys.id).toBe(sys.publishedVersion !== undefined);
    }
  });

  it('has every file of its assets, byte for byte', () => {
    const files = [...api.space.assets.values()].flatMap(({ fields }) => Object.values(fields['file'] ?? {}));
    const sizes = (files as { fileName: string; details: { size: number } }[]).map((file) => [
      file.fileName,
      file.details.size,
    ]);
    const bundle = join(ROOT, 'samples/mesh-docs/content/en/docs/setup');
    expect(Object.fromEntries(sizes)).toMatchObject({
      'parts.png': readFileSync(join(bundle, 'parts.png')).length,
      'plan.txt': readFileSync(join(bundle, 'upgrade/plan.txt')).length,
    });
  });

  it('keeps both languages of a page in one entry', () => {
    expect(api.space.entries.get('page.mesh')?.fields['title']).toEqual({ en: 'Why a mesh', de: 'Wozu ein Mesh' });
  });
});

const idsOf = (entities: Iterable<{ readonly sys: { readonly id: string } }>): string[] =>
  [...entities].map(({ sys }) => sys.id).toSorted();
