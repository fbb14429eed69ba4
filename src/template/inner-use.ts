/** What a shortcode's template does with the inner content of its calls. */
import type { InnerReading } from '../model/nodes.ts';
import type { Command, Operand, Pipeline, TemplateNode } from './tree.ts';

export interface InnerUse {
  /** Hugo's rule: the template mentions `.Inner` or `.InnerDeindent`, itself or through `{{ template }}`. */
  readonly usesInner: boolean;
  /** Whether it is taken without the indentation of the call. */
  readonly deindents: boolean;
  /** What becomes of it; `undefined` where it goes to a partial or the like. */
  readonly reading: InnerReading | undefined;
  /** Whether some calls have it as code and others do not. */
  readonly isCodeAtTimes: boolean;
}

/** The body of a named template; `undefined` where there is none of the name. */
export type TemplateLookup = (name: string) => readonly TemplateNode[] | undefined;

const INNER = new Set(['Inner', 'InnerDeindent']);
const MARKDOWN = new Set(['markdownify', 'Markdownify', 'RenderString']);
const CODE = new Set(['highlight', 'Highlight', 'HighlightCodeBlock']);
const ESCAPING = new Set(['htmlEscape', 'HTMLEscape', 'plainify', 'Plainify', 'jsonify', 'Jsonify']);
/** Functions whose answer is no longer the text. */
const ASKING = new Set([
  'len',
  'eq',
  'ne',
  'in',
  'gt',
  'ge',
  'lt',
  'le',
  'not',
  'countwords',
  'countrunes',
  'hasPrefix',
  'hasSuffix',
  'HasPrefix',
  'HasSuffix',
  'Contains',
  'CountWords',
]);
/** Calls that put the text away for somebody else. */
const PASSING = new Set(['partial', 'partialCached', 'return', 'Set', 'Add', 'SetInMap', 'errorf', 'warnf', 'Include']);
const RAW_ELEMENTS = ['pre', 'script', 'style', 'textarea', 'code'];

type Found = 'markdown' | 'code' | 'raw' | 'html' | 'passed';

/** Reads a template's body and the templates that it calls. */
export function findInnerUse(body: readonly TemplateNode[], lookup: TemplateLookup): InnerUse {
  const found = new Set<Found>();
  let usesInner = false;
  let deindents = false;
  const visited = new Set<string>();
  const pending = [body];
  for (let nodes = pending.pop(); nodes; nodes = pending.pop()) {
    const state: State = { found, variables: new Set(), dot: 'other', rawElement: '', ...UNUSED, calls: [] };
    readNodes(nodes, state);
    usesInner ||= state.usesInner;
    deindents ||= state.deindents;
    for (const name of state.calls) {
      if (visited.has(name)) continue;
      visited.add(name);
      const called = lookup(name);
      if (called) pending.push(called);
    }
  }
  const reading = decide(found);
  return { usesInner, deindents, reading, isCodeAtTimes: reading === 'code' && found.size > 1 };
}

const UNUSED = { usesInner: false, deindents: false };

function decide(found: ReadonlySet<Found>): InnerReading | undefined {
  for (const reading of ['markdown', 'code', 'raw', 'html'] as const) if (found.has(reading)) return reading;
  return undefined;
}

/** What a value is: the inner text, the inner text with its markup made harmless, or something else. */
type Holding = 'inner' | 'escaped' | 'other';

interface State {
  readonly found: Set<Found>;
  /** Variables that hold the inner content. */
  readonly variables: Set<string>;
  readonly calls: string[];
  dot: Holding;
  /** The element in whose text the template is, of those that show their content as it is. */
  rawElement: string;
  usesInner: boolean;
  deindents: boolean;
}

function readNodes(nodes: readonly TemplateNode[], state: State): void {
  for (const node of nodes) readNode(node, state);
}

function readNode(node: TemplateNode, state: State): void {
  switch (node.type) {
    case 'text':
      state.rawElement = elementAfter(node.value, state.rawElement);
      return;
    case 'action':
      readOutput(node.pipeline, state);
      return;
    case 'conditional':
      for (const { keyword, pipeline, body } of node.branches) {
        const held = readPipeline(pipeline, state);
        withDot(keyword === 'with' ? held : state.dot, body, state);
      }
      if (node.otherwise) readNodes(node.otherwise, state);
      return;
    case 'range':
      readPipeline(node.pipeline, state);
      withDot('other', node.body, state);
      if (node.otherwise) readNodes(node.otherwise, state);
      return;
    case 'block':
    case 'template':
      if (node.pipeline.commands.length > 0 && readPipeline(node.pipeline, state) !== 'other')
        state.found.add('passed');
      state.calls.push(node.name);
      return;
    default:
  }
}

function withDot(dot: Holding, body: readonly TemplateNode[], state: State): void {
  const around = state.dot;
  state.dot = dot;
  readNodes(body, state);
  state.dot = around;
}

function readOutput(pipeline: Pipeline, state: State): void {
  if (isOldStyle(pipeline)) state.found.add('markdown');
  const held = readPipeline(pipeline, state);
  if (held !== 'other' && !pipeline.assigns)
    state.found.add(held === 'escaped' || state.rawElement !== '' ? 'raw' : 'html');
}

/** A template may ask for Hugo's ways before 0.55, when inner content went through Markdown first. */
const isOldStyle = ({ assigns, commands }: Pipeline): boolean =>
  assigns?.variables[0] === '$_hugo_config' &&
  commands.some(({ operands }) =>
    operands.some((operand) => operand.type === 'string' && operand.value.includes('"version": 1')),
  );

/** What a pipeline yields; a variable that it assigns holds it from here on. */
function readPipeline(pipeline: Pipeline, state: State): Holding {
  let held: Holding = 'other';
  for (const command of pipeline.commands) held = readCommand(command, held, state);
  if (pipeline.assigns && held !== 'other') for (const name of pipeline.assigns.variables) state.variables.add(name);
  return held;
}

function readCommand({ operands }: Command, piped: Holding, state: State): Holding {
  const all = [...operands.map((operand) => readOperand(operand, state)), piped];
  const held = all.find((holding) => holding !== 'other') ?? 'other';
  if (held === 'other') return held;
  const name = nameOf(operands[0]);
  if (MARKDOWN.has(name)) state.found.add('markdown');
  else if (CODE.has(name)) state.found.add('code');
  else if (PASSING.has(name)) state.found.add('passed');
  else if (ESCAPING.has(name)) return 'escaped';
  else return ASKING.has(name) ? 'other' : held;
  return 'other';
}

/** The function or method that an operand calls where it comes first. */
function nameOf(operand: Operand): string {
  if (operand.type === 'function') return operand.path.at(-1) ?? operand.name;
  return 'path' in operand ? (operand.path.at(-1) ?? '') : '';
}

function readOperand(operand: Operand, state: State): Holding {
  switch (operand.type) {
    case 'dot':
      return state.dot;
    case 'field':
    case 'variable':
      if (operand.path.some((name) => INNER.has(name))) {
        state.usesInner = true;
        state.deindents ||= operand.path.includes('InnerDeindent');
        return 'inner';
      }
      return operand.type === 'variable' && state.variables.has(operand.name) ? 'inner' : 'other';
    case 'pipeline':
      return readPipeline(operand.pipeline, state);
    default:
      return 'other';
  }
}

/** Which of the elements that show their content as it is are open behind a piece of the template's text. */
function elementAfter(text: string, before: string): string {
  const lower = text.toLowerCase();
  let element = before;
  let last = -1;
  for (const name of RAW_ELEMENTS) {
    const open = lower.lastIndexOf(`<${name}`);
    const close = lower.lastIndexOf(`</${name}`);
    if (open > close && open > last) {
      element = name;
      last = open;
    } else if (name === element && close > open) {
      element = '';
    }
  }
  return element;
}
