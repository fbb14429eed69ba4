import type { ElementBlock, ElementInline } from '../../model/nodes.ts';
import type { Outcome } from '../writer.ts';

/** What became of a page's raw HTML elements. */
export interface Account {
  readonly outcomes: readonly Outcome[];
  /** Enters what became of an element; returns whether that was still open. Elements that nobody wrote, which only a repair put in, do not count. */
  decide(element: ElementBlock | ElementInline, result: Outcome['result'], by: string): boolean;
}

export function openAccount(): Account {
  const outcomes: Outcome[] = [];
  const decided = new Set<ElementBlock | ElementInline>();
  return {
    outcomes,
    decide(element, result, by) {
      if (!element.place || !element.openTag) return false;
      if (decided.has(element)) return false;
      decided.add(element);
      const id = `${element.tagName}@${element.place.offset}`;
      outcomes.push({ kind: 'element', id, result, by: `contentful:${by}` });
      return true;
    },
  };
}
