/** Functions that a mapping names: what no rule can say, a module of the user's can. */
import type { PlainValue } from '../model/field.ts';
import type { ArgumentValue, FlowContent, Inline, Node } from '../model/nodes.ts';
import type { PageMeta } from '../model/page.ts';

/**
 * A function in a plugin: makes nodes of a call, an element, a code fence or an alert. `undefined` leaves it to the policy for
 * what no rule takes.
 * @example
 * // rules.mjs, named by `plugin: ./rules.mjs`; the rule is `price: { as: function, name: price }`
 * export const price = (call) => ({ type: 'text', value: `${call.argument('amount')} €` });
 */
export type RuleFunction = (call: RuleCall) => Node | readonly Node[] | undefined;

/** What a function is told. */
export interface RuleCall {
  /** The shortcode; `<tag>` for an element, ``` and the language for a code fence, `> [!kind]` for an alert. */
  readonly name: string;
  readonly page: Pick<PageMeta, 'file' | 'path' | 'language' | 'kind' | 'permalink'>;
  readonly target: string;
  /** Where the result will stand: among blocks, in a paragraph, or where only inline nodes can. */
  readonly position: 'flow' | 'paragraph' | 'inline';
  /** The names of its arguments, or their positions from 0; of an element its attributes. */
  readonly argumentNames: readonly string[];
  /** The value of an argument, by name or position. One that is asked for counts as used. */
  argument(name: string | number): ArgumentValue | undefined;
  /** The call around this one. */
  readonly parent?: { readonly name: string; argument(name: string | number): ArgumentValue | undefined };
  /** Its number among its siblings, from 0. */
  readonly ordinal: number;
  /** The inner content, mapped. */
  children(): readonly FlowContent[];
  /** The inner text as written. */
  inner(): string;
  /** A value such as `site.params.version`, `site.data.prices.basic` or `page.params.x`. */
  lookup(path: string): PlainValue | undefined;
  /** A line of Markdown as nodes. */
  markdown(text: string): readonly Inline[];
}

/** What came of a function: nodes, nothing, or why there are none. */
export type FunctionResult =
  | { readonly nodes: readonly FlowContent[] | undefined }
  | { readonly problem: 'unknown' }
  | { readonly problem: 'thrown' | 'result'; readonly message: string };

export type RunFunction = (name: string, call: RuleCall) => FunctionResult;
