/** The values of the site that pages follow by name, in a module of their own. */
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Node, TemplatedString, Value } from '../model/nodes.ts';
import type { Page, PageMeta } from '../model/page.ts';
import type { Site } from '../model/site.ts';
import type { PageLinks } from '../passes/links/rewrite-links.ts';
import type { ComponentImport, OutputFile } from './target.ts';
import { createDiagnostic } from '../diagnostics/diagnostic.ts';
import { walk } from '../model/walk.ts';
import { printCode } from './code/print.ts';
import { VARIABLES } from '../writers/mdx/live-text.ts';
import { exportConstant, exportDefault, expression } from './code/tree.ts';

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

/** The module with the variables of a page: those of a version from a site of its own may have other values. */
export function variablesPath(path: string, { version }: Pick<PageMeta, 'version'>): string {
  const dot = path.lastIndexOf('.');
  return version === undefined ? path : `${path.slice(0, dot)}-${version}${path.slice(dot)}`;
}

export interface VariableModules {
  readonly files: readonly OutputFile[];
  readonly diagnostics: readonly Diagnostic[];
}

/** What a page contributes to a module. */
interface VariablesOfPage {
  readonly variables: Variables;
  readonly links: Pick<PageLinks, 'file'>;
}

/** The modules in which the variables of all pages stand; none where there are none. A name that has two values in one is reported. */
export function variablesModules(
  path: string,
  contributions: readonly VariablesOfPage[],
  { pages }: Pick<Site, 'pages'>,
  kind: ComponentImport['kind'] = 'default',
): VariableModules {
  const versions = new Map(pages.map(({ file, version }) => [file, version]));
  const groups = new Map<string, VariablesOfPage[]>();
  for (const contribution of contributions) {
    const version = versions.get(contribution.links.file);
    const module = variablesPath(path, version === undefined ? {} : { version });
    const group = groups.get(module);
    if (group) group.push(contribution);
    else groups.set(module, [contribution]);
  }
  const modules = [...groups].map(([module, group]) => variablesModule(module, group, kind));
  return {
    files: modules.flatMap(({ files }) => files),
    diagnostics: modules.flatMap(({ diagnostics }) => diagnostics),
  };
}

function variablesModule(
  path: string,
  pages: readonly { readonly variables: Variables }[],
  kind: ComponentImport['kind'],
): VariableModules {
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
  const all = expression(Object.fromEntries(sorted));
  const text = printCode([kind === 'default' ? exportDefault(all) : exportConstant(VARIABLES, all)]);
  return { files: [{ path, text }], diagnostics: [...diagnostics.values()] };
}
