import { expect, it } from 'vitest';
import { wordsOf } from '../../../../src/diagnostics/diagnostic.ts';
import { read } from './read.ts';

it('keeps a page as text where its converter is missing', async () => {
  const { page, diagnostics } = await read('page.adoc', '---\ntitle: T\n---\nA *b* {{< c >}}', {
    converters: new Map(),
  });
  expect(page.body.map(({ type }) => type)).toEqual(['text', 'shortcodeInline']);
  const [finding] = diagnostics;
  expect(finding).toMatchObject({ code: 'format-part-missing', severity: 'error', place: { line: 4, column: 1 } });
  expect(finding && wordsOf(finding).hint).toBe('npm install @asciidoctor/core');
});

it('keeps a page as text where its converter fails', async () => {
  const converters = new Map([
    [
      'rst' as const,
      (): string => {
        throw new Error('no such role');
      },
    ],
  ]);
  const { page, diagnostics } = await read('page.rst', 'A {{< c >}}', { converters });
  expect(page.body.map(({ type }) => type)).toEqual(['text', 'shortcodeInline']);
  expect(diagnostics).toMatchObject([{ code: 'format-failed', facts: { problem: 'no such role' } }]);
});
