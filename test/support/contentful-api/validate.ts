/** What the API refuses: on saving the shape of things, on publishing also what the content type demands. */
import type { Document } from '@contentful/rich-text-types';
import { validateRichTextDocument } from '@contentful/rich-text-types';
import type { ContentType, Entry, FieldDefinition, Fields, Link, Space, Validation } from './entities.ts';
import { Refusal } from './entities.ts';

const FIELD_TYPES: Readonly<Record<string, (value: unknown) => boolean>> = {
  Symbol: (value) => typeof value === 'string' && value.length <= 256,
  Text: (value) => typeof value === 'string' && value.length <= 50_000,
  RichText: (value) => isObject(value),
  Integer: (value) => Number.isSafeInteger(value),
  Number: (value) => typeof value === 'number' && Number.isFinite(value),
  Boolean: (value) => typeof value === 'boolean',
  Date: (value) =>
    typeof value === 'string' && /^\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d)?)?$/.test(value),
  Object: (value) => isObject(value) || Array.isArray(value),
  Link: (value) => isLink(value),
  Array: (value) => Array.isArray(value) && value.length <= 1000,
};
const ENTITY_ID = /^[\w.-]{1,64}$/;
const FIELD_ID = /^[a-zA-Z]\w{0,63}$/;
const MAX_FIELDS = 50;
const MAX_ENTRY_BYTES = 1024 * 1024;

export function checkId(id: string): void {
  if (!ENTITY_ID.test(id)) throw new Refusal(422, 'InvalidEntry', `The ID "${id}" is invalid`);
}

export function checkContentType(type: ContentType): void {
  const faults: unknown[] = [];
  if (!type.name) faults.push({ name: 'required', path: ['name'] });
  if (type.fields.length > MAX_FIELDS) faults.push({ name: 'size', max: MAX_FIELDS, path: ['fields'] });
  for (const [at, field] of type.fields.entries()) {
    const fault = definitionFault(field);
    if (fault) faults.push({ name: fault, path: ['fields', at, field.id] });
  }
  if (new Set(type.fields.map((field) => field.id)).size < type.fields.length) faults.push({ name: 'uniqueFieldIds' });
  const display = type.fields.find((field) => field.id === type.displayField);
  if (type.displayField && display?.type !== 'Symbol') faults.push({ name: 'displayField', value: type.displayField });
  if (faults.length > 0) throw new Refusal(422, 'ValidationFailed', 'Validation error', { errors: faults });
}

function definitionFault(field: FieldDefinition): string | undefined {
  if (!FIELD_ID.test(field.id)) return 'regexp';
  if (!field.name) return 'required';
  if (!FIELD_TYPES[field.type]) return 'unknownType';
  if ((field.type === 'Link') !== (field.linkType !== undefined)) return 'linkType';
  if ((field.type === 'Array') !== (field.items !== undefined)) return 'items';
  if (field.items && !['Symbol', 'Link'].includes(field.items.type)) return 'itemsType';
  return undefined;
}

/** Checks an entry as a draft: known fields and locales, values of the right type, well-formed rich text. */
export function checkDraft(entry: Entry, type: ContentType, space: Space): void {
  if (Buffer.byteLength(JSON.stringify(entry)) > MAX_ENTRY_BYTES)
    throw new Refusal(413, 'RequestTooLarge', 'over 1 MB');
  for (const [id, values] of Object.entries(entry.fields)) {
    const field = type.fields.find((candidate) => candidate.id === id);
    if (!field) throw invalid('UnknownField', [{ name: 'unknown', path: ['fields', id] }]);
    checkLocales(values, space, ['fields', id]);
    for (const [locale, value] of Object.entries(values)) checkValue(field, value, ['fields', id, locale]);
  }
}

export function checkLocales(values: Readonly<Record<string, unknown>>, space: Space, path: readonly string[]): void {
  const codes = [...space.locales.values()].map((locale) => locale.code);
  for (const code of Object.keys(values)) {
    if (codes.includes(code)) continue;
    throw new Refusal(
      422,
      'InvalidEntry',
      `Invalid field locale code "${code}", has to be one of "${codes.join('", "')}"`,
      { path },
    );
  }
}

function checkValue(field: FieldDefinition, value: unknown, path: readonly string[]): void {
  const details = `The type of "${field.id}" is incorrect, expected type: ${field.type}`;
  const wrong = invalid('InvalidEntry', [{ name: 'type', type: field.type, value, details, path }]);
  if (!FIELD_TYPES[field.type]?.(value)) throw wrong;
  if (field.type === 'Link' && (value as Link).sys.linkType !== field.linkType) throw wrong;
  if (field.items && !(value as unknown[]).every((item) => FIELD_TYPES[field.items?.type ?? '']?.(item))) throw wrong;
  // Whatever its shape, the validator takes it and says what is wrong with it.
  const faults = field.type === 'RichText' ? validateRichTextDocument(value as Document) : [];
  if (faults.length > 0)
    throw invalid(
      'InvalidEntry',
      faults.map((fault) => ({ ...fault, path: [...path, ...(fault.path ?? [])] })),
    );
}

/** Checks an entry for publishing: required fields, the content type's validations, targets of its links. */
export function checkPublication(entry: Entry, type: ContentType, space: Space): void {
  const required = [...space.locales.values()].filter((locale) => !locale.optional).map((locale) => locale.code);
  const defaultLocale = [...space.locales.values()].find((locale) => locale.default)?.code ?? '';
  for (const field of type.fields) {
    const values = entry.fields[field.id] ?? {};
    const missing = (field.localized ? required : [defaultLocale]).filter((code) => values[code] === undefined);
    if (field.required && missing.length > 0) {
      throw invalid('InvalidEntry', [
        { name: 'required', path: ['fields', field.id], details: `The property "${field.id}" is required here` },
      ]);
    }
    for (const [locale, value] of Object.entries(values)) {
      const faults = (field.validations ?? []).flatMap((validation) => validationFault(validation, value));
      if (faults.length > 0)
        throw invalid(
          'InvalidEntry',
          faults.map((name) => ({ name, path: ['fields', field.id, locale] })),
        );
    }
  }
  checkLinks(entry.fields, space);
}

function validationFault(validation: Validation, value: unknown): string[] {
  const {
    size,
    in: allowed,
    regexp,
    enabledNodeTypes,
    enabledMarks,
  } = validation as {
    size?: { min?: number; max?: number };
    in?: unknown[];
    regexp?: { pattern: string; flags?: string };
    enabledNodeTypes?: string[];
    enabledMarks?: string[];
  };
  const faults: string[] = [];
  const length = typeof value === 'string' || Array.isArray(value) ? value.length : 0;
  if (size && (length < (size.min ?? 0) || length > (size.max ?? Infinity))) faults.push('size');
  if (allowed && ![value].flat().every((item) => allowed.includes(item))) faults.push('in');
  if (regexp && !new RegExp(regexp.pattern, regexp.flags).test(String(value))) faults.push('regexp');
  const { types, marks } = enabledNodeTypes || enabledMarks ? richTextWords(value) : { types: [], marks: [] };
  if (enabledNodeTypes && types.some((type) => !enabledNodeTypes.includes(type))) faults.push('enabledNodeTypes');
  if (enabledMarks && marks.some((mark) => !enabledMarks.includes(mark))) faults.push('enabledMarks');
  return faults;
}

/** Node types that `enabledNodeTypes` never lists: they are always there. */
const ALWAYS_ENABLED = new Set([
  'document',
  'paragraph',
  'text',
  'list-item',
  'table-row',
  'table-cell',
  'table-header-cell',
]);

function richTextWords(document: unknown): { types: string[]; marks: string[] } {
  const types = new Set<string>();
  const marks = new Set<string>();
  visitObjects(document, (object) => {
    const type = object['nodeType'];
    if (typeof type === 'string' && !ALWAYS_ENABLED.has(type)) types.add(type);
    if (type === 'text' && Array.isArray(object['marks'])) {
      for (const mark of object['marks'] as { type: string }[]) marks.add(mark.type);
    }
  });
  return { types: [...types], marks: [...marks] };
}

function checkLinks(fields: Fields, space: Space): void {
  const unresolved: Link[] = [];
  visitObjects(fields, (object) => {
    if (!isLink(object)) return;
    const targets = object.sys.linkType === 'Asset' ? space.assets : space.entries;
    if (['Asset', 'Entry'].includes(object.sys.linkType) && !targets.has(object.sys.id)) unresolved.push(object);
  });
  if (unresolved.length === 0) return;
  throw new Refusal(422, 'UnresolvedLinks', 'Validation error', {
    errors: unresolved.map((link) => ({ name: 'notResolvable', link: link.sys })),
  });
}

/** Calls `visit` for every object at any depth. */
function visitObjects(value: unknown, visit: (object: Record<string, unknown>) => void): void {
  const stack = [value];
  while (stack.length > 0) {
    const next = stack.pop();
    if (isObject(next)) visit(next);
    if (typeof next === 'object' && next !== null) stack.push(...Object.values(next));
  }
}

const invalid = (id: string, errors: readonly unknown[]): Refusal =>
  new Refusal(422, id, 'Validation error', { errors });

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isLink = (value: unknown): value is Link => {
  const sys = isObject(value) ? value['sys'] : undefined;
  return (
    isObject(sys) && sys['type'] === 'Link' && typeof sys['linkType'] === 'string' && typeof sys['id'] === 'string'
  );
};
