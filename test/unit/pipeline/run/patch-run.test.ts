import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { convertInFolder, filesBelow, putFile } from '../../../support/convert-in-folder.ts';

let folder: string;
let site: string;
let out: string;

const one = (body: string): string => `---\ntitle: One\n---\n\n${body}\n`;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'decant-patch-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  site = join(folder, 'site');
  out = join(folder, 'out');
  putFile(join(site, 'hugo.yaml'), 'baseURL: https://example.org/\n');
  putFile(join(site, 'content/one.md'), one('One. [Two](/two/#here) {{< unknown a=1 >}}'));
  putFile(join(site, 'content/two.md'), '---\ntitle: Two\n---\n\nTwo. {{< unknown >}}\n\n## Here\n');
  putFile(join(site, 'content/three.md'), '---\ntitle: Three\n---\n\nThree.\n');
});

/** Runs, and says how many pages the run went through. */
async function run(more: object = {}): Promise<{ report: object; taken: number; scope: string }> {
  let taken = 0;
  const onProgress = (_: number, total: number): void => void (taken = total);
  const { report, scope } = await convertInFolder({ site, out, more: { onProgress, ...more } });
  return { report: { ...report, out: '' }, taken, scope };
}

/** What a run without a past makes of the site as it is, beside what `files` says of the folder's own. */
async function anew(): Promise<{ files: object; report: object }> {
  const fresh = join(folder, 'fresh');
  rmSync(fresh, { recursive: true, force: true });
  const { report } = await convertInFolder({ site, out: fresh });
  const files = report.files.map((file) => ({ ...file, action: 'unchanged' }));
  return { files: filesBelow(fresh), report: { ...report, out: '', files } };
}

const edits = [
  ['more text', 'One. [Two](/two/#here) {{< unknown a=1 >}}\n\nMore.', 1],
  ['another call', 'One. [Two](/two/#here) {{< unknown a=1 >}}\n\n{{< unknown b=2 >}}', 1],
  ['a call less', 'One. [Two](/two/#here) {{< unknown >}}', 1],
  ['a broken link', 'One. [Two](/two/#here) [none](/none/) {{< unknown a=1 >}}', 1],
  ['the same text', 'One. [Two](/two/#here) {{< unknown a=1 >}} ', 1],
  ['a heading', '## One\n\n[Two](/two/#here) {{< unknown a=1 >}}', 3],
  ['a broken anchor', 'One. [Two](/two/#there) {{< unknown a=1 >}}', 3],
  ['no call', 'One. [Two](/two/#here)', 3],
] as const;

describe('a run after which a text has changed', () => {
  it.each(edits)('leaves for %s what a run without a past would', async (_, body, taken) => {
    await run();
    putFile(join(site, 'content/one.md'), one(body));
    const changed = await run();
    expect([changed.taken, changed.scope]).toEqual([taken, 'changed']);
    const fresh = await anew();
    expect(filesBelow(out)).toEqual(fresh.files);
    const { report, scope } = await run();
    expect([scope, report]).toEqual(['nothing', fresh.report]);
    putFile(join(site, 'content/one.md'), one('One. [Two](/two/#here) {{< unknown a=1 >}}'));
    await run();
    expect(filesBelow(out)).toEqual((await anew()).files);
  });

  it('goes on from one such run to the next', async () => {
    await run();
    for (const [, body, taken] of edits.filter(([, , pages]) => pages === 1)) {
      putFile(join(site, 'content/one.md'), one(body));
      expect((await run()).taken).toBe(taken);
    }
    putFile(join(site, 'content/two.md'), '---\ntitle: Two\n---\n\nTwo more. {{< unknown >}}\n\n## Here\n');
    expect((await run()).taken).toBe(1);
    expect(filesBelow(out)).toEqual((await anew()).files);
  });

  it('leaves what belongs into a repository as a run without a past does', async () => {
    const committed = (of: string): string[] =>
      ['manifest.json', 'base.pack'].map((name) => readFileSync(join(of, '.decant', name), 'latin1'));
    // A text that two files have, once and not any more, and one that comes to be that of another file.
    putFile(join(site, 'content/four.md'), '---\ntitle: Three\n---\n\nThree.\n');
    await run();
    for (const body of ['Four.', 'Three.', 'Four, and a "quotation": {', 'One.']) {
      putFile(join(site, 'content/four.md'), `---\ntitle: Three\n---\n\n${body}\n`);
      expect((await run()).taken).toBe(1);
      await anew();
      expect(committed(out)).toEqual(committed(join(folder, 'fresh')));
    }
  });

  it('takes several pages, and merges what was edited by hand', async () => {
    await run();
    const output = join(out, 'two.mdx');
    writeFileSync(output, readFileSync(output, 'utf8').replace('title: Two', 'title: Mine'));
    await run();
    putFile(join(site, 'content/one.md'), one('Uno. [Two](/two/#here) {{< unknown a=1 >}}'));
    putFile(join(site, 'content/two.md'), '---\ntitle: Two\n---\n\nTwo. {{< unknown >}}\n\n## Here\n\nMore.\n');
    const { report, taken } = await run();
    expect(taken).toBe(2);
    expect(report).toMatchObject({
      files: expect.arrayContaining([{ action: 'merge', path: 'two.mdx', source: 'content/two.md' }]),
    });
    expect(readFileSync(output, 'utf8')).toMatch(/title: Mine[^]*More\./);
    expect((await run()).scope).toBe('nothing');
  });

  it('goes through all pages where an output file is not what it was', async () => {
    await run();
    putFile(join(site, 'content/one.md'), one('Uno. [Two](/two/#here) {{< unknown a=1 >}}'));
    rmSync(join(out, 'three.mdx'));
    expect((await run()).taken).toBe(3);
    expect(filesBelow(out)).toEqual((await anew()).files);
  });

  it('says in a dry run what it would do', async () => {
    await run();
    const before = join(folder, 'before');
    cpSync(out, before, { recursive: true });
    putFile(join(site, 'content/one.md'), one('Uno. [Two](/two/#here) {{< unknown a=1 >}}'));
    const { report, taken } = await run({ dryRun: true });
    expect(taken).toBe(1);
    expect(report).toMatchObject({
      files: expect.arrayContaining([{ action: 'write', path: 'one.mdx', source: 'content/one.md' }]),
    });
    expect(filesBelow(out)).toEqual(filesBelow(before));
  });
});
