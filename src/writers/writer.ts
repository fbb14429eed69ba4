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
}

/** A written page. */
export interface WriterOutput {
  readonly text: string;
  readonly diagnostics: readonly Diagnostic[];
  readonly outcomes: readonly Outcome[];
}
