/** The account of a page: what became of each call, argument, element and field. */
import type { Collector } from '../../diagnostics/diagnostic.ts';
import type { ElementBlock, ElementInline, Node, ShortcodeBlock, ShortcodeInline } from '../../model/nodes.ts';
import type { Outcome } from '../../model/outcome.ts';
import type { CallTree, Page } from '../../model/page.ts';
import type { Place } from '../../model/place.ts';
import { endOf } from '../../model/place.ts';
import { callsWithin, walk } from '../../model/walk.ts';
import type { CallIndex } from './call-index.ts';
import { callsInStrings } from './node-strings.ts';

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
  /**
   * Gives everything in some content one end: the calls and elements in it and in the calls' own text. What was kept until
   * then is dropped with what held it; what was mapped may have left its text, unless the content is gone altogether.
   */
  settle(content: SettledContent, end: 'kept' | 'dropped' | 'gone', by: string): void;
  /** All outcomes, once each, in document order; reports the arguments that were lost. */
  close(): Outcome[];
}

/** Content that comes to one end: nodes, and calls that are in no node. */
export interface SettledContent {
  readonly nodes?: readonly Node[];
  readonly calls?: readonly CallTree[];
  /** What stands outside of this place is gone, whatever becomes of the rest: Markdown overlaps calls where it can. */
  readonly within?: Place;
}

const isCall = (node: Node): node is ShortcodeBlock | ShortcodeInline =>
  node.type === 'shortcodeBlock' || node.type === 'shortcodeInline';

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
    settle({ nodes = [], calls = [], within }, end, by) {
      const isWithin = ({ offset }: Place): boolean => !within || (offset >= within.offset && offset < endOf(within));
      const close = (call: CallTree): void => {
        const own = isWithin(call.place) ? end : 'gone';
        const result = own === 'gone' ? 'dropped' : own;
        const before = verdicts.get(call.path)?.result;
        if (before !== undefined && own !== 'gone' && (own === 'kept' || before !== 'kept')) return;
        verdicts.set(call.path, { result, by, name: call.name, rest: result, ignore: [] });
        if (own === 'gone') used.delete(call.path);
      };
      for (const call of callsWithin(calls)) close(call);
      walk(nodes, (node) => {
        if (node.type === 'elementBlock' || node.type === 'elementInline') {
          const isKept = end === 'kept' && node.place !== undefined && isWithin(node.place);
          account.element(node, isKept ? 'kept' : 'dropped', by);
        }
        const inside = isCall(node) ? [node] : callsInStrings(node);
        for (const { call } of inside) {
          const tree = index.get(call.path);
          if (tree) for (const each of callsWithin([tree])) close(each);
        }
      });
    },
    close() {
      const outcomes: Outcome[] = [...others.values()];
      const close = (call: CallTree): void => {
        const verdict = verdicts.get(call.path);
        if (!verdict) collector.report('mapping-call-without-place', { name: call.name }, call.openTag);
        closeCall({ call, verdict: verdict ?? withoutPlace(call), used: used.get(call.path), collector, outcomes });
      };
      for (const call of callsWithin(page.calls)) close(call);
      return outcomes;
    },
  };
  return account;
}

/** A call that is in no node: where it stands, a page shows nothing, as in a cell beyond the last column of a table. */
const withoutPlace = ({ name }: CallTree): CallVerdict => ({
  result: 'dropped',
  by: 'reader',
  name,
  rest: 'dropped',
  ignore: [],
});

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
