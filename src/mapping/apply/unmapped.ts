/** Calls that no rule takes, or of which their rule can make nothing: what the user's policy says. */
import type { ShortcodeBlock, ShortcodeInline } from '../../model/nodes.ts';
import type { UnmappedPolicy } from '../../model/outcome.ts';
import { unmappedComponent } from '../build/component.ts';
import { innerFlow } from '../build/settings.ts';
import { fit } from './fit.ts';
import { inlinesOf } from './inlines-of.ts';
import type { Content, Position, Subject } from './state.ts';
import { wrapParts } from './wrap-parts.ts';

type CallNode = ShortcodeBlock | ShortcodeInline;

/** A call that stays: its inner content is mapped all the same. */
export function keepCall(node: CallNode, subject: Subject, by: string): CallNode {
  const { state } = subject;
  if (node.children.length === 0) {
    // What was not read stays as it is, with the calls in it.
    state.account.settle({ calls: state.calls.get(node.call.path)?.calls ?? [] }, 'kept', by);
    return node;
  }
  // What is mapped already is not mapped again: the work would double with every level.
  const children = wrapParts(subject.contents());
  return children === node.children ? node : { ...node, children };
}

/** What the policy makes of a call that no rule takes, or of which its rule could make nothing. */
export function placeUnmapped(node: CallNode, subject: Subject, why: 'noRule' | 'ruleFailed'): readonly Content[] {
  const { state } = subject;
  const { call } = node;
  const policy = state.rules.unmapped(call.name.toLowerCase(), state.policy);
  const by = `unmapped:${policy}`;
  const position: Position = node.type === 'shortcodeBlock' ? 'flow' : subject.position;
  const inside = { ...subject, position };
  const verdict = (result: 'kept' | 'dropped') =>
    state.account.decide(call.path, { result, by, name: call.name, rest: result, ignore: [] });
  if (policy === 'component') {
    const made = fit(unmappedComponent(inside, by), position, subject);
    if (made) {
      verdict('kept');
      if (why === 'noRule') reportUnmapped(policy, subject);
      return made;
    }
  } else if (policy === 'unwrap' || policy === 'drop') {
    const content = policy === 'drop' ? [] : unwrapped(inside);
    const made = fit(content, position, subject);
    if (made) {
      verdict('dropped');
      if (policy === 'drop') settleDropped(node, subject, by);
      reportUnmapped(policy, subject);
      return made;
    }
  }
  verdict('kept');
  if (why === 'noRule' || policy === 'error') reportUnmapped(policy === 'error' ? 'error' : 'keep', subject);
  return [keepCall(node, subject, by)];
}

function unwrapped(subject: Subject): readonly Content[] {
  const content = innerFlow(subject);
  return subject.position === 'flow' ? content : (inlinesOf(content) ?? content);
}

function settleDropped(node: CallNode, { state }: Subject, by: string): void {
  state.account.settle({ nodes: node.children, calls: state.calls.get(node.call.path)?.calls ?? [] }, 'gone', by);
}

/** Reports what became of a call without a rule. */
function reportUnmapped(policy: UnmappedPolicy, { name, place, state }: Subject): void {
  switch (policy) {
    case 'component':
      state.unmapped.note('component', name, place);
      break;
    case 'keep':
    case 'marker':
      state.unmapped.note('keep', name, place);
      break;
    case 'error':
      state.collector.report('mapping-unmapped-error', { name }, place);
      break;
    default:
      state.collector.report('mapping-unmapped-dropped', { name, how: policy }, place);
  }
}
