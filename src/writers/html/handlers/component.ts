import type { ElementContent } from 'hast';
import type { NodeOf, Prop } from '../../../model/nodes.ts';
import type { HtmlState } from '../state.ts';
import { element, newline } from '../hast.ts';

/** A component as a custom element: its name and props stand in data attributes, so that a script can bring it to life. */
export function componentBlock(node: NodeOf<'componentBlock'>, state: HtmlState): ElementContent[] {
  const content = state.flow(node.children);
  return [element(tagOf(node.name), data(node), content.length > 0 ? [newline, ...content] : [])];
}

export function componentInline(node: NodeOf<'componentInline'>, state: HtmlState): ElementContent[] {
  return [element(tagOf(node.name), data(node), state.nodes(node.children))];
}

function data({
  name,
  props,
}: {
  readonly name: string;
  readonly props: readonly Prop[];
}): Record<string, string | undefined> {
  const values = Object.fromEntries(props.map((prop) => [prop.name, prop.value]));
  return { 'data-component': name, 'data-props': props.length > 0 ? JSON.stringify(values) : undefined };
}

/** `FeatureBlock` is `x-feature-block`, `Tabs.Tab` is `x-tabs-tab`: a custom element's name needs a hyphen. */
function tagOf(name: string): string {
  let tag = 'x';
  let atStart = true;
  for (const char of name) {
    const isLetter = isAsciiAlphanumeric(char);
    const isCapital = char >= 'A' && char <= 'Z';
    if (isLetter && (atStart || isCapital) && !tag.endsWith('-')) tag += '-';
    if (isLetter) tag += char.toLowerCase();
    atStart = !isLetter;
  }
  return tag === 'x' ? 'x-component' : tag;
}

const isAsciiAlphanumeric = (char: string): boolean =>
  (char >= 'a' && char <= 'z') || (char >= 'A' && char <= 'Z') || (char >= '0' && char <= '9');
