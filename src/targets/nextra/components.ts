/** The components that pages are rendered with: the theme's and those of the site. */
import type { ComponentUse } from '../../writers/mdx/uses.ts';
import { printCode } from '../code/print.ts';
import { call, exportNamed, functionOf, importOf, name, returnOf, spreadWith } from '../code/tree.ts';
import { componentNames } from '../scaffold/react-components.ts';
import { COMPONENT_FOLDER } from './facts.ts';

/** What stands in `mdx-components.tsx`. */
export function registration(uses: readonly ComponentUse[]): string {
  const names = componentNames(uses);
  const all = spreadWith(call(name('getThemeComponents')), names);
  return printCode([
    importOf([['useMDXComponents', 'getThemeComponents']], 'nextra-theme-docs'),
    ...names.map((local) => importOf(local, `./${COMPONENT_FOLDER}/${local}`)),
    exportNamed(functionOf('useMDXComponents', undefined, [returnOf(all)])),
  ]);
}
