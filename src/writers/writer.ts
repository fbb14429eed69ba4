import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Markup } from '../model/markup.ts';
import type { Node, NodeOf } from '../model/nodes.ts';
import type { Outcome } from '../model/outcome.ts';
import type { Page } from '../model/page.ts';

export type { Outcome, UnmappedPolicy } from '../model/outcome.ts';

/** A function for every node type: forgetting one is a compile error in every writer. */
export type Handlers<Out, State> = { readonly [T in Node['type']]: (node: NodeOf<T>, state: State) => Out };

/** What a writer gets of one page. */
export interface WriterInput {
  readonly page: Page;
  /** The whole source text of the page's file: nodes' places point into it. */
  readonly source: string;
  readonly markup: Markup;
  /** For writers that show what Hugo prints on its way to a page: reads a changed text in the place of the page's. */
  readonly reread?: Reread;
}

/** Reads a text as the page is read. Findings are the page's own affair: they are not told again. */
export interface Reread {
  /** A whole source text, with the page's front matter where `bodyStart` says so. */
  readonly page: (source: string, bodyStart: number) => Page;
  /** Inner text as a template has it that renders it: tags with comment marks are calls. */
  readonly runComments: (text: string) => string;
}

/** A written page. */
export interface WriterOutput {
  readonly text: string;
  readonly diagnostics: readonly Diagnostic[];
  readonly outcomes: readonly Outcome[];
}
