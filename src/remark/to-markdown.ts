import type { Nodes, Parents, Root } from 'mdast';
import type { Handle, Info, Options, State } from 'mdast-util-to-markdown';
import type { Shortcode, ShortcodeText } from './nodes.ts';
import { defaultHandlers } from 'mdast-util-to-markdown';
import { createTagWords, type TagWords } from './tag-words.ts';
import { printTags } from './print-tags.ts';
import { collectStrings, hasTags, withWords } from './with-words.ts';

// Of the documents that are being printed.
const printing = new WeakMap<State, TagWords>();

const hold = (text: string, state: State): string => printing.get(state)?.hold(text) ?? text;

/**
 * Prints a document with words in the place of tags, as it is parsed: nothing may escape, pad or indent what stands
 * between `{{<` and `>}}`. A part of a document that is printed by itself gets its tags at once.
 */
function root(node: Root, parent: Parents | undefined, state: State, info: Info): string {
  if (printing.has(state) || !hasTags(node)) return defaultHandlers.root(node, parent, state, info);
  const words = createTagWords(collectStrings(node));
  printing.set(state, words);
  const printed = defaultHandlers.root(withWords(node, words), parent, state, info);
  printing.delete(state);
  return words.putBack(printed);
}

function shortcode(node: Shortcode, _: Parents | undefined, state: State, info: Info): string {
  const { open, close } = printTags(node);
  if (node.children.length === 0) return hold(open + (node.value ?? '') + close, state);
  const gap = node.padded ? '\n\n' : '\n';
  const exit = state.enter('shortcode');
  const children = state.containerFlow(node, info);
  exit();
  return hold(open, state) + gap + children + gap + hold(close, state);
}

function shortcodeText(node: ShortcodeText, _: Parents | undefined, state: State, info: Info): string {
  const { open, close } = printTags(node);
  if (node.children.length === 0) return hold(open + (node.value ?? '') + close, state);
  const [before, after] = [hold(open, state), hold(close, state)];
  const exit = state.enter('shortcodeText');
  const children = state.containerPhrasing(node, { ...info, before: before.slice(-1), after: after.charAt(0) });
  exit();
  return before + children + after;
}

// What a call begins with, for the nodes before it: a word while a document is printed.
shortcodeText.peek = (_: Nodes, _parent: Parents | undefined, state: State): string =>
  printing.has(state) ? 'd' : '{';

const handlers: Record<'root' | 'shortcode' | 'shortcodeText', Handle> = { root, shortcode, shortcodeText };

/** Teaches mdast-util-to-markdown the nodes of shortcodes. */
export const shortcodesToMarkdown: Options = {
  handlers,
  // Text that would begin a tag: Hugo knows no escapes, but `{\{<` is no tag to it, and to Markdown still `{{<`.
  unsafe: [{ character: '{', before: '\\{', after: '[<%]', inConstruct: 'phrasing' }],
};

declare module 'mdast-util-to-markdown' {
  interface ConstructNameMap {
    shortcode: 'shortcode';
    shortcodeText: 'shortcodeText';
  }
}
