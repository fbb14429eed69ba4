import type { Admonition, Inline } from '../../../../model/nodes.ts';
import type { JsxAttribute } from '../../jsx/print.ts';
import type { TreeHandlers } from '../state.ts';
import { textAttribute } from '../../jsx/attributes.ts';
import { jsxBlock } from '../element.ts';
import { titleAttribute } from '../props.ts';
import { inParagraph } from './cards.ts';
import { asDetails, wordFor } from './directive.ts';

/** How a target writes admonitions as components. */
export interface CalloutForm {
  /** For each kind of admonition that the target knows: the component, with the type that it is given. */
  readonly kinds: Readonly<Record<string, Callout>>;
  /** For any other kind, whose own word then is the title. */
  readonly otherwise: Callout;
  /** The prop that says the type, where one component has several. */
  readonly type?: string;
  /** The prop that holds the title; without one the title is the first line of what is inside. */
  readonly title?: string;
}

export interface Callout {
  readonly component: string;
  readonly type?: string;
}

/** Writes admonitions as components. One that opens and closes is a `<details>`. */
export function calloutAdmonition({ kinds, otherwise, type, title: prop }: CalloutForm): TreeHandlers['admonition'] {
  return (node, state) => {
    const kind = node.kind.toLowerCase();
    const known = Object.hasOwn(kinds, kind) ? kinds[kind] : undefined;
    const title = node.title ?? (known && node.collapsible === 'none' ? undefined : [wordFor(node.kind)]);
    if (node.collapsible !== 'none') return state.node(asDetails(node, title ?? []));
    const callout = known ?? otherwise;
    const attributes: JsxAttribute[] = [];
    if (type !== undefined && callout.type !== undefined) attributes.push(textAttribute(type, callout.type));
    if (title && prop !== undefined) attributes.push(titleAttribute(prop, title, node, state.writing));
    state.writing.draft.component(callout.component);
    const children = title && prop === undefined ? withTitle(node, title) : node.children;
    return jsxBlock(callout.component, attributes, children, state);
  };
}

/** The title as a line of its own above what is inside. */
function withTitle({ children }: Admonition, title: readonly Inline[]): Admonition['children'] {
  const heading = { type: 'paragraph', children: [{ type: 'strong', children: title }] } as const;
  return [heading, ...inParagraph(children)];
}
