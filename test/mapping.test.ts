import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadMapping } from '../src/mapping/load.ts';
import { mapPage } from './support/map-page.ts';
import { printDiagnostics } from './support/print-diagnostics.ts';

const CASES = join(import.meta.dirname, 'mapping');
const casesOf = (group: string): string[] => readdirSync(join(CASES, group)).toSorted();

describe.each(casesOf('load'))('a mapping: %s', (name) => {
  it('has its findings at their places', async () => {
    const folder = join(CASES, 'load', name);
    const read = (file: string): string | undefined => {
      const path = join(folder, file);
      return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
    };
    const text = read('mapping.yaml') ?? '';
    const shipped = { hugo: 'mappings/sources/hugo.yaml', docsy: 'mappings/sources/docsy.yaml' };
    const targets = ['mdx', 'contentful', 'html'];
    const { diagnostics } = loadMapping([{ name: 'mapping.yaml', text }], { read, shipped, targets });
    await expect(printDiagnostics(diagnostics, 'mapping.yaml')).toMatchFileSnapshot(join(folder, 'diagnostics.txt'));
  });
});

describe.each(casesOf('apply'))('a page: %s', (name) => {
  it('has its account and its findings', async () => {
    const folder = join(CASES, 'apply', name);
    const input = readFileSync(join(folder, 'input.md'), 'utf8');
    const rules = readFileSync(join(folder, 'mapping.yaml'), 'utf8');
    const { account, diagnostics } = mapPage(input, rules.replace(/^version: 1\n/, ''));
    await expect(`${account.join('\n')}\n`).toMatchFileSnapshot(join(folder, 'account.txt'));
    await expect(diagnostics).toMatchFileSnapshot(join(folder, 'diagnostics.txt'));
  });
});
