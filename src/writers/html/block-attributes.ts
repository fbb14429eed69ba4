/** Which attributes of Markdown blocks Hugo prints: Goldmark's attribute filters. */
import type { Attribute, Node } from '../../model/nodes.ts';
import type { HtmlState } from './state.ts';
import { properties } from './attributes.ts';

const GLOBAL =
  'accesskey autocapitalize autofocus class contenteditable dir draggable enterkeyhint hidden id inert inputmode is itemid ' +
  'itemprop itemref itemscope itemtype lang part role slot spellcheck style tabindex title translate';

const filter = (more = ''): ReadonlySet<string> => new Set(`${GLOBAL} ${more}`.split(' '));

const FILTERS: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ['paragraph', filter()],
  ['definitionList', filter()],
  ['blockquote', filter('cite')],
  ['list', filter('start reversed type')],
  ['thematicBreak', filter('align color noshade size width')],
  [
    'image',
    filter(
      'align border crossorigin decoding height importance intrinsicsize ismap loading referrerpolicy sizes srcset usemap width',
    ),
  ],
]);

/**
 * The attributes of a Markdown block as properties. Hugo prints what HTML knows for the element and everything that begins
 * with `data-`; of headings and tables all but event handlers. What it leaves out is left out here, and named.
 */
export function blockProperties(
  node: Node & { readonly attributes?: readonly Attribute[] },
  state: HtmlState,
): Record<string, string | number | boolean> {
  const { attributes } = node;
  if (!attributes) return {};
  const known = FILTERS.get(node.type);
  const isPrinted = ({ name }: Attribute): boolean =>
    known ? known.has(name) || name.startsWith('data-') : !name.toLowerCase().startsWith('on');
  for (const attribute of attributes) {
    if (!isPrinted(attribute)) state.findings.report('html-attribute-dropped', { name: attribute.name }, node.place);
  }
  return properties(attributes.filter(isPrinted), state);
}
