import type { ElementContent } from 'hast';
import { type DefaultTreeAdapterTypes, parseFragment } from 'parse5';
import { element, text } from './hast.ts';

/** HTML from the site's configuration (a footnote's back link, say) as a tree. */
export function parseSnippet(html: string): ElementContent[] {
  return html.includes('<') || html.includes('&') ? convert(parseFragment(html).childNodes) : [text(html)];
}

function convert(nodes: readonly DefaultTreeAdapterTypes.ChildNode[]): ElementContent[] {
  return nodes.flatMap((node): ElementContent[] => {
    if ('tagName' in node) {
      const attributes = Object.fromEntries(node.attrs.map(({ name, value }) => [name, value]));
      return [element(node.tagName, attributes, convert(node.childNodes))];
    }
    return 'value' in node ? [text(node.value)] : [];
  });
}
