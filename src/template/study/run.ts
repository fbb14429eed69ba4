/**
 * Runs a shortcode's template without a call: every branch is taken, and arguments and inner content stand for themselves in
 * what it prints.
 */
import type { Branch, Command, Conditional, Operand, Pipeline, Range, TemplateNode } from '../tree.ts';
import type { TemplateStore } from '../templates.ts';
import type { Facts } from './facts.ts';
import type { Argument, Part, Value } from './value.ts';
import { createFacts } from './facts.ts';
import { callFunction, isOne } from './functions.ts';
import { followPath } from './paths.ts';
import { createScopes, type Scopes } from './scopes.ts';
import { argumentsOf, holdsInner, join, literal, NOTHING, other, UNKNOWN, withDefault } from './value.ts';
import { append } from '../../model/append.ts';

export interface Ran {
  /** What it prints; of several branches the one that shows most. */
  readonly parts: readonly Part[];
  readonly facts: Facts;
}

/** A site's partials may call each other without end. */
const MAX_STEPS = 20_000;
const MAX_DEPTH = 12;

/** One template that runs. */
interface Frame {
  readonly scopes: Scopes;
  readonly dot: Value;
  readonly root: Value;
  readonly depth: number;
  /** What the template returns, where it does. */
  readonly result: { value?: Value };
}

interface Run {
  readonly facts: Facts;
  readonly store: TemplateStore;
  /** What `.Scratch` and `.Store` hold, by key. */
  readonly scratch: Map<string, Value>;
  steps: number;
}

export function runTemplate(nodes: readonly TemplateNode[], store: TemplateStore): Ran {
  const run: Run = { facts: createFacts(), store, scratch: new Map(), steps: 0 };
  return { parts: printNodes(nodes, frameOf({ type: 'call' }, 0), run), facts: run.facts };
}

const frameOf = (dot: Value, depth: number): Frame => ({ scopes: createScopes(), dot, root: dot, depth, result: {} });

function printNodes(nodes: readonly TemplateNode[], frame: Frame, run: Run): Part[] {
  const parts: Part[] = [];
  for (const node of nodes) {
    if (++run.steps > MAX_STEPS) break;
    append(parts, printNode(node, frame, run));
  }
  return parts;
}

function printNode(node: TemplateNode, frame: Frame, run: Run): readonly Part[] {
  switch (node.type) {
    case 'text':
      return [node.value];
    case 'action':
      return printAction(node.pipeline, frame, run);
    case 'conditional':
      return printConditional(node, frame, run);
    case 'range':
      return printRange(node, frame, run);
    case 'block':
    case 'template': {
      const dot = node.pipeline.commands.length > 0 ? evaluate(node.pipeline, frame, run) : NOTHING;
      return printTemplate(node.name, dot, frame, run).parts;
    }
    default:
      return [];
  }
}

function printAction(pipeline: Pipeline, frame: Frame, run: Run): readonly Part[] {
  const value = evaluate(pipeline, frame, run);
  if (pipeline.assigns || value === NOTHING) return [];
  run.facts.print(value);
  if (value.type === 'inner' && value.treatment === 'html') run.facts.treatInner('html');
  return [value];
}

function printConditional({ branches, otherwise }: Conditional, frame: Frame, run: Run): readonly Part[] {
  const printed: { readonly parts: readonly Part[]; readonly fails: boolean }[] = [];
  const conditions: Value[] = [];
  const take = (nodes: readonly TemplateNode[], inside: Frame, scopesOf: string): void => {
    const errors = run.facts.errors;
    frame.scopes.enter(scopesOf);
    const parts = printNodes(nodes, inside, run);
    frame.scopes.leave();
    printed.push({ parts, fails: run.facts.errors > errors && weigh(parts) === 0 });
  };
  frame.scopes.enter('condition');
  for (const branch of branches) {
    const condition = evaluate(branch.pipeline, frame, run);
    conditions.push(condition);
    run.facts.decide(condition);
    take(branch.body, branch.keyword === 'with' ? { ...frame, dot: condition } : frame, 'branch');
    if (printed.at(-1)?.fails && isNegative(branch)) run.facts.require(condition);
  }
  if (otherwise) {
    take(otherwise, frame, 'branch');
    if (printed.at(-1)?.fails) for (const condition of conditions) run.facts.require(condition);
  }
  frame.scopes.leave();
  append(run.facts.insteadOfInner, insteadOfInner(printed.map(({ parts }) => parts)));
  const usual = otherwise && branches.every(asksForValue) ? printed.at(-1)?.parts : undefined;
  // What is printed where none of some values is given is the rule, those are the exceptions.
  if (usual?.some((part) => typeof part !== 'string' && holdsInner(part))) return usual;
  const best = printed.reduce<readonly Part[]>((most, { parts }) => (weigh(parts) > weigh(most) ? parts : most), []);
  return orElse(
    best,
    printed.filter(({ parts, fails }) => parts !== best && !fails).map(({ parts }) => parts),
  );
}

/** `{{ with .Get "text" }}{{ . }}{{ else }}Download{{ end }}`: what another branch prints stands in the place of the argument. */
function orElse(best: readonly Part[], others: readonly (readonly Part[])[]): readonly Part[] {
  const only = onlyPart(best);
  if (typeof only !== 'object' || only.type !== 'argument') return best;
  const instead = others.map(valueOfParts).filter((value) => value !== undefined);
  return [instead.reduce<Value>(orInstead, only)];
}

function orInstead(value: Value, instead: Value): Value {
  if (value.type !== 'argument') return value;
  return instead.type === 'argument' && isOne(value, instead) ? join(value, instead) : withDefault(value, instead);
}

/** What is printed, white space around it aside, where it is one thing. */
function onlyPart(parts: readonly Part[]): Part | undefined {
  const [only, ...more] = parts.filter((part) => typeof part !== 'string' || part.trim() !== '');
  return more.length === 0 ? only : undefined;
}

function valueOfParts(parts: readonly Part[]): Value | undefined {
  if (weigh(parts) === 0) return undefined;
  const only = onlyPart(parts);
  return only === undefined ? { type: 'text', parts } : typeof only === 'string' ? literal(only.trim()) : only;
}

/** Whether a branch is taken for one value of many: `if eq .type "tip"`. */
const asksForValue = (branch: Branch): boolean => functionOf(branch) === 'eq' || functionOf(branch) === 'in';

/** The arguments that stand alone in a branch, where another one shows the inner content. */
function insteadOfInner(branches: readonly (readonly Part[])[]): readonly Argument[] {
  const shown = branches.map((parts) => parts.filter((part) => typeof part !== 'string'));
  if (!shown.some((values) => values.some(holdsInner))) return [];
  return shown.flatMap((values) => {
    const [only, ...more] = values.some(holdsInner) ? [] : values.flatMap(argumentsOf);
    return only?.of === 'call' && more.length === 0 ? [only] : [];
  });
}

/** Whether a branch is taken where something is missing: `if not .x`, `if eq .x ""`. */
const isNegative = (branch: Branch): boolean => functionOf(branch) === 'not' || functionOf(branch) === 'eq';

/** The function that a branch's condition calls. */
function functionOf({ pipeline }: Branch): string | undefined {
  const operand = pipeline.commands.at(-1)?.operands[0];
  const inner = operand?.type === 'pipeline' ? operand.pipeline.commands[0]?.operands[0] : operand;
  return inner?.type === 'function' ? inner.name : undefined;
}

/** How much a part of the output shows: the inner content most of all, then arguments, then text. */
function weigh(parts: readonly Part[]): number {
  let weight = 0;
  for (const part of parts) {
    if (typeof part === 'string') weight += part.trim().length;
    else if (part.type === 'text') weight += weigh(part.parts);
    else weight += holdsInner(part) ? 1000 : 20 * (1 + argumentsOf(part).length);
  }
  return weight;
}

function printRange({ pipeline, body, otherwise }: Range, frame: Frame, run: Run): readonly Part[] {
  frame.scopes.enter('branch');
  const collection = evaluate(pipeline, frame, run);
  const item = collection.type === 'list' ? (collection.items[0] ?? NOTHING) : other(collection);
  const variables = pipeline.assigns?.variables ?? [];
  // Of two the first is a number or a key.
  for (const [at, name] of variables.entries()) frame.scopes.declare(name, at < variables.length - 1 ? UNKNOWN : item);
  if (collection.type === 'pages') run.facts.asked.add('pages');
  if (collection.type === 'parameters') run.facts.positions.add('own');
  const parts = printNodes(body, { ...frame, dot: item }, run);
  const rest = otherwise ? printNodes(otherwise, frame, run) : [];
  frame.scopes.leave();
  return weigh(rest) > weigh(parts) ? rest : parts;
}

/** Runs another template with `dot` as its context. */
function printTemplate(
  name: string,
  dot: Value,
  { depth }: Frame,
  run: Run,
): { readonly parts: readonly Part[]; readonly returned?: Value; readonly found: boolean } {
  const body = depth < MAX_DEPTH ? run.store.find(name) : undefined;
  if (!body) return { parts: [], found: false };
  const frame = frameOf(dot, depth + 1);
  const parts = printNodes(body, frame, run);
  return { parts, found: true, ...(frame.result.value && { returned: frame.result.value }) };
}

/** The value of a pipeline; the variables that it assigns hold it. */
function evaluate(pipeline: Pipeline, frame: Frame, run: Run): Value {
  let value: Value | undefined;
  for (const command of pipeline.commands) value = evaluateCommand(command, value, frame, run);
  const result = value ?? NOTHING;
  if (pipeline.assigns && result.type === 'argument') run.facts.note(result);
  for (const name of pipeline.assigns?.variables ?? []) {
    if (pipeline.assigns?.kind === 'declare') frame.scopes.declare(name, result);
    else frame.scopes.set(name, result, run.facts);
  }
  return result;
}

function evaluateCommand({ operands }: Command, piped: Value | undefined, frame: Frame, run: Run): Value {
  if (++run.steps > MAX_STEPS) return NOTHING;
  const [head, ...rest] = operands;
  const args = [...rest.map((operand) => valueOf(operand, [], frame, run)), ...(piped ? [piped] : [])];
  return valueOf(head, args, frame, run);
}

/** The value of an operand; one that is a function or a method is called with `args`. */
function valueOf(operand: Operand, args: readonly Value[], frame: Frame, run: Run): Value {
  const follow = (from: Value, path: readonly string[]): Value => followPath(from, path, args, run);
  switch (operand.type) {
    case 'dot':
      return frame.dot;
    case 'nil':
      return literal(null);
    case 'field':
      return follow(frame.dot, operand.path);
    case 'variable':
      return follow(operand.name === '$' ? frame.root : frame.scopes.get(operand.name), operand.path);
    case 'pipeline':
      return follow(evaluate(operand.pipeline, frame, run), operand.path);
    case 'function':
      return call(operand, args, frame, run);
    case 'number':
      return literal(Number(operand.value));
    default:
      return literal(operand.value);
  }
}

type FunctionOperand = Extract<Operand, { type: 'function' }>;

function call({ name, path }: FunctionOperand, args: readonly Value[], frame: Frame, run: Run): Value {
  if (name === 'site' || name === 'page') return followPath({ type: name }, path, args, run);
  if (name === 'hugo') return path[0] === 'Data' ? followPath({ type: 'site' }, path, args, run) : UNKNOWN;
  const full = [name, ...path].join('.');
  if (
    full === 'partial' ||
    full === 'partialCached' ||
    full === 'partials.Include' ||
    full === 'partials.IncludeCached'
  ) {
    return callPartial(args, frame, run);
  }
  if (full === 'return') {
    frame.result.value = join(frame.result.value ?? NOTHING, args[0] ?? NOTHING);
    return NOTHING;
  }
  return callFunction(full, args, run.facts);
}

function callPartial([name, dot = NOTHING]: readonly Value[], frame: Frame, run: Run): Value {
  if (name?.type !== 'literal') return other(dot);
  const path = `partials/${String(name.value)}`;
  const isFile = path.includes('.', path.lastIndexOf('/'));
  const { parts, returned, found } = printTemplate(isFile ? path : `${path}.html`, dot, frame, run);
  if (!found) {
    if (holdsInner(dot) || dot.type === 'call') run.facts.treatInner('passed');
    return other(dot);
  }
  return returned ?? { type: 'text', parts };
}
