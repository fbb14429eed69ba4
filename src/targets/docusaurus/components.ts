/** Component files for Docusaurus, and their registration for all pages. */
import type { ComponentUse } from '../../writers/mdx/uses.ts';
import type { OutputFile } from '../target.ts';
import { printCode } from '../code/print.ts';
import {
  andThen,
  call,
  type Code,
  constant,
  element,
  exportDefault,
  expression,
  functionOf,
  importOf,
  interfaceOf,
  type JsxValue,
  member,
  name,
  pattern,
  returnOf,
  spreadWith,
} from '../code/tree.ts';
import {
  dataAttributes,
  formula,
  headingOf,
  hintAttributes,
  pictureOf,
  textsOf,
  valueOf,
} from '../scaffold/component-code.ts';
import { COMPONENT_FOLDER } from './facts.ts';
import { byRoot, type ComponentShape, rootUse, shapeOf } from '../scaffold/component-shape.ts';

/** What the theme's own styles call some things. */
const CLASSES: Readonly<Record<string, string>> = {
  Badge: 'badge badge--primary',
  Button: 'button button--primary',
  Card: 'card margin-bottom--md padding--md',
  Column: 'col',
  Columns: 'row',
};

/** A file for each component, and the theme's list of components with them in it. */
export function componentFiles(uses: readonly ComponentUse[]): OutputFile[] {
  if (uses.length === 0) return [];
  const roots = byRoot(uses);
  const files = [...roots].map(([root, members]) => ({
    path: `${COMPONENT_FOLDER}/${root}.tsx`,
    text: printCode(root === 'Formula' ? formulaModule() : componentModule(root, members)),
  }));
  return [...files, { path: 'src/theme/MDXComponents.tsx', text: printCode(registration([...roots.keys()])) }];
}

/** What the components are imported by. */
export const componentNames = (uses: readonly ComponentUse[]): string[] => [...byRoot(uses).keys()];

function componentModule(root: string, members: readonly ComponentUse[]): Code[] {
  const own = rootUse(root, members);
  const parts = members.filter((use) => use.name !== root);
  const shapes = [own, ...parts].map(shapeOf);
  const usesImage = shapes.some(({ image }) => image);
  const imports = [
    importOf(['ReactNode'], 'react', 'type'),
    ...(shapes.some(({ link }) => link) ? [importOf('Link', '@docusaurus/Link')] : []),
    ...(usesImage ? [importOf(['useBaseUrlUtils'], '@docusaurus/useBaseUrl')] : []),
  ];
  const functions = shapes.flatMap((shape) => componentFunction(shape, functionName(shape)));
  if (parts.length === 0) {
    const last = functions.pop();
    return last ? [...imports, ...functions, exportDefault(last)] : imports;
  }
  const assigned = Object.fromEntries(
    shapes.slice(1).map((shape) => [shape.name.slice(root.length + 1), name(functionName(shape))]),
  );
  return [...imports, ...functions, exportDefault(call(member('Object', 'assign'), name(root), assigned))];
}

const functionName = ({ name: full }: ComponentShape): string => full.replaceAll(/[^\p{ID_Continue}$]/gu, '');

/** Sets formulas while the site is built. */
function formulaModule(): Code[] {
  const markup = element('span', [['dangerouslySetInnerHTML', expression({ __html: formula.html() })]], []);
  return [
    importOf(['ReactNode'], 'react', 'type'),
    importOf('katex', 'katex'),
    interfaceOf('FormulaProps', formula.members),
    exportDefault(functionOf('Formula', formula.pattern('FormulaProps'), [returnOf(markup)], 'ReactNode')),
  ];
}

function componentFunction(shape: ComponentShape, id: string): Code[] {
  const members = shape.props.map(({ key, types }) => [key, types] as const);
  const names = shape.props.map(({ key, local }) => [key, local] as const);
  const withChildren = shape.children ? ([...members, ['children', ['ReactNode']]] as const) : members;
  const hasProps = withChildren.length > 0;
  const taken = shape.children ? [...names, ['children', 'children'] as const] : names;
  const parameter = hasProps ? pattern(taken, `${id}Props`) : undefined;
  const body = [
    ...(shape.image ? [constant(pattern([['withBaseUrl', 'withBaseUrl']]), call(name('useBaseUrlUtils')))] : []),
    returnOf(markupOf(shape)),
  ];
  return [...(hasProps ? [interfaceOf(`${id}Props`, withChildren)] : []), functionOf(id, parameter, body, 'ReactNode')];
}

function markupOf(shape: ComponentShape): Code {
  const { image, link, children, inline, className } = shape;
  const attributes: [string, JsxValue][] = [
    ['className', CLASSES[shape.name] ?? className],
    ...hintAttributes(shape),
    ...dataAttributes(shape),
  ];
  const content = [
    ...(image ? [pictureOf(image, call(name('withBaseUrl'), valueOf(image)))] : []),
    ...headingOf(shape),
    ...textsOf(shape),
    ...(children ? [name('children')] : []),
  ];
  const box = inline ? 'span' : 'div';
  if (link && inline && children && content.length === 1) {
    return element('Link', [['to', valueOf(link)], ...attributes], content);
  }
  if (!link) return element(box, attributes, content);
  const label = content.length > 0 ? content : [valueOf(link)];
  // Links cannot stand in links, so that only what is not the body leads away.
  const inLink = children && !inline ? label.slice(0, -1) : label;
  const body = children && !inline ? label.slice(-1) : [];
  const anchor = element('Link', [['to', valueOf(link)]], inLink.length > 0 ? inLink : [valueOf(link)]);
  return element(box, attributes, [andThen(valueOf(link), anchor), ...body]);
}

/** The theme's list of components with those of the site in it. */
export function registration(names: readonly string[]): Code[] {
  return [
    importOf('MDXComponents', '@theme-original/MDXComponents'),
    ...names.map((local) => importOf(local, `@site/${COMPONENT_FOLDER}/${local}`)),
    exportDefault(spreadWith('MDXComponents', names)),
  ];
}
