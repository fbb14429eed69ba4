import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createDiagnosticsDocs } from '../scripts/diagnostics-docs.js';
import type { Rule } from '../src/diagnostics/rule.ts';
import { catalogue } from '../src/diagnostics/catalogue.ts';

const rules: [string, Rule<never>][] = Object.entries(catalogue);

describe('the catalogue of diagnostics', () => {
  it.each(rules)('%s says what it is about and what to type', (code, rule) => {
    expect(code).toMatch(/^[a-z]+(?:-[a-z0-9]+)+$/);
    expect(rule.hint).toBeTypeOf('function');
    for (const text of [rule.about, rule.bad, rule.good]) expect(text.trim()).not.toBe('');
    expect(rule.about).toMatch(/[.?!)]$/);
  });

  it('is what docs/diagnostics.md says', () => {
    const docs = readFileSync(join(import.meta.dirname, '../docs/diagnostics.md'), 'utf8');
    expect(docs, 'run `npm run docs`').toBe(createDiagnosticsDocs(catalogue));
  });

  it('has words for every fact that it prints', () => {
    expect(createDiagnosticsDocs(catalogue)).not.toMatch(/\bundefined\b|\bNaN\b|\[object /);
  });

  it('has a fixture for every code', () => {
    const texts = fixtureTexts();
    const unproven = rules.map(([code]) => code).filter((code) => !texts.some((text) => mentions(text, code)));
    expect(unproven).toEqual([]);
  });
});

/** What the cases expect, and the tests beside them. */
function fixtureTexts(): string[] {
  return readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('diagnostics.txt') || file.endsWith('.test.ts') || /^cli.*\.md$/.test(file))
    .map((file) => readFileSync(join(import.meta.dirname, file), 'utf8'));
}

/** Whether the code stands in the text as a word of its own: `html-a` is not in `html-a-b`. */
const mentions = (text: string, code: string): boolean => new RegExp(`(?<![\\w-])${code}(?![\\w-])`).test(text);
