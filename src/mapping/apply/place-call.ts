/** A call in the body: choose its rule, make what the rule says, and see that it can stand there. */
import type { ShortcodeBlock, ShortcodeInline } from '../../model/nodes.ts';
import { plainText } from '../../model/plain-text.ts';
import { build } from '../build/builders.ts';
import type { Rule } from '../mapping.ts';
import { selectRule } from '../resolve.ts';
import { fit, reportMisplaced, useConditions, wantedPosition } from './fit.ts';
import type { ApplyState, Content, Position, Subject } from './state.ts';
import { callSubject, candidateOf } from './subject.ts';
import { keepCall, placeUnmapped } from './unmapped.ts';

type CallNode = ShortcodeBlock | ShortcodeInline;

/** What becomes of a call. Where nothing can be made of it, it is what the policy for calls without a rule says. */
export function placeCall(node: CallNode, position: Position, state: ApplyState): readonly Content[] {
  const { call } = node;
  const rule = selectRule(state.rules.shortcodes.get(call.name.toLowerCase()), candidateOf(call, state));
  return rule
    ? applyRule(node, rule, position, state)
    : placeUnmapped(node, callSubject(node, position, state), 'noRule');
}

function applyRule(node: CallNode, rule: Rule, position: Position, state: ApplyState): readonly Content[] {
  const { call } = node;
  const subject = callSubject(node, wantedPosition(rule, position), state);
  if (rule.as === 'keep') {
    state.account.decide(call.path, { result: 'kept', by: rule.id, name: call.name, rest: 'kept', ignore: [] });
    return [keepCall(node, subject, rule.id)];
  }
  useConditions(rule, subject);
  const built = build({ rule, subject, state });
  const fitting = built && fit(built, position, subject);
  if (!fitting) {
    if (built) reportMisplaced(rule, subject);
    subject.restore();
    return placeUnmapped(node, subject, 'ruleFailed');
  }
  const isDropped = rule.as === 'drop';
  state.account.decide(call.path, {
    result: isDropped ? 'dropped' : 'mapped',
    by: rule.id,
    name: call.name,
    rest: isDropped ? 'dropped' : 'report',
    ignore: rule.ignore,
  });
  settleInner(node, subject, rule);
  return fitting;
}

/** Accounts for what stands in the inner text and is not, or not as such, in the result. */
function settleInner(node: CallNode, subject: Subject, rule: Rule): void {
  const { account, collector, calls } = subject.state;
  const { usage, innerReading } = subject;
  const inside = calls.get(node.call.path)?.calls ?? [];
  const within = node.call.inner?.place;
  if (usage.raw && !usage.contents) {
    account.settle({ nodes: node.children, calls: inside, ...(within && { within }) }, 'kept', rule.id);
  }
  if (usage.raw || (usage.contents && innerReading !== 'raw')) return;
  account.settle({ nodes: node.children, calls: inside }, usage.plain ? 'dropped' : 'gone', rule.id);
  if (usage.plain) return; // the text is there, the markup is not
  const isBlankInner = (node.call.inner?.raw.trim() ?? '') === '' && plainText(node.children).trim() === '';
  if (rule.as === 'drop' || isBlankInner) return;
  collector.report('mapping-unused-inner', { name: subject.name, rule: rule.id }, subject.place);
}
