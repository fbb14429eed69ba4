import type { Content } from 'orga';

/** The text of a node without markup. */
export function sourceOf(node: Content): string {
  if ('children' in node) return (node.children as readonly Content[]).map(sourceOf).join('');
  return 'value' in node && typeof node.value === 'string' ? node.value : '';
}
