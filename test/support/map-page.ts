import { loadMapping } from '../../src/mapping/load.ts';
import type { ApplyHooks } from '../../src/mapping/apply.ts';
import { applyMapping } from '../../src/mapping/apply.ts';
import { mappingFacts } from '../../src/mapping/facts.ts';
import type { Mapping } from '../../src/mapping/mapping.ts';
import type { Markup } from '../../src/model/markup.ts';
import { defaultMarkup } from '../../src/model/markup.ts';
import type { Node } from '../../src/model/nodes.ts';
import type { Outcome, UnmappedPolicy } from '../../src/model/outcome.ts';
import type { Page } from '../../src/model/page.ts';
import { satteriEngine } from '../../src/reader/markdown/satteri.ts';
import { readPage } from '../../src/reader/read-page.ts';
import { pageFromText } from '../../src/reader/site/page-from-text.ts';
import { printDiagnostics } from './print-diagnostics.ts';

export interface MapOptions {
  readonly target?: string;
  readonly file?: string;
  readonly language?: string;
  readonly unmapped?: UnmappedPolicy;
  readonly hooks?: ApplyHooks;
  readonly markup?: Partial<Markup>;
}

export interface MappedPage {
  readonly read: Page;
  readonly page: Page;
  /** The body without places, as nested lists. */
  readonly body: readonly Sketch[];
  readonly outcomes: readonly Outcome[];
  /** `kind id result by`, one a line. */
  readonly account: readonly string[];
  readonly codes: readonly string[];
  readonly diagnostics: string;
}

/** A node in short: text alone for text, else type, fields where there are any, children. */
export type Sketch = string | readonly [type: string, ...rest: unknown[]];

/** Loads a mapping that must be right: its rules stand in the file m.yaml. */
export function mappingOf(yaml: string): Mapping {
  const { mapping, diagnostics } = loadMapping([{ name: 'm.yaml', text: yaml }], {
    read: () => undefined,
    shipped: {},
  });
  if (diagnostics.length > 0) throw new Error(printDiagnostics(diagnostics, 'm.yaml'));
  return mapping;
}

/** Reads a page as `decant` does, and applies a mapping: the text after `version: 1`. */
export function mapPage(source: string, rules: string | Mapping, options: MapOptions = {}): MappedPage {
  const mapping = typeof rules === 'string' ? mappingOf(`version: 1\n${rules}`) : rules;
  const { file = 'content/docs/page.md', language = 'en', target = 'mdx', unmapped, hooks } = options;
  const { meta, bodyStart } = pageFromText(source, { file, language });
  const markup: Markup = { ...defaultMarkup, unsafe: true, ...options.markup };
  const shortcodes = mappingFacts(mapping);
  const read = readPage({ meta, source, bodyStart, markup, shortcodes, engine: satteriEngine }).page;
  const { page, outcomes, diagnostics } = applyMapping({
    page: read,
    source,
    mapping,
    target,
    markup,
    ...(unmapped && { unmapped }),
    ...(hooks && { hooks }),
  });
  return {
    read,
    page,
    body: page.body.map(sketch),
    outcomes,
    account: outcomes.map(({ kind, id, result, by }) => `${kind} ${id} ${result} ${by}`),
    codes: diagnostics.map(({ code }) => code),
    diagnostics: printDiagnostics(diagnostics, file),
  };
}

const HIDDEN = new Set([
  'type',
  'place',
  'origin',
  'openTag',
  'closeTag',
  'children',
  'notation',
  'innerReading',
  'idSource',
  'spread',
]);

/** A node in short. */
export function sketch(node: Node): Sketch {
  if (node.type === 'text') return node.value;
  const fields = Object.entries(node)
    .filter(([key, value]) => !HIDDEN.has(key) && !(Array.isArray(value) && value.length === 0))
    .map(([key, value]) => [key, key === 'call' ? (value as { name: string }).name : sketchValue(value)]);
  const children = 'children' in node ? node.children.map(sketch) : [];
  return [node.type, ...(fields.length > 0 ? [Object.fromEntries(fields)] : []), ...children];
}

function sketchValue(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sketchValue);
  if (typeof value !== 'object' || value === null) return value;
  return 'type' in value ? sketch(value as Node) : value;
}
