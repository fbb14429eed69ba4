/** Calls, elements and code fences as what a rule is applied to. */
import type { ArgumentValue, Call, Code, ElementBlock, ElementInline, FlowContent } from '../../model/nodes.ts';
import type { ShortcodeBlock, ShortcodeInline, TemplatedString } from '../../model/nodes.ts';
import type { PageMeta } from '../../model/page.ts';
import { endOf } from '../../model/place.ts';
import { plainText } from '../../model/plain-text.ts';
import type { Candidate } from '../resolve.ts';
import { compileSelector } from '../selector.ts';
import { argumentOf, positionalOf } from './arguments-of.ts';
import { templateOf } from './call-index.ts';
import { textWithCalls } from './evaluate.ts';
import { isBlank, isInline } from './inlines-of.ts';
import type { ApplyState, Content, Position, Subject } from './state.ts';

const NO_CONTENT: readonly Content[] = [];

/** What a rule's conditions see of a call. */
export const candidateOf = (call: Call, { page, calls }: ApplyState): Candidate =>
  candidateFor(page, call, calls.parentOf(call.path));

/** The same without a page that is being mapped. */
export const candidateFor = (page: PageMeta, call: Call, parent: Call | undefined): Candidate => ({
  page,
  call,
  parent: parent?.name.toLowerCase() ?? '',
  hasInner: () => hasInnerText(call),
  argument: (name) => textOfArgument(call, name),
  parentArgument: (name) => parent && textOfArgument(parent, name),
});

function textOfArgument(call: Call, name: string): string | undefined {
  const value = argumentOf(call, name);
  return value === undefined ? undefined : String(value);
}

/** Whether a call has inner text, white space aside. */
const hasInnerText = ({ inner }: Call): boolean => inner !== undefined && inner.raw.trim() !== '';

type Inner = Pick<Subject, 'contents' | 'plainInner' | 'takeChild' | 'restore' | 'rawInner' | 'usage'>;

/** Inner content that is mapped when it is first asked for, and from which elements can be taken. */
export function innerOf(
  nodes: readonly FlowContent[],
  raw: () => TemplatedString | undefined,
  position: Position,
  state: ApplyState,
): Inner {
  const usage = { contents: false, raw: false, plain: false };
  let mapped: readonly Content[] | undefined;
  let text: { readonly value: TemplatedString | undefined } | undefined;
  let left = nodes;
  let taken: FlowContent[] = [];
  const map = (): readonly Content[] => (mapped ??= mapInner(left, position, state));
  const contents = (): readonly Content[] => {
    usage.contents = true;
    return map();
  };
  return {
    usage,
    contents,
    plainInner() {
      usage.plain = true;
      return plainText(map()).trim();
    },
    rawInner() {
      usage.raw = true;
      text ??= { value: raw() };
      return text.value;
    },
    takeChild(selector, by) {
      const matches = compileSelector(selector);
      if (mapped || typeof matches === 'string') return undefined;
      for (const [at, node] of left.entries()) {
        const found = findIn(node, (element) => matches(element, state.ancestors));
        if (!found) continue;
        left = left.toSpliced(at, 1, ...(found.rest ? [found.rest] : []));
        state.account.element(found.element, 'mapped', by);
        const element = withMappedChildren(found.element, state);
        taken.push(element);
        return element.children;
      }
      return undefined;
    },
    restore() {
      if (taken.length === 0) return;
      mapped = [...taken, ...contents()];
      taken = [];
    },
  };
}

type AnyElement = ElementBlock | ElementInline;

const isElement = (candidate: FlowContent): candidate is AnyElement =>
  candidate.type === 'elementBlock' || candidate.type === 'elementInline';

function mapInner(nodes: readonly FlowContent[], position: Position, state: ApplyState): readonly Content[] {
  if (nodes.length === 0) return NO_CONTENT;
  return position === 'inline' && nodes.every(isInline) ? state.inlines(nodes) : state.contents(nodes);
}

const withMappedChildren = (element: AnyElement, state: ApplyState): AnyElement =>
  element.type === 'elementBlock'
    ? { ...element, children: state.flow(element.children) }
    : { ...element, children: state.inlines(element.children) };

/** The element that matches: the node itself, or a child of the paragraph that it is. */
function findIn(
  node: FlowContent,
  matches: (element: AnyElement) => boolean,
): { element: AnyElement; rest?: FlowContent } | undefined {
  if (isElement(node)) return matches(node) ? { element: node } : undefined;
  if (node.type !== 'paragraph') return undefined;
  const at = node.children.findIndex((child) => isElement(child) && matches(child));
  const element = node.children[at];
  if (element?.type !== 'elementInline') return undefined;
  const children = node.children.toSpliced(at, 1);
  const isEmpty = children.every((child) => child.type === 'text' && child.value.trim() === '');
  return isEmpty ? { element } : { element, rest: { ...node, children } };
}

/** A call, wherever it stands, as a subject. */
export function callSubject(node: ShortcodeBlock | ShortcodeInline, position: Position, state: ApplyState): Subject {
  const { call } = node;
  const parent = state.calls.parentOf(call.path);
  return {
    name: call.name,
    position,
    place: call.place,
    state,
    call: state.calls.get(call.path) ?? call,
    argumentNames: argumentNames(call),
    argument: (name) => argumentOf(call, name),
    use: (name) => state.account.use(call.path, name),
    isUsed: (name) => state.account.isUsed(call.path, name),
    ...(parent && {
      parent: {
        name: parent.name,
        argument: (name) => argumentOf(parent, name),
        positional: () => positionalOf(parent),
        use: (name) => state.account.use(parent.path, name),
      },
    }),
    ordinal: Number(call.path.slice(call.path.lastIndexOf('.') + 1)),
    hasInner: () => hasInnerText(call),
    innerReading: readingOf(node),
    ...innerOf(node.children, () => rawInnerOf(call, state), position, state),
  };
}

function rawInnerOf({ inner }: Call, state: ApplyState): TemplatedString | undefined {
  if (!inner) return undefined;
  const { raw, place } = inner;
  return state.fill(templateOf(raw, place.offset, state.calls.within(place.offset, endOf(place)))).value;
}

function readingOf(node: ShortcodeBlock | ShortcodeInline): Subject['innerReading'] {
  if (node.innerReading === 'markdown' || node.innerReading === 'html') return 'markdown';
  return node.innerReading === 'none' || !node.call.inner ? 'none' : 'raw';
}

const argumentNames = (call: Call): readonly string[] =>
  call.arguments.kind === 'named'
    ? [...new Set(call.arguments.items.map(({ name }) => name))]
    : call.arguments.items.map((_, at) => String(at));

/** `open=""` says the same as `open`, while `alt=""` says that there is none. */
const BOOLEAN_ATTRIBUTES: ReadonlySet<string> = new Set(
  'allowfullscreen async autoplay checked controls default defer disabled hidden loop multiple muted open readonly required reversed selected'.split(
    ' ',
  ),
);

/** A raw HTML element as a subject: its attributes are its arguments. */
export function elementSubject(node: AnyElement, position: Position, used: Set<string>, state: ApplyState): Subject {
  return {
    name: `<${node.tagName}>`,
    position,
    ...(node.place && { place: node.place }),
    state,
    argumentNames: node.attributes.map(({ name }) => name),
    argument(name) {
      const value = node.attributes.find((attribute) => attribute.name === name)?.value;
      if (value === '' && BOOLEAN_ATTRIBUTES.has(name)) return true;
      return typeof value === 'object' ? textWithCalls(state.fill(value).value, state) : value;
    },
    use: (name) => used.add(name),
    isUsed: (name) => used.has(name),
    ordinal: 0,
    hasInner: () => node.children.some((child) => !isBlank(child)),
    innerReading: 'markdown',
    ...innerOf(node.children, () => rawElementOf(node, state), position, state),
  };
}

function rawElementOf({ openTag, closeTag }: AnyElement, state: ApplyState): TemplatedString | undefined {
  if (!openTag || !closeTag) return undefined;
  const start = endOf(openTag);
  const raw = state.source.slice(start, closeTag.offset);
  return state.fill(templateOf(raw, start, state.calls.within(start, closeTag.offset))).value;
}

/** A code fence as a subject: its language, its info string and the attributes in it are its arguments. */
export function fenceSubject(node: Code, used: Set<string>, state: ApplyState): Subject {
  const given: [string, ArgumentValue][] = [];
  const add = (name: string, value: TemplatedString | ArgumentValue | undefined): void => {
    if (value !== undefined) given.push([name, typeof value === 'object' ? textWithCalls(value, state) : value]);
  };
  const { title, highlightedLines, lineNumbers, startLine } = node.options ?? {};
  add('lang', node.lang);
  add('meta', node.meta);
  add('title', title);
  add(
    'hl_lines',
    highlightedLines?.map(([first, last]) => (first === last ? `${first}` : `${first}-${last}`)).join(' '),
  );
  add('linenos', lineNumbers);
  add('linenostart', startLine);
  for (const { name, value } of [...(node.options?.other ?? []), ...(node.attributes ?? [])]) add(name, value);
  const values = new Map(given);
  return {
    name: `\`\`\`${node.lang ?? ''}`,
    position: 'flow',
    ...(node.place && { place: node.place }),
    state,
    // The language chose the rule, and the other arguments are what the rest of the info string says.
    argumentNames: [...values.keys()].filter((name) => name !== 'lang' && name !== 'meta'),
    argument: (name) => values.get(name),
    use: (name) => used.add(name),
    isUsed: (name) => used.has(name),
    ordinal: 0,
    hasInner: () => typeof node.value !== 'string' || node.value.trim() !== '',
    innerReading: 'raw',
    ...innerOf([], () => state.fill(node.value).value, 'flow', state),
  };
}
