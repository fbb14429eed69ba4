/** Elements that Mintlify leaves out among blocks: a component stands for each, which renders it. */
import type { ComponentUse } from '../../writers/mdx/uses.ts';
import type { OutputFile } from '../target.ts';
import { printCode } from '../code/print.ts';
import { arrowOf, elementWith, exportConstant, name } from '../code/tree.ts';
import { ELEMENTS_PATH } from './facts.ts';

const PREFIX = 'Html';

/** `HtmlFigure` for `figure`, and `HtmlMy_element` for `my-element`. */
export const elementComponent = (tagName: string): string =>
  `${PREFIX}${tagName.charAt(0).toUpperCase()}${tagName.slice(1).replaceAll('-', '_')}`;

/** The element that such a component stands for; nothing for any other component. */
export function elementOf(component: string): string | undefined {
  const rest = component.slice(PREFIX.length);
  if (!component.startsWith(PREFIX) || !/^[A-Z]/.test(rest)) return undefined;
  return `${rest.charAt(0).toLowerCase()}${rest.slice(1).replaceAll('_', '-')}`;
}

/** The file that pages import them from; none where there is no use for it. */
export function elementFile(uses: readonly ComponentUse[]): OutputFile[] {
  const made = uses.flatMap(({ name: component }) => {
    const tag = elementOf(component);
    return tag === undefined ? [] : [exportConstant(component, arrowOf(name('props'), elementWith(tag, 'props')))];
  });
  return made.length === 0 ? [] : [{ path: ELEMENTS_PATH, text: printCode(made) }];
}
