import { describe, expect, it } from 'vitest';
import { convertFiles } from '../../support/convert-files.ts';

const SITE = {
  'hugo.yaml': 'baseURL: https://example.org/base/\nlanguages:\n  en: { weight: 1 }\n  de: { weight: 2 }\n',
  'content/docs/a.md': '---\ntitle: A\naliases: [/old/, "/with, comma/"]\n---\n',
  'content/docs/a.de.md': '---\ntitle: A\naliases: [/alt/]\n---\n',
  'content/blog/post.md': '---\ntitle: Post\ndate: 2026-01-02\n---\n',
};

describe('redirects', () => {
  it('are a file for Netlify and Cloudflare, and a table, where the user wants them', async () => {
    const { files } = await convertFiles(SITE, 'mdx', { redirects: ['netlify', 'csv'] });
    expect(files.get('static/_redirects')).toBe(
      '/base/de/alt/ /base/de/docs/a/ 301\n/base/old/ /base/docs/a/ 301\n/base/with,%20comma/ /base/docs/a/ 301\n',
    );
    expect(files.get('redirects.csv')).toBe(
      'from,to,status\r\n/base/de/alt/,/base/de/docs/a/,301\r\n/base/old/,/base/docs/a/,301\r\n"/base/with,%20comma/",/base/docs/a/,301\r\n',
    );
    expect([...(await convertFiles(SITE, 'mdx')).files.keys()].filter((path) => path.includes('redirects'))).toEqual(
      [],
    );
  });

  it('stand beside those that the site has written by hand', async () => {
    const site = { ...SITE, 'static/_redirects': '/* /404 404\n' };
    const { files, diagnostics } = await convertFiles(site, 'starlight', { redirects: ['netlify'] });
    expect(files.get('public/_redirects')).toBe('copy of static/_redirects');
    expect(files.get('public/_redirects.hugo')).toContain('/base/old/ /base/docs/a/ 301');
    expect(diagnostics.filter(({ code }) => code === 'redirects-beside').map(({ facts }) => facts)).toEqual([
      { own: 'static/_redirects', written: 'public/_redirects.hugo' },
    ]);
  });

  it('lead feeds to the feed of the blog, which the plugin of Docusaurus could not', async () => {
    const { files } = await convertFiles(SITE, 'docusaurus', { scaffold: true, redirects: ['netlify'] });
    const feeds = files
      .get('static/_redirects')
      ?.split('\n')
      .filter((line) => line.includes('index.xml'));
    expect(feeds).toEqual([
      '/base/blog/index.xml /base/blog/rss.xml 301',
      '/base/de/blog/index.xml /base/de/blog/rss.xml 301',
      '/base/de/index.xml /base/de/blog/rss.xml 301',
      '/base/index.xml /base/blog/rss.xml 301',
    ]);
    expect(JSON.parse(files.get('redirects.json') ?? '')).toEqual([
      { from: '/alt', to: '/docs/a' },
      { from: '/old', to: '/docs/a' },
      { from: '/with, comma', to: '/docs/a' },
    ]);
  });

  it('from a folder’s own file are from the folder, where frameworks make them', async () => {
    const site = {
      ...SITE,
      'content/docs/a.md': '---\ntitle: A\naliases: [/old, /old/index.html, /notes/index.html]\n---\n',
    };
    const docusaurus = await convertFiles(site, 'docusaurus', { scaffold: true, redirects: ['netlify'] });
    expect(docusaurus.files.get('static/_redirects')).toContain('/base/notes/index.html /base/docs/a/ 301');
    expect(JSON.parse(docusaurus.files.get('redirects.json') ?? '')).toEqual([
      { from: '/alt', to: '/docs/a' },
      { from: '/notes', to: '/docs/a' },
      { from: '/old', to: '/docs/a' },
    ]);
    const starlight = await convertFiles(site, 'starlight', { scaffold: true });
    expect(JSON.parse(starlight.files.get('redirects.json') ?? '')).toMatchObject({ '/notes/': '/base/docs/a/' });
  });

  it('know of feeds that are gone, and of sites that had none', async () => {
    const gone = await convertFiles(SITE, 'starlight');
    expect(gone.files.get('urls.json')).toContain('{"from":"/blog/index.xml","status":"gone","kind":"feed"}');
    const without = { ...SITE, 'hugo.yaml': `${SITE['hugo.yaml']}disableKinds: [RSS]\n` };
    expect((await convertFiles(without, 'starlight')).files.get('urls.json')).not.toContain('"feed"');
    const some = { ...SITE, 'hugo.yaml': `${SITE['hugo.yaml']}outputs: { home: [html] }\n` };
    const { files } = await convertFiles(some, 'starlight');
    expect(files.get('urls.json')).not.toContain('"/index.xml"');
    expect(files.get('urls.json')).toContain('"/blog/index.xml"');
  });
});
