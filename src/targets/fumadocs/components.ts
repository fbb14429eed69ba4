/** The components that pages are rendered with: Fumadocs' own and those of the site. */
import { printCode } from '../code/print.ts';
import { exportNamed, functionOf, importOf, returnOf, spreadWith } from '../code/tree.ts';
import { COMPONENT_FOLDER } from './facts.ts';

/** What stands in `mdx-components.tsx`. */
export function registration(names: readonly string[]): string {
  return printCode([
    importOf('defaultMdxComponents', 'fumadocs-ui/mdx'),
    ...names.map((local) => importOf(local, `@/${COMPONENT_FOLDER}/${local}`)),
    importOf([['Picture', 'img']], '@/site/picture'),
    exportNamed(
      functionOf('getMDXComponents', undefined, [returnOf(spreadWith('defaultMdxComponents', ['img', ...names]))]),
    ),
  ]);
}
