/** What is wrong with some MDX: the parser's words, and the line they are about where it names one. */
export interface MdxProblem {
  readonly message: string;
  readonly line: number | undefined;
}

/** A parser that says whether MDX can be read. */
export interface MdxParser {
  readonly name: 'satteri' | 'micromark';
  /** The first problem in `mdx`; front matter is not recognised. */
  problemIn(mdx: string): MdxProblem | undefined;
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
      return describe(error);
    }
  },
});

function describe(error: unknown): MdxProblem {
  const message = error instanceof Error ? error.message : String(error);
  const named = typeof error === 'object' && error !== null && 'line' in error ? Number(error.line) : Number.NaN;
  const line = Number.isNaN(named) ? Number.parseInt(/^(\d+):\d+/.exec(message)?.[1] ?? '', 10) : named;
  return { message, line: Number.isNaN(line) ? undefined : line };
}
