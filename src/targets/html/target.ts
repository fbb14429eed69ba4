import type { LinkForm, LinkLayout } from '../../passes/links/address-book.ts';
import type { PageLinks } from '../../passes/links/rewrite-links.ts';
import type { Page, PageMeta } from '../../model/page.ts';
import type { Routes } from '../routes/routes.ts';
import type { Target, TargetSession } from '../target.ts';
import { withoutHighlighting } from '../../model/markup.ts';
import { createDiagnostic } from '../../diagnostics/diagnostic.ts';
import { basePathOf, decodeAddress } from '../../model/address.ts';
import { createAddressBook } from '../../passes/links/address-book.ts';
import { checkAnchors } from '../../passes/links/anchors.ts';
import { createLinkResolver } from '../../passes/links/resolve.ts';
import { rewriteLinks, type RewrittenPage } from '../../passes/links/rewrite-links.ts';
import { applyTypographer } from '../../passes/typographer.ts';
import { writeHtml } from '../../writers/html/write.ts';
import { mirroredPath } from '../layout.ts';
import { publishedCopies, staticCopies } from '../static-copies.ts';
import { urlFiles } from '../url-file.ts';

/** HTML files at the addresses that the pages have in Hugo, with the site's static files around them. */
export const htmlTarget: Target = {
  name: 'html',
  open: async (context): Promise<TargetSession<Contribution>> => {
    const { site, routes, pages: chosen, options } = context;
    const layout = layoutOf(routes);
    const resolver = createLinkResolver({ site, shown: new Set(chosen.map(({ file }) => file)) });
    const book = createAddressBook(layout, { ...linkForm, base: basePathOf(site.baseUrl) });
    return {
      page({ page, source, markup: asked, reread }) {
        // Markers are there to be held against what Hugo prints, where highlighting would drown everything else.
        const markup = options.unmapped === 'marker' ? withoutHighlighting(asked) : asked;
        const prepare = (read: Page, text: string): { readonly page: Page; readonly linked?: RewrittenPage } => {
          const typeset = applyTypographer(read, text, markup);
          // A fragment is what Hugo makes of the page, with the links that are broken there.
          if (options.html === 'fragment') return { page: typeset };
          const linked = rewriteLinks(typeset, { resolver, book });
          return { page: linked.page, linked };
        };
        const { page: prepared, linked } = prepare(page, source);
        const again = reread && {
          ...reread,
          page: (text: string, bodyStart: number) => prepare(reread.page(text, bodyStart), text).page,
        };
        const input = { page: prepared, source, markup, ...(again && { reread: again }) };
        const { text, diagnostics, outcomes } = writeHtml(input, { form: options.html, unmapped: options.unmapped });
        const fields = outcomes.filter(({ kind, result }) => kind === 'field' && result === 'dropped').length;
        return {
          files: [{ path: htmlPath(page, routes), text }],
          diagnostics: [...(linked?.diagnostics ?? []), ...diagnostics],
          outcomes,
          contribution: { fields, ...(linked && { links: linked.links }) },
        };
      },
      finish(pages) {
        let leftOut = 0;
        for (const { fields } of pages) leftOut += fields;
        const left = leftOut > 0 ? [createDiagnostic('html-fields-left-out', { fields: leftOut })] : [];
        const links = pages.flatMap((page) => page.links ?? []);
        const urls = urlFiles(context, '', { layout });
        const served = new Set(site.staticFiles.map(({ url }) => decodeAddress(url).slice(1)));
        const published = publishedCopies(links, '').filter(({ path }) => !served.has(path));
        return {
          files: [...staticCopies(site, ''), ...published, ...urls.files],
          diagnostics: [...left, ...checkAnchors(links), ...urls.diagnostics],
        };
      },
    };
  },
};

/** Pages and files keep their addresses; lists that Hugo fills by itself are templates' work. */
const layoutOf = (routes: Routes): LinkLayout => ({
  fileOf: () => undefined,
  urlOf: (page) => routes.of(page).url || undefined,
  urlOfList: () => undefined,
  besideOf: () => undefined,
  rootOf: () => '',
});

const linkForm: LinkForm = {
  pages: 'url',
  files: { link: 'url', image: 'url', figure: 'url', href: 'url', src: 'url', prop: 'url' },
  footnotes: 'hugo',
};

interface Contribution {
  /** How many front matter fields of the page have no place in its HTML. */
  readonly fields: number;
  readonly links?: PageLinks;
}

/** The file behind an address; a page without an address of its own keeps its place in the content tree. */
function htmlPath(page: PageMeta, routes: Routes): string {
  const { url } = routes.of(page);
  if (url === '') return mirroredPath(page, routes, 'html');
  const path = decodeURI(url).slice(1);
  return path === '' || path.endsWith('/') ? `${path}index.html` : path;
}
