import type { FlowContent, NodeOf } from '../../model/nodes.ts';
import { isBlank } from '../apply/inlines-of.ts';
import type { Application, Content } from '../apply/state.ts';
import type { SetPart } from '../apply/wrap-parts.ts';
import { wrapParts } from '../apply/wrap-parts.ts';
import type { Split } from '../mapping.ts';
import type { Piece } from './split.ts';
import { splitContent } from './split.ts';
import { append } from '../../model/append.ts';

/** The parts of a set, and the content that belongs to none of them. */
export interface Parts<T extends SetPart['type']> {
  readonly children: readonly NodeOf<T>[];
  readonly stray: readonly FlowContent[];
}

/** How a piece of content that was cut becomes a part. */
export type MakePart<T extends SetPart['type']> = (piece: Piece) => NodeOf<T>;

/**
 * What of the inner content is a part of a set; where nothing is, the content is cut into parts if the rule says how.
 * Undefined where there are none, which is reported.
 */
export function partsOf<T extends SetPart['type']>(
  part: T,
  application: Application,
  split?: { readonly by: Split | undefined; readonly make: MakePart<T> },
): Parts<T> | undefined {
  const { rule, subject, state } = application;
  const contents = subject.contents();
  const children: NodeOf<T>[] = [];
  const others: Content[] = [];
  for (const node of contents) {
    if (node.type === part) children.push(node as NodeOf<T>); // its type has just been looked at
    else others.push(node);
  }
  if (children.length === 0 && split?.by) {
    const cut = splitContent(others.splice(0), split.by);
    append(children, cut.pieces.map(split.make));
    append(others, cut.stray);
  }
  const facts = { name: subject.name, rule: rule.id, part };
  if (children.length === 0) {
    state.collector.report('mapping-empty-set', facts, subject.place);
    return undefined;
  }
  const stray = wrapParts(others).filter((node) => !isBlank(node));
  if (stray.some(({ type }) => type !== 'commentBlock' && type !== 'commentInline')) {
    state.collector.report('mapping-stray-content', facts, subject.place);
  }
  return { children, stray };
}
