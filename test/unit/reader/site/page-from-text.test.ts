import { describe, expect, it } from 'vitest';
import { plainFields } from '../../../../src/model/field.ts';
import { pageFromText } from '../../../../src/reader/site/page-from-text.ts';

describe('a page outside any site', () => {
  it('has front matter, a format and a path, and no address', () => {
    const { meta, bodyStart, diagnostics } = pageFromText('---\ntitle: Set up\ntype: guide\n---\ntext', {
      file: 'docs/Set Up.md',
    });
    expect(meta).toMatchObject({
      file: 'docs/Set Up.md',
      path: '/docs/set-up',
      language: 'en',
      kind: 'page',
      bundle: 'none',
      format: 'markdown',
      section: 'docs',
      contentType: 'guide',
      permalink: '',
    });
    expect(plainFields(meta.frontMatter.fields)).toEqual({ title: 'Set up', type: 'guide' });
    expect(bodyStart).toBe(34);
    expect(diagnostics).toEqual([]);
  });

  it.each([
    ['_index.md', 'home', 'branch'],
    ['a/_index.md', 'section', 'branch'],
    ['a/index.md', 'page', 'leaf'],
    ['stdin', 'page', 'none'],
    ['/abs/a.html', 'page', 'none'],
  ])('%s is a %s', (file, kind, bundle) => {
    expect(pageFromText('x', { file, language: 'fr' }).meta).toMatchObject({ kind, bundle, language: 'fr' });
  });

  it('reports what its front matter has wrong', () => {
    expect(pageFromText('---\na: b: c\n---\n', { file: 'a.md' }).diagnostics).toMatchObject([
      { code: 'data-invalid', file: 'a.md' },
    ]);
  });
});
