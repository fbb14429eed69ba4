import { describe, expect, it } from 'vitest';
import { listUrls, redirectsIn, reportGone } from '../../../src/passes/links/url-table.ts';
import { open, page } from '../reader/site/memory-site.ts';

const { site } = open({
  'content/docs/_index.md': page(),
  'content/docs/setup.md': page('title: Setup\naliases: [/install/, /docs/faq/]'),
  'content/docs/faq.md': page(),
  'content/docs/plan.md': page('title: Plan\ndraft: true'),
  'content/blog/news.md': page('title: News\ntags: [Go]'),
});

const moved = {
  urlOf: ({ path, permalink }: { path: string; permalink: string }): string | undefined =>
    path === '/docs/faq' ? undefined : path === '/blog/news' ? '/posts/news/' : permalink,
  urlOfList: ({ kind, permalink }: { kind: string; permalink: string }): string | undefined =>
    kind === 'home' ? permalink : undefined,
};

describe('the table of addresses', () => {
  const rows = listUrls({
    site,
    pages: site.pages.filter(({ path, hidden }) => path !== '/docs' && hidden.length === 0),
    layout: moved,
  });

  it('says of every address what becomes of it', () => {
    expect(rows.map(({ from, to, status }) => [from, status, to].filter(Boolean).join(' '))).toEqual([
      '/ same /',
      '/blog/ gone',
      '/blog/news/ redirect /posts/news/',
      '/categories/ gone',
      '/docs/ excluded',
      '/docs/faq/ gone',
      '/docs/setup/ same /docs/setup/',
      '/install/ redirect /docs/setup/',
      '/tags/ gone',
      '/tags/go/ gone',
    ]);
  });

  it('gives redirects, and reports what is gone', () => {
    expect(redirectsIn(rows)).toEqual([
      { from: '/blog/news/', to: '/posts/news/', kind: 'page', source: 'content/blog/news.md' },
      { from: '/install/', to: '/docs/setup/', kind: 'alias', source: 'content/docs/setup.md' },
    ]);
    expect(
      reportGone(rows).map(({ code, file, facts }) => ({ code, ...(file !== undefined && { file }), ...facts })),
    ).toEqual([{ code: 'url-gone', file: 'content/docs/faq.md', url: '/docs/faq/' }]);
  });
});
