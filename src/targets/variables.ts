/** The values of the site that pages follow by name, in a module of their own. */
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Node, TemplatedString, Value } from '../model/nodes.ts';
import type { Page } from '../model/page.ts';
import type { OutputFile } from './target.ts';
import { createDiagnostic } from '../diagnostics/diagnostic.ts';
import { walk } from '../model/walk.ts';
import { printCode } from './code/print.ts';
import { exportDefault, expression } from './code/tree.ts';

export const VARIABLES_FILE = 'variables.js';

/** The variables of a page, by name, with what they are there. */
export type Variables = Readonly<Record<string, string>>;

/** What a page follows by name: in text, in code, in the addresses of links. */
export function variablesOf({ body }: Page): Variables {
  const found: [string, string][] = [];
  const add = ({ variable, value }: Value): void => {
    if (variable !== undefined) found.push([variable, value]);
  };
  walk(body, (node) => {
    if (node.type === 'value') add(node);
    const text = textOf(node);
    if (typeof text === 'object')
      for (const part of text) if (typeof part === 'object' && part.type === 'value') add(part);
  });
  return Object.fromEntries(found);
}

function textOf(node: Node): TemplatedString | undefined {
  if (node.type === 'link') return node.url;
  return node.type === 'code' || node.type === 'inlineCode' ? node.value : undefined;
}

/** The module in which the variables of all pages stand; none where there are none. A name that has two values is reported. */
export function variablesModule(
  path: string,
  pages: readonly { readonly variables: Variables }[],
): { readonly files: readonly OutputFile[]; readonly diagnostics: readonly Diagnostic[] } {
  const values = new Map<string, string>();
  const diagnostics = new Map<string, Diagnostic>();
  for (const [variable, value] of pages.flatMap(({ variables }) => Object.entries(variables))) {
    const first = values.get(variable);
    if (first === undefined) values.set(variable, value);
    else if (first !== value && !diagnostics.has(variable)) {
      diagnostics.set(variable, createDiagnostic('mdx-variable-differs', { variable, first, second: value }, {}));
    }
  }
  if (values.size === 0) return { files: [], diagnostics: [] };
  const sorted = [...values].toSorted(([a], [b]) => (a < b ? -1 : 1));
  const text = printCode([exportDefault(expression(Object.fromEntries(sorted)))]);
  return { files: [{ path, text }], diagnostics: [...diagnostics.values()] };
}
