/** The strings of nodes in which calls may stand. */
import type { Attribute, Node, Origin, TemplatedString } from '../../model/nodes.ts';
import type { StringPlace } from './strings.ts';
import { fillString } from './strings.ts';
import type { ApplyState } from './state.ts';

type StringField = 'url' | 'title' | 'alt' | 'value';

/** Which fields of which nodes are templated strings, beside attributes. */
const FIELDS: Readonly<Partial<Record<Node['type'], readonly StringField[]>>> = {
  link: ['url', 'title'],
  image: ['url', 'title', 'alt'],
  imageReference: ['alt'],
  definition: ['url', 'title'],
  code: ['value'],
  inlineCode: ['value'],
  commentBlock: ['value'],
  commentInline: ['value'],
};

/** Replaces the calls in a node's own strings; gives the node back where there are none. */
export function mapStrings<N extends Node>(node: N, state: ApplyState): N {
  if (node.type === 'omittedHtmlBlock' || node.type === 'omittedHtmlInline') {
    dropCalls(node.value, state);
    return node;
  }
  const where: StringPlace = node.type === 'commentBlock' || node.type === 'commentInline' ? 'comment' : 'content';
  const changes: { [field: string]: unknown } = {};
  let origin: Origin | undefined;
  for (const field of FIELDS[node.type] ?? []) {
    // The table names fields that are templated strings in that type of node.
    const value = (node as { readonly [K in StringField]?: TemplatedString })[field];
    if (value === undefined || typeof value === 'string') continue;
    const filled = fillString(value, where, state);
    if (!filled.origin) continue;
    changes[field] = filled.value;
    origin ??= filled.origin;
  }
  const attributes = 'attributes' in node ? mapAttributes(node.attributes ?? [], state) : undefined;
  if (attributes) {
    changes['attributes'] = attributes.attributes;
    origin ??= attributes.origin;
  }
  // The place stays: it says where the node's source is. The origin says that the source is not what it holds.
  return origin ? { ...node, ...changes, origin } : node;
}

/** Attributes with calls replaced; undefined where there are none. */
function mapAttributes(
  attributes: readonly Attribute[],
  state: ApplyState,
): { attributes: readonly Attribute[]; origin: Origin } | undefined {
  if (!attributes.some(({ value }) => typeof value === 'object')) return undefined;
  let origin: Origin | undefined;
  const mapped = attributes.map((attribute) => {
    if (typeof attribute.value !== 'object') return attribute;
    const filled = fillString(attribute.value, 'content', state);
    origin ??= filled.origin;
    return filled.origin ? { ...attribute, value: filled.value } : attribute;
  });
  return origin && { attributes: mapped, origin };
}

/** Hugo leaves raw HTML out where it is not allowed, and does not run the calls in it. */
function dropCalls(value: TemplatedString, { account, calls }: ApplyState): void {
  if (typeof value === 'string') return;
  for (const part of value) {
    const call = typeof part === 'string' ? undefined : calls.get(part.call.path);
    if (call) account.settle([], [call], 'dropped', 'hugo:raw-html-off');
  }
}
