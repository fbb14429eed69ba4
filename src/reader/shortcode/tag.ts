import type { ArgumentValue, Call } from '../../model/nodes.ts';

/** An argument as the lexer sees it. */
export interface TagArgument {
  /** Absent for a positional one. */
  readonly name?: string;
  readonly value: ArgumentValue;
  /** Where the value stands, quotes included. */
  readonly start: number;
  readonly end: number;
}

interface TagBase {
  /** Empty for `{{< / >}}`, which closes whatever is open. */
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

export interface OpeningTag extends TagBase {
  readonly kind: 'opening';
  readonly notation: Call['notation'];
  readonly isInline: boolean;
  readonly isSelfClosed: boolean;
  readonly arguments: readonly TagArgument[];
}

export interface ClosingTag extends TagBase {
  readonly kind: 'closing';
  /** Whether the name is one that the page has not used: a slip of the pen for the call that is open. */
  readonly isUnknown: boolean;
}

/** An opening tag that Hugo refuses. It stays text, and so does the closing tag that belongs to it. */
export interface FaultyTag extends TagBase {
  readonly kind: 'faulty';
  readonly isSelfClosed: boolean;
}

export type Tag = OpeningTag | ClosingTag | FaultyTag;

/** Text that Hugo puts in the place of what the author wrote: a tag with comment marks loses the marks. */
export interface Literal {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** How a tag of each notation begins and ends. */
export const MARKS = {
  standard: { opens: '{{<', ends: '>}}' },
  markdown: { opens: '{{%', ends: '%}}' },
} as const;
