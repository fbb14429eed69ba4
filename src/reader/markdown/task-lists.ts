import type { Heading, ListItem, Paragraph } from 'mdast';
import { rangeOf, type Conversion } from './state.ts';

/** A list item and the state of its check box. */
export interface Task {
  readonly checked: boolean | undefined;
  readonly item: ListItem;
}

/**
 * Goldmark's check boxes: `[ ]`, `[x]` or `[X]` at the start of an item's first paragraph or heading. Other than in GFM
 * no space has to follow, and nothing else either.
 */
export function readTask(item: ListItem, state: Conversion): Task {
  const { taskList } = state.page.markup;
  const known = typeof item.checked === 'boolean' ? item.checked : undefined;
  const [first] = item.children;
  if (known !== undefined)
    return taskList ? { checked: known, item } : { checked: undefined, item: unread(item, state) };
  if (!taskList || (first?.type !== 'paragraph' && first?.type !== 'heading')) return { checked: undefined, item };
  return readBox(item, first, state);
}

function readBox(item: ListItem, block: Paragraph | Heading, state: Conversion): Task {
  const [opening] = block.children;
  const start = rangeOf(opening ?? block)[0];
  const box = boxAt(start, state);
  if (!opening || !box) return { checked: undefined, item };
  if (opening.type !== 'text') {
    // `[x](url)` is a link to the engine: the box is held, and the document read again.
    const text = state.composed.text.slice(start, box.end);
    state.edits.push({ start, end: box.end, text: state.page.words.hold({ kind: 'literal', text }) });
    return { checked: undefined, item };
  }
  let width = box.end - start;
  while (' \t'.includes(opening.value[width] ?? '-')) width++;
  const text = { ...opening, value: opening.value.slice(width), position: shifted(opening.position, width) };
  const rest = text.value === '' ? block.children.slice(1) : [text, ...block.children.slice(1)];
  return {
    checked: box.mark === 'x' || box.mark === 'X',
    item: { ...item, children: [{ ...block, children: rest }, ...item.children.slice(1)] },
  };
}

interface Box {
  readonly mark: string;
  /** The offset behind the closing bracket. */
  readonly end: number;
}

/** The check box that begins at an offset: as the author wrote it, or held from an earlier reading. */
function boxAt(start: number, { composed, page }: Conversion): Box | undefined {
  if (isBox(composed.text, start)) return { mark: composed.text[start + 1] ?? '', end: start + 3 };
  const word = page.words.used ? page.words.find(composed.text.slice(start, start + 64), 0) : undefined;
  if (word?.start !== 0 || word.held.kind !== 'literal' || !isBox(word.held.text, 0)) return undefined;
  return { mark: word.held.text[1] ?? '', end: start + word.end };
}

const isBox = (text: string, at: number): boolean =>
  text[at] === '[' && ' \t\nxX'.includes(text[at + 1] ?? '-') && text[at + 2] === ']';

function shifted(position: Paragraph['position'], width: number): Paragraph['position'] {
  if (!position) return position;
  const { start, end } = position;
  return { start: { ...start, column: start.column + width, offset: (start.offset ?? 0) + width }, end };
}

/** Puts the box that the engine read back into the text. */
function unread(item: ListItem, state: Conversion): ListItem {
  const [first] = item.children;
  if (first?.type !== 'paragraph') return item;
  const [textStart, textEnd] = rangeOf(first);
  const box = state.composed.text.lastIndexOf('[', textStart - 1);
  if (box < 0 || !first.position) return item;
  const position = {
    start: { ...first.position.start, offset: box },
    end: { ...first.position.end, offset: Math.min(textStart, textEnd) },
  };
  const text = { type: 'text' as const, value: state.composed.text.slice(box, textStart), position };
  return { ...item, children: [{ ...first, children: [text, ...first.children] }, ...item.children.slice(1)] };
}
