/** What is fuzzed: each target takes any text, and says by throwing what is wrong with what it came to. */
import fc from 'fast-check';
import { expect } from 'vitest';
import type { CallTree } from '../../src/model/page.ts';
import type { Place } from '../../src/model/place.ts';
import type { MarkdownEngine } from '../../src/reader/markdown/engine.ts';
import type { TargetName } from '../../src/targets/load-target.ts';
import { type Diagnostic, createCollector, wordsOf } from '../../src/diagnostics/diagnostic.ts';
import { loadMapping } from '../../src/mapping/load.ts';
import { walk } from '../../src/model/walk.ts';
import { readFrontMatter } from '../../src/reader/front-matter/read.ts';
import { micromarkEngine } from '../../src/reader/markdown/micromark.ts';
import { satteriEngine } from '../../src/reader/markdown/satteri.ts';
import { scanShortcodes } from '../../src/reader/shortcode/scan.ts';
import { parseTemplate } from '../../src/template/parse.ts';
import { studyTemplates } from '../../src/template/study/study-template.ts';
import { findContentfulFaults } from '../support/contentful-faults.ts';
import { convertText } from '../support/convert-text.ts';
import { renderMdx } from '../support/render-mdx.ts';
import { readText } from '../unit/reader/markdown/read-text.ts';
import { seeds, textsFrom } from './texts.ts';

export interface FuzzTarget {
  readonly texts: fc.Arbitrary<string>;
  /** Does what is tried; what comes back looks at what came of it, for which the text is not to blame if it takes long. */
  readonly run: (source: string) => Check | Promise<Check>;
}

type Check = () => unknown;

const pages = seeds('test', (file) => file.endsWith('input.md'));
const pageTexts = textsFrom(pages);
const withFrontMatter = fc
  .tuple(fc.constantFrom('---\ntitle: A\n---\n', '+++\ntitle = "A"\n+++\n', '{"title": "A"}\n', ''), pageTexts)
  .map(([head, body]) => head + body);

/** Looks whether a place is one: inside the text, at the line and column that it says. */
function placeCheck(source: string): (place: Place | undefined) => void {
  const starts = [0];
  for (const { index, 0: end } of source.matchAll(/\r\n|\r|\n/g)) starts.push(index + end.length);
  return (place) => {
    if (!place) return;
    const { offset, length, line, column } = place;
    if (offset < 0 || length < 0 || offset + length > source.length)
      expect.fail(`${offset}+${length} of ${source.length}`);
    const start = starts[line - 1] ?? Number.NaN;
    const isThere = start + column - 1 === offset && !((starts[line] ?? Number.POSITIVE_INFINITY) <= offset);
    if (!isThere) expect.fail(`${offset} is not at ${line}:${column}`);
  };
}

function lexer(source: string): Check {
  const collector = createCollector();
  const { calls } = scanShortcodes(source, 0, () => true, collector);
  return () => {
    const check = placeCheck(source);
    const pending: CallTree[] = [...calls];
    for (let call = pending.pop(); call; call = pending.pop()) {
      if (!source.startsWith('{{', call.openTag.offset)) expect.fail(`no tag at ${call.openTag.offset}`);
      for (const each of [call.openTag, call.place]) check(each);
      pending.push(...call.calls);
    }
    checkFindings(collector.diagnostics, check);
  };
}

function checkFindings(diagnostics: readonly Diagnostic[], check: (place: Place | undefined) => void): void {
  for (const finding of diagnostics) {
    check(finding.place);
    if (wordsOf(finding).message === '') expect.fail(`${finding.code} says nothing`);
  }
}

function frontMatter(source: string): Check {
  const collector = createCollector();
  const { frontMatter: read, bodyStart } = readFrontMatter(source, collector);
  return () => {
    expect(bodyStart).toBeLessThanOrEqual(source.length);
    const check = placeCheck(source);
    for (const { keyPlace } of read.fields) check(keyPlace);
    checkFindings(collector.diagnostics, check);
  };
}

const reader =
  (engine: MarkdownEngine) =>
  (source: string): Check => {
    const { page: read, diagnostics } = readText(source, { engine });
    return () => {
      const check = placeCheck(source);
      walk(read.body, ({ place }) => check(place));
      checkFindings(diagnostics, check);
    };
  };

function mapping(text: string): Check {
  const { diagnostics } = loadMapping([{ name: 'mapping.yaml', text }], { read: () => undefined, shipped: {} });
  return () => checkFindings(diagnostics, placeCheck(text));
}

function template(source: string): Check {
  const { nodes } = parseTemplate(source);
  studyTemplates([{ name: 'a', file: 'a.html', text: source }], () => undefined);
  return () => {
    const check = placeCheck(source);
    for (const { place } of nodes) check(place);
  };
}

const OURS: ReadonlySet<string> = new Set(['internal-error', 'ledger-imbalance', 'mdx-fallback']);

const page =
  (target: TargetName, check: (text: string) => unknown = () => {}) =>
  async (source: string): Promise<Check> => {
    const { text, diagnostics } = await convertText(source, target);
    return () => {
      const ours = diagnostics.filter(({ code }) => OURS.has(code));
      expect(ours.map(({ code, facts }) => ({ code, facts }))).toEqual([]);
      return check(text);
    };
  };

function checkExport(text: string): void {
  const faults = findContentfulFaults(text);
  if (faults.length > 0) expect.fail(faults.join('\n'));
}

export const targets: Readonly<Record<string, FuzzTarget>> = {
  lexer: { texts: pageTexts, run: lexer },
  'front-matter': { texts: textsFrom(pages.map((text) => text.slice(0, 400))), run: frontMatter },
  'reader-satteri': { texts: pageTexts, run: reader(satteriEngine) },
  'reader-micromark': { texts: pageTexts, run: reader(micromarkEngine) },
  mapping: {
    texts: textsFrom([
      ...seeds('test', (file) => file.endsWith('mapping.yaml')),
      ...seeds('mappings', (file) => file.endsWith('.yaml')),
    ]),
    run: mapping,
  },
  template: {
    texts: textsFrom(seeds('samples', (file) => file.includes('layouts') && file.endsWith('.html'))),
    run: template,
  },
  mdx: { texts: withFrontMatter, run: page('mdx', renderMdx) },
  docusaurus: { texts: withFrontMatter, run: page('docusaurus') },
  starlight: { texts: withFrontMatter, run: page('starlight') },
  fumadocs: { texts: withFrontMatter, run: page('fumadocs', renderMdx) },
  mintlify: { texts: withFrontMatter, run: page('mintlify') },
  nextra: { texts: withFrontMatter, run: page('nextra', renderMdx) },
  html: { texts: withFrontMatter, run: page('html') },
  contentful: {
    texts: withFrontMatter,
    run: page('contentful', checkExport),
  },
};
