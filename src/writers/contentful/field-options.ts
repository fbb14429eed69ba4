/** What the user says about a field, as far as all values of the site agree with it: else publishing would fail. */
import type { OverrideRefusal } from '../../diagnostics/codes/contentful-model.ts';
import type { FieldSpec } from './entry-types.ts';
import type { FieldOptions, OptionalType } from './options.ts';
import type { Typed } from './values.ts';
import { KIND } from './values.ts';

/** What is known of a field from all pages. */
export interface FieldKnowledge {
  readonly kinds: number;
  readonly spec: FieldSpec;
  /** Whether translations disagree on it. */
  readonly differs: boolean;
  readonly localized: boolean;
  /** Whether each entry has it in the default locale. */
  readonly everywhere: boolean;
  /** Each value with the locale in which it must be alone. */
  readonly values: readonly { readonly locale: string; readonly value: Typed }[];
}

export interface DecidedField {
  readonly spec: FieldSpec;
  readonly localized: boolean;
  readonly required: boolean;
  readonly unique: boolean;
  readonly allowed?: readonly (string | number)[];
}

export interface RefusedSetting {
  readonly setting: string;
  readonly reason: OverrideRefusal;
}

export function decideField(
  known: FieldKnowledge,
  options: FieldOptions,
): { readonly field: DecidedField; readonly refused: readonly RefusedSetting[] } {
  const refused: RefusedSetting[] = [];
  const allow = (setting: string, reason: OverrideRefusal | undefined): boolean => {
    if (reason) refused.push({ setting, reason });
    return reason === undefined;
  };
  const { type, localized, required = false, unique = false, in: allowed } = options;
  const isTyped =
    type !== undefined && allow(`type: ${type}`, isFit(known.kinds, type) ? undefined : 'values-of-other-types');
  const spec = isTyped ? specOf(type) : known.spec;
  const isShared = localized === false && allow('localized: false', known.differs ? 'translations-differ' : undefined);
  const isRequired = required && allow('required: true', known.everywhere ? undefined : 'missing-on-pages');
  const isUnique = unique && allow('unique: true', refusalOfUnique(known, spec));
  const isListed = allowed !== undefined && allow('in', refusalOfList(known, spec, allowed));
  return {
    field: {
      spec,
      localized: localized === true || (known.localized && !isShared),
      required: isRequired,
      unique: isUnique,
      ...(isListed && { allowed }),
    },
    refused,
  };
}

const TEXTS = KIND.text | KIND.longText | KIND.symbols | KIND.assets | KIND.pages | KIND.object;

/** The kinds of values that a field of each type cannot take. */
const UNFIT: Readonly<Record<OptionalType, number>> = {
  Symbol: TEXTS,
  Text: TEXTS & ~KIND.text,
  Integer: ~KIND.integer,
  Number: ~(KIND.integer | KIND.number),
  Date: ~KIND.date,
  Boolean: ~KIND.boolean,
  Object: 0,
  Array: KIND.text | KIND.longText | KIND.object,
};

const isFit = (kinds: number, type: OptionalType): boolean => (kinds & UNFIT[type]) === 0;

const specOf = (type: OptionalType): FieldSpec => (type === 'Array' ? { type, items: 'Symbol' } : { type });

/** The field types of which Contentful compares values. */
const SCALARS: ReadonlySet<string> = new Set(['Symbol', 'Text', 'Integer', 'Number', 'Date']);

function refusalOfUnique({ values }: FieldKnowledge, { type }: FieldSpec): OverrideRefusal | undefined {
  if (!SCALARS.has(type) || type === 'Text') return 'no-scalar';
  const seen = new Set(values.map(({ locale, value }) => `${locale} ${textOf(value)}`));
  return seen.size < values.length ? 'values-repeat' : undefined;
}

function refusalOfList(
  { values }: FieldKnowledge,
  { type, items }: FieldSpec,
  allowed: readonly (string | number)[],
): OverrideRefusal | undefined {
  if (!SCALARS.has(type) && items !== 'Symbol') return 'no-scalar';
  const known = new Set(allowed.map(String));
  const words = values.flatMap(({ value }) => (Array.isArray(value.json) ? value.json.map(String) : [textOf(value)]));
  return words.every((word) => known.has(word)) ? undefined : 'values-not-listed';
}

const textOf = ({ text, json }: Typed): string => text ?? JSON.stringify(json);
