/** Component files for Starlight. */
import type { ComponentUse } from '../../writers/mdx/uses.ts';
import type { OutputFile } from '../target.ts';
import { printAstro } from '../code/print.ts';
import {
  andThen,
  call,
  type Code,
  constant,
  element,
  importOf,
  importStyle,
  interfaceOf,
  type JsxValue,
  member,
  name,
  pattern,
} from '../code/tree.ts';
import {
  byRoot,
  type ComponentShape,
  dataAttribute,
  rootUse,
  shapeOf,
  type ShapeProp,
} from '../scaffold/component-shape.ts';
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
  const html = call(member('katex', 'renderToString'), name('tex'), {
    displayMode: name('display'),
    throwOnError: false,
  });
  const members = [['tex', ['text']] as const, ['display', ['flag']] as const];
  return printAstro(
    [
      importOf('katex', 'katex'),
      importStyle('katex/dist/katex.min.css'),
      interfaceOf('Props', members),
      constant(
        pattern([
          ['tex', 'tex'],
          ['display', 'display'],
        ]),
        member('Astro', 'props'),
      ),
    ],
    element('span', [['set:html', html]], []),
  );
}

function markupOf({ heading, image, link, texts, rest, children, inline, className }: ComponentShape): Code {
  const value = ({ local }: ShapeProp): Code => name(local);
  const shown = (prop: ShapeProp, tag: string): Code => andThen(value(prop), element(tag, [], [value(prop)]));
  const attributes: [string, JsxValue][] = [
    ['class', className],
    ...rest.map((prop): [string, JsxValue] => [dataAttribute(prop), attributeValue(prop)]),
  ];
  const about = [
    ...(image
      ? [
          andThen(
            value(image),
            element(
              'img',
              [
                ['src', value(image)],
                ['alt', ''],
              ],
              [],
            ),
          ),
        ]
      : []),
    ...(heading ? [shown(heading, inline ? 'strong' : 'h3')] : []),
    ...texts.map((prop) => shown(prop, inline ? 'span' : 'p')),
  ];
  const body = children ? [element('slot', [], [])] : [];
  const box = inline ? 'span' : 'div';
  if (!link) return element(box, attributes, [...about, ...body]);
  // Links cannot stand in links, so that a body with blocks stays outside.
  const isWrapped = inline && children;
  const label = isWrapped ? [...about, ...body] : about.length > 0 ? about : [value(link)];
  const anchor = andThen(value(link), element('a', [['href', value(link)]], label));
  return element(box, attributes, [anchor, ...(isWrapped ? [] : body)]);
}

/** Text, numbers and booleans are attributes; lists and maps are written as JSON. */
const attributeValue = ({ local, types }: ShapeProp): Code =>
  types.every((type) => type === 'text' || type === 'number')
    ? name(local)
    : call(member('JSON', 'stringify'), name(local));
