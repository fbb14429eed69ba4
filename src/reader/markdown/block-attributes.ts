import type { Html } from 'mdast';
import type { Attribute } from '../../model/nodes.ts';
import type { Unpaired } from '../html/raw.ts';
import type { Edit } from './composed-text.ts';
import { attributesOf, readAttributeList } from './attribute-list.ts';
import { linesOf, type Leaf, type LeafLine } from './leaf-lines.ts';
import { isBlankBefore } from './blank-lines.ts';
import { rangeOf, type Conversion } from './state.ts';

/**
 * Hugo's block attributes (`markup.goldmark.parser.attribute.block`): a line `{.class #id key="value"}` belongs to the
 * block right above it and ends a paragraph. For the engine such a line becomes an HTML comment, which ends a paragraph
 * likewise and takes its place among lists and quotes by the same indentation.
 */
export function findBlockAttributes(leaves: readonly Leaf[], state: Conversion): readonly Edit[] {
  const { page, composed } = state;
  if (!page.markup.attributes.block || !composed.text.includes('{')) return [];
  const edits: Edit[] = [];
  for (const leaf of leaves) {
    if (!composed.text.slice(leaf.start, leaf.end).includes('{')) continue;
    for (const line of linesOf(leaf, state)) {
      const edit = attributeLine(line, edits.at(-1)?.end ?? 0, state);
      if (edit) edits.push(edit);
    }
  }
  return edits;
}

function attributeLine({ start, end, indent }: LeafLine, from: number, state: Conversion): Edit | undefined {
  const { page, composed } = state;
  if (composed.text[start] !== '{' || indent > 3 || start < from) return undefined;
  const list = readAttributeList(composed.text, start);
  if (!list) return undefined;
  // What follows the braces on their line is lost in Hugo; so it is here.
  const stop = Math.max(end, lineEnd(composed.text, list.end));
  const text = composed.text.slice(start, stop);
  const word = page.words.hold({ kind: 'attributes', attributes: attributesOf(list.entries), text });
  return { start, end: stop, text: `<!--${word}-->` };
}

function lineEnd(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end;
}

/** The attributes that an HTML comment stands for. */
export function readAttributeComment(node: Html, state: Conversion): readonly Attribute[] | undefined {
  const comment = node.value.trim();
  if (!state.page.words.used || !comment.startsWith('<!--')) return undefined;
  const held = state.page.words.read(comment.slice(4, -3));
  return held?.kind === 'attributes' ? held.attributes : undefined;
}

/** Gives attributes to the block above; they mean nothing behind a blank line, a fence, or at the start. */
export function attachAttributes(
  made: Unpaired[],
  attributes: readonly Attribute[],
  node: Html,
  state: Conversion,
): void {
  const above = made.at(-1);
  if (!above || isBlankBefore(rangeOf(node)[0], state)) return;
  switch (above.type) {
    case 'heading': {
      const id = attributes.find(({ name }) => name === 'id');
      const merged = merge(
        above.attributes,
        attributes.filter(({ name }) => name !== 'id'),
      );
      const own = id && above.id === undefined ? { id: String(id.value), idSource: 'explicit' as const } : {};
      made[made.length - 1] = { ...above, ...own, attributes: merged };
      return;
    }
    case 'paragraph':
      made[made.length - 1] = withParagraphAttributes(above, attributes, state);
      return;
    case 'shortcodeBlock':
      // Hugo takes the paragraph around a call away only where it is bare.
      made[made.length - 1] = {
        type: 'paragraph',
        children: [{ ...above, type: 'shortcodeInline' }],
        attributes,
        ...(above.place && { place: above.place }),
      };
      return;
    case 'thematicBreak':
    case 'blockquote':
    case 'list':
    case 'table':
    case 'definitionList':
      made[made.length - 1] = { ...above, attributes: merge(above.attributes, attributes) };
  }
}

type ParagraphNode = Extract<Unpaired, { type: 'paragraph' }>;

// Where a picture alone in its paragraph loses the paragraph, it gets the paragraph's attributes.
function withParagraphAttributes(above: ParagraphNode, attributes: readonly Attribute[], state: Conversion): Unpaired {
  const merged = merge(above.attributes, attributes);
  const [only] = above.children;
  if (state.page.markup.wrapStandAloneImageWithinParagraph || above.children.length !== 1 || only?.type !== 'image') {
    return { ...above, attributes: merged };
  }
  return { ...above, children: [{ ...only, attributes: merge(only.attributes, attributes) }] };
}

// Of two lists below one block the first wins.
function merge(own: readonly Attribute[] | undefined, added: readonly Attribute[]): readonly Attribute[] {
  const names = new Set(own?.map(({ name }) => name));
  return [...(own ?? []), ...added.filter(({ name }) => !names.has(name))];
}
