/** The content model as text for people: each content type with its fields, and where they come from. */
import type { ContentfulSite } from './build.ts';
import type { FieldPlan, TypePlan } from './content-types.ts';
import type { FieldSpec } from './entry-types.ts';
import { titleOf } from './ids.ts';

export function modelReport({ locales, types, entries, assets }: ContentfulSite): string {
  const counts = new Map<string, number>();
  for (const { contentType } of entries) counts.set(contentType, (counts.get(contentType) ?? 0) + 1);
  const names = locales.map(({ code, default: isDefault }) => (isDefault ? `${code} (default)` : code));
  const totals = [
    `locales: ${names.join(', ')}`,
    `${plural(types.length, 'content type')}, ${plural(entries.length, 'entry', 'entries')}, ${plural(assets.length, 'asset')}`,
  ];
  return `${[totals.join('\n'), ...types.map((type) => describeType(type, counts.get(type.id) ?? 0))].join('\n\n')}\n`;
}

function describeType({ id, name, description, displayField, fields }: TypePlan, count: number): string {
  const rows = fields.map((field) => [
    field.id,
    describeSpec(field.spec),
    describeSettings(field, displayField),
    describeOrigin(field),
  ]);
  const widths = [0, 1, 2].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const lines = rows.map((row) => `  ${row.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join('  ')}`.trimEnd());
  return [`${id}  “${titleOf(name)}”  ${plural(count, 'entry', 'entries')}`, `  ${description}`, ...lines].join('\n');
}

function describeSpec({ type, linkType, items, to }: FieldSpec): string {
  const targets = to ? ` to ${to.join(', ')}` : '';
  if (type === 'Link') return `Link<${linkType ?? 'Entry'}>${targets}`;
  return type === 'Array' ? `Array<${items ?? 'Symbol'}>${targets}` : type;
}

function describeSettings({ id, spec, localized, required, unique, allowed }: FieldPlan, displayField: string): string {
  return [
    id === displayField && 'display field',
    required && 'required',
    localized && 'localized',
    unique && 'unique',
    spec.images && 'images',
    allowed && `one of ${allowed.join(', ')}`,
  ]
    .filter((word) => typeof word === 'string')
    .join(', ');
}

const describeOrigin = ({ from }: FieldPlan): string =>
  from ? `← ${from.name}, on ${plural(from.pages, 'page')}` : '';

const plural = (count: number, one: string, many = `${one}s`): string => `${count} ${count === 1 ? one : many}`;
