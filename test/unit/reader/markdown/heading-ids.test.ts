import { describe, expect, it } from 'vitest';
import type { Markup } from '../../../../src/model/markup.ts';
import { createHeadingIds } from '../../../../src/reader/markdown/heading-ids.ts';
import { readText } from './read-text.ts';
import { cpuTime } from '../../../support/cpu-time.ts';

const idsOf = (source: string, markup: Partial<Markup> = {}) =>
  readText(source, { markup }).page.body.flatMap((node) => (node.type === 'heading' ? [node.id] : []));

describe('heading ids', () => {
  it.each([
    [
      'Héllo, Wörld! A_b-c d.e (f) 1',
      'héllo-wörld-a_b-c-de-f-1',
      'hello-world-a_b-c-de-f-1',
      'héllo-wörld-a-b-c-d-e-f-1',
    ],
    ['日本語 テスト', '日本語-テスト', '-', '日本語-テスト'],
    ['a & b', 'a--b', 'a--b', 'a-b'],
    ['İ x² ①', 'i-x-', 'i-x-', 'i-x²-①'],
    ['a -- b --- c', 'a--b--c', 'a--b--c', 'a-b-c'],
    ['`a -- b`', 'a----b', 'a----b', 'a-b'],
    ['v1.2.3 / a', 'v123--a', 'v123--a', 'v1-2-3-a'],
    ['*a* `b` [c](d) ![e](f) <b>g</b> ~~h~~', 'a-b-c-e-g-h', 'a-b-c-e-g-h', 'a-b-c-e-g-h'],
    ['a&#8217;b &eacute; `&lt;`', 'a8217b-é-', 'a8217b-e-', 'a-8217-b-é'],
    ['a <https://b.c> https://d.e/f g', 'a---g', 'a---g', 'a-g'],
    ['😀', 'heading', 'heading', 'heading'],
  ])('of %s', (text, github, ascii, blackfriday) => {
    const source = `# ${text}\n`;
    expect(idsOf(source)).toEqual([github]);
    expect(idsOf(source, { autoIdType: 'github-ascii' })).toEqual([ascii]);
    expect(idsOf(source, { autoIdType: 'blackfriday' })).toEqual([blackfriday]);
  });

  it('count headings alike', () => {
    expect(idsOf('# A\n\n# A\n\n# a\n\n# A-1\n')).toEqual(['a', 'a-1', 'a-2', 'a-1-1']);
  });

  it('keep clear of ids that the author wrote before', () => {
    expect(idsOf('# A {#b}\n\n# b\n\n# c {#b}\n')).toEqual(['b', 'b-1', 'b']);
  });

  it('keep the hyphens where the typographer is off', () => {
    expect(idsOf('# a -- b\n', { typographer: null })).toEqual(['a----b']);
  });

  it('are those of the last line', () => {
    expect(idsOf('a *b\nc* d\n---\n')).toEqual(['c-d']);
  });

  it('hold the names of emoji', () => {
    expect(idsOf('# a :smile:\n', { emoji: true })).toEqual(['a-smile']);
  });

  it('are found quickly among many alike', () => {
    const ids = createHeadingIds('github');
    const started = cpuTime();
    for (let at = 0; at < 50_000; at++) ids.generate('same', 'heading');
    expect(ids.generate('same', 'heading')).toBe('same-50000');
    expect(cpuTime() - started).toBeLessThan(2000);
  });

  it('cannot be known where a call stands in the heading, and that is said', () => {
    const { page, diagnostics } = readText('# a {{< x >}}\n');
    expect(page.body).toMatchObject([{ type: 'heading', id: 'a' }]);
    expect(diagnostics).toMatchObject([{ code: 'heading-id-unknown', facts: { id: 'a' } }]);
  });
});
