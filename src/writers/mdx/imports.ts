import type { ComponentImport } from './options.ts';

/** The imports of the components that a page uses, one a line, in the order of where they come from. */
export function printImports(
  names: readonly string[],
  imports: Readonly<Record<string, ComponentImport>>,
  otherwiseFrom?: (name: string) => ComponentImport | undefined,
): string {
  const named = new Map<string, Set<string>>();
  const lines = new Set<string>();
  for (const name of names.map(rootOf).toSorted()) {
    const found = Object.hasOwn(imports, name) ? imports[name] : otherwiseFrom?.(name);
    if (!found) continue;
    if (found.kind === 'default') lines.add(`import ${name} from ${JSON.stringify(found.from)};\n`);
    else named.set(found.from, (named.get(found.from) ?? new Set()).add(name));
  }
  for (const [from, members] of named) {
    lines.add(`import { ${[...members].join(', ')} } from ${JSON.stringify(from)};\n`);
  }
  return [...lines].toSorted().join('');
}

/** `Tabs` of `Tabs.Tab`: what an import can bring. */
const rootOf = (name: string): string => name.split('.')[0] ?? name;
