import type { Root } from 'mdast';

/**
 * Which syntax beyond CommonMark an engine is asked for. Everything else that Goldmark knows (definition lists, block
 * attributes, math, …) is read by the rules beside it, the same for every engine.
 */
export interface EngineOptions {
  /** Tables, strikethrough, task lists. */
  readonly gfm: boolean;
  readonly footnotes: boolean;
}

/**
 * A Markdown parser that returns mdast with positions.
 * Offsets are UTF-16 code units into `markdown`; no front matter is recognised.
 */
export interface MarkdownEngine {
  readonly name: 'satteri' | 'micromark';
  parse(markdown: string, options: EngineOptions): Root;
  /** The place at which a text turns out to be one that the engine would take far too long for; a fast one has none. */
  readonly findHardText?: (markdown: string) => { readonly start: number; readonly end: number } | undefined;
}
