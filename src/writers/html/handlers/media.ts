import type { ElementContent } from 'hast';
import type { MediaSource, NodeOf } from '../../../model/nodes.ts';
import type { HtmlState } from '../state.ts';
import { properties } from '../attributes.ts';
import { element, newline } from '../hast.ts';
import { templated } from './code.ts';
import { figure } from './figure.ts';
import { destination } from './link.ts';

export function gallery(node: NodeOf<'gallery'>, state: HtmlState): ElementContent[] {
  const pictures = node.children.flatMap((item) => [...figure(item, state), newline]);
  return [element('div', { class: 'gallery' }, [newline, ...pictures])];
}

export function media(node: NodeOf<'video' | 'audio'>, state: HtmlState): ElementContent[] {
  const { type, sources, title, caption } = node;
  const [only, ...more] = sources;
  const isOne = only !== undefined && more.length === 0;
  const picture =
    node.type === 'video'
      ? {
          poster: node.poster === undefined ? undefined : destination(node.poster, state),
          width: node.width,
          height: node.height,
        }
      : {};
  const own = {
    src: isOne ? destination(only.src, state) : undefined,
    title,
    ...picture,
    ...properties(node.attributes, state),
  };
  const files = isOne ? [] : sources.flatMap((source) => [sourceElement(source, state), newline]);
  const player = element(type, own, files.length > 0 ? [newline, ...files] : []);
  if (!caption) return [player];
  return [element('figure', {}, [player, element('figcaption', {}, state.nodes(caption))])];
}

const sourceElement = ({ src, mimeType }: MediaSource, state: HtmlState): ElementContent =>
  element('source', { src: destination(src, state), type: mimeType }, []);

/** The text in an element that the language’s own script looks for: mermaid draws `<pre class="mermaid">`. */
export function diagram(node: NodeOf<'diagram'>, state: HtmlState): ElementContent[] {
  return [element('pre', { class: `diagram ${node.lang}`, title: node.title }, templated(node.value, state))];
}

export const include = (node: NodeOf<'include'>, state: HtmlState): ElementContent[] => state.flow(node.children);
