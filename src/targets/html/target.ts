import type { PageMeta } from '../../model/page.ts';
import type { Site } from '../../model/site.ts';
import type { Target, TargetSession } from '../target.ts';
import { withoutHighlighting } from '../../model/markup.ts';
import { createDiagnostic } from '../../diagnostics/diagnostic.ts';
import { applyTypographer } from '../../passes/typographer.ts';
import { writeHtml } from '../../writers/html/write.ts';
import { mirroredPath } from '../layout.ts';
import { staticCopies } from '../static-copies.ts';

/** HTML files at the addresses that the pages have in Hugo, with the site's static files around them. */
export const htmlTarget: Target = {
  name: 'html',
  open: async ({ site, options }): Promise<TargetSession<LeftOut>> => ({
    page({ page, source, markup: asked }) {
      // Markers are there to be held against what Hugo prints, where highlighting would drown everything else.
      const markup = options.unmapped === 'marker' ? withoutHighlighting(asked) : asked;
      const typeset = { page: applyTypographer(page, source, markup), source, markup };
      const { text, diagnostics, outcomes } = writeHtml(typeset, { form: options.html, unmapped: options.unmapped });
      const fields = outcomes.filter(({ kind, result }) => kind === 'field' && result === 'dropped').length;
      return {
        files: [{ path: htmlPath(page, site), text }],
        diagnostics,
        outcomes,
        ...(fields > 0 && { contribution: { fields } }),
      };
    },
    finish(pages) {
      let leftOut = 0;
      for (const { fields } of pages) leftOut += fields;
      return {
        files: staticCopies(site, ''),
        diagnostics: leftOut > 0 ? [createDiagnostic('html-fields-left-out', { fields: leftOut })] : [],
      };
    },
  }),
};

/** How many front matter fields of a page have no place in its HTML. */
interface LeftOut {
  readonly fields: number;
}

/** The file behind a permalink; a page without an address of its own keeps its place in the content tree. */
function htmlPath(page: PageMeta, site: Site): string {
  if (page.permalink === '') return mirroredPath(page, site, 'html');
  const path = decodeURI(page.permalink).slice(1);
  return path === '' || path.endsWith('/') ? `${path}index.html` : path;
}
