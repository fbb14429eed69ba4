/** Calls in strings: link addresses, attributes, code. What a call yields there can only be text. */
import type { Origin, ShortcodeInline, TemplatedString, TemplatePart, Value } from '../../model/nodes.ts';
import type { Outcome } from '../../model/outcome.ts';
import { plainText } from '../../model/plain-text.ts';
import type { Kind } from '../kinds.ts';
import type { Rule } from '../mapping.ts';
import { selectRule } from '../resolve.ts';
import { textWithCalls } from './evaluate.ts';
import { useConditions } from './fit.ts';
import type { ApplyState, Filled, Subject } from './state.ts';
import { callSubject, candidateOf } from './subject.ts';

/** Kinds whose result is text wherever it stands. */
const TEXT_KINDS: ReadonlySet<Kind> = new Set(['text', 'value', 'variable', 'reference', 'code', 'math', 'function']);

/** Where a string stands: nobody reads a comment, so a call that stays in one is no finding. */
export type StringPlace = 'content' | 'comment';

/** Replaces the calls in a string by their text; gives back what it was given where nothing changes. */
export function fillString(value: TemplatedString, where: StringPlace, state: ApplyState): Filled {
  if (typeof value === 'string') return { value };
  const parts: TemplatePart[] = [];
  let origin: Origin | undefined;
  for (const part of value) {
    const made = isCall(part) ? callText(part, where, state) : { text: part };
    const { text } = made ?? { text: part };
    const last = parts.at(-1);
    if (typeof last === 'string' && typeof text === 'string') parts[parts.length - 1] = last + text;
    else parts.push(text);
    if (made && 'origin' in made) origin ??= made.origin;
  }
  if (!origin) return { value };
  const [first = ''] = parts;
  return { value: parts.length < 2 && typeof first === 'string' ? first : parts, origin };
}

const isCall = (part: TemplatePart): part is ShortcodeInline =>
  typeof part !== 'string' && part.type === 'shortcodeInline';

interface CallText {
  readonly text: string | Value;
  readonly origin: Origin;
}

/** The text that a call becomes; undefined where it stays. */
function callText(node: ShortcodeInline, where: StringPlace, state: ApplyState): CallText | undefined {
  const { call } = node;
  const subject = callSubject(node, 'inline', state);
  const rule = selectRule(state.rules.shortcodes.get(call.name.toLowerCase()), candidateOf(call, state));
  const made = rule ? ruleText(rule, subject) : policyText(subject);
  const inside = state.calls.get(call.path)?.calls ?? [];
  if (!made) {
    const by = rule?.as === 'keep' ? rule.id : 'mapping:string';
    state.account.decide(call.path, { result: 'kept', by, name: call.name, rest: 'kept', ignore: [] });
    state.account.settle({ calls: inside }, 'kept', by);
    // A rule that yields text as a rule and none here has said why.
    const isSaid = rule && (rule.as === 'keep' || TEXT_KINDS.has(rule.as));
    if (where === 'content' && !isSaid) reportLeft(subject);
    return undefined;
  }
  const { text, by, result } = made;
  const rest = result === 'mapped' ? 'report' : result;
  if (rule) useConditions(rule, subject);
  state.account.decide(call.path, { result, by, name: call.name, rest, ignore: rule?.ignore ?? [] });
  state.account.settle({ calls: inside }, subject.usage.raw ? 'kept' : 'gone', by);
  return { text, origin: { call: call.path, rule: by } };
}

interface MadeText {
  readonly text: string | Value;
  readonly by: string;
  readonly result: Outcome['result'];
}

function ruleText(rule: Rule, subject: Subject): MadeText | undefined {
  const { state } = subject;
  const by = rule.id;
  if (rule.as === 'drop') return { text: '', by, result: 'dropped' };
  if (rule.as === 'unwrap') return { text: rawText(subject), by, result: 'mapped' };
  if (!TEXT_KINDS.has(rule.as)) return undefined;
  const nodes = state.build({ rule, subject, state });
  if (!nodes) return undefined;
  const [only] = nodes;
  if (only?.type === 'value' && only.variable !== undefined) return { text: only, by, result: 'mapped' };
  const text = nodes
    .map((node) =>
      node.type === 'inlineCode' || node.type === 'code' ? textWithCalls(node.value, state) : plainText([node]),
    )
    .join('');
  return { text, by, result: 'mapped' };
}

function policyText(subject: Subject): MadeText | undefined {
  const { state, name } = subject;
  const policy = state.rules.unmapped(name.toLowerCase(), state.policy);
  if (policy !== 'drop' && policy !== 'unwrap') return undefined;
  state.collector.report('mapping-unmapped-dropped', { name, how: policy }, subject.place);
  return { text: policy === 'drop' ? '' : rawText(subject), by: `unmapped:${policy}`, result: 'dropped' };
}

const rawText = (subject: Subject): string => textWithCalls(subject.rawInner() ?? '', subject.state);

function reportLeft({ name, place, state }: Subject): void {
  if (
    state.rules.unmapped(name.toLowerCase(), state.policy) === 'error' &&
    !state.rules.shortcodes.has(name.toLowerCase())
  ) {
    state.collector.report('mapping-unmapped-error', { name }, place);
  } else {
    state.collector.report('mapping-in-string', { name }, place);
  }
}
