import type { Document, YAMLError } from 'yaml';
import type { DataProblem } from '../../diagnostics/codes/front-matter.ts';
import type { SourceText } from '../source-text.ts';
import { findOpenValue, openKindOf } from './yaml-open-value.ts';

/** Reports what is wrong with a YAML document that stands at `start`. */
export function reportYamlError(error: YAMLError, document: Document.Parsed, text: SourceText, start: number): void {
  const [from, to] = error.pos;
  // The author wants to see where a value begins that is never closed, not where the file ends.
  const open = findOpenValue(document, error);
  const at = start + (open?.start ?? from);
  const facts = { format: 'YAML', problem: problemOf(error), detail: detailOf(error) } as const;
  text.report('data-invalid', facts, at, open ? at + 1 : Math.max(at + 1, start + to));
}

const PROBLEMS: Readonly<Record<string, DataProblem>> = {
  ALIAS_PROPS: 'character',
  BAD_ALIAS: 'character',
  BAD_DQ_ESCAPE: 'escape',
  BAD_INDENT: 'indentation',
  BAD_SCALAR_START: 'character',
  BLOCK_AS_IMPLICIT_KEY: 'colon',
  MULTILINE_IMPLICIT_KEY: 'key',
  TAB_AS_INDENT: 'tab',
};

// The parser names its errors by where they occur to it; its text tells apart what the code does not.
function problemOf(error: YAMLError): DataProblem {
  const { code, message } = error;
  const open = openKindOf(error);
  if (open) return open;
  if (code === 'MISSING_CHAR' && message.startsWith('Implicit map keys')) return 'key';
  if (code === 'UNEXPECTED_TOKEN' && message.endsWith('at node end')) return 'rest';
  return PROBLEMS[code] ?? 'other';
}

function detailOf({ message }: YAMLError): string {
  return message.charAt(0).toLowerCase() + message.slice(1);
}
