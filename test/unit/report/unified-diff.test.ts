import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it, onTestFinished } from 'vitest';
import { changeSummary, unifiedDiff } from '../../../src/report/unified-diff.ts';

const change = (before: string | undefined, after: string | undefined) => ({
  path: 'a.mdx',
  before: before === undefined ? undefined : Buffer.from(before),
  after: after === undefined ? undefined : Buffer.from(after),
});

describe('unifiedDiff', () => {
  it('shows edits with three lines around them', () => {
    const lines = Array.from({ length: 20 }, (_, at) => `line ${at + 1}\n`);
    const after = lines.with(9, 'ten\n').toSpliced(15, 1);
    expect(unifiedDiff(change(lines.join(''), after.join('')))).toBe(`--- a/a.mdx
+++ b/a.mdx
@@ -7,13 +7,12 @@
 line 7
 line 8
 line 9
-line 10
+ten
 line 11
 line 12
 line 13
 line 14
 line 15
-line 16
 line 17
 line 18
 line 19
`);
    expect(changeSummary(change(lines.join(''), after.join('')))).toBe('differs  a.mdx  +1 -2\n');
  });

  it('says when a file comes, goes or is no text', () => {
    expect(unifiedDiff(change(undefined, 'x\n'))).toBe('--- /dev/null\n+++ b/a.mdx\n@@ -0,0 +1,1 @@\n+x\n');
    expect(unifiedDiff(change('x', undefined))).toBe(
      '--- a/a.mdx\n+++ /dev/null\n@@ -1,1 +0,0 @@\n-x\n\\ No newline at end of file\n',
    );
    const binary = { path: 'a.png', before: undefined, after: Uint8Array.from([0xff, 0xd8]) };
    expect(unifiedDiff(binary)).toBe('Binary file a.png differs\n');
    expect(changeSummary(binary)).toBe('new      a.png\n');
  });

  it('is a patch that git applies', () => {
    const folder = mkdtempSync(join(tmpdir(), 'decant-diff-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    mkdirSync(join(folder, 'a'));
    const text = fc
      .array(fc.constantFrom('a', 'b', 'c', '', ' d'), { minLength: 1, maxLength: 40 })
      .chain((lines) => fc.constantFrom(lines.join('\n'), `${lines.join('\n')}\n`))
      .filter((value) => value !== '');
    fc.assert(
      fc.property(text, text, (before, after) => {
        fc.pre(before !== after);
        writeFileSync(join(folder, 'a.mdx'), before);
        const run = spawnSync('git', ['apply', '--whitespace=nowarn', '-'], {
          cwd: folder,
          input: unifiedDiff(change(before, after)),
        });
        expect(String(run.stderr)).toBe('');
        expect(readFileSync(join(folder, 'a.mdx'), 'utf8')).toBe(after);
      }),
      { numRuns: 60 },
    );
  });
});
