import type { MdxDialect } from './dialect.ts';
import type { PageFields } from './front-matter/shape.ts';
import type { MdxParser } from './parser.ts';

/** Where a component comes from: `import name from "from"`, or `import { name } from "from"`. */
export interface ComponentImport {
  readonly from: string;
  readonly kind: 'default' | 'named';
}

export interface MdxOptions {
  /** How the target says things; plain MDX 3 where nothing is given. */
  readonly dialect?: MdxDialect;
  /**
   * Where components come from, by name. A component without an entry is written without an import: MDX then looks for
   * it among the components that the page is rendered with (its provider), as frameworks arrange for their own ones.
   */
  readonly imports?: Readonly<Record<string, ComponentImport>>;
  /** Where any other component comes from, if that is not left to the page's provider. */
  readonly otherwiseFrom?: (name: string) => ComponentImport | undefined;
  /** What the target says of the page in its front matter. */
  readonly fields?: PageFields;
  /**
   * How calls that no rule took are written: `keep` as the author's text, escaped, `marker` as an `<x-shortcode>` element.
   */
  readonly unmapped?: 'keep' | 'marker';
  /** Checks what was changed, see `loadMdxParser`; without it nothing is checked. */
  readonly parser?: MdxParser;
}
