/** Content of another file: without places, and with the text of the calls that are left in it, which the page does not have. */
import type { Call, FlowContent, NodeType } from '../model/nodes.ts';
import { contentFields } from '../model/walk.ts';
import { callText } from '../model/call-text.ts';

type Json = string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json };

const PLACES: ReadonlySet<string> = new Set(['place', 'openTag', 'closeTag']);

/** Makes nodes that can stand in a page which is not theirs; `source` is the text that they were read from. A call in a string becomes text. */
export function detach(nodes: readonly FlowContent[], source: string): readonly FlowContent[] {
  // The model is plain JSON, and each node becomes one of its type.
  return (nodes as unknown as readonly Json[]).map((node) => detached(node, source)) as unknown as FlowContent[];
}

function detached(value: Json, source: string): Json {
  if (typeof value !== 'object' || value === null) return value;
  if (isList(value)) return value.map((item) => detached(item, source));
  const content = contentOf(value);
  const fields = Object.entries(value).filter(([name]) => !PLACES.has(name));
  const made = fields.map(([name, field]) => {
    if (name === 'call' && isCallNode(value)) return [name, withText(callOf(value), source)] as const;
    return [name, isTemplate(field, content.has(name)) ? filled(field, source) : detached(field, source)] as const;
  });
  return Object.fromEntries(made);
}

function withText(call: Call, source: string): Json {
  const written: NonNullable<Call['written']> = {
    whole: callText(call, source),
    openTag: callText(call, source, 'openTag'),
    ...(call.closeTag && { closeTag: callText(call, source, 'closeTag') }),
  };
  return { ...call, written } as unknown as Json; // a call is plain JSON
}

/** The fields of a node, or of the alert of a quote, that hold nodes. */
function contentOf(value: { readonly [name: string]: Json }): ReadonlySet<string> {
  const { type } = value;
  if (typeof type === 'string') return new Set(contentFields(type as NodeType)); // what has a type here is a node
  return new Set(['title']);
}

/** Whether a field is a text with calls in it, and not a list of nodes. */
const isTemplate = (field: Json, holdsNodes: boolean): field is readonly Json[] =>
  !holdsNodes && isList(field) && field.some(isPartCall);

const filled = (parts: readonly Json[], source: string): string =>
  parts.map((part) => (typeof part === 'string' ? part : callText(callOf(part), source))).join('');

const isList = (value: Json): value is readonly Json[] => Array.isArray(value);

const isPartCall = (value: Json): boolean =>
  typeof value === 'object' && value !== null && !isList(value) && value['type'] === 'shortcodeInline';

const isCallNode = ({ type }: { readonly [name: string]: Json }): boolean =>
  type === 'shortcodeBlock' || type === 'shortcodeInline';

const callOf = (node: Json): Call => (node as unknown as { readonly call: Call }).call; // both shortcode nodes have one
