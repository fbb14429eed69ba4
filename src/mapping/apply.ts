/** What a mapping makes of a page. */
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { PlainValue } from '../model/field.ts';
import type { Markup } from '../model/markup.ts';
import type { Outcome, UnmappedPolicy } from '../model/outcome.ts';
import type { Page } from '../model/page.ts';
import { createCollector } from '../diagnostics/diagnostic.ts';
import { plainFields } from '../model/field.ts';
import { openAccount } from './apply/account.ts';
import { createSplitter } from './apply/split-text.ts';
import { indexCalls } from './apply/call-index.ts';
import { mapFrontMatter } from './apply/front-matter.ts';
import type { ApplyHooks, ApplyState } from './apply/state.ts';
import { fillString } from './apply/strings.ts';
import { mapContents, mapInlines } from './apply/tree.ts';
import { collectUnmapped } from './apply/unmapped-names.ts';
import { wrapParts } from './apply/wrap-parts.ts';
import { build } from './build/builders.ts';
import type { Mapping } from './mapping.ts';
import { resolveRules } from './resolve.ts';

export type { ApplyHooks, Included, ReadMarkdown, Reference } from './apply/state.ts';

export interface ApplyInput {
  readonly page: Page;
  /** The whole source text of the page's file. */
  readonly source: string;
  readonly mapping: Mapping;
  /** The target that is written, whose own rules count. */
  readonly target: string;
  readonly markup: Markup;
  /** What becomes of calls that no rule takes; without it the mapping says. */
  readonly unmapped?: UnmappedPolicy;
  readonly hooks?: ApplyHooks;
}

export interface ApplyOutput {
  readonly page: Page;
  /** One for each call, argument and field, and for each element that a rule took. */
  readonly outcomes: readonly Outcome[];
  /** The rules that took something, those included of which the account says nothing: rules for fences and alerts. */
  readonly rules: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Applies a mapping to a page: calls, elements and code fences that a rule takes become what the rule says, front matter
 * fields get their meanings. Nodes that do not change are the same objects; a page on which nothing changes is the same page.
 */
export function applyMapping(input: ApplyInput): ApplyOutput {
  const { page, source, mapping, target, unmapped, hooks = {} } = input;
  const collector = createCollector(page.file);
  const rules = resolveRules(mapping, target);
  const calls = indexCalls(page.calls);
  const account = openAccount(page, calls, collector);
  const taken = new Set<string>();
  let values: PlainValue | undefined;
  const state: ApplyState = {
    page,
    source,
    target,
    rules,
    takesMarkup: rules.elements.length > 0 || rules.code.size > 0 || (rules.alerts.size > 0 && source.includes('[!')),
    hooks,
    policy: unmapped,
    collector,
    account,
    took: (rule) => taken.add(rule),
    unmapped: collectUnmapped(rules.named, collector),
    calls,
    pageValues: () => (values ??= plainFields(page.frontMatter.fields)),
    split: createSplitter(),
    ancestors: [],
    tabLabels: [],
    contents: (nodes) => mapContents(nodes, state),
    flow: (nodes) => wrapParts(mapContents(nodes, state)),
    inlines: (nodes) => mapInlines(nodes, state),
    fill: (value) => fillString(value, 'content', state),
    build: (application) => build(application),
  };
  const frontMatter = mapFrontMatter(page.frontMatter, rules.fields, account);
  const hasWork = page.calls.length > 0 || state.takesMarkup;
  const body = hasWork ? state.flow(page.body) : page.body;
  state.unmapped.close();
  const outcomes = account.close();
  for (const { by } of outcomes) taken.add(by);
  const isSame = body === page.body && frontMatter === page.frontMatter;
  return {
    page: isSame ? page : { ...page, body, frontMatter },
    outcomes,
    rules: [...taken],
    diagnostics: collector.diagnostics,
  };
}
