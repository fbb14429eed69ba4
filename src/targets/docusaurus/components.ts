/** Component files for Docusaurus, and their registration for all pages. */
import type { ComponentUse } from '../../writers/mdx/uses.ts';
import type { OutputFile } from '../target.ts';
import { printCode } from '../code/print.ts';
import { type Code, exportDefault, importOf, spreadWith } from '../code/tree.ts';
import * as react from '../scaffold/react-components.ts';
import { COMPONENT_FOLDER } from './facts.ts';

const KIT: react.ReactKit = {
  folder: COMPONENT_FOLDER,
  classes: {
    Badge: 'badge badge--primary',
    Button: 'button button--primary',
    Card: 'card margin-bottom--md padding--md',
    Column: 'col',
    Columns: 'row',
  },
  link: { from: '@docusaurus/Link', address: 'to' },
  pictures: { hook: 'useBaseUrlUtils', from: '@docusaurus/useBaseUrl', complete: 'withBaseUrl' },
};

/** A file for each component, and the theme's list of components with them in it. */
export function componentFiles(uses: readonly ComponentUse[]): OutputFile[] {
  if (uses.length === 0) return [];
  const text = printCode(registration(react.componentNames(uses)));
  return [...react.componentFiles(uses, KIT), { path: 'src/theme/MDXComponents.tsx', text }];
}

/** The theme's list of components with those of the site in it. */
export function registration(names: readonly string[]): Code[] {
  return [
    importOf('MDXComponents', '@theme-original/MDXComponents'),
    ...names.map((local) => importOf(local, `@site/${COMPONENT_FOLDER}/${local}`)),
    exportDefault(spreadWith('MDXComponents', names)),
  ];
}
