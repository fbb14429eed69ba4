import type { ElementContent } from 'hast';
import type { NodeOf } from '../../../model/nodes.ts';
import type { HtmlState } from '../state.ts';
import { properties } from '../attributes.ts';
import { element, text } from '../hast.ts';
import { destination } from './link.ts';

/** A figure as Hugo's own shortcode prints it. */
export function figure(node: NodeOf<'figure'>, state: HtmlState): ElementContent[] {
  const { src, alt, title, caption, link, width, height } = node;
  const picture = element(
    'img',
    { src: destination(src, state), alt, width, height, ...properties(node.imageAttributes, state) },
    [],
  );
  const linked =
    link === undefined
      ? picture
      : element('a', { href: destination(link, state), ...properties(node.linkAttributes, state) }, [picture]);
  const lines: ElementContent[] = [];
  if (title !== undefined) lines.push(element('h4', {}, [text(title)]));
  if (caption) lines.push(element('p', {}, state.nodes(caption)));
  const legend = lines.length > 0 ? [element('figcaption', {}, lines)] : [];
  return [element('figure', properties(node.attributes, state), [linked, ...legend])];
}
