import type { Nodes } from 'hast';
import { toHtml } from 'hast-util-to-html';

/** The text of a tree. `xhtml` closes void elements as Goldmark's option of that name does: `<br />`. */
export function serialize(tree: Nodes, xhtml: boolean): string {
  return toHtml(tree, {
    closeSelfClosing: xhtml,
    characterReferences: { useNamedReferences: true },
    // Attribute names are the author's, stray quotes included: a reference in a name would be a part of it.
    allowParseErrors: true,
    allowDangerousCharacters: true,
  });
}
