/**
 * Prints the shapes that most new text has: tags around copies of source text, code, plain words. They come out as the
 * serializer of mdast prints them, which takes ten times as long for them and gets only the blocks that are anything else.
 */
import type { Code, PhrasingContent, RootContent } from 'mdast';
import { printCloseTag, printOpenTag } from './jsx/print.ts';
import { isPlainText } from './plain-text.ts';
import { isOnlyJsx } from './tree/phrasing.ts';

/** Prints a block that takes the serializer. */
type PrintOther = (block: RootContent) => string;

/** Blocks as text, joined by blank lines, or as they stand in an element; nothing where they take the serializer together. */
export function printSimple(
  nodes: readonly RootContent[],
  printOther: PrintOther,
  inElement = false,
): string | undefined {
  let printed = '';
  let before: RootContent | undefined;
  for (const node of nodes) {
    const text = printBlock(node, printOther);
    // The marks of a list depend on those of a list right before it, or before what it stands in.
    if (text === undefined || (before?.type === 'list' && mayHoldList(node))) return undefined;
    if (before) printed += inElement && isTagLine(before) && isTagLine(node) ? '\n' : '\n\n';
    printed += text;
    before = node;
  }
  return printed;
}

const mayHoldList = (node: RootContent): boolean =>
  'children' in node && node.type !== 'paragraph' && node.type !== 'heading' && node.type !== 'table';

/** Whether a block is tags on lines of their own, or a line that is one element from end to end. */
export function isTagLine(node: RootContent): boolean {
  if (node.type === 'paragraph') return isOnlyJsx(node.children);
  return node.type === 'mdxJsxFlowElement' || node.type === 'mdxFlowExpression';
}

/** What stands between a tag and the block beside it. */
export const lineEndingsBeside = (node: RootContent | undefined): string => (node && !isTagLine(node) ? '\n\n' : '\n');

function printBlock(node: RootContent, printOther: PrintOther): string | undefined {
  switch (node.type) {
    case 'copy':
      return node.value;
    case 'mdxFlowExpression':
      return `{${node.value}}`;
    case 'code':
      return printCode(node) ?? printOther(node);
    case 'paragraph':
      return printLine(node.children, '\n') ?? printOther(node);
    case 'mdxJsxFlowElement': {
      const { name, attributes, children } = node;
      if (children.length === 0 && name !== null) return printOpenTag(name, attributes, { selfClosing: true });
      const inner = printSimple(children, printOther, true);
      if (inner === undefined) return undefined;
      const [first, last] = [lineEndingsBeside(children[0]), lineEndingsBeside(children.at(-1))];
      return `${printOpenTag(name, attributes)}${first}${inner}${last}${printCloseTag(name)}`;
    }
    default:
      return printOther(node);
  }
}

function printCode({ lang, meta, value }: Code): string | undefined {
  const info = meta ? `${lang ?? ''} ${meta}` : (lang ?? '');
  if (value.includes('```') || !/^[\w\-+.#]*(?: [\w\-+.#="{}, /:]+)?$/.test(info) || (meta && !lang)) return undefined;
  return `\`\`\`${info}\n${value}${value === '' ? '' : '\n'}\`\`\``;
}

/** Inline content as text, behind `before`; nothing where it takes the serializer. */
export function printLine(nodes: readonly PhrasingContent[], before: string): string | undefined {
  let printed = '';
  // Its last character counts. All that is printed would be put together anew for each node.
  let previous = before;
  for (const node of nodes) {
    const text = printInline(node, previous);
    if (text === undefined) return undefined;
    printed += text;
    if (text !== '') previous = text;
  }
  // White space at the end of a line is lost.
  return before === '\n' && printed.endsWith(' ') ? undefined : printed;
}

function printInline(node: PhrasingContent, before: string): string | undefined {
  switch (node.type) {
    case 'text':
      return isPlainText(node.value, before) ? node.value : undefined;
    case 'inlineCode':
      return /^[^`\s](?:[^`\r\n]*[^`\s])?$/.test(node.value) ? `\`${node.value}\`` : undefined;
    case 'mdxTextExpression':
      return `{${node.value}}`;
    case 'mdxJsxTextElement': {
      const { name, attributes, children } = node;
      if (children.length === 0 && name !== null) return printOpenTag(name, attributes, { selfClosing: true });
      const inner = printLine(children, '>');
      return inner === undefined ? undefined : `${printOpenTag(name, attributes)}${inner}${printCloseTag(name)}`;
    }
    default:
      return undefined;
  }
}
