import type { Definition, Image, ImageReference, Link, LinkReference, TemplatedString } from '../../../model/nodes.ts';
import type { Place } from '../../../model/place.ts';
import type { Writing } from '../writing.ts';
import { endOf } from '../../../model/place.ts';
import { isSameInGfm } from '../autolink.ts';
import { printDestination, printTitle } from '../escape.ts';
import { writtenText } from '../templated.ts';
import type { Line } from './line.ts';
import { hasLineEnding } from './lines.ts';
import { isOwnLabel } from '../tree/handlers/inline.ts';
import { readInlineResource, readResource, type Resource } from './resource.ts';
import { editLabel } from './label.ts';
import { replaceInline } from './spans.ts';
import type { Neighbours } from './text.ts';

/** Edits a link: its text, and its destination where that is not what the author wrote any more. */
export function editLink(node: Link, line: Line, writing: Writing): boolean {
  const { place } = node;
  const { source } = writing;
  if (!place || node.origin) return false;
  const end = endOf(place);
  if (node.notation === 'linkify' && typeof node.url === 'string' && isSameInGfm(source, place.offset, end, node.url)) {
    line.plain = true;
    return true;
  }
  if (node.notation === 'autolink' && !line.mdx && isOwnAddress(node, place, writing)) {
    line.plain = true;
    return true;
  }
  // MDX has no `<https://…>`, and other addresses than these are no links to GFM.
  if (node.notation !== 'inline') return editAddress(node, place, line, writing) || replaceInline(node, line, writing);
  if (source[place.offset] !== '[') return false;
  const from = place.offset + 1;
  const text = endOf(node.children.at(-1)?.place ?? { ...place, length: 1 });
  const resource = resourceEndingAt(end, text, writing);
  if (!resource) return false;
  line.plain = true;
  if (!editLinkText(node, from, resource.open, line, writing)) return false;
  line.plain = true;
  return editResource(resource.open + 2, resource, node, writing);
}

/** Whether `<address>` leads where it says. */
const isOwnAddress = ({ url }: Link, { offset, length }: Place, { source }: Writing): boolean => {
  const written = source.slice(offset + 1, offset + length - 1);
  return url === written || url === `mailto:${written}`;
};

const PLAIN_ADDRESS = /^[a-z\d\-./:?=#%+,;@$]+$/i;

/** Puts brackets around an address in which no character means anything, and the address again behind it. */
function editAddress({ notation, url }: Link, place: Place, line: Line, { source, draft }: Writing): boolean {
  const bracket = notation === 'autolink' ? 1 : 0;
  const [start, end] = [place.offset, endOf(place)];
  if (typeof url !== 'string' || !PLAIN_ADDRESS.test(source.slice(start + bracket, end - bracket))) return false;
  draft.edit(start, start + bracket, '[');
  draft.edit(end - bracket, end, `](${printDestination(url)})`);
  line.plain = true;
  return true;
}

function editLinkText(node: Link | LinkReference, from: number, to: number, line: Line, writing: Writing): boolean {
  const outer = line.link;
  line.link = true;
  const edited = writing.edit.inlines(node.children, from, to, line, writing);
  line.link = outer;
  return edited;
}

/** The `(destination "title")` that ends at `end`, with the offset of the `]` before it. */
function resourceEndingAt(
  end: number,
  from: number,
  { source }: Writing,
): (Resource & { readonly open: number }) | undefined {
  for (let at = source.indexOf('](', from); at >= 0 && at < end; at = source.indexOf('](', at + 1)) {
    const resource = readInlineResource(source, at + 1);
    if (resource?.close === end) return { ...resource, open: at };
  }
  return undefined;
}

interface Addressed {
  readonly url: TemplatedString;
  readonly title?: TemplatedString;
  readonly place?: Place;
}

function editResource(
  start: number,
  { destination, title, end }: Resource,
  node: Addressed,
  writing: Writing,
): boolean {
  const { draft, source } = writing;
  if (typeof node.url !== 'string') draft.report('mdx-call-in-address', {}, node.place);
  const url = writtenText(node.url, writing);
  const text = node.title === undefined ? undefined : writtenText(node.title, writing);
  // At the front of a line MDX looks for tags before it looks for addresses.
  if (hasLineEnding(source, start, destination.start))
    draft.edit(start, destination.start, source[start - 1] === ':' ? ' ' : '');
  if (destination.value !== url) draft.edit(destination.start, destination.end, printDestination(url));
  if (!title && !text) return true;
  if (title && title.value === undefined && text === undefined) return true;
  if (title && !hasLineEnding(source, destination.end, title.end) && title.value === text) return true;
  draft.edit(destination.end, end, text ? ` ${printTitle(text)}` : '');
  return true;
}

/** Edits an image: braces in its alternative text, and its destination. */
export function editImage(node: Image, line: Line, writing: Writing): boolean {
  const { place, alt } = node;
  const { source } = writing;
  if (!place || node.origin || typeof alt !== 'string' || node.attributes?.length) return false;
  if (!source.startsWith('![', place.offset)) return false;
  const resource = resourceEndingAt(endOf(place), place.offset, writing);
  if (!resource) return false;
  line.plain = true;
  if (!editLabel(place.offset + 2, resource.open, alt, line, writing)) return false;
  return editResource(resource.open + 2, resource, node, writing);
}

/** Edits the text of a reference. Its label is matched as it is written, so an edited text needs the label beside it. */
export function editLinkReference(node: LinkReference, line: Line, writing: Writing, beside: Neighbours): boolean {
  const { place, referenceType } = node;
  const { source, draft } = writing;
  if (!place || node.origin || source[place.offset] !== '[' || !isOwnLabel(node.label, writing)) return false;
  const end = endOf(place);
  const tail = { shortcut: 1, collapsed: 3, full: node.label.length + 3 }[referenceType];
  const textEnd = referenceType === 'full' ? source.lastIndexOf('][', end) : end - tail;
  if (textEnd <= place.offset || source[textEnd] !== ']') return false;
  line.plain = true;
  const mark = draft.edits.length;
  if (!editLinkText(node, place.offset + 1, textEnd, line, writing)) return false;
  line.plain = true;
  // Before a link in brackets it would take the link's text for its label.
  const bare = referenceType === 'shortcut' && beside.bracket;
  if ((draft.edits.length === mark && !bare) || referenceType === 'full') return true;
  const label = source.slice(place.offset + 1, textEnd);
  draft.edit(textEnd + 1, end, `[${label}]`);
  return true;
}

/** A reference to an image is copied unless MDX would see code in it. */
export function editImageReference(node: ImageReference, line: Line, writing: Writing): boolean {
  const { place } = node;
  const { source } = writing;
  if (!place || node.origin || !source.startsWith('![', place.offset) || !isOwnLabel(node.label, writing)) return false;
  line.plain = true;
  const text = source.slice(place.offset, endOf(place));
  return !line.mdx || (!text.includes('{') && !text.includes('<'));
}

/** Edits the destination of a link definition. */
export function editDefinition(node: Definition, writing: Writing): boolean {
  const { place } = node;
  const { source } = writing;
  if (!place || node.origin || source[place.offset] !== '[' || !isOwnLabel(node.label, writing)) return false;
  const end = endOf(place);
  for (let at = source.indexOf(']:', place.offset); at >= 0 && at < end; at = source.indexOf(']:', at + 1)) {
    if (source[at - 1] === '\\') continue;
    const resource = readResource(source, at + 2);
    return resource !== undefined && resource.end <= end && editResource(at + 2, resource, node, writing);
  }
  return false;
}
