import { tsPlugin } from '@sveltejs/acorn-typescript';
import { Parser } from 'acorn';
import type { Node as AcornNode } from 'acorn';

/** What a module of ours imports, exports and reads from the surroundings, as its syntax tree says. */
export interface SourceModule {
  /** Module names as written, of imports, re-exports, `import()` and type imports alike. */
  readonly imports: readonly string[];
  readonly hasDefaultExport: boolean;
  /** Names that the module uses as values and does not take from another value (`a.name`). */
  readonly identifiers: ReadonlySet<string>;
}

// The plugin's types follow an older acorn than the one installed; at run time they fit.
const TypeScriptParser = Parser.extend(tsPlugin() as unknown as Parameters<typeof Parser.extend>[0]);

/** Parses the TypeScript of one module. */
export function parseModule(source: string): SourceModule {
  const imports: string[] = [];
  const identifiers = new Set<string>();
  let hasDefaultExport = false;
  const program: AcornNode = TypeScriptParser.parse(source, {
    ecmaVersion: 'latest',
    sourceType: 'module',
    locations: true,
  });
  const stack: AcornNode[] = [program];
  for (let node = stack.pop(); node; node = stack.pop()) {
    const from = importedFrom(node);
    if (from !== undefined) imports.push(from);
    if (node.type === 'ExportDefaultDeclaration' || exportsDefault(node)) hasDefaultExport = true;
    if (node.type === 'Identifier') identifiers.add(String(field(node, 'name')));
    stack.push(...childrenOf(node).filter((child) => !isMemberName(node, child)));
  }
  return { imports, hasDefaultExport, identifiers };
}

/** Reads a field that only some node types have. */
const field = (node: AcornNode, name: string): unknown => (node as unknown as Readonly<Record<string, unknown>>)[name];

const isNode = (value: unknown): value is AcornNode =>
  typeof value === 'object' && value !== null && 'type' in value && 'start' in value;

const childrenOf = (node: AcornNode): AcornNode[] =>
  Object.values(node)
    .flatMap((value: unknown) => (Array.isArray(value) ? (value as unknown[]) : [value]))
    .filter(isNode);

/** The module named by an import, a re-export, `import('x')` or the type `import('x').T`. */
function importedFrom(node: AcornNode): string | undefined {
  const source = field(node, node.type === 'TSImportType' ? 'argument' : 'source');
  const name = isNode(source) ? field(source, 'value') : undefined;
  return typeof name === 'string' ? name : undefined;
}

function exportsDefault(node: AcornNode): boolean {
  const exported = field(node, 'exported');
  return node.type === 'ExportSpecifier' && isNode(exported) && field(exported, 'name') === 'default';
}

/** `b` in `a.b`, in `{ b: 1 }` and in `{ b: string }`, and the names of types: they read no value. */
function isMemberName(parent: AcornNode, child: AcornNode): boolean {
  if (parent.type === 'TSTypeReference') return child === field(parent, 'typeName');
  if (field(parent, 'computed') === true || field(parent, 'shorthand') === true) return false;
  return child === field(parent, parent.type === 'MemberExpression' ? 'property' : 'key');
}
