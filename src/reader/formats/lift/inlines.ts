import type { ElementInline, Inline, TemplatedString } from '../../../model/nodes.ts';
import type { LiftContext } from './context.ts';
import { bare, isWithout, textOf, valueOf } from './attributes.ts';

/** Inline content without places but those of calls. */
export const liftInlines = (nodes: readonly Inline[], context: LiftContext): readonly Inline[] =>
  nodes.map((node) => liftInline(node, context));

/** One inline: Markdown's node in the place of an element, where nothing is lost by it. */
export function liftInline(node: Inline, context: LiftContext): Inline {
  switch (node.type) {
    case 'text':
      return { type: 'text', value: node.value };
    case 'commentInline':
      return { type: 'commentInline', value: node.value };
    case 'elementInline': {
      const children = liftInlines(node.children, context);
      const lift = Object.hasOwn(LIFTED, node.tagName) ? LIFTED[node.tagName] : undefined;
      return lift?.(node, children, context) ?? { ...bare(node, context), type: 'elementInline', children };
    }
    default:
      return node;
  }
}

type LiftElement = (element: ElementInline, children: readonly Inline[], context: LiftContext) => Inline | undefined;

const LIFTED: { readonly [tagName: string]: LiftElement } = {
  em: (element, children) => (isWithout(element) ? { type: 'emphasis', children } : undefined),
  strong: (element, children) => (isWithout(element) ? { type: 'strong', children } : undefined),
  del: (element, children) => (isWithout(element) ? { type: 'delete', children } : undefined),
  br: (element) => (isWithout(element) ? { type: 'break' } : undefined),
  code: (element, children) => {
    const value = isWithout(element) ? templatedText(children) : undefined;
    return value === undefined || value === '' ? undefined : { type: 'inlineCode', value };
  },
  a: (element, children, context) => {
    const url = valueOf(element, 'href');
    // What Asciidoctor's secure mode makes of `include::file[]`.
    if (typeof url === 'string' && textOf(element, 'class') === 'bare include') context.notIncluded(url);
    if (url === undefined || !isWithout(element, 'href', 'title')) return undefined;
    const title = valueOf(element, 'title');
    return { type: 'link', notation: 'inline', url, ...(title !== undefined && { title }), children };
  },
  img: (element) => {
    const url = valueOf(element, 'src');
    const alt = valueOf(element, 'alt');
    if (url === undefined || alt === undefined || !isWithout(element, 'src', 'alt', 'title')) return undefined;
    const title = valueOf(element, 'title');
    return { type: 'image', url, alt, ...(title !== undefined && { title }) };
  },
};

/** Content that is text with calls in it and nothing else, as one string. */
export function templatedText(children: readonly Inline[]): TemplatedString | undefined {
  const parts: Exclude<TemplatedString, string>[number][] = [];
  for (const child of children) {
    if (child.type === 'text') {
      const last = parts.at(-1);
      if (typeof last === 'string') parts[parts.length - 1] = last + child.value;
      else parts.push(child.value);
    } else if (child.type === 'shortcodeInline') parts.push(child);
    else return undefined;
  }
  return parts.every((part) => typeof part === 'string') ? parts.join('') : parts;
}
