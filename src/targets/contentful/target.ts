import type { WrittenPage } from '../../writers/contentful/write-page.ts';
import type { Target, TargetSession } from '../target.ts';
import { applyTypographer } from '../../passes/typographer.ts';
import { buildContentful } from '../../writers/contentful/build.ts';
import { planContentful } from '../../writers/contentful/plan.ts';
import { writePage } from '../../writers/contentful/write-page.ts';

/** Name of the file that `contentful-import` reads. */
const EXPORT_FILE = 'contentful.json';

/** One import file for a Contentful space, with the asset files laid out beside it for `--upload-assets`. */
export const contentfulTarget: Target = {
  name: 'contentful',
  open: async ({ site, pages, inspect }): Promise<TargetSession<WrittenPage>> => {
    const plan = planContentful({ site, pages });
    return {
      page(input) {
        // Readers see what Hugo's typographer makes of the author's quotes and dashes; nothing behind Contentful does it again.
        const page = applyTypographer(input.page, input.source, input.markup);
        const { written, diagnostics, outcomes } = writePage(plan, { ...input, page });
        return { files: [], diagnostics, outcomes, contribution: written };
      },
      finish(written) {
        const { text, files, diagnostics } = buildContentful({ plan, pages: written, inspect });
        return { files: [{ path: EXPORT_FILE, text }, ...files], diagnostics };
      },
    };
  },
};
