/** Shortcodes as the content uses them. */
import type { RuleFinder } from '../../mapping/rule-finder.ts';
import type { ArgumentUse, RuleUse, ShortcodeUse } from '../../model/inventory.ts';
import type { ArgumentValue, FlowContent } from '../../model/nodes.ts';
import type { CallTree, Page, PageMeta } from '../../model/page.ts';
import type { FilePlace } from '../../model/place.ts';
import { eachPlace } from './call-places.ts';
import { compareNames, countBy, placeIn } from './tally.ts';
import { append } from '../../model/append.ts';

/** What is counted of one shortcode; what templates and mapping say of it comes later. */
export type CallCounts = Omit<ShortcodeUse, 'template' | 'isBuiltIn' | 'isOwn' | 'unspoken' | 'study'> & {
  /** How many of its calls hold fenced code, by notation. */
  readonly fences: Readonly<ShortcodeUse['notations']>;
  /** The values of an argument, uncut, as many as are told apart. */
  readonly valuesOf: (argument: string) => readonly string[];
  /** What the values of an argument would be as paths from the folders of the pages that they stand on. */
  readonly besideOf: (argument: string) => readonly string[];
};

export interface CallCounter {
  add(page: Page): void;
  /** The most used first. */
  list(): readonly CallCounts[];
}

const MAX_SAMPLES = 5;
/** Values beyond these are no longer told apart. */
const MAX_DISTINCT = 100;
const MAX_SAMPLE_LENGTH = 60;

interface Argument {
  count: number;
  readonly types: ArgumentType[];
  readonly values: Set<string>;
  readonly beside: Set<string>;
}

type ArgumentType = 'text' | 'number' | 'boolean';

interface Shortcode {
  readonly spellings: string[];
  readonly files: Set<string>;
  readonly notations: { standard: number; markdown: number };
  readonly bodies: { paired: number; selfClosed: number; none: number };
  readonly arguments: Map<string, Argument>;
  readonly places: { block: number; text: number; address: number; code: number };
  readonly parents: string[];
  readonly fences: { standard: number; markdown: number };
  readonly first: FilePlace;
  readonly rules: Map<string, { readonly as: string; calls: number }>;
}

/** `policyOf` says what becomes of a shortcode that no rule takes. */
export function createCallCounter(findRule: RuleFinder, policyOf: (name: string) => string): CallCounter {
  const shortcodes = new Map<string, Shortcode>();
  const count = (call: CallTree, page: PageMeta, parent: CallTree | undefined): void => {
    const name = call.name.toLowerCase();
    let known = shortcodes.get(name);
    if (!known) shortcodes.set(name, (known = newShortcode(placeIn(page.file, call.openTag))));
    known.spellings.push(call.name);
    known.files.add(page.file);
    known.notations[call.notation]++;
    known.bodies[call.body]++;
    if (parent) known.parents.push(parent.name.toLowerCase());
    countArguments(call, page, known.arguments);
    const rule = findRule(page, call, parent);
    const id = rule?.id ?? 'unmapped';
    const use = known.rules.get(id);
    if (use) use.calls++;
    else known.rules.set(id, { as: rule?.as ?? policyOf(name), calls: 1 });
  };
  return {
    add: (page) => {
      const pending: { call: CallTree; parent?: CallTree }[] = page.calls.map((call) => ({ call })).toReversed();
      for (let next = pending.pop(); next; next = pending.pop()) {
        const { call, parent } = next;
        count(call, page, parent);
        append(pending, call.calls.map((child) => ({ call: child, parent: call })).toReversed());
      }
      eachPlace(page.body, (name, place, block) => {
        const known = shortcodes.get(name.toLowerCase());
        if (known) known.places[place]++;
        if (known && block?.children.some(isFence)) known.fences[block.call.notation]++;
      });
    },
    list: () =>
      [...shortcodes.values()].map(toCounts).toSorted((a, b) => b.calls - a.calls || compareNames(a.name, b.name)),
  };
}

const isFence = (node: FlowContent): boolean => node.type === 'code' && node.notation === 'fenced';

const newShortcode = (first: FilePlace): Shortcode => ({
  spellings: [],
  files: new Set(),
  notations: { standard: 0, markdown: 0 },
  bodies: { paired: 0, selfClosed: 0, none: 0 },
  arguments: new Map(),
  places: { block: 0, text: 0, address: 0, code: 0 },
  parents: [],
  fences: { standard: 0, markdown: 0 },
  first,
  rules: new Map(),
});

function countArguments(call: CallTree, { file }: PageMeta, args: Map<string, Argument>): void {
  const folder = file.slice(0, file.lastIndexOf('/') + 1);
  for (const [at, item] of call.arguments.items.entries()) {
    const name = 'name' in item ? String(item.name) : String(at);
    let known = args.get(name);
    if (!known) args.set(name, (known = { count: 0, types: [], values: new Set(), beside: new Set() }));
    known.count++;
    known.types.push(typeOf(item.value));
    if (known.values.size < MAX_DISTINCT) known.values.add(String(item.value));
    // No page takes itself in: it is the path of another file.
    const beside = folder + String(item.value);
    if (known.beside.size < MAX_DISTINCT) known.beside.add(beside === file ? '' : beside);
  }
}

/** A quoted `"true"` or `"3"` says as much as a bare one. */
function typeOf(value: ArgumentValue): ArgumentType {
  if (typeof value === 'boolean' || value === 'true' || value === 'false') return 'boolean';
  const isNumber = typeof value === 'number' || (value.trim() !== '' && Number.isFinite(Number(value)));
  return isNumber ? 'number' : 'text';
}

const toCounts = (shortcode: Shortcode): CallCounts => ({
  name: mostFrequent(shortcode.spellings),
  calls: shortcode.spellings.length,
  pages: shortcode.files.size,
  notations: shortcode.notations,
  bodies: shortcode.bodies,
  places: shortcode.places,
  arguments: [...shortcode.arguments]
    .map(toArgument)
    .toSorted((a, b) => b.count - a.count || compareNames(a.name, b.name)),
  parents: countBy(shortcode.parents),
  fences: shortcode.fences,
  first: shortcode.first,
  valuesOf: (argument) => [...(shortcode.arguments.get(argument)?.values ?? [])],
  besideOf: (argument) => [...(shortcode.arguments.get(argument)?.beside ?? [])],
  rules: [...shortcode.rules]
    .map(([id, { as, calls }]): RuleUse => ({ id, as, calls }))
    .toSorted((a, b) => b.calls - a.calls),
});

const toArgument = ([name, { count, types, values }]: readonly [string, Argument]): ArgumentUse => ({
  name,
  count,
  types: countBy(types),
  samples: [...values].slice(0, MAX_SAMPLES).map(shorten),
  distinct: values.size,
});

/** A value as a sample: its first line, cut where it is long. */
export function shorten(value: string): string {
  const line = value.split('\n', 1)[0] ?? '';
  return line.length > MAX_SAMPLE_LENGTH || line !== value
    ? `${[...line].slice(0, MAX_SAMPLE_LENGTH).join('')}…`
    : line;
}

function mostFrequent(spellings: readonly string[]): string {
  const [best] = Object.entries(countBy(spellings)).toSorted(([, a], [, b]) => b - a);
  return best?.[0] ?? '';
}
