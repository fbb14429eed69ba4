/** What lifting asks of the page, and tells it. */
export interface LiftContext {
  /** The id that Markdown would give the next heading. */
  readonly headingId: (plainText: string) => string | undefined;
  /** Whether a text stands for the page's summary divider. */
  readonly isDivider: (text: string) => boolean;
  /** Told of an id that was made of a heading's text with a call in it. */
  readonly unknownId: (id: string) => void;
  /** Told of a file that the page includes and the converter did not. */
  readonly notIncluded: (file: string) => void;
}
