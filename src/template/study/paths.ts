/** Fields and methods: `.Get "title"`, `.Page.Params.color`, `$.Site.Data.releases`. */
import type { Facts } from './facts.ts';
import type { Value } from './value.ts';
import { argument, callFunction, joinAll, memberOf } from './functions.ts';
import { isExact, literal, NOTHING, other, sourcesOf, UNKNOWN } from './value.ts';

export interface PathContext {
  readonly facts: Facts;
  readonly scratch: Map<string, Value>;
}

/** Methods that change a picture and still are the picture. */
const PICTURE_METHODS = new Set(['Resize', 'Fit', 'Fill', 'Crop', 'Process', 'Filter']);

/** What stands at the end of a path; `args` are the operands of a method there. */
export function followPath(from: Value, path: readonly string[], args: readonly Value[], context: PathContext): Value {
  let value = from;
  for (const [at, name] of path.entries()) {
    if (name === 'Scratch' || name === 'Store') {
      return useScratch(value.type === 'parent' ? 'parent' : 'own', path.slice(at + 1), args, context);
    }
    value = step(value, name, at === path.length - 1 ? args : [], context.facts);
  }
  return value;
}

function step(value: Value, name: string, args: readonly Value[], facts: Facts): Value {
  switch (value.type) {
    case 'call':
    case 'parent':
      return memberOfCall(value.type, name, args, facts);
    case 'page':
      return memberOfPage(name, args, facts);
    case 'site':
      return memberOfSite(name, args);
    case 'resource':
      if (name === 'Content') return fileOf(value.of, facts);
      return name === 'RelPermalink' || name === 'Permalink'
        ? value.of
        : PICTURE_METHODS.has(name)
          ? value
          : other(value);
    case 'pages':
      return /^(?:Get|GetMatch|ByName)$/.test(name)
        ? { type: 'resource', of: withoutStars(args[0] ?? NOTHING) }
        : value;
    case 'otherPage':
      return memberOfOtherPage(value.of, name, facts);
    case 'literal':
      return UNKNOWN;
    default:
      return memberOf(value, name, facts);
  }
}

/** What a pattern such as `**diagram*` looks for. */
function withoutStars(pattern: Value): Value {
  if (pattern.type !== 'text') return pattern;
  const parts = pattern.parts.filter((part) => typeof part !== 'string' || !/^[*/]*$/.test(part));
  const [only] = parts;
  return parts.length === 1 && typeof only === 'object' ? only : { type: 'text', parts };
}

function fileOf(of: Value, facts: Facts): Value {
  facts.asked.add('readFile');
  return { type: 'file', of };
}

function memberOfCall(of: 'call' | 'parent', name: string, args: readonly Value[], facts: Facts): Value {
  const owner = of === 'call' ? 'call' : 'parent';
  switch (name) {
    case 'Get': {
      const [key] = args;
      if (of === 'parent' && key !== undefined && key.type !== 'literal') facts.positions.add('parent');
      return key?.type === 'literal' ? argument([String(key.value)], owner, facts) : other(...args);
    }
    case 'Params':
      return { type: of === 'call' ? 'parameters' : 'parentParameters' };
    case 'Inner':
    case 'InnerDeindent':
      if (of === 'parent') return UNKNOWN;
      facts.mentionsInner = true;
      return { type: 'inner', treatment: 'html' };
    case 'Parent':
      facts.asked.add('parent');
      return { type: 'parent' };
    case 'Page':
      return { type: 'page' };
    case 'Site':
      return { type: 'site' };
    case 'Ref':
    case 'RelRef':
      return callFunction(name, args, facts);
    default:
      return UNKNOWN;
  }
}

function memberOfPage(name: string, args: readonly Value[], facts: Facts): Value {
  switch (name) {
    case 'Params':
      return { type: 'lookup', path: 'page.params' };
    case 'Param': {
      // Hugo asks the page first, then the site.
      const key = keyOf(args[0]);
      const paths = key === undefined ? [] : [`page.params.${key}`, `site.params.${key}`];
      return other(...paths.map((path): Value => ({ type: 'lookup', path })), ...(key === undefined ? args : []));
    }
    case 'Title':
      return { type: 'lookup', path: 'page.title' };
    case 'Site':
      return { type: 'site' };
    case 'Page':
      return { type: 'page' };
    case 'Resources':
    case 'Pages':
    case 'RegularPages':
    case 'RegularPagesRecursive':
    case 'Sections':
      return { type: 'pages' };
    case 'GetPage':
      return { type: 'otherPage', of: args[0] ?? NOTHING };
    case 'Ref':
    case 'RelRef':
    case 'RenderString':
      return callFunction(name, args, facts);
    default:
      return UNKNOWN;
  }
}

/** A key that a mapping can say: a literal, or the argument that it comes from. */
function keyOf(key: Value | undefined): string | undefined {
  if (key?.type === 'literal') return String(key.value);
  return key?.type === 'argument' && key.of === 'call' && isExact(key) ? `\${${key.names.join('|')}}` : undefined;
}

function memberOfSite(name: string, args: readonly Value[]): Value {
  switch (name) {
    case 'Params':
      return { type: 'lookup', path: 'site.params' };
    case 'Data':
      return { type: 'lookup', path: 'site.data' };
    case 'Title':
      return { type: 'lookup', path: 'site.title' };
    case 'BaseURL':
      return { type: 'lookup', path: 'site.baseURL' };
    case 'GetPage':
      return { type: 'otherPage', of: args[0] ?? NOTHING };
    case 'Pages':
    case 'RegularPages':
    case 'Sections':
      return { type: 'pages' };
    default:
      return UNKNOWN;
  }
}

function memberOfOtherPage(of: Value, name: string, facts: Facts): Value {
  if (name === 'RelPermalink' || name === 'Permalink') {
    return { type: 'reference', of, address: name === 'Permalink' ? 'absolute' : 'relative' };
  }
  if (name === 'Content' || name === 'RawContent' || name === 'RenderShortcodes' || name === 'Plain') {
    facts.asked.add('GetPage');
    return { type: 'file', of };
  }
  return other(of);
}

function useScratch(
  of: 'own' | 'parent',
  path: readonly string[],
  args: readonly Value[],
  context: PathContext,
): Value {
  const [key = NOTHING, ...values] = args;
  const name = `${of} ${key.type === 'literal' ? String(key.value) : ''}`;
  switch (path.at(-1)) {
    case 'Set':
    case 'Add':
    case 'SetInMap': {
      const value = values.at(-1) ?? NOTHING;
      // What was there before may still be: a branch that is not taken sets nothing.
      context.scratch.set(name, joinAll([context.scratch.get(name) ?? NOTHING, value], context.facts));
      if (of === 'parent') context.facts.handedUp.push(value);
      if (sourcesOf(value).some(({ type }) => type === 'inner')) context.facts.treatInner('passed');
      return NOTHING;
    }
    case 'Get':
      return context.scratch.get(name) ?? UNKNOWN;
    default:
      return literal(null);
  }
}
