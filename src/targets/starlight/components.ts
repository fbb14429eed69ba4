/** Component files for Starlight. */
import type { ComponentUse } from '../../writers/mdx/uses.ts';
import type { OutputFile } from '../target.ts';
import { printAstro } from '../code/print.ts';
import {
  andThen,
  type Code,
  constant,
  element,
  importOf,
  importStyle,
  interfaceOf,
  type JsxValue,
  member,
  pattern,
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
import { byRoot, type ComponentShape, rootUse, shapeOf } from '../scaffold/component-shape.ts';
import { COMPONENT_FOLDER } from './facts.ts';

/** A file for each component that pages import. */
export const componentFiles = (uses: readonly ComponentUse[]): OutputFile[] =>
  [...byRoot(uses)].map(([root, members]) => ({
    path: `${COMPONENT_FOLDER}/${root}.astro`,
    text: root === 'Formula' ? formulaText() : componentText(shapeOf(rootUse(root, members))),
  }));

function componentText(shape: ComponentShape): string {
  const { props } = shape;
  const script =
    props.length === 0
      ? []
      : [
          interfaceOf(
            'Props',
            props.map(({ key, types }) => [key, types] as const),
          ),
          constant(pattern(props.map(({ key, local }) => [key, local] as const)), member('Astro', 'props')),
        ];
  return printAstro(script, markupOf(shape));
}

/** Sets formulas while the site is built. */
function formulaText(): string {
  return printAstro(
    [
      importOf('katex', 'katex'),
      importStyle('katex/dist/katex.min.css'),
      interfaceOf('Props', formula.members),
      constant(formula.pattern(), member('Astro', 'props')),
    ],
    element('span', [['set:html', formula.html()]], []),
  );
}

function markupOf(shape: ComponentShape): Code {
  const { image, link, children, inline, className } = shape;
  const attributes: [string, JsxValue][] = [['class', className], ...hintAttributes(shape), ...dataAttributes(shape)];
  const about = [...(image ? [pictureOf(image, valueOf(image))] : []), ...headingOf(shape), ...textsOf(shape)];
  const body = children ? [element('slot', [], [])] : [];
  const box = inline ? 'span' : 'div';
  if (!link) return element(box, attributes, [...about, ...body]);
  // Links cannot stand in links, so that a body with blocks stays outside.
  const isWrapped = inline && children;
  const label = isWrapped ? [...about, ...body] : about.length > 0 ? about : [valueOf(link)];
  const anchor = andThen(valueOf(link), element('a', [['href', valueOf(link)]], label));
  return element(box, attributes, [anchor, ...(isWrapped ? [] : body)]);
}
