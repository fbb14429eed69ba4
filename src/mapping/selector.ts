/** CSS selectors over the model's elements: what an element is and what it stands in, not what stands beside it. */
import type { AttributeSelector, Selector } from 'css-what';
import { AttributeAction, parse, SelectorType } from 'css-what';
import type { Attribute } from '../model/nodes.ts';

/** As much of an element as a selector sees. */
export interface SelectableElement {
  readonly tagName: string;
  readonly attributes: readonly Attribute[];
}

/** Whether an element matches; `ancestors` are the elements around it, the outermost first. */
export type SelectorMatcher = (element: SelectableElement, ancestors: readonly SelectableElement[]) => boolean;

/** One element's part of a selector, and how it hangs together with the part before it. */
interface Compound {
  readonly tests: readonly SelectorMatcher[];
  readonly combinator: 'none' | 'child' | 'descendant';
}

/** Compiles a selector list; returns a text that says why where that is not possible. */
export function compileSelector(selector: string): SelectorMatcher | string {
  let lists: Selector[][];
  try {
    lists = parse(selector);
  } catch (error) {
    return error instanceof Error ? error.message : String(error); // the parser throws for what is no selector
  }
  return compileLists(lists);
}

/** The attributes that a selector looks at: what they say is said by the rule. */
export function selectorAttributes(selector: string): readonly string[] {
  const names = new Set<string>();
  const collect = (lists: readonly (readonly Selector[])[]): void => {
    for (const token of lists.flat()) {
      if (token.type === SelectorType.Attribute) names.add(token.name.toLowerCase());
      if (token.type === SelectorType.Pseudo && Array.isArray(token.data)) collect(token.data);
    }
  };
  if (typeof compileSelector(selector) !== 'string') collect(parse(selector));
  return [...names];
}

function compileLists(lists: readonly (readonly Selector[])[]): SelectorMatcher | string {
  if (lists.length === 0) return 'it is empty';
  const matchers: SelectorMatcher[] = [];
  for (const list of lists) {
    const matcher = compileList(list);
    if (typeof matcher === 'string') return matcher;
    matchers.push(matcher);
  }
  return (element, ancestors) => matchers.some((matches) => matches(element, ancestors));
}

function compileList(list: readonly Selector[]): SelectorMatcher | string {
  const compounds: Compound[] = [];
  let tests: SelectorMatcher[] = [];
  let combinator: Compound['combinator'] = 'none';
  for (const token of list) {
    if (token.type === SelectorType.Child || token.type === SelectorType.Descendant) {
      compounds.push({ tests, combinator });
      tests = [];
      combinator = token.type === SelectorType.Child ? 'child' : 'descendant';
      continue;
    }
    const test = compileToken(token);
    if (typeof test === 'string') return test;
    tests.push(test);
  }
  compounds.push({ tests, combinator });
  if (compounds.some((compound) => compound.tests.length === 0)) return 'a part of it is empty';
  return (element, ancestors) => matchesFrom(compounds, compounds.length - 1, element, ancestors);
}

function matchesFrom(
  compounds: readonly Compound[],
  at: number,
  element: SelectableElement,
  ancestors: readonly SelectableElement[],
): boolean {
  const compound = compounds[at];
  if (!compound?.tests.every((test) => test(element, ancestors))) return false;
  if (compound.combinator === 'none') return true;
  for (let above = ancestors.length - 1; above >= 0; above--) {
    const ancestor = ancestors[above];
    if (ancestor && matchesFrom(compounds, at - 1, ancestor, ancestors.slice(0, above))) return true;
    if (compound.combinator === 'child') return false;
  }
  return false;
}

function compileToken(token: Selector): SelectorMatcher | string {
  switch (token.type) {
    case SelectorType.Tag: {
      const name = token.name.toLowerCase();
      return (element) => element.tagName.toLowerCase() === name;
    }
    case SelectorType.Universal:
      return () => true;
    case SelectorType.Attribute:
      // `div..note`: the parser takes the second dot for the first letter of a class.
      if (token.name === 'class' && token.value.startsWith('.')) return 'a class in it has no name';
      return compileAttribute(token);
    case SelectorType.Pseudo:
      return compilePseudo(token.name, token.data);
    default:
      return 'it looks at an element’s neighbours or at a part of it';
  }
}

function compilePseudo(name: string, data: unknown): SelectorMatcher | string {
  if (!Array.isArray(data) || !['not', 'is', 'where'].includes(name)) return `:${name} is not supported`;
  // css-what parses what stands in the parentheses of these three into lists of tokens.
  const inner = compileLists(data as Selector[][]);
  if (typeof inner === 'string' || name !== 'not') return inner;
  return (element, ancestors) => !inner(element, ancestors);
}

function compileAttribute({ name, action, value, ignoreCase }: AttributeSelector): SelectorMatcher {
  const fold = (text: string): string => (ignoreCase === true ? text.toLowerCase() : text);
  const wanted = fold(value);
  const compare = COMPARISONS[action];
  return (element) => {
    const found = attributeText(element, name.toLowerCase());
    return found === undefined ? action === AttributeAction.Not : compare(fold(found), wanted);
  };
}

const COMPARISONS: Readonly<Record<AttributeAction, (found: string, wanted: string) => boolean>> = {
  [AttributeAction.Any]: (found, wanted) => wanted !== '' && found.includes(wanted),
  [AttributeAction.Element]: (found, wanted) => found.split(/[ \t\r\n\f]+/).includes(wanted),
  [AttributeAction.End]: (found, wanted) => wanted !== '' && found.endsWith(wanted),
  [AttributeAction.Equals]: (found, wanted) => found === wanted,
  [AttributeAction.Exists]: () => true,
  [AttributeAction.Hyphen]: (found, wanted) => found === wanted || found.startsWith(`${wanted}-`),
  [AttributeAction.Not]: (found, wanted) => found !== wanted,
  [AttributeAction.Start]: (found, wanted) => wanted !== '' && found.startsWith(wanted),
};

/** The text of an attribute; calls in it count as nothing. */
function attributeText(element: SelectableElement, name: string): string | undefined {
  const value = element.attributes.find((attribute) => attribute.name.toLowerCase() === name)?.value;
  if (value === undefined) return undefined;
  if (typeof value === 'object') return value.filter((part) => typeof part === 'string').join('');
  return value === true ? '' : String(value);
}
