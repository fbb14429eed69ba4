import type { ComponentImport } from './options.ts';

/** The imports of the components that a page uses, one a line, in the order of their names. */
export function printImports(names: readonly string[], imports: Readonly<Record<string, ComponentImport>>): string {
  const lines = new Set<string>();
  for (const name of names.map(rootOf).toSorted()) {
    const found = Object.hasOwn(imports, name) ? imports[name] : undefined;
    if (!found) continue;
    lines.add(`import ${found.kind === 'default' ? name : `{ ${name} }`} from ${JSON.stringify(found.from)};\n`);
  }
  return [...lines].join('');
}

/** `Tabs` of `Tabs.Tab`: what an import can bring. */
const rootOf = (name: string): string => name.split('.')[0] ?? name;
