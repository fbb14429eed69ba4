import type { Nodes } from 'mdast';

/**
 * What has to stand at the front of a line for it to be inside some containers: from the outside in, an indentation
 * (of list items and footnotes) and then the mark of a quote. The last stretch has no quote behind it.
 */
export type Prefix = readonly PrefixPart[];

interface PrefixPart {
  /** Columns of indentation, counted from behind the quote before. */
  readonly indent: number;
  readonly quote: boolean;
}

/** Where the text of a line begins behind its containers' prefix. */
export interface LineContent {
  readonly at: number;
  /** How many columns it is still indented. */
  readonly indent: number;
  /** Whether the prefix is not all there: the line then only goes on with the paragraph above it. */
  readonly lazy: boolean;
}

/** The prefix of lines inside `containers`: quotes, list items, footnote definitions, from the outside in. */
export function prefixOf(containers: readonly Nodes[], text: string): Prefix {
  const parts: PrefixPart[] = [];
  let indent = 0;
  let quote: Nodes | undefined;
  for (const container of containers) {
    if (container.type === 'blockquote') {
      parts.push({ indent, quote: true });
      indent = 0;
      quote = container;
    } else if (container.type === 'listItem') {
      const start = container.position?.start.offset ?? 0;
      const line = lineStartOf(text, start);
      indent = contentColumn(text, line, start) - baseColumn(text, line, quote, parts);
    } else indent += 4;
  }
  parts.push({ indent, quote: false });
  return parts;
}

/** Skips a prefix at the front of a line, or as much of it as is there. */
export function skipPrefix(text: string, line: number, prefix: Prefix): LineContent {
  let at = line;
  let column = 0;
  for (const { indent, quote } of prefix) {
    const spaces = skipSpaces(text, at, column);
    const rest = spaces.column - column - indent;
    if (rest < 0) return { at: spaces.at, indent: 0, lazy: true };
    if (!quote) return { at: spaces.at, indent: rest, lazy: false };
    if (rest > 3 || text[spaces.at] !== '>') return { at: spaces.at, indent: 0, lazy: true };
    at = spaces.at + 1;
    column = spaces.column + 1;
    if (text[at] === ' ') {
      at++;
      column++;
    }
  }
  return { at, indent: 0, lazy: false };
}

/** The offset at which the line of an offset starts. */
export const lineStartOf = (text: string, offset: number): number => text.lastIndexOf('\n', offset - 1) + 1;

interface Spaces {
  readonly at: number;
  readonly column: number;
}

function skipSpaces(text: string, start: number, from: number): Spaces {
  let at = start;
  let column = from;
  for (; text[at] === ' ' || text[at] === '\t'; at++) column += text[at] === '\t' ? 4 - (column % 4) : 1;
  return { at, column };
}

function columnOf(text: string, line: number, offset: number): number {
  let column = 0;
  for (let at = line; at < offset; at++) column += text[at] === '\t' ? 4 - (column % 4) : 1;
  return column;
}

/** The column where a list item's content starts: behind its marker and up to four spaces. */
function contentColumn(text: string, line: number, start: number): number {
  let end = start;
  while (text[end] !== undefined && !' \t\n\r'.includes(text[end] ?? '')) {
    end++;
    if ('-+*.)'.includes(text[end - 1] ?? '')) break;
  }
  const marker = columnOf(text, line, end);
  const spaces = skipSpaces(text, end, marker);
  const width = spaces.column - marker;
  const isEmpty = text[spaces.at] === undefined || text[spaces.at] === '\n' || text[spaces.at] === '\r';
  return marker + (isEmpty || width > 4 || width === 0 ? 1 : width);
}

/** The column where the content of the innermost quote starts on a line. */
function baseColumn(text: string, line: number, quote: Nodes | undefined, parts: readonly PrefixPart[]): number {
  if (!quote) return 0;
  const start = quote.position?.start.offset ?? 0;
  if (lineStartOf(text, start) === line) {
    const mark = text.indexOf('>', start);
    return columnOf(text, line, mark) + (text[mark + 1] === ' ' ? 2 : 1);
  }
  let at = line;
  let column = 0;
  for (const { quote: quoted } of parts) {
    if (!quoted) break;
    const spaces = skipSpaces(text, at, column);
    at = spaces.at + 1;
    column = spaces.column + 1;
    if (text[at] === ' ') {
      at++;
      column++;
    }
  }
  return column;
}
