import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { OpenedSite } from '../../../src/pipeline/open-site.ts';
import type { OpenedVersion } from '../../../src/pipeline/versions.ts';
import type { TargetName } from '../../../src/targets/load-target.ts';
import type { OutputFile } from '../../../src/targets/target.ts';
import { openSite } from '../../../src/pipeline/open-site.ts';
import { readMapping } from '../../../src/pipeline/read-mapping.ts';
import { withVersions } from '../../../src/pipeline/versions.ts';
import { loadTarget } from '../../../src/targets/load-target.ts';
import { convertPages } from '../../support/convert-pages.ts';
import { convertInFolder, filesBelow, putFile } from '../../support/convert-in-folder.ts';

const folder = mkdtempSync(join(tmpdir(), 'decant-versions-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const page = (title: string, body = 'Text.\n', more = ''): string => `---\ntitle: ${title}\n${more}---\n${body}`;

let sites = 0;

/** Lays a site out in a folder of its own, and says where. */
function layOut(files: Readonly<Record<string, string>>): string {
  const dir = join(folder, `site-${++sites}`);
  for (const [path, text] of Object.entries(files)) putFile(join(dir, path), text);
  return dir;
}

const HUGO = 'disableKinds: [taxonomy, term, rss]\nmarkup: { goldmark: { renderer: { unsafe: true } } }\n';

const shared = {
  'hugo.yaml': `baseURL: https://example.org/\n${HUGO}params: { release: "2.0" }\n`,
  'decant.yaml':
    'version: 1\nmapping:\n  frontMatter: { translationKey: keep }\n  shortcodes:\n    release: { as: variable, name: RELEASE, from: site.params.release }\n    tip: { as: admonition, kind: tip }\n',
  'layouts/shortcodes/tip.html': '<aside>{{ .Inner | markdownify }}</aside>',
  'layouts/shortcodes/release.html': '{{ site.Params.release }}',
  'content/_index.md': page('Home'),
  'content/team.md': page('Team'),
  'content/docs/_index.md': page('Docs'),
  'content/docs/install.md': page('Install', '![logo](/img/logo.png) {{< release >}}\n', 'aliases: [/setup/]\n'),
  'static/img/logo.png': 'new logo',
};

const current = { ...shared, 'content/docs/only-new.md': page('New', '[old install](/docs/1.0/install/)\n') };

const older: typeof shared & Record<string, string> = {
  ...shared,
  'hugo.yaml': `baseURL: https://example.org/v1/\n${HUGO}params: { release: "1.0" }\n`,
  // Here a tip is text that Markdown has nothing to do with.
  'layouts/shortcodes/tip.html': '<pre>{{ .Inner }}</pre>',
  'content/secret.md': page('Secret'),
  'content/docs/install.md': page(
    'Install',
    [
      '![logo](/img/logo.png) {{< release >}} [why]({{< ref "why" >}}) [why](/docs/why/#because) [why](../why/)',
      '[team](/team/) [secret](/secret/) [new](/docs/only-new/) [there](/docs/1.0/why/)',
      '<a href="/files/a.zip">zip</a>',
    ].join('\n\n'),
    'aliases: [/setup/, /docs/get/]\n',
  ),
  'content/docs/why.md': page('Why', '## Because\n'),
  'content/docs/bad.md': page('Bad', '{{< gone\n'),
  'static/img/logo.png': 'old logo',
  'static/files/a.zip': 'zip',
};

const versionOf = (opened: OpenedSite, more: Partial<OpenedVersion> = {}): OpenedVersion => ({
  name: '1.0',
  dir: '../old',
  source: 'docs',
  folder: 'docs/1.0',
  opened,
  ...more,
});

async function convert(target: TargetName, files = older, more: Partial<OpenedVersion> = {}) {
  const dir = layOut(current);
  const mapping = readMapping({ site: dir, files: [] });
  const old = await openSite(layOut(files), { mappingFacts: mapping.facts });
  const version = versionOf(old, more);
  const opened = withVersions(await openSite(dir, { mappingFacts: mapping.facts }), [version]);
  const { pages, rest, diagnostics } = await convertPages(opened, {
    target: await loadTarget(target),
    mapping,
    versions: [{ name: version.name, folder: version.folder }],
  });
  const all = [...[...pages.values()].flat(), ...rest];
  return { opened, files: new Map(all.map((file) => [file.path, contentOf(file)])), diagnostics };
}

const contentOf = (file: OutputFile): string => ('text' in file ? file.text : `copy of ${file.copyOf}`);

describe('a version that is a site of its own', () => {
  it('comes in with its docs alone, at the place of a version', async () => {
    const { files } = await convert('docusaurus');
    expect([...files.keys()].filter((path) => path.endsWith('.mdx')).toSorted()).toEqual([
      'docs/index.mdx',
      'docs/install.mdx',
      'docs/only-new.mdx',
      'src/pages/index.mdx',
      'src/pages/team.mdx',
      'versioned_docs/version-1.0/bad.mdx',
      'versioned_docs/version-1.0/index.mdx',
      'versioned_docs/version-1.0/install.mdx',
      'versioned_docs/version-1.0/why.mdx',
    ]);
    expect(files.get('versions.json')).toContain('1.0');
  });

  it('has links that stay in it, and lead out where the other site has what it left behind', async () => {
    const { files, diagnostics } = await convert('docusaurus');
    const text = files.get('versioned_docs/version-1.0/install.mdx') ?? '';
    expect(text).toContain('[why](/docs/1.0/why/) [why](/docs/1.0/why/#because) [why](../why/)');
    expect(text).toContain('[team](/team/) [secret](/secret/) [new](/docs/only-new/) [there](/docs/1.0/why/)');
    const links = diagnostics.filter(({ code }) => code.startsWith('link-'));
    expect(links.map(({ code, facts, file }) => [code, 'url' in facts && facts.url, file])).toEqual([
      ['link-without-target', '/secret/', '../old/content/docs/install.md'],
      ['link-broken', '/docs/only-new/', '../old/content/docs/install.md'],
    ]);
    expect(files.get('docs/only-new.mdx')).toContain('[old install](/docs/1.0/install/)');
  });

  it('has files of its own, those that its pages show or link to', async () => {
    const { files } = await convert('docusaurus');
    expect(files.get('versioned_docs/version-1.0/install.mdx')).toContain('![logo](/docs/1.0/img/logo.png)');
    expect(files.get('versioned_docs/version-1.0/install.mdx')).toContain('href="/docs/1.0/files/a.zip"');
    expect([...files].filter(([path]) => path.startsWith('static/')).toSorted()).toEqual([
      ['static/docs/1.0/files/a.zip', 'copy of ../old/static/files/a.zip'],
      ['static/docs/1.0/img/logo.png', 'copy of ../old/static/img/logo.png'],
      ['static/img/logo.png', 'copy of static/img/logo.png'],
    ]);
  });

  it('has values of its own under the same names', async () => {
    const { files, diagnostics } = await convert('docusaurus');
    expect(files.get('versioned_docs/version-1.0/install.mdx')).toContain('from "@site/src/variables-1.0.js"');
    expect(files.get('src/variables-1.0.js')).toContain('"1.0"');
    expect(files.get('src/variables.js')).toContain('"2.0"');
    expect(diagnostics.filter(({ code }) => code === 'mdx-variable-differs')).toEqual([]);
    expect((await convert('starlight')).files.get('src/content/docs/docs/1.0/install.mdx')).toMatch(
      /from "(\.\.\/)+variables-1\.0\.js"/,
    );
  });

  it('is read with templates of its own', async () => {
    const body = { 'content/docs/why.md': page('Why', '{{< tip >}}\n*plain*\n{{< /tip >}}\n') };
    const { files } = await convert('docusaurus', { ...older, ...body });
    expect(files.get('versioned_docs/version-1.0/why.mdx')).toContain('\\*plain\\*');
  });

  it('has findings with files that can be opened from the site', async () => {
    const { diagnostics } = await convert('docusaurus');
    const found = diagnostics.filter(({ code }) => code.startsWith('shortcode-'));
    expect(found.map(({ file, place }) => [file, place?.line])).toEqual([['../old/content/docs/bad.md', 4]]);
  });

  it('has old addresses where it was built below the other site', async () => {
    const { files } = await convert('docusaurus');
    const rows: readonly { from: string; to: string; status: string; source: string }[] = JSON.parse(
      files.get('urls.json') ?? '',
    );
    const own = rows.filter(({ source }) => source === '../old/content/docs/install.md');
    expect(own.map(({ from, to, status }) => [from, to, status])).toEqual([
      ['/docs/1.0/get/', '/docs/1.0/install/', 'redirect'],
      ['/docs/1.0/install/', '/docs/1.0/install/', 'same'],
      ['/v1/docs/get/', '/docs/1.0/install/', 'redirect'],
      ['/v1/docs/install/', '/docs/1.0/install/', 'redirect'],
      ['/v1/setup/', '/docs/1.0/install/', 'redirect'],
    ]);
  });

  it('leaves pages out in languages that the site does not have, and says so', async () => {
    const languages = { 'hugo.yaml': `${older['hugo.yaml']}languages: { en: {}, ja: {} }\n` };
    const { files, diagnostics } = await convert('mdx', {
      ...older,
      ...languages,
      'content/docs/why.ja.md': page('なぜ'),
    });
    expect(files.has('docs/1.0/why.mdx')).toBe(true);
    expect([...files.keys()].filter((path) => path.includes('ja'))).toEqual([]);
    expect(diagnostics.filter(({ code }) => code === 'version-language').map(({ facts }) => facts)).toEqual([
      { version: '1.0', language: 'ja', pages: 1 },
    ]);
  });

  it('keeps translations together that have a key in common, and apart from those of other versions', async () => {
    const key = (title: string): string => page(title, '## Begin\n', 'translationKey: install\n');
    const german = { 'content/docs/einrichten.de.md': key('Einrichten'), 'content/docs/install.md': key('Install') };
    const hugo = (text: string): string => `${text}languages: { en: { weight: 1 }, de: { weight: 2 } }\n`;
    const dir = layOut({ ...current, ...german, 'hugo.yaml': hugo(current['hugo.yaml']) });
    const old = await openSite(layOut({ ...older, ...german, 'hugo.yaml': hugo(older['hugo.yaml']) }));
    const opened = withVersions(await openSite(dir), [versionOf(old)]);
    const { pages } = await convertPages(opened, {
      target: await loadTarget('docusaurus'),
      mapping: readMapping({ site: dir, files: [] }),
      versions: [{ name: '1.0', folder: 'docs/1.0' }],
    });
    const paths = [...pages.values()].flat().map(({ path }) => path);
    expect(paths.filter((path) => path.startsWith('i18n/')).toSorted()).toEqual([
      'i18n/de/docusaurus-plugin-content-docs/current/install.mdx',
      'i18n/de/docusaurus-plugin-content-docs/version-1.0/install.mdx',
    ]);
  });

  it.each([
    ['nextra', 'content/docs/1.0/install.mdx', 'public/docs/1.0/img/logo.png'],
    ['fumadocs', 'content/docs/docs/1.0/install.mdx', 'public/docs/1.0/img/logo.png'],
    ['mintlify', 'docs/1.0/install.mdx', 'docs/1.0/img/logo.png'],
  ] as const)('has links and files of its own in %s too', async (target, path, picture) => {
    const { files } = await convert(target);
    expect(files.get(path)).toContain('![logo](/docs/1.0/img/logo.png)');
    expect(files.get(path)).toMatch(/\[why\]\(\/docs\/1\.0\/why\/?#because\)/);
    expect(files.get(picture)).toBe('copy of ../old/static/img/logo.png');
  });

  it('may be docs all through, as the site that it comes into', async () => {
    const docs = {
      'hugo.yaml': current['hugo.yaml'],
      'content/_index.md': page('Start'),
      'content/guide/first.md': page('First', '[start](/) [news](/blog/news/)\n'),
      'content/blog/news.md': page('News'),
    };
    const opened = withVersions(await openSite(layOut(docs)), [
      versionOf(await openSite(layOut(docs)), { source: '', folder: '1.0' }),
    ]);
    const { pages } = await convertPages(opened, {
      target: await loadTarget('docusaurus'),
      mapping: readMapping({ files: [] }),
      versions: [{ name: '1.0', folder: '1.0' }],
    });
    const files = new Map([...pages.values()].flat().map((file) => [file.path, contentOf(file)]));
    expect([...files.keys()].toSorted()).toEqual([
      'blog/news.mdx',
      'docs/guide/first.mdx',
      'docs/index.mdx',
      'versioned_docs/version-1.0/guide/first.mdx',
      'versioned_docs/version-1.0/index.mdx',
    ]);
    expect(files.get('versioned_docs/version-1.0/guide/first.mdx')).toContain('[start](/1.0/) [news](/blog/news/)');
  });
});

describe('runs into a folder that has a version of its own site', () => {
  const change = (dir: string, path: string, text: string): void => putFile(join(dir, path), text);

  it.each([
    ['a page of the version', (old: string) => change(old, 'content/docs/why.md', page('Why', 'Because.\n'))],
    ['the title of such a page', (old: string) => change(old, 'content/docs/why.md', page('Whence'))],
    ['its configuration', (old: string) => change(old, 'hugo.yaml', older['hugo.yaml'].replace('1.0', '1.1'))],
    ['a file of it', (old: string) => change(old, 'static/img/logo.png', 'another')],
    ['a page that is new in it', (old: string) => change(old, 'content/docs/more.md', page('More'))],
    ['a page that is gone', (old: string) => rmSync(join(old, 'content/docs/why.md'))],
    ['a template of it', (old: string) => change(old, 'layouts/shortcodes/tip.html', '{{ .Inner }}')],
    ['nothing', () => {}],
  ])('end as a fresh one does: %s', async (_, edit) => {
    const site = layOut(current);
    const old = layOut(older);
    const versions = [{ name: '1.0', dir: `../${old.slice(folder.length + 1)}`, source: 'docs', folder: 'docs/1.0' }];
    const run = (out: string, ignoreCache = false) =>
      convertInFolder({
        site,
        out,
        target: 'docusaurus',
        prune: true,
        ignoreCache,
        sites: versions,
        more: { versions: [{ name: '1.0', folder: 'docs/1.0' }], scaffold: true },
      });
    const out = join(folder, `out-${sites}`);
    await run(out);
    edit(old);
    const again = await run(out);
    const fresh = await run(`${out}-fresh`, true);
    expect(filesBelow(out)).toEqual(filesBelow(`${out}-fresh`));
    expect(again.report.diagnostics).toEqual(fresh.report.diagnostics);
  });
});
