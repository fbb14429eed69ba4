import type { Document } from '@contentful/rich-text-types';
import type { Collector } from '../../diagnostics/diagnostic.ts';
import type { EntryDraft } from './entry-types.ts';
import type { EntryValue } from './export.ts';
import type { RichDocument } from './rich-text.ts';
// The package is CommonJS to Node's resolver for types; its ESM build has the function under the same name.
import { validateRichTextDocument } from '@contentful/rich-text-types';

/** Holds every document of a page against Contentful's own validator. A failure is a fault of decant. */
export function validate(document: RichDocument, entries: readonly EntryDraft[], findings: Collector): void {
  check(document, 'body', findings);
  for (const entry of entries) {
    for (const [name, value] of Object.entries(entry.fields)) {
      if (isDocument(value)) check(value, `${entry.id}.${name}`, findings);
    }
  }
}

function check(document: RichDocument, where: string, findings: Collector): void {
  // RichDocument is narrower than the package's Document, which types node names as an enum.
  const errors = validateRichTextDocument(document as unknown as Document);
  for (const error of errors.slice(0, MOST)) {
    const at = error.path?.join('.') ?? '';
    findings.report('contentful-invalid-rich-text', { where, at, details: error.details ?? error.name });
  }
}

/** The validator repeats itself up the tree: the first errors say it all. */
const MOST = 3;

const isDocument = (value: EntryValue): value is RichDocument =>
  typeof value === 'object' && 'nodeType' in value && value.nodeType === 'document';
