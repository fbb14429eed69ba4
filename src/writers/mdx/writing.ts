import type { Markup } from '../../model/markup.ts';
import type { Block, Inline } from '../../model/nodes.ts';
import type { Page } from '../../model/page.ts';
import type { MdxDialect } from './dialect.ts';
import type { Draft } from './draft.ts';
import type { Frame } from './edit/frame.ts';
import type { Line } from './edit/line.ts';
import type { MdxOptions } from './options.ts';
import type { TreeState } from './tree/state.ts';
import type { WriterInput } from '../writer.ts';
import { walk } from '../../model/walk.ts';
import { plainMdx } from './plain-mdx.ts';

/** What GFM gives a meaning that the site's settings do not, so that it needs a backslash. */
export interface Escapes {
  readonly strikethrough: boolean;
  readonly footnotes: boolean;
}

/** Edits content where it stands in the source; false where only new text for the whole block will do. */
export interface Editor {
  block(node: Block, frame: Frame, writing: Writing): boolean;
  inlines(children: readonly Inline[], from: number, to: number, line: Line, writing: Writing): boolean;
}

/** One page on its way to MDX. */
export interface Writing {
  readonly page: Page;
  readonly source: string;
  readonly markup: Markup;
  readonly dialect: MdxDialect;
  readonly unmapped: 'keep' | 'marker';
  /** Components that the mapping says where to import from. */
  readonly ownImports: ReadonlySet<string>;
  readonly escapes: Escapes;
  /** Identifiers of the page's link definitions. */
  readonly definitions: ReadonlySet<string>;
  /** Whether `{{<` or `{{%` stands anywhere on the page. */
  readonly hasCalls: boolean;
  readonly draft: Draft;
  /** Edits content where it stands. */
  readonly edit: Editor;
  /** Makes target nodes of what cannot be edited where it stands. */
  readonly tree: TreeState;
}

/** The parts of a `Writing` that hold for the whole page. */
export type PageSettings = Omit<Writing, 'draft' | 'edit' | 'tree'>;

/** Reads off page and options what the writer has to know everywhere. */
export function settingsFor({ page, source, markup }: WriterInput, options: MdxOptions): PageSettings {
  return {
    page,
    source,
    markup,
    dialect: options.dialect ?? plainMdx,
    unmapped: options.unmapped ?? 'keep',
    ownImports: new Set(Object.keys(options.imports ?? {})),
    escapes: {
      strikethrough: !markup.strikethrough && !markup.extras.delete,
      footnotes: !markup.footnote.enable,
    },
    definitions: definitionsOf(page, source),
    hasCalls: source.includes('{{<') || source.includes('{{%'),
  };
}

/** Definitions may stand anywhere among blocks; a page without `]:` has none. */
function definitionsOf({ body }: Page, source: string): ReadonlySet<string> {
  const identifiers = new Set<string>();
  if (!source.includes(']:')) return identifiers;
  walk(body, (node) => {
    if (node.type === 'definition') identifiers.add(node.identifier.toLowerCase());
  });
  return identifiers;
}
