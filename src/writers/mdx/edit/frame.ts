import { columnsOf } from './lines.ts';

/** The container whose content is being edited. */
export interface Frame {
  /** What each line of the container starts with, as in `> ` or three spaces. */
  readonly prefix: string;
  /** The column its content starts in, from 0. */
  readonly column: number;
  /**
   * Whether its blocks stand at the left margin, where MDX reads a line `import …` as code: where the author has put them
   * there, wherever he has, or nowhere.
   */
  readonly margin: 'source' | 'always' | 'never';
  /** Whether `|` ends a cell here. */
  readonly table: boolean;
  /** Whether paragraphs directly in it are bare text: in items of a tight list. */
  readonly tight: boolean;
  /** From how many columns behind its own on a line is text that no block can start with in CommonMark. */
  readonly indented: number;
  readonly depth: number;
}

/** The page's body: no container at all. */
export const bodyFrame: Frame = {
  prefix: '',
  column: 0,
  margin: 'source',
  table: false,
  tight: false,
  indented: 4,
  depth: 0,
};

/** The frame of a container inside another; `prefix` is what its lines start with, the outer containers' marks included. */
export const frameWithin = (outer: Frame, prefix: string): Frame => ({
  ...outer,
  prefix,
  column: columnsOf(prefix),
  margin: 'never',
  tight: false,
  indented: 4,
  depth: outer.depth + 1,
});

/** Lines of a generated text, put into a container: every line but the first gets the prefix. */
export function withPrefix(text: string, prefix: string): string {
  if (prefix === '' || !text.includes('\n')) return text;
  const bare = prefix.trimEnd();
  const [first = '', ...rest] = text.split('\n');
  return [first, ...rest.map((line) => (line === '' ? bare : prefix + line))].join('\n');
}
