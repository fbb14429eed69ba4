/** Front matter keys as the pages use them. */
import type { FieldRule } from '../../mapping/mapping.ts';
import type { FieldUse } from '../../model/inventory.ts';
import type { FieldValue, PageMeta } from '../../model/page.ts';
import type { FilePlace } from '../../model/place.ts';
import { shorten } from './calls.ts';
import { compareNames, countBy, placeIn } from './tally.ts';

export interface FieldCounter {
  add(page: PageMeta): void;
  /** The most used first. */
  list(): readonly FieldUse[];
}

const MAX_SAMPLES = 3;

interface Known {
  readonly key: string;
  readonly types: string[];
  readonly samples: Set<string>;
  readonly first: FilePlace;
}

export function createFieldCounter(rules: ReadonlyMap<string, FieldRule>): FieldCounter {
  const fields = new Map<string, Known>();
  return {
    add: (page) => {
      for (const field of page.frontMatter.fields) {
        if (field.cascadedFrom !== undefined) continue;
        let known = fields.get(field.name);
        if (!known) {
          const first = placeIn(page.file, field.keyPlace);
          fields.set(field.name, (known = { key: field.key, types: [], samples: new Set(), first }));
        }
        known.types.push(field.value.type);
        if (known.samples.size < MAX_SAMPLES) known.samples.add(shorten(textOf(field.value)));
      }
    },
    list: () =>
      [...fields]
        .map(([name, known]) => toUse(known, rules.get(name)))
        .toSorted((a, b) => b.count - a.count || compareNames(a.key, b.key)),
  };
}

function toUse({ key, types, samples, first }: Known, rule: FieldRule | undefined): FieldUse {
  return {
    key,
    count: types.length,
    types: countBy(types),
    conflict: new Set(types.map(family).filter((type) => type !== 'null')).size > 1,
    samples: [...samples].filter((sample) => sample !== ''),
    first,
    ...(rule && { rule: nameOf(rule) }),
  };
}

/** Kinds of values that a target takes alike: numbers are numbers, and a date is often written as text. */
const family = (type: string): string => (type === 'float' ? 'integer' : type === 'date' ? 'text' : type);

function nameOf({ action }: FieldRule): string {
  if (action.type === 'meaning') return action.invert ? `not ${action.meaning}` : action.meaning;
  return action.type === 'rename' ? `rename to ${action.to}` : action.type;
}

function textOf(value: FieldValue): string {
  switch (value.type) {
    case 'list':
      return value.items.map(textOf).join(', ');
    case 'map':
      return value.fields.map(({ key }) => key).join(', ');
    case 'null':
      return '';
    default:
      return value.source;
  }
}
