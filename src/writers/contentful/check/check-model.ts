/** Content types, locales and editor interfaces. */
import type { Entity, JsonMap, ParsedExport } from './parse.ts';
import type { Report } from './report.ts';
import { limits } from '../limits.ts';
import { isMap } from './parse.ts';

export interface FieldModel {
  readonly id: string;
  readonly type: string;
  readonly linkType?: string;
  readonly items?: JsonMap;
  readonly localized: boolean;
  readonly required: boolean;
  readonly validations: readonly JsonMap[];
}

export interface Model {
  /** Fields by id, by content type. */
  readonly types: ReadonlyMap<string, ReadonlyMap<string, FieldModel>>;
  /** Locale codes; none where the export has no locales, as in a part of one. */
  readonly locales: ReadonlySet<string>;
  readonly defaultLocale: string | undefined;
}

const FIELD_TYPES: ReadonlySet<string> = new Set(
  'Symbol Text RichText Integer Number Date Boolean Object Location Link ResourceLink Array'.split(' '),
);
const FIELD_ID = /^[a-zA-Z][a-zA-Z0-9_]{0,63}$/;
const ITEM_TYPES: ReadonlySet<unknown> = new Set(['Symbol', 'Link', 'ResourceLink']);

export function checkModel({ contentTypes, locales, editorInterfaces }: ParsedExport, report: Report): Model {
  const types = new Map(contentTypes.map((type) => [type.id, checkType(type, report)]));
  for (const editor of editorInterfaces) {
    if (contentTypes.length > 0 && !types.has(editor.id)) report.entity(editor, 'no-content-type', editor.id);
  }
  return { types, ...checkLocales(locales, report) };
}

function checkType(type: Entity, report: Report): ReadonlyMap<string, FieldModel> {
  const { sys, name, displayField } = type.value;
  if (!isMap(sys) || !sys['publishedVersion']) report.entity(type, 'not-activated');
  if (typeof name !== 'string' || name === '') report.entity(type, 'no-name');
  const fields = new Map<string, FieldModel>();
  const given = Array.isArray(type.value['fields']) ? type.value['fields'].filter(isMap) : [];
  if (given.length > limits.fields) report.entity(type, 'too-many-fields', String(given.length));
  for (const field of given) {
    const model = fieldOf(field);
    if (fields.has(model.id)) report.entity(type, 'twice', '', model.id);
    fields.set(model.id, model);
    checkField(type, model, field, report);
  }
  const shown = typeof displayField === 'string' ? fields.get(displayField) : undefined;
  if (displayField !== undefined && shown?.type !== 'Symbol')
    report.entity(type, 'display-field', String(displayField));
  return fields;
}

const fieldOf = (field: JsonMap): FieldModel => ({
  id: String(field['id']),
  type: String(field['type']),
  ...(typeof field['linkType'] === 'string' && { linkType: field['linkType'] }),
  ...(isMap(field['items']) && { items: field['items'] }),
  localized: field['localized'] === true,
  required: field['required'] === true,
  validations: Array.isArray(field['validations']) ? field['validations'].filter(isMap) : [],
});

function checkField(
  type: Entity,
  { id, type: kind, linkType, items }: FieldModel,
  given: JsonMap,
  report: Report,
): void {
  if (!FIELD_ID.test(id)) report.entity(type, 'bad-field-id', '', id);
  if (typeof given['name'] !== 'string' || given['name'] === '') report.entity(type, 'no-name', '', id);
  if (!FIELD_TYPES.has(kind)) report.entity(type, 'unknown-type', kind, id);
  if ((kind === 'Link') !== (linkType !== undefined)) report.entity(type, 'link-type', '', id);
  const hasItems = items !== undefined && ITEM_TYPES.has(items['type']);
  if ((kind === 'Array') !== hasItems) report.entity(type, 'items', '', id);
}

function checkLocales(locales: readonly Entity[], report: Report): Omit<Model, 'types'> {
  const codes = new Set(locales.flatMap(({ value }) => (typeof value['code'] === 'string' ? [value['code']] : [])));
  const defaults = locales.filter(({ value }) => value['default'] === true);
  const [first] = locales;
  if (first && defaults.length !== 1) report.entity(first, 'default-locale');
  for (const locale of locales) {
    const { fallbackCode } = locale.value;
    if (typeof fallbackCode === 'string' && !codes.has(fallbackCode))
      report.entity(locale, 'no-fallback', fallbackCode);
  }
  const code = defaults[0]?.value['code'];
  return { locales: codes, defaultLocale: typeof code === 'string' ? code : undefined };
}
