/** The values of entries: what Contentful looks at when it saves one, and when it publishes one. */
import type { Document } from '@contentful/rich-text-types';
import type { FieldModel, Model } from './check-model.ts';
import type { Entity, JsonMap } from './parse.ts';
import type { Report } from './report.ts';
import { validateRichTextDocument } from '@contentful/rich-text-types';
import { isoDate } from '../dates.ts';
import { limits } from '../limits.ts';
import { isMap } from './parse.ts';

/** Values of unique fields that were met, with the entry that has them. */
export type SeenValues = Map<string, string>;

export function checkEntry(entry: Entity, model: Model, report: Report, seen: SeenValues): void {
  const bytes = Buffer.byteLength(JSON.stringify(entry.value));
  if (bytes > limits.request) report.entity(entry, 'too-large', `${Math.round(bytes / 1000)} kB`);
  const type = contentTypeOf(entry);
  const fields = type === undefined ? undefined : model.types.get(type);
  // A part of an export has its content types in another file: without that there is nothing to hold values against.
  if (!fields) {
    if (model.types.size > 0 || type === undefined) report.entity(entry, 'no-content-type', type ?? '');
    return;
  }
  const values = isMap(entry.value['fields']) ? entry.value['fields'] : {};
  for (const [id, byLocale] of Object.entries(values)) {
    const field = fields.get(id);
    if (!field) report.entity(entry, 'unknown-field', '', id);
    else if (!isMap(byLocale)) report.entity(entry, 'value-type', 'map of locales', id);
    else
      for (const [locale, value] of Object.entries(byLocale))
        checkLocale({ entry, field, locale, value }, model, report, seen);
  }
  for (const field of fields.values()) if (field.required) checkRequired(entry, field, { values, model, report });
}

export function contentTypeOf({ value }: Entity): string | undefined {
  const { sys } = value;
  const type = isMap(sys) ? sys['contentType'] : undefined;
  const id = isMap(type) && isMap(type['sys']) ? type['sys']['id'] : undefined;
  return typeof id === 'string' ? id : undefined;
}

interface Located {
  readonly entry: Entity;
  readonly field: FieldModel;
  readonly locale: string;
  readonly value: unknown;
}

function checkRequired(
  entry: Entity,
  { id }: FieldModel,
  { values, model, report }: { readonly values: JsonMap; readonly model: Model; readonly report: Report },
): void {
  const given = values[id];
  const isThere = isMap(given) && (model.defaultLocale === undefined || given[model.defaultLocale] !== undefined);
  if (!isThere && isPublished(entry)) report.entity(entry, 'required', '', id);
}

const isPublished = ({ value: { sys } }: Entity): boolean => isMap(sys) && Boolean(sys['publishedVersion']);

function checkLocale(located: Located, model: Model, report: Report, seen: SeenValues): void {
  const { entry, field, locale, value } = located;
  const at = `${field.id}.${locale}`;
  const { locales, defaultLocale } = model;
  if (locales.size > 0 && !locales.has(locale)) report.entity(entry, 'unknown-locale', '', at);
  else if (!field.localized && defaultLocale !== undefined && locale !== defaultLocale)
    report.entity(entry, 'not-localized', '', at);
  if (value === '' || value === null) report.entity(entry, 'empty', '', at);
  else {
    const fault = faultOf(field.type, value, field);
    if (fault) report.entity(entry, fault.fault, fault.detail, at);
    else checkValidations(located, report, seen);
  }
}

interface ValueFault {
  readonly fault: 'value-type' | 'too-long' | 'rich-text';
  readonly detail: string;
}

/** Whether a value is what its field takes. */
function faultOf(type: string, value: unknown, field: Pick<FieldModel, 'linkType' | 'items'>): ValueFault | undefined {
  const wrong: ValueFault = { fault: 'value-type', detail: type };
  switch (type) {
    case 'Symbol':
      return textFault(value, type, limits.symbol);
    case 'Text':
      return textFault(value, type, limits.text);
    case 'Integer':
      return Number.isSafeInteger(value) ? undefined : wrong;
    case 'Number':
      return typeof value === 'number' && Number.isFinite(value) ? undefined : wrong;
    case 'Boolean':
      return typeof value === 'boolean' ? undefined : wrong;
    case 'Date':
      return typeof value === 'string' && isIso(value)
        ? undefined
        : { fault: 'value-type', detail: 'date in ISO 8601' };
    case 'Object':
      return typeof value === 'object' ? undefined : wrong;
    case 'Link':
      return isLinkTo(value, field.linkType)
        ? undefined
        : { fault: 'value-type', detail: `link to an ${field.linkType}` };
    case 'Array':
      return listFault(value, field);
    case 'RichText':
      return richTextFault(value);
    default:
      return undefined;
  }
}

function textFault(value: unknown, type: string, limit: number): ValueFault | undefined {
  if (typeof value !== 'string') return { fault: 'value-type', detail: type };
  if (value.length <= limit) return undefined;
  return { fault: 'too-long', detail: `${value.length} of ${limit} characters` };
}

/** Contentful's form has a `T` between date and time, where Hugo also takes a space. */
const isIso = (value: string): boolean => isoDate(value) !== undefined && !/\s/.test(value);

const isLinkTo = (value: unknown, linkType: string | undefined): boolean =>
  isMap(value) && isMap(value['sys']) && value['sys']['type'] === 'Link' && value['sys']['linkType'] === linkType;

function listFault(value: unknown, { items = {} }: Pick<FieldModel, 'items'>): ValueFault | undefined {
  if (!Array.isArray(value)) return { fault: 'value-type', detail: 'list' };
  if (value.length > limits.items) return { fault: 'too-long', detail: `${value.length} of ${limits.items} members` };
  const linkType = typeof items['linkType'] === 'string' ? { linkType: items['linkType'] } : {};
  for (const item of value) {
    const fault = faultOf(String(items['type']), item, linkType);
    if (fault) return fault;
  }
  return undefined;
}

function richTextFault(value: unknown): ValueFault | undefined {
  if (!isMap(value) || value['nodeType'] !== 'document') return { fault: 'value-type', detail: 'rich text' };
  const [first] = validateRichTextDocument(value as unknown as Document); // whatever its shape, it says what is wrong with it
  if (!first) return undefined;
  return { fault: 'rich-text', detail: `${first.details ?? first.name} at ${first.path?.join('.') ?? ''}` };
}

function checkValidations({ entry, field, locale, value }: Located, report: Report, seen: SeenValues): void {
  if (!isPublished(entry)) return;
  const at = `${field.id}.${locale}`;
  const ofItems = field.items?.['validations'];
  for (const validation of [...field.validations, ...(Array.isArray(ofItems) ? ofItems.filter(isMap) : [])]) {
    const allowed = validation['in'];
    const members: readonly unknown[] = Array.isArray(value) ? value : [value];
    if (Array.isArray(allowed) && !members.every((member) => allowed.includes(member)))
      report.entity(entry, 'not-in', '', at);
    if (validation['unique'] !== true) continue;
    const key = JSON.stringify([contentTypeOf(entry), field.id, locale, value]);
    const other = seen.get(key);
    if (other !== undefined && other !== entry.id) report.entity(entry, 'not-unique', other, at);
    else seen.set(key, entry.id);
  }
}
