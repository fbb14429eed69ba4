import type { WrittenPage } from '../../writers/contentful/write-page.ts';
import type { Target } from '../target.ts';
import { buildContentful } from '../../writers/contentful/build.ts';
import { planContentful } from '../../writers/contentful/plan.ts';
import { writePage } from '../../writers/contentful/write-page.ts';

/** Name of the file that `contentful-import` reads. */
const EXPORT_FILE = 'contentful.json';

/** One import file for a Contentful space, with the asset files laid out beside it for `--upload-assets`. */
export const contentfulTarget: Target = {
  name: 'contentful',
  open: async ({ site, pages, inspect }) => {
    const plan = planContentful({ site, pages });
    const written: WrittenPage[] = [];
    return {
      page(input) {
        const page = writePage(plan, input);
        written.push(page);
        return { files: [], diagnostics: page.diagnostics, outcomes: page.outcomes };
      },
      finish() {
        const { text, files, diagnostics } = buildContentful({ plan, pages: written, inspect });
        return { files: [{ path: EXPORT_FILE, text }, ...files], diagnostics };
      },
    };
  },
};
