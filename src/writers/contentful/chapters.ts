import type { RichBlock, RichDocument } from './rich-text.ts';

/** Bytes of rich text in one chapter: three of them leave room for what else an entry holds. */
const CHAPTER = 250_000;

export const bytesOf = (value: unknown): number => Buffer.byteLength(JSON.stringify(value));

/**
 * Cuts a long document between blocks into parts of about `CHAPTER` bytes, in front of a main heading where one comes in the second
 * half of a part. A block that is longer by itself stays whole: rich text has no smaller unit to cut.
 */
export function cutChapters(document: RichDocument): RichDocument[] {
  const chapters: RichDocument[] = [];
  let content: RichBlock[] = [];
  let size = 0;
  for (const block of document.content) {
    const bytes = bytesOf(block);
    const isFull = size + bytes > CHAPTER || (size > CHAPTER / 2 && MAIN_HEADINGS.has(block.nodeType));
    if (isFull && content.length > 0) {
      chapters.push({ ...document, content });
      content = [];
      size = 0;
    }
    content.push(block);
    size += bytes;
  }
  if (content.length > 0) chapters.push({ ...document, content });
  return chapters;
}

const MAIN_HEADINGS: ReadonlySet<string> = new Set(['heading-1', 'heading-2']);
