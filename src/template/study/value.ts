/** What a template's expressions stand for, as far as it matters for what a shortcode means. */
import type { InnerTreatment } from '../../model/shortcode-study.ts';

export type Scalar = string | number | boolean;

export interface Argument {
  readonly type: 'argument';
  readonly names: readonly string[];
  readonly of: 'call' | 'parent';
  readonly default?: Scalar;
  /** What stands in its place where it is not given, and is no literal. */
  readonly otherwise?: Value;
  readonly read?: 'markdown' | 'plain';
  /** What comes out is not what the call says: `lower`, `replace`. */
  readonly altered?: true;
  /** What it is seen from where it is a relative address: `relURL`, `printf "/img/%s"`. */
  readonly base?: string;
}

export type Value =
  /** The shortcode call, the one around it, its arguments, its page, the site. */
  | { readonly type: 'call' | 'parent' | 'parameters' | 'parentParameters' | 'page' | 'site' }
  | Argument
  | { readonly type: 'inner'; readonly treatment: InnerTreatment }
  | { readonly type: 'literal'; readonly value: Scalar | null }
  | { readonly type: 'map'; readonly entries: ReadonlyMap<string, Value> }
  | { readonly type: 'list'; readonly items: readonly Value[] }
  /** `site.params.x`, `page.params.x`, `site.data.x`, with `${0}` for an argument. */
  | { readonly type: 'lookup'; readonly path: string; readonly altered?: true }
  /** Text that is put together, markup included. */
  | { readonly type: 'text'; readonly parts: readonly Part[] }
  /** Highlighted code. */
  | { readonly type: 'code'; readonly code: Value; readonly lang: Value; readonly options: Value }
  /** A file of the site that an argument names; its content; another page. */
  | { readonly type: 'resource'; readonly of: Value }
  | { readonly type: 'file'; readonly of: Value }
  | { readonly type: 'otherPage'; readonly of: Value }
  /** The address of another page. */
  | { readonly type: 'reference'; readonly of: Value; readonly address: 'absolute' | 'relative' }
  /** Pages that the template lists. */
  | { readonly type: 'pages' }
  /** Something else that was made of these. */
  | { readonly type: 'other'; readonly made: readonly Value[] };

/** A piece of what a template prints. */
export type Part = string | Value;

/** What prints nothing, and what prints something that says nothing here. */
export const literal = (value: Scalar | null): Value => ({ type: 'literal', value });

export const NOTHING: Value = literal(null);
export const UNKNOWN: Value = { type: 'other', made: [] };

/** Values that may stand in for one of their parts are not kept deeper than this. */
const MAX_MADE = 8;

export const other = (...made: readonly Value[]): Value => {
  const kept = made.flatMap((value) => (value.type === 'other' ? value.made : [value])).filter(isTelling);
  return kept.length === 0 ? UNKNOWN : { type: 'other', made: kept.slice(0, MAX_MADE) };
};

const isTelling = ({ type }: Value): boolean =>
  type !== 'literal' && type !== 'call' && type !== 'page' && type !== 'site';

/** A position stands behind a name: names say more. */
const sortNames = (names: Iterable<string>): string[] =>
  [...new Set(names)].toSorted((a, b) => Number(isPosition(a)) - Number(isPosition(b)));

export const isPosition = (name: string): boolean => /^\d+$/.test(name);

/** A value that is one or the other, by what the template finds when it runs. */
export function join(first: Value, second: Value): Value {
  if (first === second || isNothing(second)) return first;
  if (isNothing(first)) return second;
  if (first.type !== 'argument' && isUnknown(second)) return first;
  if (second.type !== 'argument' && isUnknown(first)) return second;
  if (first.type === 'argument' && second.type === 'argument' && first.of === second.of) {
    const fallback = first.default ?? second.default;
    const otherwise = first.otherwise ?? second.otherwise;
    const read = first.read ?? second.read;
    const base = first.base ?? second.base;
    return {
      type: 'argument',
      of: first.of,
      names: sortNames([...first.names, ...second.names]),
      ...(fallback !== undefined && { default: fallback }),
      ...(otherwise && fallback === undefined && { otherwise }),
      ...(read && { read }),
      ...((first.altered ?? second.altered) && { altered: true }),
      ...(base !== undefined && { base }),
    };
  }
  const based = first.type === 'argument' ? withBaseIn(second, first) : withBaseIn(first, second);
  if (based) return based;
  if (first.type === 'argument') return withDefault(first, second);
  if (second.type === 'argument') return withDefault(second, first);
  if (first.type === 'inner' || second.type === 'inner') return first.type === 'inner' ? first : second;
  if (first.type === 'map' && second.type === 'map') return joinMaps(first.entries, second.entries);
  return first.type === second.type && first.type !== 'literal' ? first : other(first, second);
}

/** `/%s` where an address does not begin with a slash, and the address itself where it does. */
function withBaseIn(text: Value, argument: Value): Argument | undefined {
  if (text.type !== 'text' || argument.type !== 'argument') return undefined;
  const [base, own, ...more] = text.parts;
  const isSame = typeof own === 'object' && own.type === 'argument' && own.names.join('|') === argument.names.join('|');
  const isBase = typeof base === 'string' && base.startsWith('/') && base.endsWith('/');
  return isBase && isSame && more.length === 0 ? { ...argument, base } : undefined;
}

function joinMaps(first: ReadonlyMap<string, Value>, second: ReadonlyMap<string, Value>): Value {
  const entries = new Map(first);
  for (const [key, value] of second) entries.set(key, join(entries.get(key) ?? NOTHING, value));
  return { type: 'map', entries };
}

/** An argument and what counts where it is not given. */
export function withDefault(argument: Argument, fallback: Value): Value {
  if (isNothing(fallback) || argument.otherwise) return argument;
  if (fallback.type === 'literal') {
    return argument.default !== undefined || fallback.value === null
      ? argument
      : { ...argument, default: fallback.value };
  }
  if (argument.default !== undefined && argumentsOf(fallback).length === 0) return argument;
  // What is made of the argument itself is there only where it is given.
  const isMadeOfIt = argumentsOf(fallback).some(({ names }) => names.some((name) => argument.names.includes(name)));
  return isMadeOfIt ? argument : { ...argument, otherwise: fallback };
}

const isUnknown = (value: Value): boolean => value.type === 'other' && value.made.length === 0;

const isNothing = (value: Value): boolean =>
  value.type === 'literal' && (value.value === '' || value.value === null || value.value === false);

/** The arguments and the inner content that went into a value. */
export function sourcesOf(value: Value): readonly Value[] {
  switch (value.type) {
    case 'argument':
    case 'inner':
      return [value];
    case 'text':
      return value.parts.flatMap((part) => (typeof part === 'string' ? [] : sourcesOf(part)));
    case 'list':
      return value.items.flatMap(sourcesOf);
    case 'map':
      return [...value.entries.values()].flatMap(sourcesOf);
    case 'code':
      return [value.code, value.lang, value.options].flatMap(sourcesOf);
    case 'resource':
    case 'file':
    case 'otherPage':
    case 'reference':
      return sourcesOf(value.of);
    case 'other':
      return value.made.flatMap(sourcesOf);
    default:
      return [];
  }
}

export const argumentsOf = (value: Value): readonly Argument[] =>
  sourcesOf(value).filter((source) => source.type === 'argument');

/** The names of all arguments that come out in what is printed. */
export const namesIn = (parts: readonly Part[]): readonly string[] =>
  parts.flatMap((part) => (typeof part === 'string' ? [] : argumentsOf(part).flatMap(({ names }) => names)));

/** Whether what comes out is what the call, the page or the site says, letter for letter. */
export const isExact = (value: Value): boolean =>
  value.type === 'text'
    ? value.parts.every((part) => typeof part === 'string' || isExact(part))
    : value.type !== 'other' && !('altered' in value && value.altered);

/** Whether the inner content of the call is in it. */
export const holdsInner = (value: Value): boolean => sourcesOf(value).some(({ type }) => type === 'inner');
