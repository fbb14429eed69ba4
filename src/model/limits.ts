/** Limits for what one page may ask for. */
export interface Limits {
  /** How deep blocks, inlines and calls may nest; what is deeper stays plain text. */
  readonly nesting: number;
}

/** How deep a page may nest unless the user says otherwise: far beyond any real page. */
export const DEFAULT_NESTING = 100;

/** What recursion over a tree can bear with room to spare, in every pass and on every platform. */
export const MOST_NESTING = 200;
