/** The account of a page: what became of each call, argument, element and field. */
import type { Collector } from '../../diagnostics/diagnostic.ts';
import type { ElementBlock, ElementInline, Node } from '../../model/nodes.ts';
import type { Outcome } from '../../model/outcome.ts';
import type { CallTree, Page } from '../../model/page.ts';
import { walk } from '../../model/walk.ts';
import type { CallIndex } from './call-index.ts';

/** What became of a call, and what of the arguments that no setting took. */
export interface CallVerdict {
  readonly result: Outcome['result'];
  readonly by: string;
  /** As findings name it. */
  readonly name: string;
  /** `report` drops the rest with a finding, but for those that the rule ignores. */
  readonly rest: Outcome['result'] | 'report';
  readonly ignore: readonly string[];
}

export interface Account {
  /** Notes that an argument has found its place; kept across verdicts. */
  use(path: string, name: string): void;
  isUsed(path: string, name: string): boolean;
  decide(path: string, verdict: CallVerdict): void;
  element(node: ElementBlock | ElementInline, result: Outcome['result'], by: string): void;
  field(key: string, result: Outcome['result'], by: string): void;
  /** Gives everything in some content one end: the calls and elements in it and in the calls' own text. */
  settle(nodes: readonly Node[], calls: readonly CallTree[], result: 'kept' | 'dropped', by: string): void;
  /** All outcomes, once each, in document order; reports the arguments that were lost. */
  close(): Outcome[];
}

/** Opens the account of a page. */
export function openAccount(page: Page, index: CallIndex, collector: Collector): Account {
  const verdicts = new Map<string, CallVerdict>();
  const used = new Map<string, Set<string>>();
  const others = new Map<string, Outcome>();
  const put = (kind: 'element' | 'field', id: string, result: Outcome['result'], by: string): void => {
    others.set(`${kind} ${id}`, { kind, id, result, by });
  };
  const account: Account = {
    use(path, name) {
      const names = used.get(path);
      if (names) names.add(name);
      else used.set(path, new Set([name]));
    },
    isUsed: (path, name) => used.get(path)?.has(name) ?? false,
    decide: (path, verdict) => verdicts.set(path, verdict),
    element(node, result, by) {
      if (node.openTag && node.place) put('element', `${node.tagName}@${node.place.offset}`, result, by);
    },
    field: (key, result, by) => put('field', key, result, by),
    settle(nodes, calls, result, by) {
      const verdict = (call: CallTree): void => {
        if (!verdicts.has(call.path))
          verdicts.set(call.path, { result, by, name: call.name, rest: result, ignore: [] });
      };
      eachCall(calls, verdict);
      walk(nodes, (node) => {
        if (node.type === 'elementBlock' || node.type === 'elementInline') account.element(node, result, by);
        if (node.type !== 'shortcodeBlock' && node.type !== 'shortcodeInline') return;
        const call = index.get(node.call.path);
        if (call) eachCall([call], verdict);
      });
    },
    close() {
      const outcomes: Outcome[] = [...others.values()];
      eachCall(page.calls, (call) => {
        const verdict = verdicts.get(call.path);
        if (verdict) closeCall({ call, verdict, used: used.get(call.path), collector, outcomes });
      });
      return outcomes;
    },
  };
  return account;
}

interface Closing {
  readonly call: CallTree;
  readonly verdict: CallVerdict;
  readonly used: ReadonlySet<string> | undefined;
  readonly collector: Collector;
  readonly outcomes: Outcome[];
}

function closeCall({ call, verdict, used, collector, outcomes }: Closing): void {
  const { result, by, rest } = verdict;
  outcomes.push({ kind: 'call', id: call.path, result, by });
  const done = new Set<string>();
  call.arguments.items.forEach((argument, at) => {
    const name = 'name' in argument ? String(argument.name) : String(at);
    if (done.has(name)) return; // a name that stands twice is one argument: Hugo takes the last
    done.add(name);
    const end = rest === 'kept' ? 'kept' : used?.has(name) ? 'mapped' : rest === 'report' ? 'dropped' : rest;
    outcomes.push({ kind: 'argument', id: `${call.path}/${name}`, result: end, by });
    if (rest === 'report' && end === 'dropped' && !verdict.ignore.includes(name)) {
      const facts = { name: verdict.name, rule: by, argument: name };
      collector.report('mapping-unused-argument', facts, argument.place);
    }
  });
}

function eachCall(calls: readonly CallTree[], visit: (call: CallTree) => void): void {
  const pending = [...calls].toReversed();
  for (let call = pending.pop(); call; call = pending.pop()) {
    visit(call);
    for (let at = call.calls.length - 1; at >= 0; at--) {
      const inner = call.calls[at];
      if (inner) pending.push(inner);
    }
  }
}
