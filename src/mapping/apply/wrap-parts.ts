import type { Card, Column, FlowContent, NodeOf, Origin, Step, Tab } from '../../model/nodes.ts';
import { isBlank } from './inlines-of.ts';
import type { Content } from './state.ts';
import { append } from '../../model/append.ts';

/** What stands only in a set of its kind. */
export type SetPart = Tab | Step | Card | Column;

type SetOf<T extends SetPart['type']> = NodeOf<`${T}s`>;

interface From {
  readonly origin?: Origin;
}

/** The set that each kind of part stands in. */
const SETS: { readonly [T in SetPart['type']]: (children: readonly NodeOf<T>[], from: From) => SetOf<T> } = {
  tab: (children, from) => ({ type: 'tabs', children, ...from }),
  step: (children, from) => ({ type: 'steps', children, ...from }),
  card: (children, from) => ({ type: 'cards', children, ...from }),
  column: (children, from) => ({ type: 'columns', children, ...from }),
};

const isSetPart = (node: Content): node is SetPart => Object.hasOwn(SETS, node.type);

/** Gives parts without a set one of their own; neighbours with nothing but white space between them share it. */
export function wrapParts(contents: readonly Content[]): readonly FlowContent[] {
  if (contents.every(isNoPart)) return contents;
  const wrapped: FlowContent[] = [];
  let set: SetPart[] = [];
  let blanks: FlowContent[] = [];
  const close = (): void => {
    const [first] = set;
    if (first) wrapped.push(makeSet(first, set));
    append(wrapped, blanks);
    set = [];
    blanks = [];
  };
  for (const node of contents) {
    if (isSetPart(node)) {
      if (set[0] && set[0].type !== node.type) close();
      set.push(node);
      blanks = []; // white space between two parts
    } else if (set.length > 0 && isBlank(node)) {
      blanks.push(node);
    } else {
      close();
      wrapped.push(node);
    }
  }
  close();
  return wrapped;
}

function makeSet({ type, origin }: SetPart, parts: readonly SetPart[]): FlowContent {
  // All parts of a set are of its first one's type, which a lookup by a union of types hides from the compiler.
  const make = SETS[type] as (children: readonly SetPart[], from: From) => FlowContent;
  return make(parts, origin ? { origin } : {});
}

const isNoPart = (node: Content): node is FlowContent => !isSetPart(node);
