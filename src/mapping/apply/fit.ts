import type { Inline } from '../../model/nodes.ts';
import type { Place } from '../../model/place.ts';
import { isInline, trimmed } from './inlines-of.ts';
import type { Rule } from '../mapping.ts';
import type { Content, Position, Subject } from './state.ts';
import { append } from '../../model/append.ts';

/** The content as it can stand in a position; undefined where it cannot. */
export function fit(
  contents: readonly Content[],
  position: Position,
  subject: Subject,
): readonly Content[] | undefined {
  if (position === 'flow') return inParagraphs(contents, subject.place);
  if (position === 'paragraph' || contents.every(isInline)) return contents;
  return undefined;
}

/** Among blocks, inline content that a rule yields needs a paragraph around it. */
function inParagraphs(contents: readonly Content[], place: Place | undefined): readonly Content[] {
  if (!contents.some(isInline)) return contents;
  const wrapped: Content[] = [];
  let line: Inline[] = [];
  const close = (): void => {
    const children = trimmed(line);
    if (children.every(isMark)) append(wrapped, children);
    else if (children.length > 0) wrapped.push({ type: 'paragraph', children, ...(place && { place }) });
    line = [];
  };
  for (const node of contents) {
    if (isInline(node)) line.push(node);
    else {
      close();
      wrapped.push(node);
    }
  }
  close();
  return wrapped;
}

/** What a template prints bare where it stands among blocks, as Hugo takes the paragraph off it. */
const isMark = ({ type }: Inline): boolean => type === 'button' || type === 'badge' || type === 'icon';

/** `display` in a rule goes before where the call stands. */
export function wantedPosition(rule: Rule, position: Position): Position {
  if (rule.display === 'inline') return 'inline';
  return rule.display === 'block' && position === 'paragraph' ? 'flow' : position;
}

/** The value of an argument that decided which rule applies is what the rule stands for: it has found its use. */
export function useConditions(rule: Rule, subject: Subject): void {
  if (rule.as === 'drop') return;
  for (const { name, values } of rule.when?.args ?? []) if (values.length > 0) subject.use(name);
}

/** Reports a result that cannot stand where its source stands. */
export function reportMisplaced(rule: Rule, subject: Subject): void {
  const where = 'in a heading, a table cell, a link or other inline content';
  const facts = { name: subject.name, rule: rule.id, kind: rule.as, where };
  subject.state.collector.report('mapping-misplaced', facts, subject.place);
}
