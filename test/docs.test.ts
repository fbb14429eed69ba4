import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { createNodesDocs } from '../scripts/nodes-docs.js';
import { mappingFacts } from '../src/mapping/facts.ts';
import { loadMapping } from '../src/mapping/load.ts';
import { runExamples } from '../src/pipeline/run-examples.ts';
import { TARGETS } from '../src/targets/load-target.ts';

it('docs/nodes.md is what its examples become', async () => {
  const docs = readFileSync(join(import.meta.dirname, '../docs/nodes.md'), 'utf8');
  expect(docs, 'run `npm run docs`').toBe(await createNodesDocs({ runExamples, loadMapping, mappingFacts, TARGETS }));
});
