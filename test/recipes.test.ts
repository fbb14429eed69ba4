import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RootContent } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { afterAll, expect, it } from 'vitest';
import { readMapping } from '../src/pipeline/read-mapping.ts';
import { runExamples } from '../src/pipeline/run-examples.ts';
import { printDiagnostics } from './support/print-diagnostics.ts';

const DIR = mkdtempSync(join(tmpdir(), 'decant-recipes-'));
afterAll(() => rmSync(DIR, { recursive: true, force: true }));

interface Recipe {
  readonly name: string;
  readonly mapping: string;
  readonly source: string;
  readonly target: string;
  readonly output: string;
}

/** The recipes of the page: a heading, then a fence each for the mapping, the page and what it becomes; the target
 * stands behind the language, where it is not that. */
function readRecipes(markdown: string): Recipe[] {
  const recipes: Recipe[] = [];
  let name = '';
  let fences: { readonly target: string; readonly value: string }[] = [];
  const add = (node: RootContent): void => {
    if (node.type === 'heading' && node.depth === 2) {
      name = markdown.slice(node.position?.start.offset, node.position?.end.offset).replace(/^## /, '');
      fences = [];
    }
    if (node.type !== 'code') return;
    fences.push({ target: node.meta ?? node.lang ?? '', value: node.value });
    const [mapping, source, output] = fences;
    if (mapping && source && output) {
      recipes.push({ name, mapping: mapping.value, source: source.value, target: output.target, output: output.value });
    }
  };
  for (const node of fromMarkdown(markdown).children) add(node);
  return recipes;
}

const recipes = readRecipes(readFileSync(join(import.meta.dirname, '../docs/recipes.md'), 'utf8'));

it('docs/recipes.md has ten recipes', () => {
  expect(recipes).toHaveLength(10);
});

it.each(recipes)('recipe: $name', async ({ name, mapping: text, source, target, output }) => {
  const file = join(DIR, 'mapping.yaml');
  writeFileSync(file, `version: 1\n${text}\n`);
  const mapping = readMapping({ files: [file] });
  expect(printDiagnostics(mapping.diagnostics, '')).toBe('');
  const place = { line: 1, column: 1, offset: 0, length: 0 };
  const { results } = await runExamples(mapping, [{ name, file, place, source, expect: [[target, output]] }]);
  expect(results.map(({ found }) => found.trim())).toEqual([output.trim()]);
});
