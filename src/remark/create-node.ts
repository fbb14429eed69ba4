import type { PhrasingContent } from 'mdast';
import type { CallTree } from '../model/page.ts';
import type { Shortcode, ShortcodeArguments, ShortcodeText } from './nodes.ts';
import type { SourcePositions } from './source-positions.ts';
import { isClosed } from './scan-document.ts';

/** The node of a call in a line of text. `value` is the inner text of a call whose inner text is not read. */
export function createShortcodeText(
  call: CallTree,
  positions: SourcePositions,
  inner: { readonly children?: PhrasingContent[]; readonly value?: string | undefined } = {},
): ShortcodeText {
  return {
    type: 'shortcodeText',
    ...calledOf(call, positions),
    ...(inner.value !== undefined && { value: inner.value }),
    children: inner.children ?? [],
    position: positions.of(isClosed(call) ? call.place : call.openTag),
  };
}

/** The node of a call among blocks. */
export function createShortcode(
  call: CallTree,
  positions: SourcePositions,
  inner: { readonly children?: Shortcode['children']; readonly value?: string | undefined } = {},
): Shortcode {
  const node = createShortcodeText(call, positions, inner.value === undefined ? {} : { value: inner.value });
  const children = inner.children ?? [];
  return { ...node, type: 'shortcode', padded: isPadded(call, children, positions), children };
}

/** Makes a call that is alone in its paragraph one among blocks. */
export function toFlow(node: ShortcodeText): Shortcode {
  return { ...node, type: 'shortcode', padded: false, children: [] };
}

function calledOf(call: CallTree, positions: SourcePositions) {
  const { name, notation } = call;
  // A call that should be closed and is not: its opening tag is all there is of it.
  const body = call.body === 'paired' && !isClosed(call) ? ('none' as const) : call.body;
  return { name, notation, body, arguments: argumentsOf(call, positions) };
}

function argumentsOf({ arguments: written }: CallTree, positions: SourcePositions): ShortcodeArguments {
  if (written.kind === 'positional') {
    return written.items.map(({ value, place }) => ({ value, position: positions.of(place) }));
  }
  return written.items.map(({ name, value, place }) => ({ name, value, position: positions.of(place) }));
}

function isPadded(call: CallTree, children: Shortcode['children'], positions: SourcePositions): boolean {
  const first = children[0]?.position?.start.line;
  const last = children.at(-1)?.position?.end.line;
  if (first === undefined || last === undefined || !call.closeTag) return false;
  return first - positions.of(call.openTag).end.line > 1 || call.closeTag.line - last > 1;
}
