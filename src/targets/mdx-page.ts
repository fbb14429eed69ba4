/** What every MDX framework does with a page: links, ids of headings, MDX, and what the page asks of its site. */
import type { AddressBook } from '../passes/links/address-book.ts';
import type { LinkResolver } from '../passes/links/resolve.ts';
import type { Page, PageMeta } from '../model/page.ts';
import type { MdxDialect } from '../writers/mdx/dialect.ts';
import type { PageFields } from '../writers/mdx/front-matter/shape.ts';
import type { MdxOptions } from '../writers/mdx/options.ts';
import type { MdxParser } from '../writers/mdx/parser.ts';
import type { MdxOutput } from '../writers/mdx/write.ts';
import type { WriterInput } from '../writers/writer.ts';
import type { ComponentImports, TargetContext } from './target.ts';
import { keepHeadingIds } from '../passes/heading-ids.ts';
import { type PageLinks, rewriteLinks } from '../passes/links/rewrite-links.ts';
import { type ComponentUse, joinUses, type PageUses, readUses } from '../writers/mdx/uses.ts';
import { writeMdx } from '../writers/mdx/write.ts';
import { walk } from '../model/walk.ts';
import { createGithubIds } from './github-ids.ts';

/** A page's part of what the whole site must have. */
export interface PageNeeds extends PageUses {
  readonly links: PageLinks;
  readonly math: boolean;
}

/** What stays the same for all pages of a run. */
export interface MdxRun {
  /** Where a page finds components that nothing declares. */
  readonly otherwiseFrom?: (page: PageMeta) => MdxOptions['otherwiseFrom'];
  /** Where the site itself keeps components: one that is declared to be there is the scaffold's to write. */
  readonly componentFolder?: string;
  /** Components that the target itself puts on pages. */
  readonly imports?: ComponentImports;
  readonly context: TargetContext;
  readonly parser: MdxParser;
  readonly resolver: LinkResolver;
  readonly book: AddressBook;
}

export interface MdxPage extends MdxOutput {
  readonly page: Page;
  readonly links: PageLinks;
}

/** Writes a page with its links and the ids of its headings as the target has them. */
export function writePage(input: WriterInput, dialect: MdxDialect, fields: PageFields, run: MdxRun): MdxPage {
  const { context, parser } = run;
  const linked = rewriteLinks(keepHeadingIds(input.page, createGithubIds), run);
  const otherwiseFrom = run.otherwiseFrom?.(input.page);
  const written = writeMdx(
    { ...input, page: linked.page },
    {
      dialect,
      imports: { ...run.imports, ...context.components },
      unmapped: context.options.unmapped,
      parser,
      fields,
      ...(otherwiseFrom && { otherwiseFrom }),
    },
  );
  return {
    ...written,
    page: linked.page,
    links: linked.links,
    diagnostics: [...linked.diagnostics, ...written.diagnostics],
  };
}

/** What a written page needs; components with an import are not the site's business. */
export function needsOf(
  { body, page, links }: MdxPage,
  dialect: MdxDialect,
  { context, parser, imports, componentFolder }: MdxRun,
): PageNeeds {
  const { components, languages } = readUses(body, parser);
  const isBrought = (name: string): boolean => {
    const root = name.split('.')[0] ?? name;
    const all = { ...dialect.imports, ...imports, ...context.components };
    return Object.hasOwn(all, root) && all[root]?.from !== `${componentFolder}/${root}`;
  };
  let math = false;
  walk(page.body, ({ type }) => {
    if (type === 'mathBlock' || type === 'mathInline') math = true;
  });
  return { components: components.filter(({ name }) => !isBrought(name)), languages, math, links };
}

/** What the pages need together. */
export type SiteNeeds = Omit<PageNeeds, 'links'>;

/** Joins what each page needs. */
export function joinNeeds(pages: readonly PageNeeds[]): SiteNeeds {
  const components = new Map<string, ComponentUse>();
  for (const use of pages.flatMap((page) => page.components)) {
    const known = components.get(use.name);
    components.set(use.name, known ? joinUses(known, use) : use);
  }
  return {
    components: [...components.values()].toSorted((a, b) => (a.name < b.name ? -1 : 1)),
    languages: [...new Set(pages.flatMap(({ languages }) => languages))].toSorted(),
    math: pages.some(({ math }) => math),
  };
}
