import type { LinkForm, LinkLayout } from '../../passes/links/address-book.ts';
import type { GeneratedPage } from '../../model/site.ts';
import type { PageLinks } from '../../passes/links/rewrite-links.ts';
import type { WriterInput } from '../../writers/writer.ts';
import type { Target, TargetContext, TargetSession } from '../target.ts';
import type { PageMeta } from '../../model/page.ts';
import { relativeAddress } from '../../model/address.ts';
import { createAddressBook } from '../../passes/links/address-book.ts';
import { createLinkResolver } from '../../passes/links/resolve.ts';
import { checkAnchors } from '../../passes/links/anchors.ts';
import { loadMdxParser } from '../../writers/mdx/parser.ts';
import { plainMdx } from '../../writers/mdx/plain-mdx.ts';
import { mirroredPath, mirroredResource } from '../layout.ts';
import { createChildLists, withChildList } from '../child-list.ts';
import { blogOf, feedsOf } from '../feeds.ts';
import { createPageWriter, writeLists } from '../mdx-page.ts';
import { publishedCopies, staticCopiesBesideBundles } from '../static-copies.ts';
import { urlFiles } from '../url-file.ts';
import type { Variables } from '../variables.ts';
import { VARIABLES_FILE, variablesModules, variablesOf, variablesPath } from '../variables.ts';

const STATIC_FOLDER = 'static';

/** Pages keep the addresses that they have in Hugo; files stay beside their page where they are addressed so. */
const linkForm: LinkForm = {
  pages: 'url',
  files: {
    link: 'asWritten',
    image: 'asWritten',
    figure: 'asWritten',
    href: 'asWritten',
    src: 'asWritten',
    prop: 'asWritten',
  },
};

function layoutOf({ routes }: TargetContext, lists: ReadonlySet<GeneratedPage>): LinkLayout {
  return {
    fileOf: (page) => mirroredPath(page, routes, 'mdx'),
    urlOf: (page) => routes.of(page).url || undefined,
    urlOfList: (list) => (lists.has(list) ? routes.of(list).url : undefined),
    besideOf: (file, owner) => mirroredResource(file, owner, routes),
    rootOf: () => '',
  };
}

interface Contribution {
  readonly links: PageLinks;
  readonly variables: Variables;
}

/** MDX 3 without a framework: the content tree with `.mdx` files, bundle files beside their page, other files below `static/`. */
export const mdxTarget: Target = {
  name: 'mdx',
  open: async (context): Promise<TargetSession<Contribution>> => {
    const { site, pages, routes } = context;
    const parser = await loadMdxParser();
    // A content file of a bundle is a page of the output: its source beside it would be a second one.
    const contentFiles = new Set(site.pages.map(({ file }) => file));
    const resolver = createLinkResolver({ site, shown: new Set(pages.map(({ file }) => file)) });
    const lists = createChildLists(context);
    // What stands at a site's root is its own.
    const ownLists = lists.generated.filter(({ kind }) => kind !== 'home');
    const layout = layoutOf(context, new Set(ownLists));
    const book = createAddressBook(layout, linkForm);
    const prepare = (input: WriterInput) => ({ input: withChildList(input, lists), dialect: plainMdx });
    const variablesFrom = (page: PageMeta) =>
      relativeAddress(`/${mirroredPath(page, routes, 'mdx')}`, `/${variablesPath(VARIABLES_FILE, page)}`);
    const writePage = createPageWriter({ context, parser, resolver, book, prepare, variablesFrom });
    return {
      page(input) {
        const { page } = input;
        const written = writePage(input);
        const copies = page.resources.flatMap(({ file }) =>
          contentFiles.has(file) ? [] : [{ path: mirroredResource(file, page, routes), copyOf: file }],
        );
        return {
          files: [{ path: mirroredPath(page, routes, written.extension), text: written.text }, ...copies],
          diagnostics: written.diagnostics,
          outcomes: written.outcomes,
          contribution: { links: written.links, variables: variablesOf(written.page) },
        };
      },
      finish(contributions) {
        const written = writeLists(ownLists, site, {
          write: (input) => writePage(input),
          pathOf: (page) => mirroredPath(page, routes, 'mdx'),
        });
        const links = [...contributions, ...written.map(({ output }) => output)].map((page) => page.links);
        const files = [...staticCopiesBesideBundles(site, STATIC_FOLDER), ...publishedCopies(links, STATIC_FOLDER)];
        const urls = urlFiles(context, STATIC_FOLDER, { layout, feeds: feedsOf(site, blogOf(site), () => undefined) });
        const variables = variablesModules(VARIABLES_FILE, contributions, site);
        const listFiles = written.map(({ file }) => file);
        return {
          files: [...listFiles, ...files, ...variables.files, ...urls.files],
          diagnostics: [...checkAnchors(links), ...variables.diagnostics, ...urls.diagnostics],
        };
      },
    };
  },
};
