import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { expect, it } from 'vitest';
import { createMappingReference } from '../scripts/mapping-docs.js';
import { createNodesDocs } from '../scripts/nodes-docs.js';
import { configSchema } from '../src/config/schema.ts';
import { mappingFacts } from '../src/mapping/facts.ts';
import { loadMapping } from '../src/mapping/load.ts';
import { KINDS } from '../src/mapping/kinds.ts';
import { mappingSchema } from '../src/mapping/schema/schema.ts';
import { FIELD_MEANINGS } from '../src/model/meaning.ts';
import { readMapping } from '../src/pipeline/read-mapping.ts';
import { runExamples } from '../src/pipeline/run-examples.ts';
import { TARGETS } from '../src/targets/load-target.ts';

it('docs/nodes.md is what its examples become', async () => {
  const docs = readFileSync(join(import.meta.dirname, '../docs/nodes.md'), 'utf8');
  expect(docs, 'run `npm run docs`').toBe(await createNodesDocs({ runExamples, loadMapping, mappingFacts, TARGETS }));
});

it('docs/mapping-reference.md is what the schemas say', () => {
  const docs = readFileSync(join(import.meta.dirname, '../docs/mapping-reference.md'), 'utf8');
  const source = { kinds: KINDS, meanings: FIELD_MEANINGS, configSchema, mappingSchema };
  expect(docs, 'run `npm run docs`').toBe(createMappingReference(source));
});

it('the functions of docs/functions.md do what the page says', async () => {
  const docs = readFileSync(join(import.meta.dirname, '../docs/functions.md'), 'utf8');
  const code = fromMarkdown(docs).children.flatMap((node) => (node.type === 'code' ? [node] : []));
  const textOf = (lang: string): string => code.find((node) => node.lang === lang)?.value ?? '';
  const dir = mkdtempSync(join(tmpdir(), 'decant-functions-'));
  try {
    writeFileSync(join(dir, 'rules.mjs'), textOf('js'));
    const examples =
      '\nexamples:\n  - source: "```csv\\na,*b*\\n1,2\\n```"\n    expect: { mdx: "| a | *b* |\\n| - | - |\\n| 1 | 2 |" }\n';
    writeFileSync(join(dir, 'mapping.yaml'), textOf('yaml') + examples);
    const mapping = readMapping({ files: [join(dir, 'mapping.yaml')] });
    const own = mapping.mapping.examples.filter(({ file }) => file.startsWith(dir));
    const { results, diagnostics } = await runExamples(mapping, own);
    expect(results.map(({ found }) => found.trim())).toEqual(results.map(({ expected }) => expected));
    expect(diagnostics).toEqual([]);
  } finally {
    rmSync(dir, { recursive: true });
  }
});
