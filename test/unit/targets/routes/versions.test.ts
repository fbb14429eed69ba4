import { describe, expect, it } from 'vitest';
import { createRoutes } from '../../../../src/targets/routes/routes.ts';
import { versionFaults } from '../../../../src/targets/routes/versions.ts';
import { open, page, pageOf } from '../../reader/site/memory-site.ts';

const reading = open({
  'hugo.yaml':
    'baseURL: https://example.org/\nlanguages:\n  en: { weight: 1, contentDir: content/en }\n  de: { weight: 2, contentDir: content/de }\n',
  'content/en/docs/_index.md': page(),
  'content/en/docs/a.md': page(),
  'content/en/docs/V1/_index.md': page(),
  'content/en/docs/V1/next/a.md': page(),
  'content/en/docs/v10/a.md': page(),
  'content/en/docs/v10/bundle/index.md': page(),
  'content/en/docs/v10/bundle/part.md': page(),
  'content/de/docs/v10/a.md': page(),
});

const VERSIONS = [
  { name: '10', folder: '/docs/v10/' },
  { name: '1', folder: 'docs/v1' },
  { name: '1-next', folder: 'docs/v1/next' },
];

describe('versions', () => {
  const routes = createRoutes(reading.site, {
    paths: [{ from: 'docs/v10/**', to: 'docs/ten/**' }],
    versions: VERSIONS,
  });

  it.each([
    ['content/en/docs/_index.md', undefined],
    ['content/en/docs/a.md', undefined],
    ['content/en/docs/V1/_index.md', '1'],
    ['content/en/docs/V1/next/a.md', '1-next'],
    ['content/en/docs/v10/a.md', '10'],
    ['content/en/docs/v10/bundle/part.md', '10'],
    ['content/de/docs/v10/a.md', '10'],
  ])('have the pages of their folder in all languages, the innermost before others: %s', (file, name) => {
    expect(routes.of(pageOf(reading, file)).version?.name).toBe(name);
  });

  it('move with their folder', () => {
    expect(routes.versions.map(({ folder, url }) => [folder, url])).toEqual([
      ['docs/ten', '/docs/ten'],
      ['docs/v1', '/docs/v1'],
      ['docs/v1/next', '/docs/v1/next'],
    ]);
  });
});

describe('versionFaults', () => {
  it.each([
    [{ name: '', folder: 'docs' }, 'name'],
    [{ name: ' 1', folder: 'docs' }, 'name'],
    [{ name: 'a/b', folder: 'docs' }, 'name'],
    [{ name: '..', folder: 'docs' }, 'name'],
    [{ name: 'current', folder: 'docs' }, 'name'],
    [{ name: '1'.repeat(33), folder: 'docs' }, 'name'],
    [{ name: '1', folder: '../docs' }, undefined],
    [{ name: '3', folder: './docs/v2' }, undefined],
    [{ name: '1', folder: '/' }, 'folder'],
    [{ name: '2', folder: 'docs/V2' }, 'twice'],
    [{ name: '3', folder: 'docs/v2/' }, 'twice'],
    [{ name: '3', folder: 'docs/v3' }, undefined],
  ] as const)('of %o: %s', (version, fault) => {
    expect(versionFaults([{ name: '2', folder: 'docs/v2' }, version]).get(1)).toBe(fault);
  });
});
