/** The parts of a component's code that do not depend on the framework. */
import type { ComponentShape, ShapeProp } from './component-shape.ts';
import { andThen, call, type Code, element, type JsxValue, member, name, pattern } from '../code/tree.ts';
import { dataAttribute } from './component-shape.ts';

/** The variable that holds a prop. */
export const valueOf = ({ local }: ShapeProp): Code => name(local);

/** The heading and the texts of a component, each where it is given. */
export const headingOf = ({ heading, inline }: ComponentShape): Code[] =>
  heading ? [shown(heading, inline ? 'strong' : 'h3')] : [];

export const textsOf = (shape: ComponentShape): Code[] => {
  const { texts, inline } = shape;
  const hint = hintOf(shape);
  const visible = texts.filter((prop) => prop !== hint);
  if (shape.positions) return [andThen(valueOf(shape.positions), call(member(shape.positions.local, 'join'), ' '))];
  if (!inline) return visible.map((prop) => shown(prop, 'p'));
  return visible.flatMap((prop, at) => [...(at > 0 || hint ? [SPACE] : []), shown(prop, 'span')]);
};

/** What explains the words of a component that stands in a line of text: it is shown to who points at them. */
export const hintAttributes = (shape: ComponentShape): [string, JsxValue][] => {
  const hint = hintOf(shape);
  return hint ? [['title', valueOf(hint)]] : [];
};

const SPACE: Code = { type: 'Literal', value: ' ' };

const hintOf = ({ texts, inline, heading, children }: ComponentShape): ShapeProp | undefined =>
  inline && (heading !== undefined || children) ? texts[0] : undefined;

const shown = (prop: ShapeProp, tag: string): Code => andThen(valueOf(prop), element(tag, [], [valueOf(prop)]));

/** A picture without words of its own, where its address is given; `src` is what becomes of the address. */
export const pictureOf = (image: ShapeProp, src: Code): Code =>
  andThen(
    valueOf(image),
    element(
      'img',
      [
        ['src', src],
        ['alt', ''],
      ],
      [],
    ),
  );

/** Props that say nothing to a reader, as attributes. */
export const dataAttributes = ({ rest }: ComponentShape): [string, JsxValue][] =>
  rest.map((prop): [string, JsxValue] => [dataAttribute(prop), attributeValue(prop)]);

/** Text and numbers are attributes; all else is written as JSON. */
const attributeValue = ({ local, types }: ShapeProp): Code =>
  types.every((type) => type === 'text' || type === 'number')
    ? name(local)
    : call(member('JSON', 'stringify'), name(local));

/** The props of the component that sets formulas, and the HTML that KaTeX makes of them while the site is built. */
export const formula = {
  members: [['tex', ['text']] as const, ['display', ['flag']] as const],
  pattern: (typeName?: string): Code =>
    pattern(
      [
        ['tex', 'tex'],
        ['display', 'display'],
      ],
      typeName,
    ),
  html: (): Code =>
    call(member('katex', 'renderToString'), name('tex'), { displayMode: name('display'), throwOnError: false }),
};
