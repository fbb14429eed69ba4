/** A run over a part of a site leaves of the folder what a run over all of it would leave. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import type { TargetName } from '../../../../src/targets/load-target.ts';
import { convertInFolder, filesBelow, putFile } from '../../../support/convert-in-folder.ts';

let site: string;
let out: string;

const page = (name: string, text: string): void =>
  putFile(join(site, `content/${name}.md`), `---\ntitle: ${name}\naliases: [/old/${name}/]\n---\n\n${text}\n`);

beforeEach(() => {
  const folder = mkdtempSync(join(tmpdir(), 'decant-part-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  site = join(folder, 'site');
  out = join(folder, 'out');
  putFile(join(site, 'hugo.yaml'), 'baseURL: https://example.org/\n');
  page('one', 'One. [two](/two/#there) {{< unknown a="b" >}}');
  page('two', '## There\n\nTwo. {{< figure src="/a.png" >}}');
  page('docs/three', 'Three. [one](/one/)');
  putFile(join(site, 'static/a.png'), 'a');
});

const TARGETS: readonly TargetName[] = ['mdx', 'docusaurus', 'starlight', 'contentful', 'html'];
const part = { include: ['**/two.md'] };

async function convert(target: TargetName, more: NonNullable<Parameters<typeof convertInFolder>[0]['more']>, to = out) {
  const { report } = await convertInFolder({ site, out: to, target, more: { scaffold: true, ...more } });
  return report;
}

describe('a run over a part of the site', () => {
  it.each(TARGETS)('leaves what a run over the whole would leave: %s', async (target) => {
    await convert(target, {});
    page('two', '## Here\n\nTwo again. {{< other >}} {{< figure src="/a.png" >}}');
    const report = await convert(target, part);
    expect(report.pages).toEqual({ selected: 1, converted: 1 });
    expect(report.totals.call.source).toBe(2);
    const whole = join(out, '../whole');
    await convert(target, {}, whole);
    expect(filesBelow(out)).toEqual(filesBelow(whole));
    // Once more, with what the part has left.
    page('two', '## There\n\nTwo. {{< figure src="/a.png" >}}');
    await convert(target, part);
    await convert(target, {}, whole);
    expect(filesBelow(out)).toEqual(filesBelow(whole));
  });

  it('speaks of itself alone where there is nothing else', async () => {
    const report = await convert('mdx', part);
    expect(report.diagnostics).toEqual([]);
    expect(Object.keys(ledger().pages)).toEqual(['content/two.md']);
    await convert('mdx', { include: ['**/one.md'] });
    expect(Object.keys(ledger().pages)).toEqual(['content/one.md', 'content/two.md']);
  });

  it('forgets pages that are gone', async () => {
    await convert('mdx', {});
    rmSync(join(site, 'content/one.md'));
    await convert('mdx', part);
    expect(Object.keys(ledger().pages)).toEqual(['content/docs/three.md', 'content/two.md']);
    expect(readFileSync(join(out, 'urls.json'), 'utf8')).not.toContain('/one/');
  });

  it('leaves the files of the whole site alone where it does not know the rest: output-site-files-kept', async () => {
    await convert('mdx', {});
    const before = filesBelow(out);
    rmSync(join(out, '.decant/cache'), { recursive: true });
    page('two', 'Two again.');
    const report = await convert('mdx', part);
    expect(report.diagnostics.map(({ code, facts }) => [code, facts])).toContainEqual([
      'output-site-files-kept',
      { pages: 2 },
    ]);
    const after = filesBelow(out);
    expect(after['two.mdx']).not.toBe(before['two.mdx']);
    expect({ ...after, 'two.mdx': '' }).toEqual({ ...before, 'two.mdx': '' });
  });

  it('has the whole in mind where the selection is what the folder is about', async () => {
    await convert('mdx', { exclude: ['**/one.md'], isPart: false });
    const report = await convert('mdx', { exclude: ['**/two.md'], isPart: false });
    expect(report.stale).toEqual(['two.mdx']);
    expect(Object.keys(ledger().pages)).toEqual(['content/docs/three.md', 'content/one.md']);
  });
});

const ledger = (): { readonly pages: object } => JSON.parse(readFileSync(join(out, 'ledger.json'), 'utf8'));
