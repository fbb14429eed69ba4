/** What is noted while a template is studied. */
import type { InnerTreatment, StudiedArgument } from '../../model/shortcode-study.ts';
import type { Argument, Scalar, Value } from './value.ts';
import { argumentsOf, isPosition } from './value.ts';

interface ArgumentNotes {
  readonly values: Set<string>;
  default?: Scalar;
  required: boolean;
  isNumber: boolean;
  isCondition: boolean;
  isPrinted: boolean;
}

export interface Facts {
  /** An argument was looked at. */
  note(argument: Argument): void;
  /** It is compared with values. */
  compare(value: Value, known: readonly Value[]): void;
  /** It decides whether something happens. */
  decide(value: Value): void;
  /** It is printed, so that it is more than a switch. */
  print(value: Value): void;
  require(value: Value): void;
  number(value: Value): void;
  treatInner(treatment: InnerTreatment): void;
  readonly inner: ReadonlySet<InnerTreatment>;
  /** Whether the template speaks of inner content at all: calls of it are closed then. */
  mentionsInner: boolean;
  /** Whether it goes through all arguments of the call, or takes that of the call around which has its own number. */
  readonly positions: Set<'own' | 'parent'>;
  /** Arguments that are shown where the inner content is not. */
  readonly insteadOfInner: Argument[];
  /** What the call hands to the call around it. */
  readonly handedUp: Value[];
  /** What the template asks Hugo for, as in `readFile` or `GetPage`. */
  readonly asked: Set<string>;
  /** The text at which the inner content is cut into parts. */
  cut: string | undefined;
  /** Errors that the template can stop with. */
  errors: number;
  arguments(): readonly StudiedArgument[];
}

export function createFacts(): Facts {
  const notes = new Map<string, ArgumentNotes>();
  /** Names that stand for one argument. */
  const groups: (readonly string[])[] = [];
  const inner = new Set<InnerTreatment>();
  const of = (name: string): ArgumentNotes => {
    let note = notes.get(name);
    if (!note) {
      note = { values: new Set(), required: false, isNumber: false, isCondition: false, isPrinted: false };
      notes.set(name, note);
    }
    return note;
  };
  const each = (value: Value, change: (note: ArgumentNotes) => void): void => {
    for (const { names, of: owner } of argumentsOf(value))
      if (owner === 'call') for (const name of names) change(of(name));
  };
  const noteNames = (argument: Argument): void => {
    if (argument.of === 'parent') return;
    groups.push(argument.names);
    each(argument, (note) => {
      if (argument.default !== undefined) note.default ??= argument.default;
    });
  };
  return {
    inner,
    mentionsInner: false,
    positions: new Set(),
    insteadOfInner: [],
    handedUp: [],
    asked: new Set(),
    cut: undefined,
    errors: 0,
    note: noteNames,
    compare: (value, known) => {
      const texts = known.flatMap((one) => (one.type === 'literal' && one.value !== null ? [String(one.value)] : []));
      each(value, (note) => {
        for (const text of texts) if (text !== '') note.values.add(text);
      });
    },
    decide: (value) => each(value, (note) => void (note.isCondition = true)),
    print: (value) => {
      for (const argument of argumentsOf(value)) noteNames(argument);
      each(value, (note) => void (note.isPrinted = true));
    },
    require: (value) => each(value, (note) => void (note.required = true)),
    number: (value) => each(value, (note) => void (note.isNumber = true)),
    treatInner: (treatment) => void inner.add(treatment),
    arguments: () => groupNames(groups).map((names) => studied(names, names.map(of))),
  };
}

const BOOLEANS = new Set(['true', 'false', 'yes', 'no', 'on', 'off', '0', '1']);

function studied(names: readonly string[], notes: readonly ArgumentNotes[]): StudiedArgument {
  const values = [...new Set(notes.flatMap((note) => [...note.values]))];
  const fallback = notes.find((note) => note.default !== undefined)?.default;
  const onlyDecides = notes.some((note) => note.isCondition) && !notes.some((note) => note.isPrinted);
  const isBoolean =
    typeof fallback === 'boolean' ||
    (values.length > 0 ? values.every((value) => BOOLEANS.has(value.toLowerCase())) : onlyDecides);
  return {
    names,
    type: isBoolean ? 'boolean' : notes.some((note) => note.isNumber) ? 'number' : 'text',
    required: notes.some((note) => note.required),
    ...(fallback !== undefined && { default: fallback }),
    values: isBoolean ? [] : values,
  };
}

/** Joins lists of names that share one. */
function groupNames(groups: readonly (readonly string[])[]): string[][] {
  const joined: Set<string>[] = [];
  for (const group of groups) {
    const touched = joined.filter((known) => group.some((name) => known.has(name)));
    const [first = new Set<string>()] = touched;
    for (const name of group) first.add(name);
    for (const more of touched.slice(1)) {
      for (const name of more) first.add(name);
      joined.splice(joined.indexOf(more), 1);
    }
    if (touched.length === 0) joined.push(first);
  }
  return joined.map((names) => [...names].toSorted((a, b) => Number(isPosition(a)) - Number(isPosition(b))));
}
