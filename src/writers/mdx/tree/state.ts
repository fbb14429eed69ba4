import type { PhrasingContent, RootContent } from 'mdast';
import type { FlowContent, Inline, Node } from '../../../model/nodes.ts';
import type { Handlers } from '../../writer.ts';
import type { Writing } from '../writing.ts';

/** What the nodes around say about the ones inside. */
export interface Surroundings {
  /** Text is that of raw HTML: white space collapses, and no Markdown is meant. */
  readonly html: boolean;
  /** White space counts, as in `<pre>`. */
  readonly preformatted: boolean;
  /** Inside a link, where bare addresses make no links. */
  readonly link: boolean;
  /** Whether names of attributes are those of SVG. */
  readonly svg: boolean;
  /** Whether the author's text may be copied where nothing in it changes. */
  readonly copies: boolean;
  /** Directly in an item of a tight list, where paragraphs are bare text. */
  readonly tight: boolean;
}

/** Makes the target's tree from the model's. */
export interface TreeState extends Surroundings {
  readonly writing: Writing;
  /** What one node becomes. */
  node(node: Node): RootContent[];
  /** What blocks become, with bare text between them kept out of paragraphs; unchanged blocks are copied. */
  blocks(nodes: readonly FlowContent[]): RootContent[];
  /** What inline content becomes. */
  inlines(nodes: readonly (Inline | FlowContent)[]): PhrasingContent[];
  /** The same state inside of something. */
  inside(change: Partial<Surroundings>): TreeState;
}

/** One function for each node type. */
export type TreeHandlers = Handlers<RootContent[], TreeState>;
