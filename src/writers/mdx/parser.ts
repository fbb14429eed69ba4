import type { Nodes } from 'mdast';

/** A parser that says whether MDX can be read. */
export interface MdxParser {
  readonly name: 'satteri' | 'micromark';
  /** What is wrong with `mdx`, in the parser's words; front matter is not recognised. */
  problemIn(mdx: string): string | undefined;
  /** The tree of MDX that can be read. */
  treeOf(mdx: string): Nodes;
  /** The tree of Markdown. */
  markdownTreeOf(markdown: string): Nodes;
}

/** What a target's MDX has beside MDX itself. */
export interface MdxFeatures {
  /** `{#id}` behind headings. */
  readonly headingAttributes?: boolean;
  /** Formulas between dollar signs. */
  readonly math?: boolean;
}

/** Loads the native MDX parser, or micromark where the platform has no build of it; `onFallback` hears why. */
export async function loadMdxParser(
  features: MdxFeatures = {},
  onFallback?: (cause: unknown) => void,
): Promise<MdxParser> {
  try {
    const { createMdxMdastHandle, dropHandle, markdownToMdast, mdxToMdast } = await import('satteri');
    const options = { features: { frontmatter: false, ...features }, position: false };
    return parserFrom('satteri', {
      treeOf: (mdx) => mdxToMdast(mdx, options),
      markdownTreeOf: (markdown) => markdownToMdast(markdown, options),
      // The tree stays where the native parser has it: bringing it over costs as much as reading the text.
      read: (mdx) => dropHandle(createMdxMdastHandle(mdx, options.features, options.position)),
    });
  } catch (cause) {
    onFallback?.(cause);
    return (await import('./micromark-parser.ts')).micromarkParser;
  }
}

interface Parsing extends Pick<MdxParser, 'treeOf' | 'markdownTreeOf'> {
  /** Reads MDX and makes no tree of it. */
  readonly read?: (mdx: string) => unknown;
}

/** Makes a parser from functions that throw at what they cannot read. */
export const parserFrom = (name: MdxParser['name'], { treeOf, markdownTreeOf, read = treeOf }: Parsing): MdxParser => ({
  name,
  treeOf,
  markdownTreeOf,
  problemIn: (mdx) => {
    try {
      read(mdx);
      return undefined;
    } catch (error) {
      return error instanceof Error ? error.message : String(error);
    }
  },
});
