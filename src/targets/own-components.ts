/** Components that a site keeps itself: each framework has its own way to say where. */
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { ComponentImports } from './target.ts';
import { createDiagnostic } from '../diagnostics/diagnostic.ts';
import { COMPONENT_FOLDER } from './docusaurus/facts.ts';

/** Where mappings say that a site has them, whatever framework they were written for. */
const FOLDERS = [`@site/${COMPONENT_FOLDER}`, '@/components'];

const FOLDER_OF: Readonly<Record<string, string | undefined>> = {
  docusaurus: FOLDERS[0],
  nextra: FOLDERS[1],
  fumadocs: FOLDERS[1],
  mintlify: undefined,
  starlight: undefined,
};

/** Names that only Docusaurus finds a module by. */
const OF_DOCUSAURUS = ['@site/', '@theme/', '@theme-original/', '@theme-init/', '@docusaurus/', '@generated/'];

/** The imports of components with those left out that stand for the site's own folder in another framework: each has its own. */
export function importsFor(components: ComponentImports, target: string): ComponentImports {
  if (!Object.hasOwn(FOLDER_OF, target)) return components;
  const others = FOLDERS.filter((folder) => folder !== FOLDER_OF[target]);
  const isOther = (name: string, from: string): boolean => others.some((folder) => from === `${folder}/${name}`);
  return Object.fromEntries(Object.entries(components).filter(([name, { from }]) => !isOther(name, from)));
}

/** Imports that the target cannot resolve. */
export const foreignImports = (components: ComponentImports, target: string): readonly Diagnostic[] =>
  target === 'docusaurus' || !Object.hasOwn(FOLDER_OF, target)
    ? []
    : Object.entries(components).flatMap(([component, { from }]) =>
        OF_DOCUSAURUS.some((start) => from.startsWith(start))
          ? [createDiagnostic('mapping-component-foreign', { component, from, target })]
          : [],
      );
