import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createModelSchema } from '../scripts/model-schema.js';
import { openSite } from '../src/pipeline/open-site.ts';
import { satteriEngine } from '../src/reader/markdown/satteri.ts';
import { readPage } from '../src/reader/read-page.ts';
import { findModelFaults } from './support/model-faults.ts';

const ROOT = join(import.meta.dirname, '..');

describe('schema/model.json', () => {
  it('is what the types say', () => {
    const schema = readFileSync(join(ROOT, 'schema/model.json'), 'utf8');
    expect(schema, 'run `npm run schema`').toBe(createModelSchema());
  });

  it.each(['mesh-docs', 'tide-docs', 'broken'])('holds for every page of samples/%s', async (name) => {
    const opened = await openSite(join(ROOT, 'samples', name));
    expect(opened.site.pages.length).toBeGreaterThan(20);
    const markups = new Map(opened.site.languages.map(({ code, markup }) => [code, markup]));
    for (const meta of opened.site.pages) {
      const markup = markups.get(meta.language);
      if (!markup) throw new Error(`no language ${meta.language}`);
      const loaded = opened.load(meta);
      const input = { meta, ...loaded, markup, shortcodes: opened.site.shortcodes, engine: satteriEngine };
      expect(findModelFaults(readPage(input).page, loaded.source), meta.file).toEqual([]);
    }
  });
});
