/** YAML with places: the value of a file, and where each part of it stands. */
import type { Alias, Document, Node, Pair, YAMLError } from 'yaml';
import { isAlias, isMap, isScalar, isSeq, parseDocument } from 'yaml';
import type { SyntaxRemedy } from '../../diagnostics/codes/mapping-file.ts';
import type { Collector } from '../../diagnostics/diagnostic.ts';
import type { Place } from '../../model/place.ts';
import { indexLines, placeAt } from '../../model/place.ts';

/** What a YAML file is: its findings have codes of their own. */
export type FileKind = 'mapping' | 'config';

export type YamlValue = string | number | boolean | null | readonly YamlValue[] | { readonly [key: string]: YamlValue };

/** A path into a value: keys and indexes, all as text. */
export type Path = readonly string[];

/** The name of a place in a mapping, as in `shortcodes.figure.src` or `elements[0]`. */
export const nameOf = (path: Path): string =>
  path.map((step, at) => (/^\d+$/.test(step) && at > 0 ? `[${step}]` : at > 0 ? `.${step}` : step)).join('');

export interface YamlFile {
  readonly value: YamlValue;
  /** Where the value at `path` stands, or its key; of a path that does not exist, the nearest part that does. */
  placeOf(path: Path, part?: 'key' | 'value'): Place;
}

/** A mapping with more parts than this, aliases written out, or deeper than this is not one that a person wrote. */
const MAX_NODES = 200_000;
const MAX_DEPTH = 60;

interface Budget {
  nodes: number;
  tooDeep: boolean;
  unknownAlias: Alias | undefined;
}

const TOO_DEEP = 'it is nested too deeply';

/** Reads a YAML text; reports and returns nothing where it is not YAML. */
export function readYaml(text: string, collector: Collector, kind: FileKind = 'mapping'): YamlFile | undefined {
  const lines = indexLines(text);
  // A text that breaks off has its fault behind its end.
  const place = (start: number, end: number): Place =>
    placeAt(lines, Math.min(start, text.length), Math.min(end, text.length));
  const document = parse(text);
  if (document instanceof Error) {
    collector.report(`${kind}-syntax`, { message: document.message }, place(0, 0));
    return undefined;
  }
  // Only the first: what follows a fault in YAML is mostly its consequence.
  const [fault] = [...document.errors, ...document.warnings];
  if (fault) {
    const isDeep = fault.message.includes('call stack'); // where the stack ended is the machine's affair
    const at = isDeep ? place(0, 0) : place(fault.pos[0], fault.pos[1]);
    const facts = isDeep ? { message: TOO_DEEP } : { message: inWords(fault), ...remedyFor(fault, text) };
    collector.report(`${kind}-syntax`, facts, at);
    return undefined;
  }
  const budget: Budget = { nodes: MAX_NODES, tooDeep: false, unknownAlias: undefined };
  const anchors: Anchors = { byName: new Map(), targets: new Map() };
  const value = toValue(document.contents, { anchors, budget, depth: 0 });
  const { unknownAlias } = budget;
  if (budget.nodes < 0 || budget.tooDeep || unknownAlias) {
    const message = unknownAlias
      ? `no anchor is called “${unknownAlias.source}”`
      : budget.tooDeep
        ? TOO_DEEP
        : 'its aliases repeat too much';
    const [start, end] = unknownAlias?.range ?? [0, 0];
    collector.report(`${kind}-syntax`, { message }, place(start, end));
    return undefined;
  }
  return {
    value,
    placeOf(path, part = 'value') {
      const { node, pair } = locate(document.contents, path, anchors);
      const key = pair?.key;
      // Where the key is asked for, or the value is empty and stands nowhere, it is the key.
      const found = part === 'key' || !node?.range ? (key ?? node) : node;
      return found?.range ? place(found.range[0], found.range[1]) : place(0, 0);
    },
  };
}

/** The part of a file below `path`, as a file of its own. */
export const partOf = (yaml: YamlFile, path: Path, value: YamlValue): YamlFile => ({
  value,
  placeOf: (below, part) => yaml.placeOf([...path, ...below], part),
});

/** The parser's own words, but where they speak to programmers. */
function inWords({ code, message }: YAMLError): string {
  if (code === 'MULTIPLE_DOCS') return 'it holds more than one document';
  return code === 'NON_STRING_KEY' ? 'a key is no text' : message;
}

/** What to do about the faults that people make most. */
function remedyFor({ code, message, pos }: YAMLError, text: string): { remedy?: SyntaxRemedy } {
  if (code === 'TAB_AS_INDENT') return { remedy: 'tab' };
  if (code === 'DUPLICATE_KEY') return { remedy: 'twice' };
  if (code === 'MISSING_CHAR') return { remedy: 'unclosed' };
  if (code === 'BAD_SCALAR_START') return { remedy: 'quotes' };
  // A map in braces that the next line breaks off is called an indentation, too.
  if (code === 'BAD_INDENT') return { remedy: message.startsWith('Flow') ? 'unclosed' : 'columns' };
  const isInLine = text.slice(text.lastIndexOf('\n', pos[0] - 1) + 1, pos[0]).includes(': ');
  return code === 'BLOCK_AS_IMPLICIT_KEY' && isInLine ? { remedy: 'quotes' } : {};
}

function parse(text: string): Document.Parsed | Error {
  try {
    return parseDocument(text, { prettyErrors: false, stringKeys: true });
  } catch (error) {
    // The composer recurses: a text of ten thousand brackets ends its stack.
    return new Error(TOO_DEEP, { cause: error });
  }
}

/** What aliases stand for. The parser's own way to find that out goes through the whole document each time. */
interface Anchors {
  readonly byName: Map<string, Node>;
  readonly targets: Map<Node, Node>;
}

interface Conversion {
  readonly anchors: Anchors;
  readonly budget: Budget;
  readonly depth: number;
}

function toValue(node: Node | null | undefined, conversion: Conversion): YamlValue {
  const { anchors, budget, depth } = conversion;
  if (depth > MAX_DEPTH) budget.tooDeep = true;
  if (!node || budget.tooDeep || --budget.nodes < 0) return null;
  const below = { anchors, budget, depth: depth + 1 };
  if (isAlias(node)) {
    const target = anchors.targets.get(node) ?? anchors.byName.get(node.source);
    if (target) anchors.targets.set(node, target);
    else budget.unknownAlias ??= node;
    return toValue(target, below);
  }
  if ('anchor' in node && typeof node.anchor === 'string') anchors.byName.set(node.anchor, node);
  if (isScalar(node)) return scalar(node.value);
  if (isSeq<Node>(node)) return node.items.map((item) => toValue(item, below));
  if (!isMap<Node, Node | null>(node)) return null;
  const value: { [key: string]: YamlValue } = Object.create(null); // so that `__proto__` is a key like any other
  for (const { key, value: item } of node.items) {
    if (isScalar(key)) value[String(key.value)] = toValue(item, below);
  }
  return value;
}

const scalar = (value: unknown): YamlValue =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null;

interface Located {
  readonly node: Node | null | undefined;
  readonly pair?: Pair<Node, Node | null>;
}

function locate(root: Node | null, path: Path, { targets }: Anchors): Located {
  let found: Located = { node: root };
  for (const step of path) {
    const node = isAlias(found.node) ? targets.get(found.node) : found.node;
    const next = child(node, step);
    if (!next) break;
    found = next;
  }
  return found;
}

function child(node: Node | null | undefined, step: string): Located | undefined {
  if (isSeq<Node>(node)) {
    const item = node.items[Number(step)];
    return item && { node: item };
  }
  if (!isMap<Node, Node | null>(node)) return undefined;
  const pair = node.items.find(({ key }) => isScalar(key) && String(key.value) === step);
  return pair && { node: pair.value, pair };
}
