import type { LinkForm, LinkLayout } from '../../passes/links/address-book.ts';
import type { Target, TargetContext, TargetSession } from '../target.ts';
import { createAddressBook } from '../../passes/links/address-book.ts';
import { createLinkResolver } from '../../passes/links/resolve.ts';
import { checkAnchors } from '../../passes/links/anchors.ts';
import { rewriteLinks, type PageLinks } from '../../passes/links/rewrite-links.ts';
import { loadMdxParser } from '../../writers/mdx/parser.ts';
import { writeMdx } from '../../writers/mdx/write.ts';
import { mirroredPath, mirroredResource } from '../layout.ts';
import { publishedCopies, staticCopies } from '../static-copies.ts';

const STATIC_FOLDER = 'static';

/** Pages keep the addresses that they have in Hugo; files stay beside their page where they are addressed so. */
const linkForm: LinkForm = {
  pages: 'url',
  files: { link: 'asWritten', image: 'asWritten', figure: 'asWritten', href: 'asWritten', src: 'asWritten' },
};

function layoutOf({ site }: TargetContext): LinkLayout {
  return {
    fileOf: (page) => mirroredPath(page, site, 'mdx'),
    urlOf: ({ permalink }) => (permalink === '' ? undefined : permalink),
    // What lists a section or a tag is up to the framework, and so is nothing of decant's.
    urlOfList: ({ permalink }) => permalink,
    besideOf: (file, { language }) => mirroredResource(file, language, site),
    rootOf: () => '',
  };
}

/** MDX 3 without a framework: the content tree with `.mdx` files, bundle files beside their page, other files below `static/`. */
export const mdxTarget: Target = {
  name: 'mdx',
  open: async (context): Promise<TargetSession<PageLinks>> => {
    const { site, pages, components, options } = context;
    const parser = await loadMdxParser();
    // A content file of a bundle is a page of the output: its source beside it would be a second one.
    const contentFiles = new Set(site.pages.map(({ file }) => file));
    const resolver = createLinkResolver({ site, shown: new Set(pages.map(({ file }) => file)) });
    const book = createAddressBook(layoutOf(context), linkForm);
    return {
      page(input) {
        const { page } = input;
        const linked = rewriteLinks(page, { resolver, book });
        const written = writeMdx(
          { ...input, page: linked.page },
          { imports: components, unmapped: options.unmapped, parser },
        );
        const copies = page.resources.flatMap(({ file }) =>
          contentFiles.has(file) ? [] : [{ path: mirroredResource(file, page.language, site), copyOf: file }],
        );
        return {
          files: [{ path: mirroredPath(page, site, 'mdx'), text: written.text }, ...copies],
          diagnostics: [...linked.diagnostics, ...written.diagnostics],
          outcomes: written.outcomes,
          contribution: linked.links,
        };
      },
      finish(links) {
        const bundled = new Set(site.pages.flatMap((page) => page.resources.map(({ file }) => file)));
        const files = [...staticCopies(site, STATIC_FOLDER, bundled), ...publishedCopies(links, STATIC_FOLDER)];
        return { files, diagnostics: checkAnchors(links) };
      },
    };
  },
};
