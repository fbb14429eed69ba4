import type { ComponentBlock, ComponentInline } from '../../../model/nodes.ts';
import type { Writing } from '../writing.ts';
import { isElementName } from '../jsx/names.ts';

/** The name that a component is written under: the node's own, or one that JSX can say. */
export function componentName(
  { name, place }: ComponentBlock | ComponentInline,
  { draft, dialect, ownImports }: Writing,
): string {
  const named = isElementName(name) ? name : asName(name);
  const [root = named] = named.split('.');
  // A component of the site must not be taken for the framework's own of the same name.
  const isTaken = Object.hasOwn(dialect.imports ?? {}, root) && !ownImports.has(root);
  const written = isTaken ? `Site${named}` : named;
  if (written !== name) draft.report('mdx-component-renamed', { name, written }, place);
  draft.component(written);
  return written;
}

function asName(name: string): string {
  const words = name.split(/[^\p{ID_Continue}]+/u).filter((word) => word !== '');
  const joined = words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('');
  return isElementName(joined) ? joined : `Component${joined}`;
}
