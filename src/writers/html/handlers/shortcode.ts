import type { Element, ElementContent } from 'hast';
import type { ArgumentValue, Call, NodeOf } from '../../../model/nodes.ts';
import type { HtmlState } from '../state.ts';
import { callText } from '../../../model/call-text.ts';
import { element, text } from '../hast.ts';
import { markupAsText } from '../markup-text.ts';
import { isOwnDocument } from '../scope.ts';

/** A call that stands alone: among blocks, or as a paragraph of its own. */
export function shortcodeBlock(node: NodeOf<'shortcodeBlock'>, state: HtmlState): ElementContent[] {
  const content = shortcode(node, state);
  return isBareLine(node) || isBareMarker(node, state) ? [element('p', {}, content)] : content;
}

/**
 * Of a `{{% %}}` call inside another Hugo renders the inner text before it reads the Markdown around: with a tag in front of
 * it, the marker's, that is a line of text too.
 */
const isBareMarker = ({ call, innerReading }: NodeOf<'shortcodeBlock'>, { unmapped, markup }: HtmlState): boolean =>
  unmapped === 'marker' &&
  markup.unsafe &&
  innerReading === 'markdown' &&
  call.notation === 'markdown' &&
  call.path.includes('.');

/**
 * Whether a call is a line of Markdown to Hugo. It takes the paragraph off the output of `{{< >}}`, but that of `{{% %}}`,
 * and of any call inside another, is text by the time that Markdown is read.
 */
export const isBareLine = ({ call, innerReading }: NodeOf<'shortcodeBlock'>): boolean =>
  innerReading === 'none' && (call.notation === 'markdown' || call.path.includes('.'));

/** A call that no rule takes: its own text around its content, or a marker element. */
export function shortcode(node: NodeOf<'shortcodeBlock' | 'shortcodeInline'>, state: HtmlState): ElementContent[] {
  const inner = innerOf(node, state);
  if (state.unmapped === 'marker') return [marker(node.call, inner)];
  const written = (part?: 'openTag' | 'closeTag'): ElementContent => text(callText(node.call, state.source, part));
  return node.call.closeTag ? [written('openTag'), ...inner, written('closeTag')] : [written()];
}

function innerOf(node: NodeOf<'shortcodeBlock' | 'shortcodeInline'>, state: HtmlState): ElementContent[] {
  switch (node.innerReading) {
    case 'none':
      return [];
    case 'markdown':
    case 'html':
      return isOwnDocument(node) ? state.document(node.children) : state.flow(node.children);
    // Text with the calls in it: white space counts, so that nothing may come between.
    case 'raw':
    case 'code': {
      const content = state.nodes(node.children);
      return state.unmapped === 'marker' ? content.map((each) => withRendered(each, state)) : content;
    }
  }
}

/** The inner text of a `{{% %}}` call has been rendered by the time that text around it is shown as it is. */
function withRendered(node: ElementContent, state: HtmlState): ElementContent {
  if (node.type !== 'element' || !isMarker(node) || node.properties['data-delim'] !== '%') return node;
  return { ...node, children: markupAsText(node.children, isMarker, state.markup) };
}

export const MARKER = 'x-shortcode';

const isMarker = ({ tagName }: Element): boolean => tagName === MARKER;

/** `<x-shortcode data-path data-name data-delim data-params>`: all that Hugo knows of a call. */
export function marker(call: Call, inner: ElementContent[]): Element {
  const params = paramsOf(call);
  return element(
    MARKER,
    {
      'data-path': call.path,
      'data-name': call.name,
      'data-delim': call.notation === 'standard' ? '<' : '%',
      'data-params': params === undefined ? undefined : JSON.stringify(params),
    },
    inner,
  );
}

/** Hugo's `.Params`: a list, or a map of which the last value of a name counts; keys sorted. */
function paramsOf({ arguments: given }: Call): ArgumentValue[] | { [name: string]: ArgumentValue } | undefined {
  if (given.items.length === 0) return undefined;
  if (given.kind === 'positional') return given.items.map(({ value }) => value);
  const byName = new Map(given.items.map(({ name, value }) => [name, value]));
  return Object.fromEntries([...byName].toSorted(([a], [b]) => (a < b ? -1 : 1)));
}
