/** HTML as text: what stands in a call whose inner text is shown as it is, where Hugo had rendered a part of it before. */
import type { Element, ElementContent } from 'hast';
import { decodeNamedCharacterReference } from 'decode-named-character-reference';
import type { Markup } from '../../model/markup.ts';
import { text } from './hast.ts';
import { serialize } from './serialize.ts';

/** Elements whose content stands as it is, signs and all. */
const HAS_NO_REFERENCES: ReadonlySet<string> = new Set([
  'script',
  'style',
  'xmp',
  'iframe',
  'noembed',
  'noframes',
  'plaintext',
]);

/** Turns elements into the text of their tags; the elements that `isKept` names stay elements, their content text. */
export function markupAsText(
  content: readonly ElementContent[],
  isKept: (element: Element) => boolean,
  markup: Markup,
): ElementContent[] {
  const spelling = spellingOf(markup);
  const convert = (nodes: readonly ElementContent[]): ElementContent[] =>
    nodes.flatMap((node): ElementContent[] => {
      if (node.type === 'text') return [text(spell(node.value, spelling))];
      if (node.type !== 'element' || HAS_NO_REFERENCES.has(node.tagName)) return [text(serialize(node, markup.xhtml))];
      if (isKept(node)) return [{ ...node, children: convert(node.children) }];
      const [open, close] = tagsOf(node, markup);
      return [text(open), ...convert(node.children), text(close)];
    });
  return convert(content);
}

/** The HTML of a tree as Goldmark spells it. */
export const htmlText = (content: readonly ElementContent[], markup: Markup): string =>
  markupAsText(content, () => false, markup)
    .map((node) => ('value' in node ? node.value : ''))
    .join('');

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
