/** What every MDX framework does with a page: links, ids of headings, MDX, and what the page asks of its site. */
import type { AddressBook } from '../passes/links/address-book.ts';
import type { LinkResolver } from '../passes/links/resolve.ts';
import type { Page, PageMeta } from '../model/page.ts';
import type { GeneratedPage, Site } from '../model/site.ts';
import type { MdxDialect } from '../writers/mdx/dialect.ts';
import type { PageFields } from '../writers/mdx/front-matter/shape.ts';
import type { MdxOptions } from '../writers/mdx/options.ts';
import type { MdxParser } from '../writers/mdx/parser.ts';
import type { MdxOutput } from '../writers/mdx/write.ts';
import type { WriterInput } from '../writers/writer.ts';
import type { ComponentImport, ComponentImports, OutputFile, TargetContext } from './target.ts';
import { createDiagnostic } from '../diagnostics/diagnostic.ts';
import { keepHeadingIds } from '../passes/heading-ids.ts';
import { type PageLinks, rewriteLinks } from '../passes/links/rewrite-links.ts';
import { type ComponentUse, joinUses, type PageUses, readUses } from '../writers/mdx/uses.ts';
import { VARIABLES } from '../writers/mdx/live-text.ts';
import { writeMdx } from '../writers/mdx/write.ts';
import { walk } from '../model/walk.ts';
import { createGithubIds } from './github-ids.ts';
import { inputFor } from './child-list.ts';
import { createOriginalIds, type TranslatedInput } from './original-ids.ts';
import { createPageForms } from './page-form.ts';
import type { Variables } from './variables.ts';
import { variablesOf } from './variables.ts';

/** A page's part of what the whole site must have. */
export interface PageNeeds extends PageUses {
  readonly links: PageLinks;
  readonly variables: Variables;
  readonly math: boolean;
}

/** What stays the same for all pages of a run. */
export interface MdxRun {
  /** Where a page finds components that nothing declares. */
  readonly otherwiseFrom?: (page: PageMeta) => MdxOptions['otherwiseFrom'];
  /** Where the site itself keeps components: one that is declared to be there is the scaffold's to write. */
  readonly componentFolder?: string;
  /** The module from which a page imports the variables of the site. */
  readonly variablesFrom: (page: PageMeta) => string;
  /** Whether it exports them by the name that pages import, or without one. */
  readonly variablesKind?: ComponentImport['kind'];
  /** Components that the target itself puts on pages. */
  readonly imports?: ComponentImports;
  readonly context: TargetContext;
  readonly parser: MdxParser;
  readonly resolver: LinkResolver;
  readonly book: AddressBook;
  /** Marks the ids of headings that the target would not come to by itself; as GitHub's ids are made if nothing is said. */
  readonly keepIds?: (page: Page) => Page;
  /** A page with what the target adds to it, and how it is written. */
  readonly prepare: (input: WriterInput) => PreparedPage;
}

export interface PreparedPage {
  readonly input: WriterInput;
  readonly dialect: MdxDialect;
}

export interface MdxPage extends MdxOutput {
  readonly page: Page;
  readonly links: PageLinks;
  readonly beside: ReadonlySet<string>;
  readonly extension: 'mdx' | 'md';
}

/** Writes pages with their links and the ids of their headings as the target has them. */
export type WritePage = (input: WriterInput, fields?: PageFields) => MdxPage;

/** Makes the function that writes a run's pages, as Markdown where the user wants that and the page and its translations allow it. */
export function createPageWriter(run: MdxRun): WritePage {
  const { extension } = run.context.options;
  const withOriginalIds = createOriginalIds(run.context);
  const linkPage = (input: WriterInput): LinkedPage => link(withOriginalIds(input), run);
  if (extension === 'mdx') return (input, fields) => writeAs(linkPage(input), fields, run, 'mdx');
  const forms = createPageForms(run.context, (input) => writeAs(linkPage(input), undefined, run, 'md').needs);
  return (input, fields) => {
    const linked = linkPage(input);
    const markdown = writeAs(linked, fields, run, 'md');
    const [need] = markdown.needs;
    const other = need === undefined ? forms.needOfOthers(input.page) : { need, file: input.page.file };
    if (!other) return markdown;
    const mdx = writeAs(linked, fields, run, 'mdx');
    if (extension === 'auto') return mdx;
    const { file } = input.page;
    const facts = { need: other.need, ...(other.file !== file && { translation: other.file }) };
    return { ...mdx, diagnostics: [...mdx.diagnostics, createDiagnostic('mdx-needed', facts, { file })] };
  };
}

interface LinkedPage extends PreparedPage {
  readonly links: PageLinks;
  readonly beside: ReadonlySet<string>;
  readonly diagnostics: MdxPage['diagnostics'];
}

function link(given: TranslatedInput, run: MdxRun): LinkedPage {
  const { input, dialect } = run.prepare(given.input);
  const { keepIds = keepGithubIds } = run;
  const { page, links, beside, diagnostics } = rewriteLinks(keepIds(input.page), run);
  return { input: { ...input, page }, dialect, links, beside, diagnostics: [...given.diagnostics, ...diagnostics] };
}

const keepGithubIds = (page: Page): Page => keepHeadingIds(page, createGithubIds);

function writeAs(
  { input, dialect, links, beside, diagnostics }: LinkedPage,
  fields: PageFields | undefined,
  { context, parser, imports, otherwiseFrom, variablesFrom, variablesKind }: MdxRun,
  extension: MdxPage['extension'],
): MdxPage {
  const ownSource = otherwiseFrom?.(input.page);
  const written = writeMdx(input, {
    dialect: extension === 'mdx' ? dialect : asMarkdown(dialect),
    imports: {
      ...imports,
      [VARIABLES]: { from: variablesFrom(input.page), kind: variablesKind ?? 'default' },
      ...context.components,
    },
    unmapped: context.options.unmapped,
    parser,
    ...(fields && { fields }),
    ...(ownSource && { otherwiseFrom: ownSource }),
  });
  return {
    ...written,
    page: input.page,
    links,
    beside,
    extension,
    diagnostics: [...diagnostics, ...written.diagnostics],
  };
}

/** The dialect for a page that is read as Markdown, in which an id stands behind its heading as in Hugo if it can. */
const asMarkdown = (dialect: MdxDialect): MdxDialect => ({
  ...dialect,
  syntax: 'markdown',
  headingId: dialect.headingId === 'comment' ? 'attribute' : dialect.headingId,
});

/** A path with the extension that a page has come to have. */
export const withExtension = (path: string, { extension }: Pick<MdxPage, 'extension'>): string =>
  `${path.slice(0, path.lastIndexOf('.'))}.${extension}`;

/** A list without a content file that was written as a page. */
export interface WrittenList {
  readonly input: WriterInput;
  readonly output: MdxPage;
  readonly file: OutputFile;
}

/** Writes lists without a content file. */
export const writeLists = (
  lists: readonly GeneratedPage[],
  site: Site,
  { write, pathOf }: { readonly write: (input: WriterInput) => MdxPage; readonly pathOf: (page: Page) => string },
): readonly WrittenList[] =>
  lists.map((list) => {
    const input = inputFor(list, site);
    const output = write(input);
    return { input, output, file: { path: withExtension(pathOf(input.page), output), text: output.text } };
  });

/** What a written page needs; components with an import are not the site's business. */
export function needsOf(
  { body, page, links, extension }: MdxPage,
  dialect: MdxDialect,
  { context, parser, imports, componentFolder }: MdxRun,
): PageNeeds {
  const { components, languages } = readUses(body, extension === 'md' ? 'markdown' : 'mdx', parser);
  const isBrought = (name: string): boolean => {
    const root = name.split('.')[0] ?? name;
    const all = { ...dialect.imports, ...imports, ...context.components };
    return Object.hasOwn(all, root) && all[root]?.from !== `${componentFolder}/${root}`;
  };
  let math = false;
  walk(page.body, ({ type }) => {
    if (type === 'mathBlock' || type === 'mathInline') math = true;
  });
  return {
    components: components.filter(({ name }) => !isBrought(name)),
    languages,
    math,
    links,
    variables: variablesOf(page),
  };
}

/** What the pages need together. */
export type SiteNeeds = Omit<PageNeeds, 'links' | 'variables'>;

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
