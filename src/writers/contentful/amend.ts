/** What a page's rich text needs changed once all pages are known. */
import type { EntryDraft } from './entry-types.ts';
import type { EntryValue } from './export.ts';
import type { PageContent } from './write-page.ts';
import type { RichDocument } from './rich-text.ts';
import { createCollector } from '../../diagnostics/diagnostic.ts';
import { openDrafts } from './drafts.ts';
import { assetLink, entryLink } from './rich-text.ts';

export interface Amendments {
  readonly entryId: string;
  /** Alternative texts of assets that have another one from an earlier page: they need entries of their own. */
  readonly alts: ReadonlyMap<string, string>;
  /** Addresses of pages that were to be in the export and are not, by the ids of their entries. */
  readonly absent: ReadonlyMap<string, string>;
}

export function amend(content: PageContent, { entryId, alts, absent }: Amendments): PageContent {
  if (alts.size === 0 && absent.size === 0) return content;
  const drafts = openDrafts(entryId, createCollector());
  const replaceNode = (node: object): object => {
    const { nodeType, target } = identify(node);
    const alt = nodeType === 'embedded-asset-block' ? alts.get(target) : undefined;
    if (alt !== undefined) {
      const id = drafts.add('image', { asset: assetLink(target), alt });
      return { ...node, nodeType: 'embedded-entry-block', data: { target: entryLink(id) } };
    }
    const uri = nodeType === 'entry-hyperlink' ? absent.get(target) : undefined;
    return uri === undefined ? node : { ...node, nodeType: 'hyperlink', data: { uri } };
  };
  const replace = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(replace);
    if (typeof value !== 'object' || value === null) return value;
    const node = replaceNode(value);
    return 'content' in node ? { ...node, content: replace(node.content) } : node;
  };
  const amended = (document: RichDocument): RichDocument => replace(document) as RichDocument; // a node for one of the same place
  const entries = content.entries.map((entry): EntryDraft => {
    const fields = Object.entries(entry.fields).map(([name, value]) => [
      name,
      isDocument(value) ? amended(value) : value,
    ]);
    return { ...entry, fields: Object.fromEntries(fields) };
  });
  const document = amended(content.document);
  return { document, entries: [...drafts.all.values(), ...entries] };
}

/** Type and link target of a node; a node without a target has an empty one, which is nobody's id. */
function identify(node: object): { nodeType: string; target: string } {
  const { nodeType = '', data } = node as { nodeType?: string; data?: { target?: { sys: { id: string } } } }; // rich-text.ts makes no other form
  return { nodeType, target: data?.target?.sys.id ?? '' };
}

const isDocument = (value: EntryValue): value is RichDocument =>
  typeof value === 'object' && 'nodeType' in value && value.nodeType === 'document';
