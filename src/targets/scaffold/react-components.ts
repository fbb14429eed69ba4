/** Component files for frameworks on React. */
import type { ComponentUse } from '../../writers/mdx/uses.ts';
import type { OutputFile } from '../target.ts';
import { printCode } from '../code/print.ts';
import {
  andThen,
  arrowOf,
  call,
  type Code,
  constant,
  element,
  exportConstant,
  exportDefault,
  expression,
  functionOf,
  importOf,
  importStyle,
  interfaceOf,
  type JsxValue,
  member,
  name,
  pattern,
  returnOf,
} from '../code/tree.ts';
import { dataAttributes, formula, headingOf, hintAttributes, pictureOf, textsOf, valueOf } from './component-code.ts';
import { byRoot, type ComponentShape, rootUse, shapeOf } from './component-shape.ts';

/** What a framework brings for components. */
export interface ReactKit {
  readonly folder: string;
  /** What the theme's own styles call some things. */
  readonly classes: Readonly<Record<string, string>>;
  /** The module whose `Link` leads to pages, and the prop for the address; without a module HTML's own element does. */
  readonly link: { readonly from?: string; readonly address: string };
  /** `snippet`: a constant in JavaScript that is exported by its name and imports nothing; else a module in TypeScript. */
  readonly form?: 'snippet';
  /** The hook that gives a function which completes the address of a picture, and that function; none where addresses are whole. */
  readonly pictures?: { readonly hook: string; readonly from: string; readonly complete: string };
  /** The style sheet that formulas import, where the site does not import it for all pages. */
  readonly formulaStyle?: string;
}

/** A file for each component. */
export const componentFiles = (uses: readonly ComponentUse[], kit: ReactKit): OutputFile[] =>
  [...byRoot(uses)].map(([root, members]) => ({
    path: `${kit.folder}/${root}.${kit.form === 'snippet' ? 'jsx' : 'tsx'}`,
    text: printCode(codeOf(root, members, kit)),
  }));

/** What the components are imported by. */
export const componentNames = (uses: readonly ComponentUse[]): string[] => [...byRoot(uses).keys()];

function codeOf(root: string, members: readonly ComponentUse[], kit: ReactKit): Code[] {
  if (kit.form === 'snippet') return snippet(root, members, kit);
  return root === 'Formula' ? formulaModule(kit) : componentModule(root, members, kit);
}

/** The components as constants; parts of one stand before it. */
function snippet(root: string, members: readonly ComponentUse[], kit: ReactKit): Code[] {
  const own = shapeOf(rootUse(root, members));
  const parts = members.filter((use) => use.name !== root).map(shapeOf);
  const made = (shape: ComponentShape): Code => {
    const names = namesOf(shape);
    return arrowOf(names.length > 0 ? pattern(names) : undefined, markupOf(shape, kit));
  };
  const constants = parts.map((shape) => constant(name(functionName(shape)), made(shape)));
  if (parts.length === 0) return [exportConstant(root, made(own))];
  const assigned = Object.fromEntries(
    parts.map((shape) => [shape.name.slice(root.length + 1), name(functionName(shape))]),
  );
  return [...constants, exportConstant(root, call(member('Object', 'assign'), made(own), assigned))];
}

/** The variables that a component takes its props by. */
const namesOf = ({ props, children }: ComponentShape): (readonly [key: string, local: string])[] => [
  ...props.map(({ key, local }) => [key, local] as const),
  ...(children ? [['children', 'children'] as const] : []),
];

function componentModule(root: string, members: readonly ComponentUse[], kit: ReactKit): Code[] {
  const own = rootUse(root, members);
  const parts = members.filter((use) => use.name !== root);
  const shapes = [own, ...parts].map(shapeOf);
  const usesImage = shapes.some(({ image }) => image);
  const imports = [
    importOf(['ReactNode'], 'react', 'type'),
    ...(kit.link.from !== undefined && shapes.some(({ link }) => link) ? [importOf('Link', kit.link.from)] : []),
    ...(usesImage && kit.pictures ? [importOf([kit.pictures.hook], kit.pictures.from)] : []),
  ];
  const functions = shapes.flatMap((shape) => componentFunction(shape, functionName(shape), kit));
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
function formulaModule({ formulaStyle }: ReactKit): Code[] {
  const markup = element('span', [['dangerouslySetInnerHTML', expression({ __html: formula.html() })]], []);
  return [
    importOf(['ReactNode'], 'react', 'type'),
    importOf('katex', 'katex'),
    ...(formulaStyle === undefined ? [] : [importStyle(formulaStyle)]),
    interfaceOf('FormulaProps', formula.members),
    exportDefault(functionOf('Formula', formula.pattern('FormulaProps'), [returnOf(markup)], 'ReactNode')),
  ];
}

function componentFunction(shape: ComponentShape, id: string, kit: ReactKit): Code[] {
  const { pictures } = kit;
  const members = shape.props.map(({ key, types }) => [key, types] as const);
  const withChildren = shape.children ? ([...members, ['children', ['ReactNode']]] as const) : members;
  const hasProps = withChildren.length > 0;
  const parameter = hasProps ? pattern(namesOf(shape), `${id}Props`) : undefined;
  const body = [
    ...(shape.image && pictures
      ? [constant(pattern([[pictures.complete, pictures.complete]]), call(name(pictures.hook)))]
      : []),
    returnOf(markupOf(shape, kit)),
  ];
  return [...(hasProps ? [interfaceOf(`${id}Props`, withChildren)] : []), functionOf(id, parameter, body, 'ReactNode')];
}

function markupOf(shape: ComponentShape, { classes, pictures, link: { from, address } }: ReactKit): Code {
  const tag = from === undefined ? 'a' : 'Link';
  const { image, link, children, inline, className } = shape;
  const attributes: [string, JsxValue][] = [
    ['className', classes[shape.name] ?? className],
    ...hintAttributes(shape),
    ...dataAttributes(shape),
  ];
  const content = [
    ...(image ? [pictureOf(image, pictures ? call(name(pictures.complete), valueOf(image)) : valueOf(image))] : []),
    ...headingOf(shape),
    ...textsOf(shape),
    ...(children ? [name('children')] : []),
  ];
  const box = inline ? 'span' : 'div';
  if (link && inline && children && content.length === 1) {
    return element(tag, [[address, valueOf(link)], ...attributes], content);
  }
  if (!link) return element(box, attributes, content);
  const label = content.length > 0 ? content : [valueOf(link)];
  // Links cannot stand in links, so that only what is not the body leads away.
  const inLink = children && !inline ? label.slice(0, -1) : label;
  const body = children && !inline ? label.slice(-1) : [];
  const anchor = element(tag, [[address, valueOf(link)]], inLink.length > 0 ? inLink : [valueOf(link)]);
  return element(box, attributes, [andThen(valueOf(link), anchor), ...body]);
}
