/** The examples of mappings, run: what each source text becomes, beside what the mapping says. */
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Example } from '../mapping/mapping.ts';
import type { PageMeta } from '../model/page.ts';
import type { ReadMapping } from './read-mapping.ts';
import { createDiagnostic } from '../diagnostics/diagnostic.ts';
import { type TargetName, isTargetName, loadTarget } from '../targets/load-target.ts';
import { findFrontMatter } from '../reader/front-matter/find.ts';
import { convertPage } from './convert-one.ts';
import { openText } from './open-text.ts';

/** One example for one target. */
export interface ExampleResult {
  readonly example: Example;
  readonly target: string;
  readonly expected: string;
  readonly found: string;
  /** Whether both are the same, white space at their ends aside. */
  readonly passed: boolean;
  /** What converting the source reported; its places are those of the source. */
  readonly diagnostics: readonly Diagnostic[];
}

export interface ExampleRun {
  readonly results: readonly ExampleResult[];
  /** One finding in the mapping for each example that came out otherwise. */
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Converts the examples of a mapping, each as the page `/page/` of a site without anything else, and compares. HTML is
 * compared as a fragment. Front matter counts where the source or what is expected has some.
 * @example const { diagnostics } = await runExamples(readMapping({ files: ['mapping.yaml'] }));
 */
export async function runExamples(
  mapping: ReadMapping,
  examples: readonly Example[] = mapping.mapping.examples,
): Promise<ExampleRun> {
  const results: ExampleResult[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const example of examples) {
    const { file, place, name } = example;
    for (const [target, expected] of example.expect) {
      if (!isTargetName(target)) continue; // reported when the mapping was loaded
      const { text: whole, findings } = await convertExample(example, target, mapping);
      // Front matter that neither the source has nor the example speaks of is the target's own: it would hide what is meant.
      const isWhole = [example.source, expected].some(hasFrontMatter) || !hasFrontMatter(whole);
      const text = isWhole ? whole : whole.slice(bodyStart(whole)).trimStart();
      const passed = text.trimEnd() === expected.trimEnd();
      results.push({ example, target, expected, found: text, passed, diagnostics: findings });
      if (!passed) {
        const facts = { name, target, ...firstDifference(expected.trimEnd(), text.trimEnd()) };
        diagnostics.push(createDiagnostic('mapping-example-differs', facts, { file, place }));
      }
    }
  }
  return { results, diagnostics };
}

const bodyStart = (text: string): number => {
  const found = findFrontMatter(text);
  return found.kind === 'found' ? found.bounds.bodyStart : found.bodyStart;
};

const hasFrontMatter = (text: string): boolean => text.startsWith('---\n');

/** The first line in which two texts differ, counted from 1. */
function firstDifference(expected: string, found: string): { line: number; expected: string; found: string } {
  const [wanted, given] = [expected.split('\n'), found.split('\n')];
  let at = 0;
  while (wanted[at] === given[at]) at++;
  return { line: at + 1, expected: wanted[at] ?? '', found: given[at] ?? '' };
}

async function convertExample(
  { source }: Example,
  target: TargetName,
  mapping: ReadMapping,
): Promise<{ text: string; findings: readonly Diagnostic[] }> {
  // A page that began with a call would be taken for one with JSON front matter.
  const page = hasFrontMatter(source) ? source : `---\n---\n${source}`;
  const lone = openText(new TextEncoder().encode(page), {
    file: 'content/page.md',
    mappingFacts: mapping.facts,
  });
  // The page of a site like any other, so that references to it lead somewhere.
  const meta: PageMeta = { ...lone.meta, path: '/page', permalink: '/page/' };
  const opened = { ...lone.opened, site: { ...lone.opened.site, baseUrl: 'https://example.org/', pages: [meta] } };
  const options = { target: await loadTarget(target), mapping, html: 'fragment' } as const;
  const { text, diagnostics } = await convertPage(opened, meta, options);
  return { text: page === source ? text : text.replace(/^---\n---\n+/, ''), findings: diagnostics };
}
