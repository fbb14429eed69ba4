import { describe, expect, it } from 'vitest';
import { convertText } from '../support/convert-text.ts';
import { cpuTime } from '../support/cpu-time.ts';
import { PATHOLOGICAL_TEXTS } from '../support/pathological-texts.ts';

const SMALL = 1000;
const FACTOR = 4;

describe.each(['mdx', 'html', 'contentful'] as const)('texts made to hurt, to %s', (target) => {
  it.each(Object.entries(PATHOLOGICAL_TEXTS))('%s: no failure, and time grows with the text', async (_, make) => {
    await timed(make(SMALL), target);
    const small = await timed(make(SMALL), target);
    const large = await timed(make(SMALL * FACTOR), target);
    // Quadratic growth would be sixteenfold; the constant is for garbage collection and other jobs on the machine.
    expect(large).toBeLessThan(small * FACTOR * 2.5 + 400);
  });
});

async function timed(source: string, target: 'mdx' | 'html' | 'contentful'): Promise<number> {
  const start = cpuTime();
  const { diagnostics } = await convertText(source, target);
  const end = cpuTime();
  const ours = diagnostics.filter(({ code }) => code === 'internal-error' || code === 'ledger-imbalance');
  expect(ours.map(({ facts }) => facts)).toEqual([]);
  return end - start;
}

describe('a page that nests too deep', () => {
  it.each([
    ['markdown-too-deep', 'html', '> '.repeat(1000)],
    ['html-too-deep', 'html', '<div>\n'.repeat(1000)],
    ['mdx-too-deep', 'mdx', '<div>\n'.repeat(400)],
  ] as const)('is converted up to a limit: %s', async (code, target, nesting) => {
    const { text, diagnostics } = await convertText(`${nesting}\ntext\n`, target);
    expect(diagnostics.map((diagnostic) => diagnostic.code)).toContain(code);
    expect(text).toContain('text');
  });

  it.each(['mdx', 'html', 'contentful'] as const)('may have thousands of calls in one another: %s', async (target) => {
    const calls = (tag: (name: string) => string): string => `${tag('a')}\n${tag('b')}\n`.repeat(5000);
    const source = `text\n\n${calls((name) => `{{< ${name} >}}`)}deep\n${calls((name) => `{{< /${name} >}}`)}`;
    const { text, diagnostics } = await convertText(source, target);
    const codes = diagnostics.map(({ code }) => code);
    expect(codes).toContain('markdown-too-deep');
    expect(codes).not.toContain('internal-error');
    expect(codes).not.toContain('ledger-imbalance');
    expect(text).toContain('deep');
  });
});
