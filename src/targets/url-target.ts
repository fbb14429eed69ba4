/** Targets for which the path of a file is the address of its page. */
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { FlowContent } from '../model/nodes.ts';
import type { Page, PageMeta } from '../model/page.ts';
import type { GeneratedPage, Site } from '../model/site.ts';
import type { LinkForm, LinkLayout } from '../passes/links/address-book.ts';
import type { MdxDialect } from '../writers/mdx/dialect.ts';
import type { PageFields } from '../writers/mdx/front-matter/shape.ts';
import type { WriterInput } from '../writers/writer.ts';
import type { ChildLists, ChildPage } from './child-list.ts';
import type { MdxPage, MdxRun } from './mdx-page.ts';
import type { ComponentImport, ComponentImports, OutputFile, TargetContext, TargetSession } from './target.ts';
import type { Placed, UrlPlace, UrlPlaces } from './url-places.ts';
import type { UrlSite } from './url-site.ts';
import { relativeAddress } from '../model/address.ts';
import { createAddressBook } from '../passes/links/address-book.ts';
import { createLinkResolver } from '../passes/links/resolve.ts';
import { loadMdxParser, type MdxFeatures } from '../writers/mdx/parser.ts';
import { createChildLists, withChildList } from './child-list.ts';
import { createPageWriter, needsOf, withExtension, writeLists } from './mdx-page.ts';
import { isHiding, isWithoutContents } from './own-fields.ts';
import { createTwins } from './routes/twins.ts';
import { basePath } from './scaffold/site-facts.ts';
import { planUrlPlaces } from './url-places.ts';
import { type Contribution, finishSite } from './url-site.ts';
import { variablesPath } from './variables.ts';

/** What makes one of these targets differ from another. */
export interface UrlFramework {
  readonly dialect: MdxDialect;
  readonly staticFolder: string;
  /** Folder of the files that are no pages: other pages may import them. */
  readonly partialFolder: string;
  /** Path of the module with the values of the site that pages follow by name. */
  readonly variablesPath: string;
  /** Path in the output of a page's file, without extension. */
  readonly fileOf: (place: UrlPlace, page: Placed, site: Site) => string;
  readonly urlOf?: (place: UrlPlace) => string;
  /** Where the site's path has to be put before addresses. */
  readonly links: Pick<LinkForm, 'baseIn'>;
  /** Whether a page is shown at other addresses too, so that relative ones mean something else there. */
  readonly isShownElsewhere?: (site: Site) => boolean;
  /** `root`: relative addresses are read from files, so that all are written from the root. */
  readonly addresses?: 'root';
  /** `mdx`: all pages are, whatever they are called. */
  readonly pages?: 'mdx';
  /** What MDX has beside MDX itself. */
  readonly features?: MdxFeatures;
  /** What the module with the site's values exports: they themselves, or a constant of the name that pages import. */
  readonly variablesKind?: ComponentImport['kind'];
  /** `apart`: versions of the docs are no part of the tree of pages. */
  readonly versions?: 'apart';
  /** Whether a file that Hugo serves may lie in the output. */
  readonly isServed?: (path: string) => boolean;
  /** Components that the target itself puts on pages. */
  readonly imports?: ComponentImports;
  /** Where the site itself keeps components: one that is declared to be there is the scaffold's to write. */
  readonly componentFolder?: string;
  /** Where a page finds a component that nothing declares; else it is known to all pages. */
  readonly otherwiseFrom?: (name: string, file: string) => ComponentImport | undefined;
  readonly keepIds?: (page: Page) => Page;
  /** What a section looks like that Hugo fills by itself. */
  readonly children?: (children: readonly ChildPage[]) => FlowContent[];
  /** A page with what the framework does not show of it by itself. */
  readonly prepare?: (page: Page, site: Site) => Page;
  readonly fieldsFor: (page: Page, place: UrlPlace | undefined, site: Site) => PageFields;
  /** Reports what the framework does not take of a site; `leftOut` are the files that are not served. */
  readonly check?: (shape: UrlSite, leftOut: readonly string[]) => readonly Diagnostic[];
  /** Makes the files of a new site, or says what an existing one needs. */
  readonly around: (shape: UrlSite) => readonly OutputFile[];
}

/** Opens such a target for a site. */
export async function openUrlTarget(
  given: TargetContext,
  framework: UrlFramework,
): Promise<TargetSession<Contribution>> {
  const context: TargetContext =
    framework.pages === 'mdx' ? { ...given, options: { ...given.options, extension: 'mdx' } } : given;
  const { site, routes, pages } = context;
  const { dialect } = framework;
  const parser = await loadMdxParser(framework.features);
  const resolver = createLinkResolver({ site, shown: new Set(pages.map(({ file }) => file)) });
  const places = planUrlPlaces(routes);
  const lists = createChildLists(context);
  // What stands at the root of an existing site is its own.
  const ownLists = lists.generated.filter(({ kind }) => kind !== 'home' || context.options.scaffold);
  const layout = layoutOf(context, framework, { places, lists: new Set(ownLists) });
  const fileOf = (page: PageMeta): string => fileFor(page, places, framework, site);
  const run = runOf(context, framework, { parser, resolver, layout, lists, fileOf });
  const writePage = createPageWriter(run);
  const writeOne = (input: WriterInput): MdxPage =>
    writePage(input, framework.fieldsFor(input.page, places.placeOf(input.page), site));
  return {
    page(input) {
      const { page } = input;
      const written = writeOne(input);
      const { fields } = page.frontMatter;
      const said = {
        ...(fields.some(isHiding) && { hidden: page.file }),
        ...(fields.some(isWithoutContents) && { bare: page.file }),
      };
      return {
        files: [{ path: withExtension(fileOf(page), written), text: written.text }],
        diagnostics: written.diagnostics,
        outcomes: written.outcomes,
        contribution: { ...needsOf(written, dialect, run), ...said },
      };
    },
    finish(contributed) {
      const written = writeLists(ownLists, site, { write: writeOne, pathOf: fileOf });
      const contributions = [...contributed, ...written.map(({ output }) => needsOf(output, dialect, run))];
      const files = written.map(({ file }) => file);
      return finishSite(contributions, files, { context, framework, layout, resolver, places, lists: ownLists });
    },
  };
}

interface RunParts extends Pick<MdxRun, 'parser' | 'resolver'> {
  readonly layout: LinkLayout;
  readonly lists: ChildLists;
  readonly fileOf: (page: PageMeta) => string;
}

/** What stays the same for all pages. */
function runOf(context: TargetContext, framework: UrlFramework, parts: RunParts): MdxRun {
  const { site } = context;
  const { dialect, prepare, children } = framework;
  const { parser, resolver, layout, lists, fileOf } = parts;
  return {
    context,
    parser,
    resolver,
    book: createAddressBook(layout, {
      pages: 'url',
      files: { link: 'url', image: 'url', figure: 'url', href: 'url', src: 'url', prop: 'url' },
      base: basePath(site),
      ...framework.links,
    }),
    ...(framework.imports && { imports: framework.imports }),
    ...(framework.componentFolder !== undefined && { componentFolder: framework.componentFolder }),
    ...(framework.keepIds && { keepIds: framework.keepIds }),
    ...(framework.otherwiseFrom && { otherwiseFrom: sourcesOf(framework.otherwiseFrom, fileOf) }),
    prepare: (page) => {
      const input = withChildList(page, lists, children);
      return { input: prepare ? { ...input, page: prepare(input.page, site) } : input, dialect };
    },
    variablesFrom: (page) => {
      const path = `/${variablesPath(framework.variablesPath, page)}`;
      return framework.addresses === 'root' ? path : relativeAddress(`/${fileOf(page)}`, path);
    },
    ...(framework.variablesKind && { variablesKind: framework.variablesKind }),
  };
}

const sourcesOf =
  (from: NonNullable<UrlFramework['otherwiseFrom']>, fileOf: (page: PageMeta) => string) => (page: PageMeta) => {
    const file = fileOf(page);
    return (name: string): ComponentImport | undefined => from(name, file);
  };

/** Path of a page's file in the output. */
function fileFor(page: PageMeta, places: UrlPlaces, framework: UrlFramework, site: Site): string {
  const place = places.placeOf(page);
  const stem = place ? framework.fileOf(place, page, site) : `${framework.partialFolder}/${places.partialOf(page)}`;
  return `${stem}.mdx`;
}

function layoutOf(
  { site, routes }: TargetContext,
  framework: UrlFramework,
  { places, lists }: { readonly places: UrlPlaces; readonly lists: ReadonlySet<GeneratedPage> },
): LinkLayout {
  const urlOf = (page: Placed): string | undefined => {
    const place = places.placeOf(page);
    return place && (framework.urlOf?.(place) ?? place.url);
  };
  return {
    fileOf: (page) => fileFor(page, places, framework, site),
    urlOf,
    urlOfList: (list) => (lists.has(list) ? urlOf(list) : undefined),
    originOf: (page, to) =>
      framework.addresses === 'root' || (to === 'file' && framework.isShownElsewhere?.(site)) ? undefined : urlOf(page),
    besideOf: () => undefined,
    rootOf: () => '',
    twinOf: createTwins(routes),
  };
}
