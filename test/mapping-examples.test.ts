import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { ApplyHooks } from '../src/mapping/apply.ts';
import { listRules } from '../src/mapping/explain.ts';
import { loadMapping } from '../src/mapping/load.ts';
import { readMapping, shippedMappings } from '../src/pipeline/read-mapping.ts';
import { runExamples } from '../src/pipeline/run-examples.ts';
import { mapPage } from './support/map-page.ts';
import { printDiagnostics } from './support/print-diagnostics.ts';

const DIR = mkdtempSync(join(tmpdir(), 'decant-examples-'));
afterAll(() => rmSync(DIR, { recursive: true, force: true }));

/** Writes a mapping to a file of its own and reads it as a command does. */
function mappingIn(name: string, text: string) {
  const file = join(DIR, `${name}.yaml`);
  writeFileSync(file, `version: 1\n${text}`);
  return readMapping({ files: [file] });
}

const ROOT = join(import.meta.dirname, '..');
const SHIPPED = shippedMappings();

/** A site that has every page, value and file that a call may name. */
const ANY_SITE: ApplyHooks = {
  resolve: () => ({ url: '/' }),
  lookup: () => '1.2',
  readText: () => 'text',
  include: (file) => ({ file, children: [], diagnostics: [], rules: [] }),
};

describe.each(Object.entries(SHIPPED))('the shipped mapping %s', (name, file) => {
  const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');
  const { mapping, diagnostics } = loadMapping([{ name: file, text: read(file) }], { read, shipped: SHIPPED });
  const own = mapping.examples.filter((example) => example.file === file);
  const used = mappingIn(name, `extends: ${name}\n`);

  it('has no findings', () => {
    expect(diagnostics).toEqual([]);
  });

  it.each(own)('$name', async (example) => {
    const { results, diagnostics: findings } = await runExamples(used, [example]);
    for (const { found, expected } of results) expect(found.trimEnd()).toBe(expected.trimEnd());
    expect(findings).toEqual([]);
  });

  it('shows every rule in an example', () => {
    const taken = new Set(
      own.flatMap(({ source }) => {
        const { outcomes, page } = mapPage(asPage(source), mapping, { hooks: ANY_SITE });
        const made = [...JSON.stringify(page.body).matchAll(/"rule":"([^"]+)"/g)].map(([, rule]) => rule);
        return [...outcomes.map(({ by }) => by), ...made];
      }),
    );
    const unused = listRules(mapping, 'mdx').filter(({ id }) => id.startsWith(`${file}#`) && !taken.has(id));
    expect(unused.map(({ id }) => id)).toEqual([]);
  });
});

describe('examples', () => {
  it('are found to differ, at their places', async () => {
    const mapping = mappingIn(
      'differs',
      `shortcodes: { tip: { as: admonition, kind: tip } }
examples:
  - { name: right, source: '{{< tip >}}Hi{{< /tip >}}', expect: { mdx: "<Admonition kind=\\"tip\\">\\n\\nHi\\n\\n</Admonition>" } }
  - { name: wrong, source: '{{< tip >}}Hi{{< /tip >}}', expect: { mdx: "<Admonition kind=\\"tip\\">\\n\\nHo" } }
`,
    );
    const own = mapping.mapping.examples.filter(({ file }) => file.endsWith('differs.yaml'));
    const { results, diagnostics } = await runExamples(mapping, own);
    expect(results.map(({ passed }) => passed)).toEqual([true, false]);
    expect(printDiagnostics(diagnostics, own[0]?.file ?? ''))
      .toBe(`5:5 error mapping-example-differs the example “wrong” becomes something else for mdx: line 3 should be “Ho” and is “Hi”
  mend the rule, or write what decant makes of it under expect
`);
  });
});

/** An example is a page, or a part of one: a page that began with a call would be taken for one with JSON front matter. */
const asPage = (source: string): string => (source.startsWith('---\n') ? source : `---\n---\n${source}`);
