import type { Definition, FlowContent, Node } from '../../model/nodes.ts';
import type { DocumentScope } from './state.ts';
import { walk } from '../../model/walk.ts';
import { createFootnoteBook } from './footnotes.ts';

/**
 * Whether a node's content was read as a document of its own, with its own link definitions and footnotes.
 * The inner text of a top-level `{{% %}}` call is part of the page's Markdown; that of any other call is not.
 */
export function isOwnDocument(node: Node): boolean {
  if (node.type !== 'shortcodeBlock' && node.type !== 'shortcodeInline') return false;
  return node.call.notation === 'standard' || node.call.path.includes('.');
}

/** The definitions and footnotes of one document. */
export function createScope(body: readonly FlowContent[]): DocumentScope {
  const definitions = new Map<string, Definition>();
  walk(body, (node) => {
    // CommonMark: the first definition of a label counts.
    if (node.type === 'definition' && !definitions.has(node.identifier)) definitions.set(node.identifier, node);
    return isOwnDocument(node) ? 'skip' : undefined;
  });
  return { definitions, footnotes: createFootnoteBook(body, isOwnDocument) };
}
