import { layOut } from './lay-out.ts';

/** An export as a person can read it: types and links by id, fields by name and locale, rich text by node type. The site’s settings are left out. */
export function printExport(json: string): string {
  const { contentTypes, entries, assets } = JSON.parse(json) as Export;
  const types = contentTypes.filter(({ sys }) => sys.id !== 'siteSettings');
  const printed = {
    contentTypes: Object.fromEntries(types.map((type) => [type.sys.id, type.fields.map(printField).join(' ')])),
    entries: entries
      .filter(({ sys }) => sys.contentType?.sys.id !== 'siteSettings')
      .map(({ sys, fields }) => ({
        id: sys.id,
        type: sys.contentType?.sys.id,
        ...(!sys.publishedVersion && { draft: true }),
        ...printFields(fields),
      })),
    ...(assets.length > 0 && { assets: assets.map(({ sys, fields }) => ({ id: sys.id, ...printFields(fields) })) }),
  };
  return `${layOut(printed)}\n`;
}

interface Export {
  readonly contentTypes: readonly { readonly sys: Sys; readonly fields: readonly Field[] }[];
  readonly entries: readonly Entity[];
  readonly assets: readonly Entity[];
}

interface Sys {
  readonly id: string;
  readonly publishedVersion?: number;
  readonly contentType?: { readonly sys: Sys };
}

interface Field {
  readonly id: string;
  readonly type: string;
  readonly linkType?: string;
  readonly items?: { readonly type: string; readonly linkType?: string };
  readonly localized?: boolean;
  readonly required?: boolean;
}

interface Entity {
  readonly sys: Sys;
  readonly fields: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

interface RichNode {
  readonly nodeType: string;
  readonly value?: string;
  readonly marks?: readonly { readonly type: string }[];
  readonly data?: Readonly<Record<string, unknown>>;
  readonly content?: readonly RichNode[];
}

/** `title:Symbol!*` is a required field with a value for each locale. */
function printField({ id, type, linkType, items, localized, required }: Field): string {
  const of = linkType ?? (items && (items.linkType ?? items.type));
  return `${id}:${type}${of ? `<${of}>` : ''}${required ? '!' : ''}${localized ? '*' : ''}`;
}

const printFields = (fields: Entity['fields']): object =>
  Object.fromEntries(
    Object.entries(fields).flatMap(([id, values]) =>
      Object.entries(values).map(([locale, value]) => [`${id}@${locale}`, shorten(value)]),
    ),
  );

function shorten(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(shorten);
  if (typeof value !== 'object' || value === null) return value;
  if ('nodeType' in value) return shortenNode(value as RichNode); // only rich text has such a key
  if ('sys' in value) return linkedId(value);
  return value;
}

const linkedId = (link: object): string => `→ ${(link as { readonly sys: Sys }).sys.id}`;

function shortenNode({ nodeType, value, marks = [], data = {}, content = [] }: RichNode): unknown {
  if (nodeType === 'text') return marks.length === 0 ? value : { [marks.map(({ type }) => type).join(' ')]: value };
  const { target, ...rest } = data;
  return {
    [nodeType]: content.map(shortenNode),
    ...(typeof target === 'object' && target && { target: linkedId(target) }),
    ...rest,
  };
}
