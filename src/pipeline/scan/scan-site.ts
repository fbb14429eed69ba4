/** The inventory of a site. It reads every page and writes nothing. */
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Inventory, PageCounts, Risk, ShortcodeUse } from '../../model/inventory.ts';
import type { PageMeta } from '../../model/page.ts';
import type { TargetName } from '../../targets/load-target.ts';
import type { OpenedSite } from '../open-site.ts';
import type { ReadMapping } from '../read-mapping.ts';
import type { CallCounts } from './calls.ts';
import { compareDiagnostics, createDiagnostic } from '../../diagnostics/diagnostic.ts';
import { type TargetRules, resolveRules } from '../../mapping/resolve.ts';
import { unspokenArguments } from '../../mapping/unspoken-arguments.ts';
import { createRuleFinder } from '../../mapping/rule-finder.ts';
import { loadEngine } from '../../reader/markdown/load-engine.ts';
import { readPage } from '../../reader/read-page.ts';
import { builtinShortcodes } from '../../reader/site/shortcodes/builtin.ts';
import { loadConverters } from '../load-converters.ts';
import { mappingForSite } from '../site-mapping.ts';
import { createBodyCounter } from './body.ts';
import { createCallCounter } from './calls.ts';
import { createFieldCounter } from './fields.ts';
import { createStudies } from './studies.ts';
import { countBy, createTally } from './tally.ts';
import { findThemes } from './themes.ts';
import { append } from '../../model/append.ts';

export interface ScanOptions {
  readonly mapping: ReadMapping;
  /** The target whose rules count. */
  readonly target: TargetName;
  readonly onProgress?: (done: number, total: number, file: string) => void;
  readonly signal?: AbortSignal;
}

export interface ScanResult {
  readonly inventory: Inventory;
  readonly diagnostics: readonly Diagnostic[];
}

/** Pages between two turns of the event loop: the native parser's memory is freed only there. */
const PAGES_PER_TURN = 32;

/**
 * Takes stock of a site: pages, shortcodes, front matter, raw HTML, code, links, and what will be hard.
 *
 * @example
 * const { inventory } = await scanSite(await openSite('my-site'), { mapping: readMapping({ files: [] }), target: 'mdx' });
 */
export async function scanSite(opened: OpenedSite, options: ScanOptions): Promise<ScanResult> {
  const { site } = opened;
  const mapping = mappingForSite(options.mapping.mapping, opened);
  const rules = resolveRules(mapping, options.target);
  const calls = createCallCounter(createRuleFinder(mapping, options.target), (name) => rules.unmapped(name));
  const fields = createFieldCounter(rules.fields);
  const body = createBodyCounter(site.baseUrl);
  const diagnostics: Diagnostic[] = [...opened.diagnostics];
  const engine = await loadEngine();
  const converters = await loadConverters(site.pages);
  const markups = new Map(site.languages.map(({ code, markup }) => [code, markup]));
  for (const [at, meta] of site.pages.entries()) {
    if (at % PAGES_PER_TURN === 0) await nextTurn();
    if (options.signal?.aborted) break;
    options.onProgress?.(at, site.pages.length, meta.file);
    fields.add(meta);
    const markup = markups.get(meta.language);
    if (!markup) continue;
    try {
      const reading = readPage({ meta, ...opened.load(meta), markup, shortcodes: site.shortcodes, engine, converters });
      append(diagnostics, reading.diagnostics);
      calls.add(reading.page);
      body.add(reading.page);
    } catch (cause) {
      const message = cause instanceof Error ? cause.message : String(cause);
      diagnostics.push(createDiagnostic('internal-error', { message }, { file: meta.file }));
    }
  }
  const counts = calls.list();
  const themes = findThemes(opened, counts);
  const shortcodes = completeShortcodes(counts, opened, rules);
  const found = diagnostics.toSorted(compareDiagnostics);
  const inventory: Inventory = {
    site: opened.dir,
    title: site.title,
    themes,
    pages: countPages(site.pages),
    shortcodes,
    frontMatter: fields.list(),
    elements: body.elements,
    fences: body.fences,
    extensions: body.extensions,
    links: body.links,
    risks: [...body.risks, ...siteRisks(site.pages, shortcodes), ...themeRisks(themes), ...findingRisks(found)],
  };
  return { inventory, diagnostics: found };
}

function completeShortcodes(
  counts: readonly CallCounts[],
  opened: OpenedSite,
  rules: TargetRules,
): readonly ShortcodeUse[] {
  const studyOf = createStudies(opened, counts);
  const templates = new Map(opened.templates.shortcodes.map((template) => [template.name, template]));
  return counts.map((use): ShortcodeUse => {
    const { valuesOf: _, besideOf: __, fences: ___, ...counted } = use;
    const name = use.name.toLowerCase();
    const template = templates.get(name);
    return {
      ...counted,
      ...(template && { template: template.file }),
      isBuiltIn: template === undefined && builtinShortcodes.has(name),
      isOwn: template?.own === true,
      unspoken: unspokenArguments(
        rules.shortcodes.get(name)?.map(({ rule }) => rule) ?? [],
        counted.arguments.map((argument) => argument.name),
      ),
      study: studyOf(use),
    };
  });
}

const countPages = (pages: readonly PageMeta[]): PageCounts => ({
  total: pages.length,
  byKind: countBy(pages.map(({ kind }) => kind)),
  byLanguage: countBy(pages.map(({ language }) => language)),
  byFormat: countBy(pages.map(({ format }) => format)),
  leftOut: countBy(pages.flatMap(({ hidden }) => hidden)),
});

function siteRisks(pages: readonly PageMeta[], shortcodes: readonly ShortcodeUse[]): Risk[] {
  const missing = shortcodes.filter(({ template, isBuiltIn }) => template === undefined && !isBuiltIn);
  const formats = createTally();
  for (const { format, file } of pages) {
    if (format !== 'markdown' && format !== 'html') formats.add(format, file, undefined);
  }
  const hidden = createTally();
  for (const page of pages) for (const reason of page.hidden) hidden.add(reason, page.file, undefined);
  return [
    ...missing.map(({ name, calls, first }): Risk => ({
      kind: 'missing-template',
      subject: name,
      count: calls,
      first,
    })),
    ...formats.list().map(({ name, count, first }): Risk => ({ kind: 'other-format', subject: name, count, first })),
    ...hidden.list().map(({ name, count, first }): Risk => ({ kind: 'hidden-pages', subject: name, count, first })),
  ];
}

const themeRisks = (themes: Inventory['themes']): Risk[] =>
  themes.flatMap(({ name, isAtHand }): Risk[] =>
    isAtHand || name === '' ? [] : [{ kind: 'missing-theme', subject: name, count: 1 }],
  );

/** Findings that other risks speak of. */
const COVERED: ReadonlySet<string> = new Set(['module-missing', 'html-omitted']);

/** Errors and warnings by code. */
function findingRisks(diagnostics: readonly Diagnostic[]): Risk[] {
  const codes = new Map<string, { count: number; readonly first?: Risk['first'] }>();
  for (const { code, severity, file, place } of diagnostics) {
    if (severity === 'info' || COVERED.has(code)) continue;
    const known = codes.get(code);
    if (known) known.count++;
    else codes.set(code, { count: 1, ...(file !== undefined && place && { first: { file, ...place } }) });
  }
  return [...codes].map(([subject, { count, first }]): Risk => ({
    kind: 'finding',
    subject,
    count,
    ...(first && { first }),
  }));
}
