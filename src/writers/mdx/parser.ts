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
}

/** Loads the native MDX parser, or micromark where the platform has no build of it; `onFallback` hears why. */
export async function loadMdxParser(
  features: MdxFeatures = {},
  onFallback?: (cause: unknown) => void,
): Promise<MdxParser> {
  try {
    const { markdownToMdast, mdxToMdast } = await import('satteri');
    const options = { features: { frontmatter: false, ...features }, position: false };
    return parserFrom(
      'satteri',
      (mdx) => mdxToMdast(mdx, options),
      (markdown) => markdownToMdast(markdown, options),
    );
  } catch (cause) {
    onFallback?.(cause);
    return (await import('./micromark-parser.ts')).micromarkParser;
  }
}

/** Makes a parser from a function that throws at what it cannot read. */
export const parserFrom = (
  name: MdxParser['name'],
  parse: (mdx: string) => Nodes,
  parseMarkdown: (markdown: string) => Nodes,
): MdxParser => ({
  name,
  treeOf: parse,
  markdownTreeOf: parseMarkdown,
  problemIn: (mdx) => {
    try {
      parse(mdx);
      return undefined;
    } catch (error) {
      return error instanceof Error ? error.message : String(error);
    }
  },
});
