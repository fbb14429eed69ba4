/** What a shortcode's template does with the inner content of its calls. */
import type { InnerReading } from '../model/nodes.ts';
import type { TemplateToken, Word } from './lex.ts';
import { keywordOf, opensBlock } from './blocks.ts';

export interface InnerUse {
  /** Hugo's rule: the template mentions `.Inner` or `.InnerDeindent`, itself or through `{{ template }}`. */
  readonly usesInner: boolean;
  /** What becomes of it; `undefined` where it goes to a partial or the like. */
  readonly reading: InnerReading | undefined;
}

/** The tokens of a named template; `undefined` where there is none of the name. */
export type TemplateLookup = (name: string) => readonly TemplateToken[] | undefined;

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
const PASSING = new Set([
  'partial',
  'partialCached',
  'template',
  'return',
  'Set',
  'Add',
  'SetInMap',
  'errorf',
  'warnf',
  'Include',
]);
const RAW_ELEMENTS = ['pre', 'script', 'style', 'textarea', 'code'];

type Found = 'markdown' | 'code' | 'raw' | 'html' | 'passed';

/** Reads a template's body and the templates that it calls. */
export function findInnerUse(body: readonly TemplateToken[], lookup: TemplateLookup): InnerUse {
  const found = new Set<Found>();
  let usesInner = false;
  const visited = new Set<string>();
  const pending = [body];
  for (let tokens = pending.pop(); tokens; tokens = pending.pop()) {
    const use = readTokens(tokens, found);
    usesInner ||= use.usesInner;
    for (const name of use.calls) {
      if (visited.has(name)) continue;
      visited.add(name);
      const called = lookup(name);
      if (called) pending.push(called);
    }
  }
  return { usesInner, reading: decide(found) };
}

function decide(found: ReadonlySet<Found>): InnerReading | undefined {
  for (const reading of ['markdown', 'code', 'raw', 'html'] as const) if (found.has(reading)) return reading;
  return undefined;
}

interface State {
  /** Variables that hold the inner content. */
  readonly variables: Set<string>;
  /** For each open block whether the dot is the inner content in it. */
  readonly dots: boolean[];
  /** The element in whose text the template is, of those that show their content as it is. */
  rawElement: string;
}

function readTokens(
  tokens: readonly TemplateToken[],
  found: Set<Found>,
): { usesInner: boolean; calls: readonly string[] } {
  const state: State = { variables: new Set(), dots: [], rawElement: '' };
  const calls: string[] = [];
  let usesInner = false;
  for (const token of tokens) {
    if (token.type === 'text') {
      state.rawElement = elementAfter(token.value, state.rawElement);
      continue;
    }
    const { words } = token;
    const keyword = keywordOf(words);
    if ((keyword === 'template' || keyword === 'block') && words[1]?.kind === 'text') calls.push(words[1].value);
    if (words.some(namesInner)) usesInner = true;
    if (isOldStyle(words)) found.add('markdown');
    readAction(words, keyword, state, found);
  }
  return { usesInner, calls };
}

/** A template may ask for Hugo's ways before 0.55, when inner content went through Markdown first. */
const isOldStyle = (words: readonly Word[]): boolean =>
  words[0]?.value === '$_hugo_config' &&
  words.some(({ kind, value }) => kind === 'text' && value.includes('"version": 1'));

const namesInner = ({ kind, path }: Word): boolean =>
  (kind === 'field' || kind === 'variable') && path.some((name) => INNER.has(name));

function readAction(words: readonly Word[], keyword: string, state: State, found: Set<Found>): void {
  if (keyword === 'end') {
    state.dots.pop();
    return;
  }
  const holds = words.some((word) => holdsInner(word, state));
  if (keyword === 'else') {
    if (state.dots.length > 0) state.dots[state.dots.length - 1] = words[1]?.value === 'with' && holds;
    return;
  }
  const around = state.dots.at(-1) ?? false;
  if (opensBlock(words)) state.dots.push(keyword === 'with' ? holds && !words.some(asks) : keyword === 'if' && around);
  if (!holds) return;
  const names = new Set(
    words.flatMap(({ kind, value, path }) => (kind === 'name' || path.length > 0 ? [path.at(-1) ?? value] : [])),
  );
  const use = useOf(names, state);
  const declared =
    words[0]?.kind === 'variable' && (words[1]?.value === ':=' || words[1]?.value === '=') ? words[0].value : '';
  if (use === 'markdown' || use === 'code') found.add(use);
  else if (declared !== '') state.variables.add(declared);
  else if (!opensBlock(words) && !words.some(asks)) found.add(use);
}

function useOf(names: ReadonlySet<string>, state: State): Found {
  const has = (known: ReadonlySet<string>): boolean => [...names].some((name) => known.has(name));
  if (has(MARKDOWN)) return 'markdown';
  if (has(CODE)) return 'code';
  if (has(PASSING)) return 'passed';
  return has(ESCAPING) || state.rawElement !== '' ? 'raw' : 'html';
}

function holdsInner(word: Word, state: State): boolean {
  if (namesInner(word)) return true;
  if (word.kind === 'variable') return state.variables.has(word.value);
  return word.kind === 'field' && word.path.length === 0 && (state.dots.at(-1) ?? false);
}

const asks = ({ kind, value, path }: Word): boolean => kind === 'name' && ASKING.has(path.at(-1) ?? value);

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
