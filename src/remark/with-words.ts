import type { Nodes, Root, Text } from 'mdast';
import type { TagWords } from './tag-words.ts';
import { lexBody } from '../reader/shortcode/lex.ts';
import { withStrings } from './change-strings.ts';
import { append } from '../model/append.ts';

/** What of a node is never printed. */
const UNPRINTED = new Set(['type', 'position', 'data']);
const UNPRINTED_OR_CHILDREN = new Set([...UNPRINTED, 'children']);

/** Whether there is anything of a shortcode in a tree, a node of one or text that looks like one. */
export function hasTags(tree: Root): boolean {
  let found = false;
  visit(tree, (node) => {
    found ||= isCall(node);
    if (!found) withStrings(node, (text) => ((found ||= mayHaveTags(text)), text), UNPRINTED_OR_CHILDREN);
  });
  return found;
}

/** All text that printing a tree can print. */
export function collectStrings(tree: Root): string {
  const strings: string[] = [];
  visit(tree, (node) => {
    withStrings(node, (text) => (strings.push(text), text), UNPRINTED_OR_CHILDREN);
  });
  return strings.join('\n');
}

function visit(tree: Root, see: (node: Nodes) => void): void {
  const stack: Nodes[] = [tree];
  for (let node = stack.pop(); node; node = stack.pop()) {
    see(node);
    if ('children' in node) append(stack, node.children);
  }
}

const isCall = ({ type }: Nodes): boolean => type === 'shortcode' || type === 'shortcodeText';

const mayHaveTags = (text: string): boolean => text.includes('{{<') || text.includes('{{%');

/** A copy of a tree in which words stand for the tags in text, addresses, code and all other strings. */
export function withWords<T extends Nodes>(node: T, words: TagWords): T {
  const own = isCall(node) ? node : withOwnWords(node, words);
  if (!('children' in own)) return own;
  const children = own.children.map((child) => withWords(child, words));
  return children.some((child, index) => child !== own.children[index]) ? { ...own, children } : own;
}

function withOwnWords<T extends Nodes>(node: T, words: TagWords): T {
  if (node.type === 'text') return withStrings(node, (text) => protectText(text, node, words), UNPRINTED);
  return withStrings(node, (text) => protectTags(text, words, (tag) => tag), UNPRINTED_OR_CHILDREN);
}

// In text a tag is only shown: what Hugo would call gets the comment marks, `{{</* note */>}}`.
function protectText(text: string, { data }: Text, words: TagWords): string {
  if (data?.refusedShortcode) return words.hold(text);
  return protectTags(text, words, (tag) => {
    const inside = tag.slice(3, -3);
    const isShown = tag.endsWith('}}') && isEndOf(tag) && !inside.includes(`*/${tag.slice(-3)}`);
    return isShown ? `${tag.slice(0, 3)}/*${inside}*/${tag.slice(-3)}` : undefined;
  });
}

const isEndOf = (tag: string): boolean => tag.endsWith(tag.startsWith('{{%') ? '%}}' : '>}}');

/** Puts words in the place of what Hugo reads as tags; `write` says what is to be printed, if anything but the text. */
function protectTags(text: string, words: TagWords, write: (tag: string) => string | undefined): string {
  if (!mayHaveTags(text)) return text;
  const { tags, literals } = lexBody(text, 0, () => {});
  let result = '';
  let at = 0;
  for (const { start, end } of [...tags, ...literals].toSorted((a, b) => a.start - b.start)) {
    const printed = write(text.slice(start, end));
    if (printed === undefined) continue;
    result += text.slice(at, start) + words.hold(printed);
    at = end;
  }
  return result + text.slice(at);
}
