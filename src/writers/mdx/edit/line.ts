import type { Draft } from '../draft.ts';
import { printOpenTag } from '../jsx/print.ts';
import type { Writing } from '../writing.ts';
import type { Frame } from './frame.ts';
import { lineStartOf } from './lines.ts';

/** A line break of the source text, and where its edit would have to stand among the edits. */
interface Break {
  readonly start: number;
  readonly end: number;
  readonly index: number;
  readonly hard: boolean;
  /** Whether the edit at `index` writes the break out. */
  readonly written: boolean;
  /** Whether anything but tags and expressions stands on the line before it, and the break before that line. */
  readonly plain: boolean;
  readonly before: Break | undefined;
}

/**
 * The line of a paragraph that is being edited.
 *
 * MDX takes a line with nothing but tags or expressions out of its paragraph, as blocks of their own:
 *
 *     one
 *     <br />      ← ends the paragraph
 *     two
 *
 * So such a line is joined with the one behind it, or before it.
 */
export interface Line {
  readonly frame: Frame;
  readonly draft: Draft;
  /** Whether text at the front of the line could start a block: not behind the marks of a heading or in a cell. */
  readonly free: boolean;
  /** Whether tags are MDX's, which takes lines of them out of their paragraph. */
  readonly mdx: boolean;
  /** Whether the text is that of a link, where bare addresses make no links. */
  link: boolean;
  /** Whether anything but tags and expressions stands on the line so far. */
  plain: boolean;
  /** Whether a tag or expression stands there. */
  jsx: boolean;
  /** The break before the line. */
  before: Break | undefined;
}

export const startLine = (frame: Frame, { draft, dialect }: Writing, free: boolean): Line => ({
  frame,
  draft,
  free,
  mdx: dialect.syntax === 'mdx',
  link: false,
  plain: false,
  jsx: false,
  before: undefined,
});

/**
 * Says that the paragraph's line breaks between two offsets; `hard` where the break is a line break of the page too,
 * `write` where the source does not say so itself.
 */
export function breakLine(line: Line, start: number, end: number, hard: boolean, write: boolean): void {
  const { draft } = line;
  if (line.mdx && line.jsx && !line.plain) {
    draft.edit(start, end, joint(hard));
    return;
  }
  line.before = { start, end, index: draft.edits.length, hard, written: write, plain: line.plain, before: line.before };
  if (write) draft.edit(start, start, '\\');
  line.plain = false;
  line.jsx = false;
}

const BARE_MARK = /^[ \t>]*(?:[-+*]|\d{1,9}[.)])$/;

/** Says that the paragraph ends; false where its last line cannot be joined with the one before. */
export function endLine(line: Line, source: string): boolean {
  if (!line.mdx || !line.jsx) return true;
  for (let { plain, before } = line; !plain && before; { plain, before } = before) {
    if (!join(before, line.draft, source)) return false;
  }
  return true;
}

function join({ start, end, index, hard, written }: Break, draft: Draft, source: string): boolean {
  if (written) draft.edits.splice(index, 1);
  const previous = draft.edits[index - 1];
  // With something behind it a bare mark would make a list.
  if ((previous && previous.end > start) || BARE_MARK.test(source.slice(lineStartOf(source, start), start)))
    return false;
  draft.insert(index, { start, end, text: joint(hard) });
  return true;
}

const joint = (hard: boolean): string => (hard ? printOpenTag('br', [], { selfClosing: true }) : ' ');
