import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { parse } from 'acorn';
import { afterAll, describe, expect, it } from 'vitest';
import { eraseTypes } from '../../../scripts/erase-types.js';

const ROOT = join(import.meta.dirname, '../../..');
const compiled = mkdtempSync(join(tmpdir(), 'decant-erase-'));
afterAll(() => rmSync(compiled, { recursive: true }));

describe('eraseTypes', () => {
  it.each([
    ['annotations', 'const a: string = f(b as C, d!);', 'const a = f(b , d );'],
    ['a type import', "import type { A } from './a.ts';\nf();", ' f();'],
    ['a type among imports', "import { type A, b } from './a.ts';", "import { b } from './a.js';"],
    ['a built-in module', "import { a } from 'node:fs';", "import { a } from 'node:fs';"],
    ['import()', "const a = () => import('./a.ts');", "const a = () => import('./a.js');"],
    ['an optional parameter', 'function f(a?: string) {}', 'function f(a ) {}'],
    ['type parameters', 'const f = <T,>(a: T): T => a;', 'const f = (a ) => a;'],
    ['a return type over lines', 'const f = (): {\n  a: 1;\n} => g();', 'const f = ( ) => g();'],
    ['declarations', "declare module 'a' { interface B {} }\nf();", ' f();'],
    ['satisfies', 'const a = { b: 1 } satisfies C;', 'const a = { b: 1 } ;'],
    ['a class', 'class A extends E implements B { readonly c: string = d; }', 'class A extends E { c = d; }'],
  ])('erases %s', (_, typescript, javascript) => {
    const erased = eraseTypes(typescript);
    expect(erased).toHaveLength(typescript.length);
    expect(erased.replaceAll(/[ \n]+/g, ' ')).toBe(javascript);
  });

  it('refuses what has to be generated', () => {
    expect(() => eraseTypes('enum A { B }')).toThrow(/TSEnumDeclaration at line 1/);
  });

  it('builds what tsc builds', () => {
    const compiler = join(dirname(createRequire(import.meta.url).resolve('typescript/package.json')), 'bin/tsc');
    const options = [
      '-p',
      join(ROOT, 'tsconfig.build.json'),
      '--outDir',
      compiled,
      '--noCheck',
      '--declaration',
      'false',
    ];
    execFileSync(process.execPath, [compiler, ...options]);
    const files = readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' });
    for (const file of files.filter((name) => name.endsWith('.ts'))) {
      const expected = readFileSync(join(compiled, `${file.slice(0, -3)}.js`), 'utf8');
      expect(syntaxOf(eraseTypes(readFileSync(join(ROOT, 'src', file), 'utf8'))), file).toEqual(syntaxOf(expected));
    }
  });
});

/** What tsc wraps around a computed import, for the case that it is the relative path of a `.ts` file; ours never are. */
const HELPER = '__rewriteRelativeImportExtension';

/** A module's statements without positions, and without what tsc adds: the `export {}` of a module of types, the helper. */
function syntaxOf(javascript: string): unknown[] {
  const program: unknown = JSON.parse(
    JSON.stringify(parse(javascript, { ecmaVersion: 'latest', sourceType: 'module' }), (key, value: unknown) => {
      if (key === 'start' || key === 'end' || key === 'raw') return undefined;
      if (isHelperCall(value)) return value.arguments[0];
      return typeof value === 'bigint' ? String(value) : value;
    }),
  );
  const empty = { type: 'ExportNamedDeclaration', declaration: null, specifiers: [], source: null, attributes: [] };
  return (program as { body: { type: string }[] }).body.filter(
    (statement) => JSON.stringify(statement) !== JSON.stringify(empty) && !declaresHelper(statement),
  );
}

const isHelperCall = (value: unknown): value is { arguments: unknown[] } =>
  typeof value === 'object' &&
  value !== null &&
  'callee' in value &&
  JSON.stringify(value.callee).includes(`"${HELPER}"`);

const declaresHelper = (statement: { type: string }): boolean =>
  statement.type === 'VariableDeclaration' &&
  JSON.stringify(statement).includes(`"id":{"type":"Identifier","name":"${HELPER}"`);
