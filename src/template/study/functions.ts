/** What Hugo's functions make of what they are given. */
import type { Argument, Part, Value } from './value.ts';
import type { Facts } from './facts.ts';
import { seenFromRoot } from './root-address.ts';
import {
  argumentsOf,
  holdsInner,
  isExact,
  isPosition,
  join,
  literal,
  NOTHING,
  other,
  sourcesOf,
  UNKNOWN,
  withDefault,
} from './value.ts';

type Apply = (args: readonly Value[], facts: Facts) => Value;

const first = (args: readonly Value[]): Value => args[0] ?? NOTHING;
const last = (args: readonly Value[]): Value => args.at(-1) ?? NOTHING;

/** The value that a function only dresses: the operand that is not written in the template. */
const dressed: Apply = (args) => args.findLast(({ type }) => type !== 'literal') ?? first(args);

const rooted: Apply = (args, facts) => seenFromRoot(dressed(args, facts));

/** A function that asks about its operands. */
const asks: Apply = (args, facts) => {
  for (const value of args) facts.decide(value);
  return other(...args);
};

const compares: Apply = (args, facts) => {
  for (const value of args) facts.compare(value, args);
  return asks(args, facts);
};

/** `split .Inner "<--->"`: the inner content is cut into parts where a text stands. */
const cuts: Apply = (args, facts) => {
  const [value = NOTHING, separator] = args;
  if (!holdsInner(value)) return other(...args);
  if (separator?.type === 'literal' && String(separator.value).trim().length > 1)
    facts.cut ??= String(separator.value).trim();
  return { type: 'list', items: [value] };
};

const contains: Apply = (args, facts) => {
  const known = args.flatMap((value) => (value.type === 'list' ? value.items : []));
  for (const value of args) facts.compare(value, known);
  return asks(args, facts);
};

const numbers: Apply = (args, facts) => {
  for (const value of args) facts.number(value);
  return args.length === 1 ? first(args) : other(...args);
};

const concat: Apply = (args) => ({ type: 'text', parts: args.map(partOf) });

/** Text in place of what is written in the template. */
const partOf = (value: Value): Part =>
  value.type === 'literal' ? (value.value === null ? '' : String(value.value)) : value;

/** `%s`, `%v`, `%d`, `%q` take the operands in turn. */
const format: Apply = ([pattern, ...args]) => {
  if (pattern?.type !== 'literal') return other(...args);
  const parts: Part[] = [];
  let at = 0;
  const [before = '', ...verbs] = String(pattern.value).split('%');
  parts.push(before);
  for (const verb of verbs) parts.push(partOf(args[at++] ?? NOTHING), verb.slice(1));
  return { type: 'text', parts: parts.filter((part) => part !== '') };
};

/** Marks arguments and inner content as read in one way. */
const reads =
  (read: 'markdown' | 'plain'): Apply =>
  (args, facts) => {
    const value = args.findLast((one) => one.type === 'argument' || holdsInner(one)) ?? last(args);
    if (holdsInner(value)) facts.treatInner(read);
    if (value.type === 'argument') return { ...value, read };
    return value.type === 'inner' ? { type: 'inner', treatment: read } : value;
  };

const escapes: Apply = (args, facts) => {
  const value = dressed(args, facts);
  if (value.type !== 'inner') return value;
  facts.treatInner('raw');
  return { type: 'inner', treatment: 'raw' };
};

const highlights: Apply = ([code = NOTHING, lang = NOTHING, options = NOTHING], facts) => {
  if (holdsInner(code)) facts.treatInner('code');
  return { type: 'code', code, lang, options };
};

function index([collection = NOTHING, ...keys]: readonly Value[], facts: Facts): Value {
  let value = collection;
  for (const key of keys) value = itemOf(value, key, facts);
  return value;
}

/** What stands in a collection under a key that may itself come from an argument. */
function itemOf(collection: Value, key: Value, facts: Facts): Value {
  if (key.type === 'literal') return memberOf(collection, String(key.value), facts);
  if (collection.type === 'lookup') {
    const [from] = isExact(key) ? argumentsOf(key) : [];
    return from ? { type: 'lookup', path: `${collection.path}.\${${from.names.join('|')}}` } : other(key);
  }
  if (collection.type === 'map') {
    facts.compare(key, [...collection.entries.keys()].map(literal));
    return other(key, ...collection.entries.values());
  }
  return other(collection, key);
}

/** What a value has under a name: `.Params.title`, `(dict "a" 1).a`. */
export function memberOf(value: Value, name: string, facts: Facts): Value {
  switch (value.type) {
    case 'parameters':
    case 'parentParameters':
      return argument([name], value.type === 'parameters' ? 'call' : 'parent', facts);
    case 'map':
      return value.entries.get(name) ?? value.entries.get(name.toLowerCase()) ?? NOTHING;
    case 'list':
      return value.items[Number(name)] ?? other(...value.items);
    case 'lookup':
      return { type: 'lookup', path: `${value.path}.${name}` };
    default:
      return other(value);
  }
}

/** An argument by its name or position, noted. */
export function argument(names: readonly string[], of: Argument['of'], facts: Facts): Argument {
  const made: Argument = { type: 'argument', names, of };
  facts.note(made);
  return made;
}

/** A value that is one of several, noted: the names in it stand for one argument. */
export function joinAll(values: readonly Value[], facts: Facts): Value {
  const joined = values.reduce(join, NOTHING);
  if (joined.type === 'argument') facts.note(joined);
  return joined;
}

const dict: Apply = (args) => {
  const entries = new Map<string, Value>();
  for (let at = 0; at + 1 < args.length; at += 2) {
    const key = args[at];
    if (key?.type === 'literal') entries.set(String(key.value), args[at + 1] ?? NOTHING);
  }
  return { type: 'map', entries };
};

const defaults: Apply = ([fallback = NOTHING, value = NOTHING], facts) => {
  const result = value.type === 'argument' ? withDefault(value, fallback) : join(value, fallback);
  if (result.type === 'argument') facts.note(result);
  if (value.type === 'argument' && fallback.type === 'argument' && isOne(value, fallback))
    return joinAll([value, fallback], facts);
  return result;
};

/** A name and a position are two ways to give one argument; two names are two arguments. */
export const isOne = (one: Argument, another: Argument): boolean => [...one.names, ...another.names].some(isPosition);

const choice: Apply = ([condition = NOTHING, ...values], facts) => {
  facts.decide(condition);
  return joinAll(values, facts);
};

const isset: Apply = ([collection = NOTHING, key = NOTHING], facts) => {
  if (key.type === 'literal') memberOf(collection, String(key.value), facts);
  return NOTHING;
};

/** A text in the language of the page; one with values in it is made by the template alone. */
const translates: Apply = ([key = NOTHING, ...values]) => {
  const parts = key.type === 'text' ? key.parts : [partOf(key)];
  const path = values.length > 0 ? undefined : lookupPath(parts);
  return path === undefined ? UNKNOWN : { type: 'lookup', path: `i18n.${path}` };
};

function lookupPath(parts: readonly Part[]): string | undefined {
  let path = '';
  for (const part of parts) {
    if (typeof part === 'string') path += part;
    else if (part.type === 'literal') path += part.value === null ? '' : String(part.value);
    else if (part.type === 'argument' && part.of === 'call' && isExact(part)) path += `\${${part.names.join('|')}}`;
    else return undefined;
  }
  return path;
}

const reads2 = { markdown: reads('markdown'), plain: reads('plain') };
const file: Apply = (args, facts) => (facts.asked.add('readFile'), { type: 'file', of: last(args) });
const resource: Apply = (args) => ({ type: 'resource', of: first(args) });
const fails: Apply = (_, facts) => {
  facts.errors++;
  return NOTHING;
};

/** By the last part of a function's name: `strings.Trim` and `trim` are alike. */
const FUNCTIONS: Readonly<Record<string, Apply>> = {
  default: defaults,
  // What is asked for together is one argument only where it is used as one.
  or: (args) => args.reduce(join, NOTHING),
  and: (args, facts) => (asks(args.slice(0, -1), facts), last(args)),
  cond: choice,
  conditional: choice,
  not: asks,
  len: asks,
  isset,
  eq: compares,
  ne: compares,
  gt: compares,
  ge: compares,
  lt: compares,
  le: compares,
  in: contains,
  hasprefix: compares,
  hassuffix: compares,
  contains: compares,
  index: (args, facts) => index(args, facts),
  dict,
  dictionary: dict,
  split: cuts,
  slice: (items) => ({ type: 'list', items }),
  merge: (args) => args.reduce(join, NOTHING),
  markdownify: reads2.markdown,
  renderstring: reads2.markdown,
  plainify: reads2.plain,
  htmlescape: escapes,
  jsonify: escapes,
  highlight: highlights,
  highlightcodeblock: highlights,
  int: numbers,
  float: numbers,
  add: numbers,
  sub: numbers,
  mul: numbers,
  div: numbers,
  printf: format,
  print: concat,
  println: concat,
  joinpath: concat,
  t: translates,
  i18n: translates,
  translate: translates,
  relurl: rooted,
  absurl: rooted,
  rellangurl: rooted,
  abslangurl: rooted,
  readfile: file,
  errorf: fails,
  erroridf: fails,
};

/** Functions that give back what they are given, in other clothes. */
const DRESSING = new Set(
  'safehtml safeurl safecss safejs safehtmlattr htmlunescape string tostring trim trimspace trimleft trimright chomp emojify markdownifyinline'.split(
    ' ',
  ),
);

/** Functions that give back something like what they are given: enough to know it again, not what readers see. */
const ALTERING = new Set(
  'trimprefix trimsuffix lower tolower upper toupper title totitle humanize anchorize urlize urlquery replace replaceall replacere firstupper md5 clean base'.split(
    ' ',
  ),
);

/** What a function alters, with what it puts into it. */
const altered: Apply = (args, facts) => {
  const value = dressed(args, facts);
  const added = args.filter((one) => one !== value && sourcesOf(one).length > 0);
  if (added.length > 0) return other(value, ...added);
  return value.type === 'argument' || value.type === 'lookup' ? { ...value, altered: true } : value;
};

const RESOURCES = new Set(['resources.Get', 'resources.GetMatch', 'resources.GetRemote', 'resources.ByType']);

/** The value of a function call; what is not known is made of its operands. */
export function callFunction(name: string, args: readonly Value[], facts: Facts): Value {
  if (RESOURCES.has(name)) return resource(args, facts);
  const short = name.slice(name.lastIndexOf('.') + 1).toLowerCase();
  if (short === 'ref' || short === 'relref') {
    return { type: 'reference', of: last(args), address: short === 'ref' ? 'absolute' : 'relative' };
  }
  if (DRESSING.has(short)) return dressed(args, facts);
  if (ALTERING.has(short)) return altered(args, facts);
  const apply = Object.hasOwn(FUNCTIONS, short) ? FUNCTIONS[short] : undefined;
  return apply ? apply(args, facts) : other(...args);
}
