import type { PageMeta } from '../../model/page.ts';
import type { Site } from '../../model/site.ts';
import type { Target } from '../target.ts';
import { writeHtml } from '../../writers/html/write.ts';
import { mirroredPath } from '../layout.ts';
import { staticCopies } from '../static-copies.ts';

/** HTML files at the addresses that the pages have in Hugo, with the site's static files around them. */
export const htmlTarget: Target = {
  name: 'html',
  open: async ({ site, options }) => ({
    page(input) {
      const { text, diagnostics, outcomes } = writeHtml(input, { form: options.html, unmapped: options.unmapped });
      return { files: [{ path: htmlPath(input.page, site), text }], diagnostics, outcomes };
    },
    finish: () => ({ files: staticCopies(site, ''), diagnostics: [] }),
  }),
};

/** The file behind a permalink; a page without an address of its own keeps its place in the content tree. */
function htmlPath(page: PageMeta, site: Site): string {
  if (page.permalink === '') return mirroredPath(page, site, 'html');
  const path = decodeURI(page.permalink).slice(1);
  return path === '' || path.endsWith('/') ? `${path}index.html` : path;
}
