/** Raw HTML elements and code fences: those that a rule takes, and the rest with what is in them mapped. */
import type { Code, ElementBlock, ElementInline } from '../../model/nodes.ts';
import { plainText } from '../../model/plain-text.ts';
import { codeOptions } from '../build/code.ts';
import type { Rule, RuleOf } from '../mapping.ts';
import type { Candidate } from '../resolve.ts';
import { selectRule } from '../resolve.ts';
import { fit, reportMisplaced, useConditions, wantedPosition } from './fit.ts';
import { inlinesOf } from './inlines-of.ts';
import { mapNode } from './map-node.ts';
import { mapStrings } from './map-strings.ts';
import type { Application, ApplyState, Content, Position, Subject } from './state.ts';
import { originOf } from './state.ts';
import { textOf } from './evaluate.ts';
import { elementSubject, fenceSubject } from './subject.ts';
import { wrapParts } from './wrap-parts.ts';

type AnyElement = ElementBlock | ElementInline;

/** What becomes of an element. */
export function placeElement(node: AnyElement, position: Position, state: ApplyState): Content | readonly Content[] {
  const taken = state.rules.elements.length > 0 ? applyElementRule(node, position, state) : undefined;
  return taken ?? descend(node, state);
}

function descend(node: AnyElement, state: ApplyState): AnyElement {
  const filled = mapStrings(node, state);
  state.ancestors.push(node);
  const mapped = withChildren(filled, state);
  state.ancestors.pop();
  return mapped;
}

function withChildren(node: AnyElement, state: ApplyState): AnyElement {
  if (node.type === 'elementBlock') {
    const children = state.flow(node.children);
    return children === node.children ? node : { ...node, children };
  }
  const children = state.inlines(node.children);
  return children === node.children ? node : { ...node, children };
}

function applyElementRule(node: AnyElement, position: Position, state: ApplyState): readonly Content[] | undefined {
  const used = new Set<string>();
  // Most elements match no selector, and then there is nothing to prepare.
  let subject: Subject | undefined;
  const found = state.rules.elements.find((ready) => {
    if (!ready.matches(node, state.ancestors)) return false;
    subject ??= elementSubject(node, position, used, state);
    return ready.applies(candidateFrom(subject));
  });
  if (found) state.took(found.rule.id);
  if (!found || !subject || found.rule.as === 'keep') return undefined;
  const { rule } = found;
  useConditions(rule, subject);
  state.ancestors.push(node);
  const content = state.build({ rule, subject: { ...subject, position: wantedPosition(rule, position) }, state });
  state.ancestors.pop();
  const fitting = content && fit(content, position, subject);
  if (!fitting) {
    if (content) reportMisplaced(rule, subject);
    subject.restore();
    return subject.usage.contents ? [withContents(node, subject, state)] : undefined;
  }
  state.account.element(node, rule.as === 'drop' ? 'dropped' : 'mapped', rule.id);
  if (rule.as !== 'drop') reportUnused(subject, rule, new Set([...used, ...found.attributes]));
  settleInner(node, subject, rule);
  return fitting;
}

/** The element with the content that was mapped for the rule that failed: mapping it again would double the work. */
function withContents(node: AnyElement, subject: Subject, state: ApplyState): AnyElement {
  const children = wrapParts(subject.contents());
  const filled = mapStrings(node, state);
  const inlines = inlinesOf(children);
  if (filled.type === 'elementInline' && inlines) return { ...filled, children: inlines };
  return { ...filled, type: 'elementBlock', children };
}

function settleInner(node: AnyElement, subject: Subject, rule: Rule): void {
  const { usage, state } = subject;
  if (usage.raw && !usage.contents) state.account.settle({ nodes: node.children }, 'kept', rule.id);
  if (usage.raw || usage.contents) return;
  state.account.settle({ nodes: node.children }, usage.plain ? 'dropped' : 'gone', rule.id);
  if (usage.plain) return; // the text is there, the markup is not
  if (rule.as === 'drop' || plainText(node.children).trim() === '') return;
  state.collector.report('mapping-unused-inner', { name: subject.name, rule: rule.id }, subject.place);
}

/** What becomes of a code fence: what the rule for its language says. */
export function placeFence(node: Code, state: ApplyState): Content | readonly Content[] {
  const rules = node.lang === undefined ? undefined : state.rules.code.get(node.lang.toLowerCase());
  if (!rules) return mapNode(node, state);
  const used = new Set<string>();
  const subject = fenceSubject(node, used, state);
  const rule = selectRule(rules, candidateFrom(subject));
  if (rule) state.took(rule.id);
  if (!rule || rule.as === 'keep') return mapNode(node, state);
  if (rule.as === 'code') return changedFence(node, { rule, subject, state });
  useConditions(rule, subject);
  const content = state.build({ rule, subject, state });
  if (!content) return mapNode(node, state);
  if (rule.as !== 'drop') reportUnused(subject, rule, used);
  if (!subject.usage.raw) {
    state.account.settle({ nodes: [node] }, 'gone', rule.id);
    if (rule.as !== 'drop')
      state.collector.report('mapping-unused-inner', { name: subject.name, rule: rule.id }, node.place);
  }
  return fit(content, 'flow', subject) ?? node;
}

/** A fence that stays one: what the rule says goes over what the author wrote, the rest stays. */
function changedFence(node: Code, application: Application<RuleOf<'code'>>): Code {
  const { rule, subject, state } = application;
  const lang = textOf(rule.settings.lang, application);
  const value = textOf(rule.settings.value, application);
  const options = { ...node.options, ...codeOptions(application).options };
  return {
    ...mapNode(node, state),
    ...(lang !== undefined && { lang }),
    ...(value !== undefined && { value }),
    ...(Object.keys(options).length > 0 && { options }),
    ...originOf(subject, rule.id),
  };
}

/** What a rule's conditions see of an element, a fence or an alert. */
export const candidateFrom = ({ state, argument, hasInner }: Subject): Candidate => ({
  page: state.page,
  parent: '',
  parentArgument: () => undefined,
  hasInner,
  argument(name) {
    const value = argument(name);
    return value === undefined ? undefined : String(value);
  },
});

/** Attributes that neither the selector nor a setting speaks of are lost. */
export function reportUnused(subject: Subject, rule: Rule, used: ReadonlySet<string>): void {
  for (const argument of subject.argumentNames) {
    if (used.has(argument) || rule.ignore.includes(argument)) continue;
    const facts = { name: subject.name, rule: rule.id, argument };
    subject.state.collector.report('mapping-unused-argument', facts, subject.place);
  }
}
