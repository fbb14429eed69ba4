import type { Parents, PhrasingContent, RootContent } from 'mdast';
import type { CallTree } from '../model/page.ts';
import type { Shortcode } from './nodes.ts';
import type { SourcePositions } from './source-positions.ts';
import type { Mark } from './split-text.ts';
import { createShortcode, createShortcodeText, toFlow } from './create-node.ts';
import { isClosed } from './scan-document.ts';

interface Nesting {
  readonly positions: SourcePositions;
  /** Takes the calls whose other tag is not here. */
  readonly crossing: Set<CallTree>;
}

/** Makes nodes of the calls among the children of a parent: what stands between two tags goes into the call. */
export function nestCalls(
  children: readonly (RootContent | Mark)[],
  parent: Parents,
  { positions, crossing }: Nesting,
): RootContent[] {
  const outer: RootContent[] = [];
  const open: { readonly call: CallTree; readonly children: RootContent[] }[] = [];
  for (const [index, child] of children.entries()) {
    const into = open.at(-1)?.children ?? outer;
    if (child.type !== 'mark') {
      into.push(liftCall(child, parent, index) ?? child);
    } else if (child.role === 'open') {
      open.push({ call: child.call, children: [] });
    } else if (child.role === 'whole') {
      into.push(callNode(child, [], positions));
    } else if (open.at(-1)?.call === child.call) {
      const inner = open.pop()?.children ?? [];
      (open.at(-1)?.children ?? outer).push(callNode(child, inner, positions));
    } else {
      crossing.add(child.call);
    }
  }
  for (const { call } of open) crossing.add(call);
  return outer;
}

function callNode({ call, role, standsIn }: Mark, children: RootContent[], positions: SourcePositions): RootContent {
  const value = role === 'whole' && isClosed(call) ? call.inner?.raw : undefined;
  // Both tags are siblings of the children, so these are what the parent may hold: blocks, or what stands in a line.
  if (standsIn === 'flow')
    return createShortcode(call, positions, { children: children as Shortcode['children'], value });
  return createShortcodeText(call, positions, { children: children as PhrasingContent[], value });
}

/**
 * The call that is alone in its paragraph and has no content to be in a line with. The box of a task list item needs
 * its paragraph.
 */
function liftCall(node: RootContent, parent: Parents, index: number): Shortcode | undefined {
  if (node.type !== 'paragraph' || node.children.length !== 1) return undefined;
  const [child] = node.children;
  if (child?.type !== 'shortcodeText' || child.children.length > 0) return undefined;
  const isTask = index === 0 && parent.type === 'listItem' && typeof parent.checked === 'boolean';
  return isTask ? undefined : toFlow(child);
}
