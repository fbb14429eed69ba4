import type { Field, FieldValue, Page } from '../../../model/page.ts';
import type { Outcome } from '../../writer.ts';
import type { MdxDialect } from '../dialect.ts';
import type { KeyedField } from './lines.ts';
import { type Diagnostic, createDiagnostic } from '../../../diagnostics/diagnostic.ts';
import { type FieldForm, formValue } from './form.ts';

/** What a target says of one page in the front matter, beside what the author wrote. */
export interface PageFields {
  /** Values by the target's keys; one that the author's front matter has under that key is replaced. */
  readonly set: Readonly<Record<string, FieldValue>>;
  /** Whether a field is left out, for the target says the same in another way. */
  readonly elsewhere?: (field: Field) => boolean;
}

export interface ShapedFields {
  readonly fields: readonly KeyedField[];
  readonly diagnostics: readonly Diagnostic[];
  readonly outcomes: readonly Outcome[];
}

/**
 * Gives the fields the keys and the forms that the target wants. A value that it would refuse stays under a key that it does
 * not look at, and an empty one goes: both would stop the build.
 */
export function shapeFields(page: Page, dialect: MdxDialect, own: PageFields = { set: {} }): ShapedFields {
  const shaping: Shaping = { page, dialect, own, used: new Set(Object.keys(own.set)), diagnostics: [], outcomes: [] };
  const written = new Set<string>();
  const fields: KeyedField[] = [];
  for (const field of page.frontMatter.fields) {
    const keyed = shapeField(field, shaping, written);
    if (keyed) fields.push(keyed);
    if (keyed && isOneOfSeveral(keyed, field)) {
      fields.push({ key: field.key, field: { key: field.key, name: field.name, value: field.value } });
    }
  }
  for (const [key, value] of Object.entries(own.set)) {
    if (!written.has(key)) fields.push({ key, field: { key, name: key.toLowerCase(), value } });
  }
  return { fields, diagnostics: shaping.diagnostics, outcomes: shaping.outcomes };
}

/** Whether the target takes only the first of several values: the list then stays beside it. */
const isOneOfSeveral = ({ key, field }: KeyedField, { key: own, value }: Field): boolean =>
  key !== own && value.type === 'list' && value.items.length > 1 && field.value.type !== 'list';

interface Shaping {
  readonly page: Page;
  readonly dialect: MdxDialect;
  readonly own: PageFields;
  readonly used: Set<string>;
  readonly diagnostics: Diagnostic[];
  readonly outcomes: Outcome[];
}

function shapeField(field: Field, shaping: Shaping, written: Set<string>): KeyedField | undefined {
  const { dialect, own, used } = shaping;
  if (own.elsewhere?.(field)) return leftOut(field, 'mapped', shaping);
  const key = (field.meaning && dialect.fieldKeys[field.meaning]) ?? field.key;
  const form = dialect.fieldForms && Object.hasOwn(dialect.fieldForms, key) ? dialect.fieldForms[key] : undefined;
  const set = Object.hasOwn(own.set, key) ? own.set[key] : undefined;
  const isRefused = form === 'refused' ? field.meaning === undefined : isRefusedBy(form, field);
  if (set && isRefused) return underOtherKey(field, key, shaping);
  if (set) {
    // Two of the author's keys may come to the same one of the target's.
    if (written.has(key)) return leftOut(field, 'mapped', shaping);
    written.add(key);
    return { key, field: sameValue(set, field.value) ? field : { ...field, value: set } };
  }
  // Under its own name an author's field has the target's sense already.
  const sense = form === 'opposite' && field.meaning === undefined ? 'boolean' : form;
  const formed = sense === undefined ? { value: field.value } : formValue(field.value, sense);
  if (formed === 'empty') return leftOut(field, 'dropped', shaping);
  if (formed === 'refused' || used.has(key)) return underOtherKey(field, key, shaping);
  used.add(key);
  return { key, field: formed.value === field.value ? field : { ...field, value: formed.value } };
}

const isRefusedBy = (form: FieldForm | undefined, { value }: Field): boolean =>
  form !== undefined && formValue(value, form) === 'refused';

/** Whether the author's line says already what the target wants said. */
const sameValue = (a: FieldValue, b: FieldValue): boolean =>
  'value' in a && 'value' in b && a.type === b.type && a.value === b.value;

function leftOut(field: Field, result: 'mapped' | 'dropped', { dialect, outcomes }: Shaping): undefined {
  // What a mapping has touched is in the account already.
  if (field.rule === undefined) outcomes.push({ kind: 'field', id: field.key, result, by: `${dialect.name}#fields` });
  return undefined;
}

/** The author's own key where the target does not look at it, else one that nobody uses. */
function underOtherKey(field: Field, wanted: string, { page, dialect, used, diagnostics }: Shaping): KeyedField {
  const isFree = (key: string): boolean => !used.has(key) && !Object.hasOwn(dialect.fieldForms ?? {}, key);
  const key = isFree(field.key) ? field.key : `hugo_${field.key}`;
  used.add(key);
  const place = field.keyPlace;
  const facts = { field: field.key, wanted, written: key };
  diagnostics.push(createDiagnostic('mdx-field-refused', facts, { file: page.file, ...(place && { place }) }));
  return { key, field };
}
