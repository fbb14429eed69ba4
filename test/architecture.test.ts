import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findFaults } from './support/architecture.ts';

const SOURCE = join(import.meta.dirname, '../src');

describe('the source tree', () => {
  it('keeps to the architecture', () => {
    const files = readdirSync(SOURCE, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
    expect(files.length).toBeGreaterThan(20);
    const faults = files.flatMap((file) =>
      findFaults(file.replaceAll('\\', '/'), readFileSync(join(SOURCE, file), 'utf8')),
    );
    expect(faults).toEqual([]);
  });
});

describe('the architecture check', () => {
  it.each([
    [
      'a writer that imports the reader',
      'writers/mdx/write.ts',
      `import { readPage } from '../../reader/read-page.ts';`,
    ],
    ['the model that imports diagnostics', 'model/page.ts', `import type { Code } from '../diagnostics/catalogue.ts';`],
    ['a re-export from a sibling', 'mapping/load.ts', `export { a } from '../writers/writer.ts';`],
    ['an import() of a sibling', 'reader/read-page.ts', `export const later = () => import('../mapping/apply.ts');`],
    ['an import type of a sibling', 'reader/read-page.ts', `export type A = import('../mapping/apply.ts').A;`],
    ['the pipeline that imports the command line', 'pipeline/plan.ts', `import { EXIT } from '../cli/exit-code.ts';`],
    ['an import of the public API', 'cli/main.ts', `import { readPage } from '../index.ts';`],
    ['an import that leaves src', 'cli/main.ts', `import { a } from '../../scripts/a.ts';`],
    ['an import without extension', 'cli/main.ts', `import { a } from './options';`],
    ['the disk in a reader', 'reader/read-page.ts', `import { readFileSync } from 'node:fs';`],
    ['the process in a writer', 'writers/mdx/write.ts', `export const width = process.stdout.columns;`],
    ['the clock in a pass', 'passes/links.ts', `export const now = () => Date.now();`],
    ['the console in a mapping', 'mapping/load.ts', `export const say = (text: string) => console.log(text);`],
    ['the network', 'cli/main.ts', `import { get } from 'node:https';`],
    ['the network without a module', 'pipeline/plan.ts', `export const page = () => fetch('https://example.org/');`],
    ['a program that is started', 'pipeline/plan.ts', `import { spawn } from 'node:child_process';`],
    ['text that is run', 'pipeline/plan.ts', `export const run = (text: string) => eval(text);`],
    ['a default export', 'model/page.ts', `export default 1;`],
    ['a default export by name', 'model/page.ts', `const a = 1; export { a as default };`],
    ['a name in camel case', 'model/plainText.ts', `export const a = 1;`],
    ['a folder that is no layer', 'utils/text.ts', `export const a = 1;`],
    ['a file of 301 lines', 'model/page.ts', '\n'.repeat(301)],
  ])('finds %s', (_, path, source) => {
    expect(findFaults(path, source)).toHaveLength(1);
  });

  it.each([
    ['an arrow that points down', 'writers/mdx/write.ts', `import type { Page } from '../../model/page.ts';`],
    ['a neighbour in the same layer', 'writers/mdx/write.ts', `import { slug } from '../html/write.ts';`],
    ['a package', 'reader/markdown/satteri.ts', `import { markdownToMdast } from 'satteri';`],
    ['the disk in the pipeline', 'pipeline/sink.ts', `import { readFileSync } from 'node:fs';`],
    ['a node that has a process', 'writers/mdx/write.ts', `export const a = (node: { process: 1 }) => node.process;`],
    ['a type that is called Date', 'model/field.ts', `export type A = Date;`],
    [
      'the word in a comment or text',
      'model/field.ts',
      `/* import '../cli/main.ts' */ export const a = "process.env";`,
    ],
  ])('accepts %s', (_, path, source) => {
    expect(findFaults(path, source)).toEqual([]);
  });
});
