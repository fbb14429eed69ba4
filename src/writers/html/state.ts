/** What the handlers of one page share. */
import type { ElementContent } from 'hast';
import type { Collector } from '../../diagnostics/diagnostic.ts';
import type { Markup } from '../../model/markup.ts';
import type {
  Definition,
  FlowContent,
  FootnoteReference,
  Node,
  ShortcodeInline,
  TemplatedString,
} from '../../model/nodes.ts';
import type { Page } from '../../model/page.ts';
import type { Outcome } from '../writer.ts';
import type { FootnoteBook } from './footnotes.ts';

/** How calls are printed that are still shortcodes. */
export type UnmappedForm = 'keep' | 'marker';

export interface HtmlState {
  readonly page: Page;
  readonly source: string;
  readonly markup: Markup;
  readonly unmapped: UnmappedForm;
  readonly outcomes: Outcome[];
  readonly findings: Collector;
  /** Link definitions and footnotes of the document that is being written: a page, or an inner text read on its own. */
  readonly scope: DocumentScope;

  /** Whether white space counts where we are, so that nothing may be added between raw elements. */
  readonly isPreformatted: boolean;
  /** The same state for the content of a `<pre>`. */
  preformatted(): HtmlState;
  /** The same for a call inside a string, whose inner elements are the call's and in nobody's account. */
  inString(): HtmlState;
  /** Any nodes, in order, nothing between them. */
  nodes(nodes: readonly Node[]): ElementContent[];
  /** Flow content: a line break behind each block, as Goldmark writes. */
  flow(nodes: readonly FlowContent[]): ElementContent[];
  /** Flow content as a document of its own, footnotes at its end. */
  document(nodes: readonly FlowContent[]): ElementContent[];
  /** The mark for a footnote; the author's text where nothing defines it. */
  footnoteMark(node: FootnoteReference): ElementContent[];
  /** Text for an attribute: calls in it as the unmapped form has them in attributes. */
  attribute(value: TemplatedString): string;
  /** A call that stands in a string, as the unmapped form has it there. */
  callText(call: ShortcodeInline): string;
}

export interface DocumentScope {
  readonly definitions: ReadonlyMap<string, Definition>;
  readonly footnotes: FootnoteBook;
}
