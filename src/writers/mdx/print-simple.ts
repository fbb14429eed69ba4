/**
 * Prints the shapes that most new text has: tags around copies of source text, code, plain words. They come out as the
 * serializer of mdast prints them, which takes ten times as long for them.
 */
import type { Code, PhrasingContent, RootContent } from 'mdast';
import { printCloseTag, printOpenTag } from './jsx/print.ts';
import { isOnlyJsx } from './tree/phrasing.ts';

/** Blocks as text, joined by blank lines, or as they stand in an element; nothing where it takes the serializer. */
export function printSimple(nodes: readonly RootContent[], inElement = false): string | undefined {
  let printed = '';
  for (let index = 0; index < nodes.length; index++) {
    const node = nodes[index] as RootContent; // the loop stays inside the list
    const text = printBlock(node);
    if (text === undefined) return undefined;
    const before = nodes[index - 1];
    if (before) printed += inElement && isTagLine(before) && isTagLine(node) ? '\n' : '\n\n';
    printed += text;
  }
  return printed;
}

/** Whether a block is tags on lines of their own, or a line that is one element from end to end. */
export function isTagLine(node: RootContent): boolean {
  if (node.type === 'paragraph') return isOnlyJsx(node.children);
  return node.type === 'mdxJsxFlowElement' || node.type === 'mdxFlowExpression';
}

/** What stands between a tag and the block beside it. */
export const lineEndingsBeside = (node: RootContent | undefined): string => (node && !isTagLine(node) ? '\n\n' : '\n');

function printBlock(node: RootContent): string | undefined {
  switch (node.type) {
    case 'copy':
      return node.value;
    case 'mdxFlowExpression':
      return `{${node.value}}`;
    case 'code':
      return printCode(node);
    case 'paragraph':
      return printLine(node.children, '\n');
    case 'mdxJsxFlowElement': {
      const { name, attributes, children } = node;
      if (children.length === 0 && name !== null) return printOpenTag(name, attributes, { selfClosing: true });
      const inner = printSimple(children, true);
      if (inner === undefined) return undefined;
      const [first, last] = [lineEndingsBeside(children[0]), lineEndingsBeside(children.at(-1))];
      return `${printOpenTag(name, attributes)}${first}${inner}${last}${printCloseTag(name)}`;
    }
    default:
      return undefined;
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
  for (const [index, node] of nodes.entries()) {
    const text = printInline(node, index === 0 ? before : 'x');
    if (text === undefined) return undefined;
    printed += text;
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

const PLAIN_TEXT = /^[ \p{L}\p{N}][\p{L}\p{N}\p{M} ,;'"/%?()\-.’“”–—…]*$/u;

/** Whether no pattern of the serializer matches in a text on one line, which stands behind `before`. */
export function isPlainText(value: string, before: string): boolean {
  if (!PLAIN_TEXT.test(value) || /w\./i.test(value)) return false;
  const startsLine = before === '' || before.endsWith('\n');
  return !startsLine || !/^(?: |\p{N}|import\b|export\b)/u.test(value);
}
