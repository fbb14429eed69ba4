import type { Node } from '../../model/nodes.ts';
import type { RichBlock, RichInline } from './rich-text.ts';
import { childrenOf, fillTemplate } from '../../model/walk.ts';

type RichNode = RichBlock | RichInline | { readonly nodeType: string; readonly content: readonly RichNode[] };

/** The text of some rich text in document order, blocks apart by spaces; it stops when `length` is reached. */
export function wordsOf(nodes: readonly RichNode[], length = Infinity): string {
  let words = '';
  const stack: (RichNode | ' ')[] = nodes.toReversed();
  for (let node = stack.pop(); node !== undefined && words.length < length; node = stack.pop()) {
    if (typeof node === 'string') words += node;
    else if ('value' in node) words += node.value;
    else {
      if (!isInline(node)) stack.push(' ');
      for (let at = node.content.length - 1; at >= 0; at--) stack.push(node.content[at] as RichNode); // within its length
    }
  }
  return cut(words.replace(/[ \n\t]+/g, ' ').trim(), length);
}

/** The first characters of a text, no surrogate pair torn. */
export function cut(value: string, length: number): string {
  if (value.length <= length) return value;
  const last = value.charCodeAt(length - 1);
  return value.slice(0, last >= 0xd800 && last < 0xdc00 ? length - 1 : length);
}

const isInline = (node: { readonly nodeType: string }): boolean =>
  node.nodeType.endsWith('hyperlink') || node.nodeType === 'embedded-entry-inline';

/** The text of model nodes however deep they are; what stands in for content that is nested beyond reason. */
export function deepText(nodes: readonly Node[]): string {
  let words = '';
  const stack: Node[] = nodes.toReversed() as Node[]; // a fresh array of the same nodes
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (node.type === 'text' || node.type === 'emoji' || node.type === 'value') words += node.value;
    else if (node.type === 'inlineCode' || node.type === 'code') words += fillTemplate(node.value, callText);
    else {
      const children = childrenOf(node);
      for (let at = children.length - 1; at >= 0; at--) stack.push(children[at] as Node); // within its length
    }
  }
  return words;
}

const callText = (call: { readonly call: { readonly name: string } }): string => `{{< ${call.call.name} >}}`;
