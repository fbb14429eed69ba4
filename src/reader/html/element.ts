/** Attributes, places and findings of raw elements. */
import type { Collector } from '../../diagnostics/diagnostic.ts';
import type { Attribute, Node, TemplatedString } from '../../model/nodes.ts';
import type { Place } from '../../model/place.ts';
import type { PairingContext } from './raw.ts';
import type { BuiltElement, ElementOrigin, RawRange } from './tree.ts';
import { endOf, placeAt } from '../../model/place.ts';
import { fillTemplate } from '../../model/walk.ts';
import { hasOptionalEnd, isKnown, isVoid } from './content-model.ts';

type TagOrigin = Extract<ElementOrigin, { kind: 'tag' }>;

/** The author's place of a stretch of raw HTML. */
export const placeOfRange = (range: RawRange): Place => range.piece.locate(range.start, range.end);

/** The attributes of a raw element, words turned back into calls. */
export function attributesOf(element: BuiltElement, context: PairingContext): Attribute[] {
  return element.attributes.map(({ name, prefix, value }) => {
    const fullName = prefix ? `${prefix}:${name}` : name;
    const calls = context.inflate(fullName);
    // A call that writes whole attributes, `<div {{< attrs >}}>`, is kept under the call's own text.
    if (typeof calls !== 'string') return { name: writtenName(calls, context), value: calls };
    if (value === '' && isWithoutValue(element, name)) return { name: fullName, value: true };
    return { name: fullName, value: context.inflate(value) };
  });
}

function writtenName(parts: Exclude<TemplatedString, string>, { source }: PairingContext): string {
  return fillTemplate(parts, ({ call: { place } }) => source.slice(place.offset, endOf(place)));
}

/** Whether an empty attribute was written without `=`. */
function isWithoutValue({ origin }: BuiltElement, name: string): boolean {
  if (origin?.kind !== 'tag') return false;
  const location = origin.token.location?.attrs?.[name.toLowerCase()];
  return !!location && !origin.range.piece.value.slice(location.startOffset, location.endOffset).includes('=');
}

/** From the opening tag to the closing tag, or to the end of the last child where there is none. */
export function placeOfElement(
  element: BuiltElement,
  children: readonly Node[],
  context: PairingContext,
): Place | undefined {
  const { origin } = element;
  if (origin?.kind !== 'tag') return undefined;
  const open = placeOfRange(origin.range);
  const last = element.closing ? placeOfRange(element.closing) : children.at(-1)?.place;
  const end = last ? Math.max(endOf(open), endOf(last)) : endOf(open);
  return placeAt(context.lines, open.offset, end);
}

/** Gathers what became of each raw tag, and reports the unbalanced ones. */
export interface BalanceSheet {
  note(element: BuiltElement): void;
  /** Notes that a raw element takes Markdown for text. */
  noteSwallowed(element: BuiltElement): void;
  report(collector: Collector): void;
}

export function createBalanceSheet(): BalanceSheet {
  const tags = new Map<TagOrigin, { elements: number; closed: boolean; foreign: boolean }>();
  const swallowing = new Set<TagOrigin>();
  return {
    noteSwallowed: ({ origin }) => {
      if (origin?.kind === 'tag') swallowing.add(origin);
    },
    note: ({ origin, closing, namespace }) => {
      if (origin?.kind !== 'tag') return;
      const entry = tags.get(origin) ?? { elements: 0, closed: false, foreign: !namespace.endsWith('xhtml') };
      entry.elements++;
      if (closing) entry.closed = true;
      tags.set(origin, entry);
    },
    report: (collector) => {
      for (const [{ token, range }, { elements, closed, foreign }] of tags) {
        const tag = token.tagName;
        const place = placeOfRange(range);
        if (elements > 1) collector.report('html-misnested', { tag }, place);
        else if (!closed && !isVoid(tag) && !hasOptionalEnd(tag)) {
          if (token.selfClosing) {
            if (!foreign) collector.report('html-self-closed', { tag }, place);
          } else {
            collector.report(isKnown(tag) || foreign ? 'html-unclosed' : 'html-placeholder', { tag }, place);
          }
        }
      }
      for (const { token, range } of swallowing) {
        collector.report('html-swallowed', { tag: token.tagName }, placeOfRange(range));
      }
      tags.clear();
      swallowing.clear();
    },
  };
}
