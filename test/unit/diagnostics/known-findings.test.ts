import { describe, expect, it } from 'vitest';
import { compareBaseline, createBaseline, parseBaseline } from '../../../src/diagnostics/baseline.ts';
import { createDiagnostic } from '../../../src/diagnostics/diagnostic.ts';
import { convertText } from '../../support/convert-text.ts';

const unclosed = (file: string, line: number) =>
  createDiagnostic('html-unclosed', { tag: 'div' }, { file, place: { line, column: 1, offset: line, length: 1 } });

describe('a baseline', () => {
  it('knows findings wherever in their file they stand, as often as they were there', () => {
    const baseline = createBaseline([unclosed('a.md', 1), unclosed('a.md', 9), unclosed('b.md', 1)]);
    const now = [unclosed('a.md', 2), unclosed('a.md', 10), unclosed('a.md', 11), unclosed('c.md', 1)];
    const { fresh, known, gone } = compareBaseline(now, baseline);
    expect(fresh).toEqual([unclosed('a.md', 11), unclosed('c.md', 1)]);
    expect([known, gone]).toEqual([2, 1]);
    expect(parseBaseline(JSON.stringify(baseline))).toEqual(baseline);
  });

  it.each(['', '[]', '{"version":2,"findings":{}}', '{"version":1}', '{"version":1,"findings":{"a":-1}}'])(
    'is not %j',
    (text) => expect(parseBaseline(text)).toBeUndefined(),
  );
});

describe('an ignore comment', () => {
  const CALL = '{{< unknown >}}';
  const CODE = 'mapping-unmapped-component';
  const codesIn = async (text: string): Promise<string[]> =>
    (await convertText(text, 'mdx')).diagnostics.map(({ code, place }) => `${place?.line} ${code}`).toSorted();

  it.each([
    ['the next line', `<!-- decant-ignore ${CODE} -- our own -->\n\n${CALL}\n`],
    ['its own line', `${CALL} <!-- decant-ignore ${CODE} -->\n`],
    ['several codes', `<!-- decant-ignore html-unclosed ${CODE} -->\n<b>${CALL}\n`],
  ])('takes findings away: %s', async (_, text) => {
    expect((await codesIn(text)).filter((finding) => finding.includes(CODE))).toEqual([]);
  });

  it('reaches no further', async () => {
    expect(await codesIn(`<!-- decant-ignore ${CODE} -->\n\nText.\n\n${CALL}\n`)).toEqual([
      '1 ignore-unused',
      `5 ${CODE}`,
    ]);
  });

  it('that takes nothing away is a finding: ignore-unused', async () => {
    expect(await codesIn(`<!-- decant-ignore no-such-code -->\n\nText.\n`)).toEqual(['1 ignore-unused']);
  });

  it('is text in a code block', async () => {
    expect(await codesIn(`\`\`\`html\n<!-- decant-ignore ${CODE} -->\n\`\`\`\n`)).toEqual([]);
  });
});
