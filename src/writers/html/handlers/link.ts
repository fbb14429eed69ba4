import type { ElementContent } from 'hast';
import type { NodeOf, TemplatedString, TemplatePart } from '../../../model/nodes.ts';
import type { HtmlState } from '../state.ts';
import { blockProperties } from '../block-attributes.ts';
import { element, text } from '../hast.ts';
import { escapeUrl, isDangerousUrl } from '../url.ts';

export function link(node: NodeOf<'link'>, state: HtmlState): ElementContent[] {
  return [element('a', target('href', node, state), state.nodes(node.children))];
}

export function image(node: NodeOf<'image'>, state: HtmlState): ElementContent[] {
  const own = blockProperties(node, state);
  const { src, title } = target('src', node, state);
  return [element('img', { src, alt: state.attribute(node.alt), title, ...own }, [])];
}

/** A reference without its definition, which a mapping may have dropped, is its text. */
export function linkReference(node: NodeOf<'linkReference'>, state: HtmlState): ElementContent[] {
  const definition = state.scope.definitions.get(node.identifier);
  const children = state.nodes(node.children);
  return definition ? [element('a', target('href', definition, state), children)] : children;
}

export function imageReference(node: NodeOf<'imageReference'>, state: HtmlState): ElementContent[] {
  const definition = state.scope.definitions.get(node.identifier);
  const alt = state.attribute(node.alt);
  if (!definition) return [text(alt)];
  const { src, title } = target('src', definition, state);
  return [element('img', { src, alt, title }, [])];
}

interface Destination {
  readonly url: TemplatedString;
  readonly title?: TemplatedString;
}

function target<Name extends 'href' | 'src'>(
  name: Name,
  { url, title }: Destination,
  state: HtmlState,
): Record<Name, string> & { title: string | undefined } {
  const address = { [name]: destination(url, state) } as Record<Name, string>; // computed keys widen to string
  return { ...address, title: title === undefined ? undefined : state.attribute(title) };
}

function addressPart(part: TemplatePart, state: HtmlState): string {
  if (typeof part === 'string') return escapeUrl(part);
  return part.type === 'value' ? escapeUrl(part.value) : state.callText(part);
}

/** A destination as Goldmark writes it: escaped, and emptied where it could run a script and raw HTML is off. */
export function destination(url: TemplatedString, state: HtmlState): string {
  const written = typeof url === 'string' ? escapeUrl(url) : url.map((part) => addressPart(part, state)).join('');
  return !state.markup.unsafe && isDangerousUrl(written) ? '' : written;
}
