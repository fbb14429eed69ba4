/** A parser that says whether MDX can be read. */
export interface MdxParser {
  readonly name: 'satteri' | 'micromark';
  /** What is wrong with `mdx`, in the parser's words; front matter is not recognised. */
  problemIn(mdx: string): string | undefined;
}

/** Loads the native MDX parser, or micromark where the platform has no build of it; `onFallback` hears why. */
export async function loadMdxParser(onFallback?: (cause: unknown) => void): Promise<MdxParser> {
  try {
    const { mdxToMdast } = await import('satteri');
    return parserFrom('satteri', (mdx) => mdxToMdast(mdx, { features: { frontmatter: false }, position: false }));
  } catch (cause) {
    onFallback?.(cause);
    return (await import('./micromark-parser.ts')).micromarkParser;
  }
}

/** Makes a parser from a function that throws at what it cannot read. */
export const parserFrom = (name: MdxParser['name'], parse: (mdx: string) => unknown): MdxParser => ({
  name,
  problemIn: (mdx) => {
    try {
      parse(mdx);
      return undefined;
    } catch (error) {
      return error instanceof Error ? error.message : String(error);
    }
  },
});
