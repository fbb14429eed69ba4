/** Front matter rules: what each field stands for, and which fields stay. */
import type { Field, FieldValue, FrontMatter } from '../../model/page.ts';
import type { FieldRule, LiteralValue } from '../mapping.ts';
import type { Account } from './account.ts';

/**
 * Applies the rules for fields. A field that keeps its value keeps its places, so that a writer can copy it; with nothing to
 * do the front matter comes back as it is.
 */
export function mapFrontMatter(
  frontMatter: FrontMatter,
  rules: ReadonlyMap<string, FieldRule>,
  account: Account,
): FrontMatter {
  const present = new Set<string>();
  const fields: Field[] = [];
  let changed = false;
  for (const field of frontMatter.fields) {
    present.add(field.name);
    const rule = rules.get(field.name);
    const mapped = rule ? mapField(field, rule) : field;
    account.field(
      field.key,
      mapped === undefined ? 'dropped' : mapped === field ? 'kept' : 'mapped',
      rule?.id ?? 'unmapped:keep',
    );
    if (mapped) fields.push(mapped);
    changed ||= mapped !== field;
  }
  for (const rule of rules.values()) {
    if (rule.action.type !== 'default' || present.has(rule.key)) continue;
    fields.push({ key: rule.written, name: rule.key, value: literal(rule.action.value), rule: rule.id });
    changed = true;
  }
  return changed ? { ...frontMatter, fields } : frontMatter;
}

/** The field as a rule has it; undefined where it is dropped, the field itself where the rule leaves it alone. */
function mapField(field: Field, { id, action }: FieldRule): Field | undefined {
  switch (action.type) {
    case 'keep':
    case 'default':
      return field;
    case 'drop':
      return undefined;
    case 'rename':
      return { ...unplaced(field), key: action.to, name: action.to.toLowerCase(), rule: id };
    case 'replace':
      return { ...unplaced(field), value: literal(action.value), rule: id };
    case 'meaning': {
      const { meaning } = action;
      const value = action.invert ? inverted(field.value) : field.value;
      if (value === field.value) return { ...field, meaning, rule: id };
      // Under its old key the opposite value would say the opposite: `skip_toc: true` is no `skip_toc: false`.
      return { ...unplaced(field), key: meaning, name: meaning.toLowerCase(), value, meaning, rule: id };
    }
  }
}

/** A field that the source does not have as it is now; where its value stays, the value knows its own place. */
const unplaced = ({ key, name, value, cascadedFrom }: Field): Field => ({
  key,
  name,
  value,
  ...(cascadedFrom !== undefined && { cascadedFrom }),
});

/** The opposite of `true` or `false`; what is neither stays. */
const inverted = (value: FieldValue): FieldValue =>
  value.type === 'boolean' ? { type: 'boolean', value: !value.value, source: String(!value.value) } : value;

/** A value of the mapping as a front matter value; it stands in no page. */
function literal(value: LiteralValue): FieldValue {
  switch (typeof value) {
    case 'string':
      return { type: 'text', value, source: value };
    case 'number':
      return { type: Number.isInteger(value) ? 'integer' : 'float', value, source: String(value) };
    case 'boolean':
      return { type: 'boolean', value, source: String(value) };
    default:
      return value === null ? { type: 'null', source: 'null' } : composite(value);
  }
}

function composite(value: Extract<LiteralValue, object>): FieldValue {
  if (isList(value)) return { type: 'list', items: value.map(literal) };
  const fields = Object.entries(value).map(([key, item]): Field => {
    return { key, name: key.toLowerCase(), value: literal(item) };
  });
  return { type: 'map', fields };
}

const isList = (value: Extract<LiteralValue, object>): value is readonly LiteralValue[] => Array.isArray(value);
