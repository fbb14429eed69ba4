/** The components of a page that are not Mintlify's own: files that it imports. */
import type { ComponentImport } from '../target.ts';
import type { ComponentUse } from '../../writers/mdx/uses.ts';
import type { ReactKit } from '../scaffold/react-components.ts';
import { elementOf } from './elements.ts';
import { COMPONENTS, ELEMENTS_PATH, SNIPPET_FOLDER } from './facts.ts';

/** How components are written: a file that is imported can import nothing itself. */
export const KIT: ReactKit = { folder: SNIPPET_FOLDER, classes: {}, link: { address: 'href' }, form: 'snippet' };

const snippetOf = (component: string): ComponentImport => ({
  from: elementOf(component) === undefined ? `/${SNIPPET_FOLDER}/${component}.jsx` : `/${ELEMENTS_PATH}`,
  kind: 'named',
});

/** The components that a person has to write, or that a new site gets. */
export const ownComponents = (uses: readonly ComponentUse[]): readonly ComponentUse[] =>
  uses.filter(({ name }) => elementOf(name) === undefined && !isBuiltIn(name));

const isBuiltIn = (name: string): boolean => COMPONENTS.includes(name.split('.')[0] ?? name);

/** Whether a page has to import a component that nothing declares. */
export const importFor = (component: string): ComponentImport | undefined =>
  isBuiltIn(component) ? undefined : snippetOf(component);
