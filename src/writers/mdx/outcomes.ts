import type { Node } from '../../model/nodes.ts';
import type { Page } from '../../model/page.ts';
import type { Outcome } from '../writer.ts';
import type { WrittenUnit } from './body.ts';
import { walk } from '../../model/walk.ts';

/** What became of fields and elements, each once; a mapping has said it of the fields that it touched. */
export function outcomesOf(
  { frontMatter }: Page,
  decided: readonly Outcome[],
  units: readonly WrittenUnit[],
): Outcome[] {
  const outcomes = new Map<string, Outcome>();
  for (const { key, rule } of frontMatter.fields) {
    if (rule === undefined) outcomes.set(`field ${key}`, { kind: 'field', id: key, result: 'kept', by: 'mdx' });
  }
  for (const outcome of decided) outcomes.set(`${outcome.kind} ${outcome.id}`, outcome);
  for (const { way, nodes } of units)
    if (way === 'escaped') for (const outcome of elementsIn(nodes)) outcomes.set(`element ${outcome.id}`, outcome);
  return [...outcomes.values()];
}

/** In a block that was escaped as a whole the tags are still to be read. */
function elementsIn(nodes: readonly Node[]): Outcome[] {
  const outcomes: Outcome[] = [];
  walk(nodes, (node) => {
    if ((node.type !== 'elementBlock' && node.type !== 'elementInline') || !node.openTag || !node.place) return;
    outcomes.push({ kind: 'element', id: `${node.tagName}@${node.place.offset}`, result: 'kept', by: 'mdx-fallback' });
  });
  return outcomes;
}
