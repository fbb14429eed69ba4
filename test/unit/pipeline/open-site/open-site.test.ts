import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { OpenedSite } from '../../../../src/pipeline/open-site.ts';
import { openSite } from '../../../../src/pipeline/open-site.ts';

const scratch = mkdtempSync(join(tmpdir(), 'decant-open-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

let count = 0;
function siteFolder(entries: Readonly<Record<string, string | Uint8Array>>): string {
  const dir = join(scratch, String(count++));
  mkdirSync(dir);
  for (const [path, content] of Object.entries(entries)) {
    mkdirSync(dirname(join(dir, path)), { recursive: true });
    writeFileSync(join(dir, path), content);
  }
  return dir;
}
const page = '---\ntitle: T\n---\ntext\n';
const findings = ({ diagnostics }: OpenedSite): string[] =>
  diagnostics.map(({ code, file }) => `${code} ${file ?? ''}`.trim());

describe('a site on disk', () => {
  it('is opened with its pages, and gives their texts', async () => {
    const dir = siteFolder({
      'hugo.toml': 'title = "Docs"',
      'content/a.md': page,
      'content/b/index.md': page,
      'content/b/pic.png': 'png',
      'layouts/shortcodes/note.html': '{{ .Inner | markdownify }}',
    });
    const opened = await openSite(dir);
    expect(opened.site.title).toBe('Docs');
    expect(opened.site.pages.map(({ file }) => file)).toEqual(['content/a.md', 'content/b/index.md']);
    expect(opened.site.shortcodes.get('note')).toEqual({
      takesInner: true,
      inner: 'markdown',
      learnedFrom: 'template',
    });
    expect(opened.dir).toBe(dir);
    expect(opened.load({ file: 'content/a.md' })).toEqual({ source: page, bodyStart: 17 });
    // What was kept is given away once, then read again.
    expect(opened.load({ file: 'content/a.md' })).toEqual({ source: page, bodyStart: 17 });
    expect(opened.read('hugo.toml')).toBe('title = "Docs"');
    expect(opened.read('nothing.md')).toBeUndefined();
    expect(opened.inspect('content/b/pic.png')).toEqual({ head: new Uint8Array(Buffer.from('png')), size: 3 });
    expect(opened.inspect('nothing.png')).toBeUndefined();
    for (const path of ['content/b', 'content/a.md/b.png', 'x'.repeat(300), 'a\0b']) {
      expect(opened.inspect(path)).toBeUndefined();
    }
    expect(findings(opened)).toEqual(['file-unreadable nothing.md']);
  });

  it('is read page by page where there is no room for all texts', async () => {
    const dir = siteFolder({ 'content/a.md': page, 'content/b.md': page });
    const opened = await openSite(dir, { keptText: 0 });
    writeFileSync(join(dir, 'content/a.md'), '---\ntitle: Longer\n---\nchanged\n');
    expect(opened.load({ file: 'content/a.md' })).toEqual({
      source: '---\ntitle: Longer\n---\nchanged\n',
      bodyStart: 22,
    });
    rmSync(join(dir, 'content/b.md'));
    expect(() => opened.load({ file: 'content/b.md' })).toThrow(/can no longer be read/);
  });

  it('knows the time', async () => {
    const dir = siteFolder({ 'content/a.md': '---\ndate: 2024-01-02\n---\n' });
    const hidden = async (now?: Date): Promise<unknown> => (await openSite(dir, now && { now })).site.pages[0]?.hidden;
    expect(await hidden()).toEqual([]);
    expect(await hidden(new Date('2024-01-01T23:59:59Z'))).toEqual(['future']);
  });

  it('takes the environment, languages and variables that it is told', async () => {
    const dir = siteFolder({
      'hugo.yaml': 'languages: {en: , fr: {disabled: true}}',
      'config/staging/hugo.yaml': 'title: Staging',
      'content/a.fr.md': page,
    });
    const { site } = await openSite(dir, {
      environment: 'staging',
      disabledLanguages: 'read',
      variables: { HUGO_BASEURL: 'https://example.org/' },
    });
    expect(site).toMatchObject({ title: 'Staging', baseUrl: 'https://example.org/', pages: [{ language: 'fr' }] });
  });

  it('that is none is reported', async () => {
    expect(findings(await openSite(siteFolder({ 'readme.md': page })))).toEqual(['site-not-found']);
    await expect(openSite(join(scratch, 'missing'))).rejects.toThrow(/ENOENT/);
  });
});

describe('files that are not as they should be', () => {
  it('are read as well as can be, and reported', async () => {
    const utf16 = (text: string): Buffer => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]);
    const opened = await openSite(
      siteFolder({
        'content/bom.md': `\ufeff${page}`,
        'content/latin1.md': Buffer.from('---\ntitle: Caf\xe9\n---\n', 'latin1'),
        'content/nul.md': '---\ntitle: T\n---\na\0b\0',
        'content/utf16.md': utf16('---\ntitle: Größe\n---\n'),
        'content/utf16be.md': utf16('---\ntitle: Größe\n---\n').swap16(),
        'content/odd.md': Buffer.concat([utf16('---\ntitle: \ud800\n---\n'), Buffer.from([0x61])]),
      }),
    );
    const titles = opened.site.pages.map(({ file, frontMatter }) => {
      const value = frontMatter.fields[0]?.value;
      return `${file.slice(8)} ${value && 'value' in value ? String(value.value) : ''}`;
    });
    expect(titles).toEqual([
      'bom.md T',
      'latin1.md Caf�',
      'nul.md T',
      'odd.md �',
      'utf16.md Größe',
      'utf16be.md Größe',
    ]);
    expect(findings(opened)).toEqual([
      'file-byte-order-mark content/bom.md',
      'file-not-utf8 content/latin1.md',
      'file-holds-nul content/nul.md',
      'file-not-utf8 content/odd.md',
      'file-not-utf8 content/utf16.md',
      'file-not-utf8 content/utf16be.md',
    ]);
  });

  it.skipIf(process.getuid?.() === 0)('are left out if they may not be read', async () => {
    const dir = siteFolder({ 'content/a.md': page, 'content/b.md': page, 'content/c/d.md': page });
    chmodSync(join(dir, 'content/b.md'), 0);
    const opened = await openSite(dir);
    expect(opened.site.pages.map(({ file }) => file)).toEqual(['content/a.md', 'content/c/d.md']);
    expect(findings(opened)).toEqual(['file-unreadable content/b.md']);
  });
});

describe('symbolic links', () => {
  it('are not followed in content, and out of the site never', async () => {
    const outside = siteFolder({ 'secret/a.md': page });
    const dir = siteFolder({ 'content/a.md': page, 'real/b.md': page });
    symlinkSync(join(outside, 'secret'), join(dir, 'content/secret'));
    symlinkSync('../real/b.md', join(dir, 'content/b.md'));
    symlinkSync('nowhere.md', join(dir, 'content/c.md'));
    symlinkSync('.', join(dir, 'content/loop'));
    const opened = await openSite(dir);
    expect(opened.site.pages.map(({ file }) => file)).toEqual(['content/a.md']);
    expect(opened.diagnostics.map(({ file, facts }) => [file, facts])).toEqual([
      ['content/b.md', { kind: 'inside' }],
      ['content/c.md', { kind: 'broken' }],
      ['content/loop', { kind: 'inside' }],
      ['content/secret', { kind: 'outside' }],
    ]);
    expect(findings(opened)[0]).toBe('link-not-followed content/b.md');
  });

  it('may bring a theme that is elsewhere in the site', async () => {
    const dir = siteFolder({
      'hugo.toml': 'theme = "t"',
      'vendor/t/content/a.md': page,
      'content/b.md': page,
      'themes/x': '',
    });
    symlinkSync('../vendor/t', join(dir, 'themes/t'));
    const opened = await openSite(dir);
    expect(opened.site.pages.map(({ file }) => file)).toEqual(['content/b.md', 'themes/t/content/a.md']);
    expect(findings(opened)).toEqual([]);
  });

  it('bring no theme and no content folder from outside', async () => {
    const outside = siteFolder({ 't/content/a.md': page, 'content/b.md': page });
    const dir = siteFolder({ 'hugo.toml': 'theme = "t"', 'themes/x': '' });
    symlinkSync(join(outside, 't'), join(dir, 'themes/t'));
    symlinkSync(join(outside, 'content'), join(dir, 'content'));
    const opened = await openSite(dir);
    expect(opened.site.pages).toEqual([]);
    expect(findings(opened)).toEqual([
      'link-not-followed content',
      'module-missing hugo.toml',
      'link-not-followed themes/t',
    ]);
  });

  it('give no file from outside to whoever names it', async () => {
    const outside = siteFolder({ 'secret.md': 'secret', 'folder/secret.md': 'secret' });
    const dir = siteFolder({ 'content/a.md': page });
    symlinkSync(join(outside, 'secret.md'), join(dir, 'content/link.md'));
    symlinkSync(join(outside, 'folder'), join(dir, 'content/folder'));
    const opened = await openSite(dir);
    expect(opened.inspect('content/a.md')?.size).toBe(page.length);
    expect(opened.inspect('content/link.md')).toBeUndefined();
    expect(opened.inspect('content/folder/secret.md')).toBeUndefined();
  });

  it('may lead to the site itself', async () => {
    const dir = siteFolder({ 'content/a.md': page });
    const link = join(scratch, 'link-to-site');
    symlinkSync(dir, link);
    const opened = await openSite(link);
    expect(opened.site.pages).toHaveLength(1);
    expect(findings(opened)).toEqual([]);
  });
});
