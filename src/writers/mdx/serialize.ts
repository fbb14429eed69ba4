import type { List, PhrasingContent, RootContent, Text } from 'mdast';
import type { MdxFlowExpression, MdxJsxFlowElement, MdxJsxTextElement, MdxTextExpression } from 'mdast-util-mdx';
import { gfmToMarkdown } from 'mdast-util-gfm';
import { mdxToMarkdown } from 'mdast-util-mdx';
import {
  defaultHandlers,
  toMarkdown,
  type Handle,
  type Join,
  type Options,
  type State,
  type Unsafe,
} from 'mdast-util-to-markdown';
import { isPlainText } from './plain-text.ts';
import { isTagLine, lineEndingsBeside, printLine, printSimple } from './print-simple.ts';
import { printCloseTag, printOpenTag } from './jsx/print.ts';
import { isText } from './tree/copy.ts';
import type { DirectiveBlock, Copy, ListMark } from './tree/nodes.ts';

/** Prints blocks, without a line ending at the end. */
export const printFlow = (nodes: readonly RootContent[]): string =>
  printSimple(nodes, (node) => printWhole([node])) ?? printWhole(nodes);

/** The same by the serializer alone. */
export const printWhole = (nodes: readonly RootContent[]): string =>
  withoutFinalLineEnding(toMarkdown({ type: 'root', children: [...nodes] }, options()));

/** Prints what stands in a line of text, or in a table's cell, where `|` has a meaning. */
export const printPhrasing = (nodes: readonly PhrasingContent[], table: boolean): string =>
  (table ? undefined : printLine(nodes, '\n')) ??
  withoutFinalLineEnding(toMarkdown({ type: table ? 'tableCell' : 'paragraph', children: [...nodes] }, options()));

const withoutFinalLineEnding = (text: string): string => (text.endsWith('\n') ? text.slice(0, -1) : text);

const inTable = (state: State): boolean => state.stack.includes('tableCell');

/**
 * Tags stand at the margin of their container, and so does what is between them: the printer of mdast-util-mdx-jsx
 * indents content by each level of tags, which would move the author's text and change what white space in it means.
 */
const flowElement: Handle = (node: MdxJsxFlowElement, _, state, info) => {
  const empty = node.children.length === 0 && node.name !== null;
  const open = printOpenTag(node.name, node.attributes, { selfClosing: empty });
  if (empty) return open;
  const exit = state.enter('mdxJsxFlowElement');
  const tracker = state.createTracker(info);
  let text = tracker.move(open + lineEndingsBeside(node.children[0]));
  text += tracker.move(state.containerFlow(node, tracker.current()));
  text += tracker.move(lineEndingsBeside(node.children.at(-1)) + printCloseTag(node.name));
  exit();
  return text;
};

const textElement: Handle = (node: MdxJsxTextElement, _, state, info) => {
  const empty = node.children.length === 0 && node.name !== null;
  const open = printOpenTag(node.name, node.attributes, { selfClosing: empty, table: inTable(state) });
  if (empty) return open;
  const exit = state.enter('mdxJsxTextElement');
  const tracker = state.createTracker(info);
  let text = tracker.move(open);
  text += tracker.move(state.containerPhrasing(node, { ...tracker.current(), before: '>', after: '<' }));
  text += tracker.move(printCloseTag(node.name));
  exit();
  return text;
};

const expression: Handle = (node: MdxFlowExpression | MdxTextExpression, _, state) =>
  inTable(state) ? `{${node.value.replace(/\s*[\r\n]\s*/g, ' ').replaceAll('|', '\\|')}}` : `{${node.value}}`;

const copy: Handle = (node: Copy) => node.value;

/** More colons than stand at the start of any line inside, whether these are directives or the author's text. */
const directiveBlock: Handle = (node: DirectiveBlock, _, state, info) => {
  const exit = state.enter('directiveBlock');
  const exitLabel = state.enter('directiveLabel');
  const label = state.containerPhrasing(
    { type: 'paragraph', children: node.label },
    { ...info, before: '[', after: ']' },
  );
  exitLabel();
  const content = state.containerFlow(node, info);
  exit();
  const inside = [...content.matchAll(/^[ \t>]*(:{3,})/gm)].map(([, colons = '']) => colons.length);
  const fence = ':'.repeat(Math.max(2, ...inside) + 1);
  const open = label === '' ? `${fence}${node.name}` : `${fence}${node.name}[${label}]`;
  return [open, ...(content === '' ? [] : [content]), fence].join('\n\n');
};

/**
 * A list with the author's mark where it has one: two lists beside each other are two by nothing but their marks, and one
 * of them may stand as it is.
 */
const list: Handle = (node: List, parent, state, info) => {
  const { listMark } = node.data ?? {};
  const { options } = state;
  if (listMark && listMark !== options.bullet) state.options = { ...options, ...MARKS[listMark] };
  const text = defaultHandlers.list(node, parent, state, info);
  state.options = options;
  return text;
};

const MARKS: Record<ListMark, Pick<Options, 'bullet' | 'bulletOther' | 'bulletOrdered'>> = {
  '-': { bullet: '-', bulletOther: '*' },
  '*': { bullet: '*', bulletOther: '-' },
  '+': { bullet: '+', bulletOther: '-' },
  '.': { bulletOrdered: '.' },
  ')': { bulletOrdered: ')' },
};

/**
 * Text line by line: a pattern that has matched up to the end of a line would not see the start of the next. A blank line
 * in it would end the paragraph, and shows no more than a line break does.
 */
const text: Handle = (node: Text, _, state, { before, after }) => {
  const lines = node.value.split(/\n\s*/);
  const last = lines.length - 1;
  const printed = lines.map((line, index) => {
    const lineBefore = index === 0 ? before : '\n';
    return isPlainText(line, lineBefore) && !line.endsWith(' ')
      ? line
      : state.safe(line, { before: lineBefore, after: index === last ? after : '\n' });
  });
  return printed.join('\n');
};

const peekTag = (): string => '<';
const peekExpression = (): string => '{';

/** Blank lines: none between tags, none in a tight list but where lines would join. */
const join: Join = (left, right, parent) => {
  if ((parent.type as string) === 'mdxJsxFlowElement') return isTagLine(left) && isTagLine(right) ? 0 : 1;
  if ('spread' in parent && parent.spread === false) {
    const [last, first] = [
      left.type === 'copy' ? left.last : left.type,
      right.type === 'copy' ? right.first : right.type,
    ];
    const weak = right.type === 'copy' && right.startsWeakly;
    if (left.type === 'copy' || right.type === 'copy') return isText(last) && (weak || first !== 'list') ? 1 : 0;
  }
  return undefined;
};

const unsafe: Unsafe[] = [
  { character: '[', inConstruct: 'directiveLabel' },
  { character: ']', inConstruct: 'directiveLabel' },
  // A paragraph that starts so is JavaScript to MDX.
  { atBreak: true, character: 'i', after: 'mport(?:[ \r\n]|$)' },
  { atBreak: true, character: 'e', after: 'xport(?:[ \r\n]|$)' },
];

/** Extensions in extensions as one: each print goes through all of them. */
function flatten(options: Options): Options {
  const { extensions, ...own } = options;
  const all = [...(extensions ?? []).map(flatten), own];
  return {
    ...own,
    handlers: Object.assign({}, ...all.map(({ handlers }) => handlers)),
    join: all.flatMap((extension) => extension.join ?? []),
    unsafe: all.flatMap((extension) => extension.unsafe ?? []),
  };
}

let made: Options | undefined;

const options = (): Options => (made ??= makeOptions());

const makeOptions = (): Options =>
  flatten({
    bullet: '-',
    bulletOther: '*',
    emphasis: '*',
    fences: true,
    listItemIndent: 'one',
    resourceLink: true,
    rule: '-',
    strong: '*',
    extensions: [
      gfmToMarkdown({ tablePipeAlign: false }),
      mdxToMarkdown(),
      {
        join: [join],
        unsafe,
        handlers: {
          copy,
          directiveBlock,
          list,
          text,
          mdxJsxFlowElement: flowElement,
          mdxJsxTextElement: Object.assign(textElement, { peek: peekTag }),
          mdxFlowExpression: expression,
          mdxTextExpression: Object.assign(expression, { peek: peekExpression }),
        } as NonNullable<Options['handlers']>,
      },
    ],
  });
