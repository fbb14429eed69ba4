/** The places of pages that links can lead to, and whether they are there. */
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Attribute, Node } from '../../model/nodes.ts';
import type { Page } from '../../model/page.ts';
import type { PageLinks } from './rewrite-links.ts';
import { createDiagnostic } from '../../diagnostics/diagnostic.ts';
import { githubFootnoteIds } from './footnote-ids.ts';
import { walk } from '../../model/walk.ts';

/** The ids of a page that Hugo gives out or the author wrote: of headings, terms, elements and footnotes. */
export function collectIds({ body }: Pick<Page, 'body'>): readonly string[] {
  const ids = new Set<string>();
  walk(body, (node) => addIds(node, ids));
  for (const id of githubFootnoteIds({ body }).keys()) ids.add(id);
  return [...ids];
}

function addIds(node: Node, ids: Set<string>): void {
  if (node.type === 'text') return;
  if ('id' in node && typeof node.id === 'string' && node.type !== 'embed') ids.add(node.id);
  if ('attributes' in node && node.attributes) {
    const isElement = node.type === 'elementInline' || node.type === 'elementBlock';
    addNamed(node.attributes, isElement && node.tagName === 'a', ids);
  }
  if ('props' in node) {
    for (const { name, value } of node.props) if (name === 'id' && typeof value === 'string') ids.add(value);
  }
}

/** `<a name="x">` is a place too. */
function addNamed(attributes: readonly Attribute[], isAnchor: boolean, ids: Set<string>): void {
  for (const { name, value } of attributes)
    if (typeof value === 'string' && (name === 'id' || (isAnchor && name === 'name'))) ids.add(value);
}

/** Links to a place that its page does not have; of pages that are not among these nothing is known. */
export function checkAnchors(pages: readonly PageLinks[]): readonly Diagnostic[] {
  const known = new Map(pages.map(({ file, ids }) => [file, new Set(ids)]));
  return pages.flatMap((page) =>
    page.anchors.flatMap(({ file, id, url, place }) => {
      const ids = known.get(file);
      // Every page has a top, whatever its ids are.
      if (!ids || ids.has(id) || id === '' || id.toLowerCase() === 'top') return [];
      const near = nearest(id, ids);
      const facts = { url, id, page: file, ...(near !== undefined && { near }) };
      return [createDiagnostic('link-anchor', facts, { file: page.file, ...(place && { place }) })];
    }),
  );
}

/** An id that differs only in capitals and signs. */
function nearest(id: string, ids: ReadonlySet<string>): string | undefined {
  const bare = bareId(id);
  return [...ids].find((candidate) => bareId(candidate) === bare);
}

const bareId = (id: string): string => id.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '');
