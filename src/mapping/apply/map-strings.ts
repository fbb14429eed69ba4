/** The strings of nodes in which calls may stand. */
import type { Attribute, Node, Origin } from '../../model/nodes.ts';
import { templatesOf } from './node-strings.ts';
import type { StringPlace } from './strings.ts';
import { fillString } from './strings.ts';
import type { ApplyState } from './state.ts';

/** Replaces the calls in a node's own strings; gives the node back where there are none. */
export function mapStrings<N extends Node>(node: N, state: ApplyState): N {
  if (node.type === 'omittedHtmlBlock' || node.type === 'omittedHtmlInline') {
    // Hugo leaves raw HTML out where it is not allowed, and does not run the calls in it.
    state.account.settle({ nodes: [node] }, 'gone', 'hugo:raw-html-off');
    return node;
  }
  const templates = templatesOf(node);
  const own = 'attributes' in node ? node.attributes : undefined;
  if (templates.length === 0 && !own?.length) return node;
  const where: StringPlace = node.type === 'commentBlock' || node.type === 'commentInline' ? 'comment' : 'content';
  const changes: { [field: string]: unknown } = {};
  let origin: Origin | undefined;
  for (const [field, value] of templates) {
    const filled = fillString(value, where, state);
    if (!filled.origin) continue;
    changes[field] = filled.value;
    origin ??= filled.origin;
  }
  const attributes = own && mapAttributes(own, state);
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
