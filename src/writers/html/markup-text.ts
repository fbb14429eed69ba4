/** HTML as text: what stands in a call whose inner text is shown as it is, where Hugo had rendered a part of it before. */
import type { Element, ElementContent } from 'hast';
import { decodeNamedCharacterReference } from 'decode-named-character-reference';
import type { Markup } from '../../model/markup.ts';
import type { HtmlState } from './state.ts';
import { text } from './hast.ts';
import { serialize } from './serialize.ts';

/** Turns elements into the text of their tags; the elements that `isKept` names stay elements, their content text. */
export function markupAsText(
  content: readonly ElementContent[],
  isKept: (element: Element) => boolean,
  state: HtmlState,
): ElementContent[] {
  const spelling = spellingOf(state.markup);
  const convert = (nodes: readonly ElementContent[]): ElementContent[] =>
    nodes.flatMap((node): ElementContent[] => {
      if (node.type === 'text') return [text(spell(node.value, spelling))];
      if (node.type !== 'element') return [text(serialize(node, state.markup.xhtml))];
      if (isKept(node)) return [{ ...node, children: convert(node.children) }];
      const [open, close] = tagsOf(node, state.markup);
      return [text(open), ...convert(node.children), text(close)];
    });
  return convert(content);
}

function tagsOf(node: Element, { xhtml }: Markup): readonly [open: string, close: string] {
  const whole = serialize({ ...node, children: [] }, xhtml);
  const close = whole.lastIndexOf('</');
  return close < 0 ? [whole, ''] : [whole.slice(0, close), whole.slice(close)];
}

/** How Goldmark spells characters in text: the typographer's by name. */
function spellingOf({ typographer }: Markup): ReadonlyMap<string, string> {
  const spelling = new Map([
    ['&', '&amp;'],
    ['<', '&lt;'],
    ['>', '&gt;'],
    ['"', '&quot;'],
  ]);
  for (const written of Object.values(typographer ?? {})) {
    const character = written.startsWith('&') && decodeNamedCharacterReference(written.slice(1, -1));
    if (character) spelling.set(character, written);
  }
  return spelling;
}

function spell(value: string, spelling: ReadonlyMap<string, string>): string {
  let spelled = '';
  for (const character of value) spelled += spelling.get(character) ?? character;
  return spelled;
}
