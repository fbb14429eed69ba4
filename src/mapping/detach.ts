/** Content of another file: without places, and with the calls that are left in it as the text that they are there. */
import type { Call, FlowContent, NodeType } from '../model/nodes.ts';
import { contentFields } from '../model/walk.ts';
import { endOf } from '../model/place.ts';

type Json = string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json };

const PLACES: ReadonlySet<string> = new Set(['place', 'openTag', 'closeTag']);

/** Makes nodes that can stand in a page which is not theirs; `source` is the text that they were read from. */
export function detach(nodes: readonly FlowContent[], source: string): readonly FlowContent[] {
  // The model is plain JSON, and each node becomes one of its type, or text where it stood.
  return (nodes as unknown as readonly Json[]).map((node) => detached(node, source)) as unknown as FlowContent[];
}

function detached(value: Json, source: string): Json {
  if (typeof value !== 'object' || value === null) return value;
  if (isList(value)) return value.map((item) => detached(item, source));
  const type = value['type'];
  if (type === 'shortcodeBlock') return { type: 'paragraph', children: [textOf(value, source)] };
  if (type === 'shortcodeInline') return textOf(value, source);
  const content = contentOf(value);
  const fields = Object.entries(value).filter(([name]) => !PLACES.has(name));
  return Object.fromEntries(
    fields.map(([name, field]) => [
      name,
      isTemplate(field, content.has(name)) ? filled(field, source) : detached(field, source),
    ]),
  );
}

/** The fields of a node, or of the alert of a quote, that hold nodes. */
function contentOf(value: { readonly [name: string]: Json }): ReadonlySet<string> {
  const { type } = value;
  if (typeof type === 'string') return new Set(contentFields(type as NodeType)); // what has a type here is a node
  return new Set(['title']);
}

/** Whether a field is a text with calls in it, and not a list of nodes. */
const isTemplate = (field: Json, holdsNodes: boolean): field is readonly Json[] =>
  !holdsNodes && isList(field) && field.some(isCall);

const filled = (parts: readonly Json[], source: string): string =>
  parts.map((part) => (typeof part === 'string' ? part : sourceOf(part, source))).join('');

const isList = (value: Json): value is readonly Json[] => Array.isArray(value);

const isCall = (value: Json): boolean =>
  typeof value === 'object' && value !== null && !isList(value) && value['type'] === 'shortcodeInline';

const textOf = (node: Json, source: string): Json => ({ type: 'text', value: sourceOf(node, source) });

function sourceOf(node: Json, source: string): string {
  const { call } = node as unknown as { readonly call: Call }; // both shortcode nodes have one
  return source.slice(call.place.offset, endOf(call.place));
}
