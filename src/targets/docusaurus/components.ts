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
  byRoot,
  type ComponentShape,
  dataAttribute,
  rootUse,
  shapeOf,
  type ShapeProp,
} from '../scaffold/component-shape.ts';

const FOLDER = 'src/components';

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
    path: `${FOLDER}/${root}.tsx`,
    text: printCode(root === 'Formula' ? formulaModule() : componentModule(root, members)),
  }));
  return [...files, { path: 'src/theme/MDXComponents.tsx', text: printCode(registration([...roots.keys()])) }];
}

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
  const html = call(member('katex', 'renderToString'), name('tex'), {
    displayMode: name('display'),
    throwOnError: false,
  });
  const members = [['tex', ['text']] as const, ['display', ['flag']] as const];
  const parameter = pattern(
    [
      ['tex', 'tex'],
      ['display', 'display'],
    ],
    'FormulaProps',
  );
  const markup = element('span', [['dangerouslySetInnerHTML', expression({ __html: html })]], []);
  return [
    importOf(['ReactNode'], 'react', 'type'),
    importOf('katex', 'katex'),
    interfaceOf('FormulaProps', members),
    exportDefault(functionOf('Formula', parameter, [returnOf(markup)], 'ReactNode')),
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
  const { heading, image, link, texts, rest, children, inline, className } = shape;
  const value = ({ local }: ShapeProp): Code => name(local);
  const shown = (prop: ShapeProp, tag: string): Code => andThen(value(prop), element(tag, [], [value(prop)]));
  const attributes: [string, JsxValue][] = [
    ['className', CLASSES[shape.name] ?? className],
    ...rest.map((prop): [string, JsxValue] => [dataAttribute(prop), attributeValue(prop)]),
  ];
  const content = [
    ...(image ? [pictureOf(image)] : []),
    ...(heading ? [shown(heading, inline ? 'strong' : 'h3')] : []),
    ...texts.map((prop) => shown(prop, inline ? 'span' : 'p')),
    ...(children ? [name('children')] : []),
  ];
  const box = inline ? 'span' : 'div';
  if (link && inline && children && content.length === 1) {
    return element('Link', [['to', value(link)], ...attributes], content);
  }
  if (!link) return element(box, attributes, content);
  const label = content.length > 0 ? content : [value(link)];
  // Links cannot stand in links, so that only what is not the body leads away.
  const inLink = children && !inline ? label.slice(0, -1) : label;
  const body = children && !inline ? label.slice(-1) : [];
  const anchor = element('Link', [['to', value(link)]], inLink.length > 0 ? inLink : [value(link)]);
  return element(box, attributes, [andThen(value(link), anchor), ...body]);
}

const pictureOf = (image: ShapeProp): Code =>
  andThen(
    name(image.local),
    element(
      'img',
      [
        ['src', call(name('withBaseUrl'), name(image.local))],
        ['alt', ''],
      ],
      [],
    ),
  );

/** React takes text, numbers and booleans as attributes; lists and maps are written as JSON. */
const attributeValue = ({ local, types }: ShapeProp): Code =>
  types.every((type) => type === 'text' || type === 'number')
    ? name(local)
    : call(member('JSON', 'stringify'), name(local));

function registration(names: readonly string[]): Code[] {
  return [
    importOf('MDXComponents', '@theme-original/MDXComponents'),
    ...names.map((local) => importOf(local, `@site/${FOLDER}/${local}`)),
    exportDefault(spreadWith('MDXComponents', names)),
  ];
}
