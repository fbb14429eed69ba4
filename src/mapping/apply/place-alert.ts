/** Alerts, quotes that begin with `[!NOTE]`: those that a rule takes. */
import { alertContent } from '../../model/alert.ts';
import type { Alert, Blockquote } from '../../model/nodes.ts';
import { plainText } from '../../model/plain-text.ts';
import { selectRule } from '../resolve.ts';
import { fit, useConditions } from './fit.ts';
import { isBlank } from './inlines-of.ts';
import { mapNode } from './map-node.ts';
import { candidateFrom, reportUnused } from './place-element.ts';
import type { ApplyState, Content, Subject } from './state.ts';
import { innerOf } from './subject.ts';

/** What becomes of a quote: of an alert what the rules for its kind say, else those for any kind, else it stays. */
export function placeBlockquote(node: Blockquote, state: ApplyState): Content | readonly Content[] {
  const { alert } = node;
  const { alerts } = state.rules;
  if (!alert || alerts.size === 0) return mapNode(node, state);
  const used = new Set<string>();
  const subject = alertSubject(node, alert, used, state);
  const candidate = candidateFrom(subject);
  const rule = selectRule(alerts.get(alert.kind), candidate) ?? selectRule(alerts.get('*'), candidate);
  if (rule) state.took(rule.id);
  if (!rule || rule.as === 'keep') return mapNode(node, state);
  useConditions(rule, subject);
  const content = state.build({ rule, subject, state });
  if (!content) return mapNode(node, state);
  if (rule.as === 'drop') state.account.settle({ nodes: [node] }, 'gone', rule.id);
  else settleInner(subject, node, rule.id);
  if (rule.as !== 'drop' && alert.title && !used.has('title'))
    state.account.settle({ nodes: alert.title }, 'gone', rule.id);
  // The kind chose the rule.
  if (rule.as !== 'drop') reportUnused(subject, rule, new Set([...used, 'kind']));
  return fit(content, 'flow', subject) ?? node;
}

/** What stands in the alert and not, or not as such, in the result. */
function settleInner({ usage, state, name, place }: Subject, node: Blockquote, rule: string): void {
  if (usage.contents) return;
  state.account.settle({ nodes: alertContent(node.children) }, usage.plain ? 'dropped' : 'gone', rule);
  const isLost = !usage.plain && plainText(alertContent(node.children)).trim() !== '';
  if (isLost) state.collector.report('mapping-unused-inner', { name, rule }, place);
}

/** An alert as a subject: its kind, its sign and its title are its arguments. */
function alertSubject(node: Blockquote, alert: Alert, used: Set<string>, state: ApplyState): Subject {
  const { kind, sign, title } = alert;
  const children = alertContent(node.children);
  const given = new Map<string, string>([
    ['kind', kind],
    ...(sign ? [['sign', sign] as const] : []),
    ...(title ? [['title', plainText(title)] as const] : []),
  ]);
  for (const { name, value } of node.attributes ?? []) if (typeof value !== 'object') given.set(name, String(value));
  return {
    name: `> [!${kind}]`,
    position: 'flow',
    ...(node.place && { place: node.place }),
    state,
    argumentNames: [...given.keys()],
    argument: (name) => given.get(name),
    contentArgument: (name) => (name === 'title' && title ? state.inlines(title) : undefined),
    use: (name) => used.add(name),
    isUsed: (name) => used.has(name),
    ordinal: 0,
    hasInner: () => children.some((child) => !isBlank(child)),
    innerReading: 'markdown',
    ...innerOf(children, () => undefined, 'flow', state),
  };
}
