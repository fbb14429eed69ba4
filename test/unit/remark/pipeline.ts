import type { Nodes, Root } from 'mdast';
import type { PluggableList } from 'unified';
import remarkParse from 'remark-parse';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';
import { VFile } from 'vfile';
import { remarkShortcodes, type RemarkShortcodesOptions } from '../../../src/remark/index.ts';

interface Setting {
  readonly options?: RemarkShortcodesOptions;
  /** Used between the parser and the shortcodes. */
  readonly plugins?: PluggableList;
}

const pipeline = ({ options = {}, plugins = [] }: Setting) =>
  unified().use(remarkParse).use(plugins).use(remarkShortcodes, options).use(remarkStringify);

/** The tree of a document and the messages about it. */
export function parse(source: string, setting: Setting = {}): { tree: Root; messages: VFile['messages'] } {
  const file = new VFile(source);
  const tree = pipeline(setting).parse(file);
  return { tree, messages: file.messages };
}

export const stringify = (tree: Root, setting: Setting = {}): string => pipeline(setting).stringify(tree);

/** What the plain pipeline makes of a document. */
export const parsePlain = (source: string, plugins: PluggableList = []): Root =>
  unified().use(remarkParse).use(plugins).parse(source);

export const stringifyPlain = (tree: Root, plugins: PluggableList = []): string =>
  unified().use(remarkParse).use(plugins).use(remarkStringify).stringify(tree);

/** A copy of a tree without positions, and without properties that have no value. */
export const bare = (tree: Nodes): unknown =>
  JSON.parse(
    JSON.stringify(tree, (key, value: unknown) => (key === 'position' || key === 'estree' ? undefined : value)),
  );

/** The nesting of a tree in one line: types, and what tells nodes of one type apart. */
export function outline(node: Nodes): string {
  const facts = 'name' in node ? ` ${node.name}` : '';
  const value = 'value' in node && node.value !== undefined ? ` ${JSON.stringify(node.value)}` : '';
  const children = 'children' in node && node.children.length > 0 ? `(${node.children.map(outline).join(', ')})` : '';
  return `${node.type}${facts}${value}${children}`;
}
