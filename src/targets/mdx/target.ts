import type { LinkForm, LinkLayout } from '../../passes/links/address-book.ts';
import type { Target, TargetContext, TargetSession } from '../target.ts';
import { createAddressBook } from '../../passes/links/address-book.ts';
import { createLinkResolver } from '../../passes/links/resolve.ts';
import { keepHeadingIds } from '../../passes/heading-ids.ts';
import { checkAnchors } from '../../passes/links/anchors.ts';
import { rewriteLinks, type PageLinks } from '../../passes/links/rewrite-links.ts';
import { loadMdxParser } from '../../writers/mdx/parser.ts';
import { writeMdx } from '../../writers/mdx/write.ts';
import { createGithubIds } from '../github-ids.ts';
import { mirroredPath, mirroredResource } from '../layout.ts';
import { publishedCopies, staticCopies } from '../static-copies.ts';
import { urlFile } from '../url-file.ts';

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
    urlOfList: () => undefined,
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
    const layout = layoutOf(context);
    const book = createAddressBook(layout, linkForm);
    return {
      page(input) {
        const { page } = input;
        const linked = rewriteLinks(keepHeadingIds(page, createGithubIds), { resolver, book });
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
        const urls = urlFile({ site, pages, layout });
        return { files: [...files, urls.file], diagnostics: [...checkAnchors(links), ...urls.diagnostics] };
      },
    };
  },
};
