import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Ajv } from 'ajv';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import { parse } from 'parse5';
import { describe, expect, it } from 'vitest';
import type { RunReport } from '../../../src/diagnostics/run-report.ts';
import { createDiagnostic } from '../../../src/diagnostics/diagnostic.ts';
import { githubReport } from '../../../src/report/github.ts';
import { htmlReport } from '../../../src/report/html.ts';
import { markdownReport } from '../../../src/report/markdown.ts';
import { ndjsonReport } from '../../../src/report/ndjson.ts';
import { sarifReport } from '../../../src/report/sarif.ts';

const none = { source: 0, mapped: 0, kept: 0, dropped: 0 };

const report: RunReport = {
  version: '1.2.3',
  target: 'mdx',
  site: '/site',
  out: 'out',
  dryRun: false,
  interrupted: false,
  pages: { selected: 2, converted: 2 },
  files: [
    { path: 'a.mdx', source: 'content/a.md', action: 'write' },
    { path: 'b.mdx', source: 'content/b.md', action: 'keep' },
  ],
  stale: [],
  totals: { call: { source: 3, mapped: 1, kept: 1, dropped: 1 }, argument: none, field: none, element: none },
  diagnostics: [
    createDiagnostic('internal-error', { message: 'no 100%: a, b\nc <x>|`' }, { file: 'content/a #1, ü.md' }),
    createDiagnostic(
      'html-unclosed',
      { tag: 'div' },
      { file: 'content/b.md', place: { line: 3, column: 2, offset: 10, length: 5 } },
    ),
    createDiagnostic('html-fields-left-out', { fields: 2 }),
  ],
};

const here = { locate: (file: string) => `docs/${file}`, sourceOf: () => 'one\ntwo\n <div>&\n' };

describe('the reporter', () => {
  it('sarif writes what the schema of SARIF 2.1.0 asks for', () => {
    const path = createRequire(import.meta.url).resolve('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json');
    const ajv = new Ajv({ strict: false, validateFormats: false, unicodeRegExp: false, allErrors: true });
    // It is written for draft 4 of JSON Schema; what it uses of that has not changed since, but for these two names.
    const { $schema: _draft, id: _id, ...schema } = JSON.parse(readFileSync(path, 'utf8'));
    const validate = ajv.compile(schema);
    const log = JSON.parse(sarifReport(report, here));
    validate(log);
    expect(validate.errors).toBeNull();
    const [run] = log.runs;
    expect(run.tool.driver.rules.map(({ id }: { id: string }) => id)).toEqual([
      'html-fields-left-out',
      'html-unclosed',
      'internal-error',
    ]);
    expect(run.results[0].locations[0].physicalLocation.artifactLocation.uri).toBe(
      'docs/content/a%20%231,%20%C3%BC.md',
    );
    expect(run.results[1]).toMatchObject({
      ruleId: 'html-unclosed',
      ruleIndex: 1,
      locations: [{ physicalLocation: { region: { startLine: 3, startColumn: 2, charOffset: 10, charLength: 5 } } }],
    });
    expect(run.results[2].locations).toBeUndefined();
    // A result without its message is refused: the check can fail.
    const { message: _, ...mute } = run.results[0];
    expect(validate({ ...log, runs: [{ ...run, results: [mute] }] })).toBe(false);
  });

  it('github writes a command a line', () => {
    const lines = githubReport(report, here).split('\n');
    expect(lines[0]).toMatch(/^::error file=docs\/content\/a #1%2C ü\.md,title=internal-error::.*100%25: a, b%0Ac <x>/);
    expect(lines[1]).toMatch(/^::\w+ file=docs\/content\/b\.md,line=3,col=2,title=html-unclosed::/);
    expect(lines).toHaveLength(4);
  });

  it('ndjson writes an object a line', () => {
    const lines = ndjsonReport(report)
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(lines.map(({ type }) => type)).toEqual(['finding', 'finding', 'finding', 'file', 'file', 'run']);
    expect(lines[1]).toMatchObject({ code: 'html-unclosed', file: 'content/b.md', place: { line: 3 } });
    expect(lines.at(-1)).toMatchObject({ version: 1, decant: '1.2.3', pages: { converted: 2 }, counts: { error: 1 } });
  });

  it('markdown writes tables, whatever stands in a message', () => {
    const tree = fromMarkdown(markdownReport(report, here), {
      extensions: [gfm()],
      mdastExtensions: [gfmFromMarkdown()],
    });
    expect(tree.children.map(({ type }) => type)).toEqual(['heading', 'paragraph', 'table', 'table']);
    const findings = tree.children[3];
    expect(findings?.type === 'table' && findings.children.map((row) => row.children.length)).toEqual([4, 4, 4, 4]);
  });

  it('html writes a page in which the source is text', () => {
    const html = htmlReport(report, here);
    const errors: string[] = [];
    parse(html, { onParseError: ({ code }) => errors.push(code) });
    expect(errors).toEqual([]);
    expect(html).toContain('&#x3C;div>&#x26;');
    expect(html).toContain('<h2>content/b.md</h2>');
  });
});
