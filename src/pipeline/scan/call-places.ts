/** Where calls stand on a page. */
import type { ShortcodeUse } from '../../model/inventory.ts';
import type { Attribute, Node, ShortcodeBlock, TemplatedString } from '../../model/nodes.ts';
import { walk } from '../../model/walk.ts';

export type CallPlace = keyof ShortcodeUse['places'];

/** Visits every call that stands in the content, with its place; one among blocks with its content. */
export function eachPlace(
  body: readonly Node[],
  visit: (name: string, place: CallPlace, block?: ShortcodeBlock) => void,
): void {
  const within = (text: TemplatedString | Attribute['value'] | undefined, place: CallPlace): void => {
    if (typeof text !== 'object') return;
    for (const part of text) {
      if (typeof part === 'object' && part.type === 'shortcodeInline') visit(part.call.name, place);
    }
  };
  walk(body, (node) => {
    switch (node.type) {
      case 'shortcodeBlock':
        visit(node.call.name, 'block', node);
        break;
      case 'shortcodeInline':
        visit(node.call.name, 'text');
        break;
      case 'link':
      case 'image':
      case 'definition':
        within(node.url, 'address');
        break;
      case 'code':
      case 'inlineCode':
        within(node.value, 'code');
        break;
      case 'elementBlock':
      case 'elementInline':
        for (const { name, value } of node.attributes) if (ADDRESSES.has(name)) within(value, 'address');
        break;
    }
  });
}

const ADDRESSES: ReadonlySet<string> = new Set(['href', 'src', 'action', 'poster']);
