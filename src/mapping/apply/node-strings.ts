import type { Node, ShortcodeInline, TemplatedString, TemplatePart } from '../../model/nodes.ts';

export type StringField = 'url' | 'title' | 'alt' | 'value';

/** Which fields of which nodes are templated strings, beside attributes. */
const FIELDS: Readonly<Partial<Record<Node['type'], readonly StringField[]>>> = {
  link: ['url', 'title'],
  image: ['url', 'title', 'alt'],
  imageReference: ['alt'],
  definition: ['url', 'title'],
  code: ['value'],
  inlineCode: ['value'],
  commentBlock: ['value'],
  commentInline: ['value'],
  omittedHtmlBlock: ['value'],
  omittedHtmlInline: ['value'],
};

const isCall = (part: TemplatePart): part is ShortcodeInline =>
  typeof part !== 'string' && part.type === 'shortcodeInline';

type Template = readonly [StringField, Exclude<TemplatedString, string>];

const NONE: readonly Template[] = [];

/** The strings of a node in which calls stand, by field. */
export function templatesOf(node: Node): readonly Template[] {
  const fields = FIELDS[node.type];
  if (!fields) return NONE;
  const found: Template[] = [];
  for (const field of fields) {
    // The table names fields that are templated strings in that type of node.
    const value = (node as { readonly [K in StringField]?: TemplatedString })[field];
    if (value !== undefined && typeof value !== 'string') found.push([field, value]);
  }
  return found;
}

/** The calls that stand in a node's strings and attributes. */
export function callsInStrings(node: Node): readonly ShortcodeInline[] {
  const attributes = 'attributes' in node ? (node.attributes ?? []) : [];
  const values = [...templatesOf(node).map(([, value]) => value), ...attributes.map(({ value }) => value)];
  return values.flatMap((value) => (typeof value === 'object' ? value.filter((part) => isCall(part)) : []));
}
