import type { PhrasingContent, RootContent } from 'mdast';
import type { FlowContent, Inline, Node } from '../../../model/nodes.ts';
import type { Writing } from '../writing.ts';
import type { Copy } from './nodes.ts';
import type { Surroundings, TreeHandlers, TreeState } from './state.ts';
import { isBlock } from '../../../model/kinds.ts';
import { copyBlock, joinCopies } from './copy.ts';
import { treeHandlers } from './handlers/table.ts';
import { commentExpression, text, textElement } from './nodes.ts';
import { isOnlyJsx, keepOuterSpaces, paragraph, toPhrasing } from './phrasing.ts';
import { noteAsText, trimmed } from './element.ts';
import { append } from '../../../model/append.ts';

const OUTERMOST: Surroundings = {
  html: false,
  preformatted: false,
  link: false,
  svg: false,
  tight: false,
  copies: true,
};

// Each level costs stack here, in the serializer and in MDX itself.
const DEPTH_LIMIT = 300;

/** Makes the function that turns a page's nodes into the target's. */
export function createTree(writing: () => Writing, own: Partial<TreeHandlers> | undefined): TreeState {
  const handlers: TreeHandlers = own ? { ...treeHandlers, ...own } : treeHandlers;
  let depth = 0;
  const handle = (node: Node, state: TreeState): RootContent[] => {
    if (depth > DEPTH_LIMIT) return tooDeep(node, state.writing);
    // Each type's handler takes nodes of that type; indexing by a union hides the pairing from the compiler.
    const handler = handlers[node.type] as (node: Node, state: TreeState) => RootContent[];
    depth++;
    const made = handler(node, state.tight && node.type !== 'paragraph' ? state.inside({ tight: false }) : state);
    depth--;
    return made;
  };
  const states = new Map<string, TreeState>();
  const stateIn = (surroundings: Surroundings): TreeState => {
    const key = Object.values(surroundings).join();
    const known = states.get(key);
    if (known) return known;
    const state: TreeState = {
      ...surroundings,
      get writing() {
        return writing();
      },
      node: (node) => handle(node, state),
      blocks: (nodes) => blocks(nodes, state),
      inlines: (nodes) => inlines(nodes, state),
      inside: (change) => (isWithin(surroundings, change) ? state : stateIn({ ...surroundings, ...change })),
    };
    states.set(key, state);
    return state;
  };
  return stateIn(OUTERMOST);
}

/** Whether a change changes nothing. */
const isWithin = (surroundings: Surroundings, change: Partial<Surroundings>): boolean =>
  (Object.keys(change) as (keyof Surroundings)[]).every((key) => change[key] === surroundings[key]);

function tooDeep(node: Node, writing: Writing): RootContent[] {
  const { place } = node;
  const { source, draft } = writing;
  draft.report('mdx-too-deep', { limit: DEPTH_LIMIT }, place);
  noteAsText([node], place ? 'kept' : 'dropped', writing);
  return place ? [paragraph([text(source.slice(place.offset, place.offset + place.length))])] : [];
}

function blocks(nodes: readonly FlowContent[], state: TreeState): RootContent[] {
  const made: RootContent[] = [];
  let copied: { readonly copy: Copy; readonly end: number } | undefined;
  for (let index = 0; index < nodes.length; index++) {
    const node = nodes[index] as FlowContent; // the loop stays inside the list
    if (!isBlock(node)) {
      const run: FlowContent[] = [node];
      for (let next = nodes[index + 1]; next && !isBlock(next); next = nodes[index + 1]) {
        run.push(next);
        index++;
      }
      append(made, bareLine(run, state));
      copied = undefined;
      continue;
    }
    const copy = state.copies ? copyBlock(node, state) : undefined;
    if (!copy) {
      const [first, ...rest] = state.node(node);
      if (first) append(made, [...(copied ? listsApart(made.at(-1), first) : []), first, ...rest]);
      copied = undefined;
      continue;
    }
    const joined = copied && joinCopies(copied, copy, state.writing);
    if (joined) made[made.length - 1] = joined;
    else made.push(...listsApart(made.at(-1), copy.copy), copy.copy);
    copied = { copy: joined ?? copy.copy, end: copy.end };
  }
  return made;
}

/** Two lists between which something is gone would be one: a comment keeps them apart. */
function listsApart(before: RootContent | undefined, next: RootContent): RootContent[] {
  const [last, first] = [
    before?.type === 'copy' ? before.last : before?.type,
    next.type === 'copy' ? next.first : next.type,
  ];
  return last === 'list' && first === 'list' ? [commentExpression('')] : [];
}

/**
 * Inline content between blocks, in no paragraph: MDX takes lone tags out of theirs, and a fragment keeps text out of one.
 */
function bareLine(run: readonly FlowContent[], state: TreeState): RootContent[] {
  const line = trimmed(state.inside({ html: true }).inlines(run));
  if (line.length === 0) return [];
  return [paragraph(isOnlyJsx(line) ? keepOuterSpaces(line) : [textElement(null, [], line)])];
}

function inlines(nodes: readonly (Inline | FlowContent)[], state: TreeState): PhrasingContent[] {
  const inner = state.copies ? state.inside({ copies: false }) : state;
  return joinTexts(nodes).flatMap((node) => toPhrasing(inner.node(node)));
}

/** Neighbouring texts as one: what an address is shows only in the whole. */
function joinTexts(nodes: readonly FlowContent[]): readonly FlowContent[] {
  if (!nodes.some((node, index) => node.type === 'text' && nodes[index + 1]?.type === 'text')) return nodes;
  const joined: FlowContent[] = [];
  for (const node of nodes) {
    const last = joined.at(-1);
    if (node.type === 'text' && last?.type === 'text')
      joined[joined.length - 1] = { type: 'text', value: last.value + node.value };
    else joined.push(node);
  }
  return joined;
}
