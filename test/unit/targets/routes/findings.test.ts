import { describe, expect, it } from 'vitest';
import type { PathRule } from '../../../../src/targets/routes/moves.ts';
import { routeFindings } from '../../../../src/targets/routes/findings.ts';
import { createRoutes } from '../../../../src/targets/routes/routes.ts';
import { open, page } from '../../reader/site/memory-site.ts';

const SITE = {
  'hugo.yaml': 'baseURL: https://example.org/\n',
  'content/docs/a.md': page(),
  'content/docs/old/a.md': page(),
  'content/docs/old/b.md': page('url: /b/'),
};

const { site } = open(SITE);

const findings = (paths: readonly PathRule[]): readonly unknown[] =>
  routeFindings(createRoutes(site, { paths, versions: [] }), paths, site.pages).map(({ code, facts, file }) => [
    code,
    facts,
    file,
  ]);

describe('routeFindings', () => {
  it('names pages that come to be where another one is, and those whose address stays', () => {
    expect(findings([{ from: 'docs/old/**', to: 'docs/**' }])).toEqual([
      [
        'paths-collision',
        { url: '/docs/a/', other: 'content/docs/a.md', from: 'docs/old/**' },
        'content/docs/old/a.md',
      ],
      ['paths-address-kept', { url: '/b/', from: 'docs/old/**' }, 'content/docs/old/b.md'],
    ]);
  });

  it('names rules that move nothing, at their place', () => {
    const unused = {
      from: 'docs/older/**',
      to: 'x/**',
      file: 'decant.yaml',
      place: { line: 3, column: 3, offset: 20, length: 13 },
    };
    expect(findings([{ from: 'docs/old/*', to: 'old/*' }, unused])).toContainEqual([
      'paths-unused',
      { from: 'docs/older/**' },
      'decant.yaml',
    ]);
  });

  it('says nothing of a site that stays as it is', () => {
    expect(findings([])).toEqual([]);
  });
});
