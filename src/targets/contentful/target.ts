import type { WrittenPage } from '../../writers/contentful/write-page.ts';
import type { ContentfulSite } from '../../writers/contentful/build.ts';
import type { OutputFile, Target, TargetSession } from '../target.ts';
import type { ContentfulForm } from '../../writers/contentful/options.ts';
import { createDiagnostic } from '../../diagnostics/diagnostic.ts';
import { applyTypographer } from '../../passes/typographer.ts';
import { buildContentful } from '../../writers/contentful/build.ts';
import { migrationScript } from '../../writers/contentful/migration.ts';
import { modelReport } from '../../writers/contentful/model-report.ts';
import { planContentful } from '../../writers/contentful/plan.ts';
import { chunkFiles, exportFile, modelFile } from '../../writers/contentful/serialize.ts';
import { writePage } from '../../writers/contentful/write-page.ts';

/** Name of the file that `contentful-import` reads. */
const EXPORT_FILE = 'contentful.json';

/** One import file for a Contentful space, with the asset files laid out beside it for `--upload-assets`. */
export const contentfulTarget: Target = {
  name: 'contentful',
  open: async ({ site, pages, inspect, options }): Promise<TargetSession<WrittenPage>> => {
    const { contentful = {} } = options;
    const plan = planContentful({ site, pages, options: contentful });
    return {
      page(input) {
        // Readers see what Hugo's typographer makes of the author's quotes and dashes; nothing behind Contentful does it again.
        const page = applyTypographer(input.page, input.source, input.markup);
        const { written, diagnostics, outcomes } = writePage(plan, { ...input, page });
        return { files: [], diagnostics, outcomes, contribution: written };
      },
      finish(written) {
        const built = buildContentful({ plan, pages: written, inspect });
        const { chunkSize, form = 'export' } = contentful;
        if (form !== 'export') return { files: [describe(built, form)], diagnostics: built.diagnostics };
        if (chunkSize === undefined) {
          return {
            files: [{ path: EXPORT_FILE, text: exportFile(built) }, ...built.files],
            diagnostics: built.diagnostics,
          };
        }
        const { files, linksAhead } = chunkFiles(built, chunkSize);
        const ahead = linksAhead > 0 ? [createDiagnostic('contentful-links-ahead', { links: linksAhead })] : [];
        return { files: [...files, ...built.files], diagnostics: [...built.diagnostics, ...ahead] };
      },
    };
  },
};

/** The content model alone, in a form for people, for the importer or for `contentful-migration`. */
function describe(site: ContentfulSite, form: Exclude<ContentfulForm, 'export'>): OutputFile {
  switch (form) {
    case 'report':
      return { path: 'model.txt', text: modelReport(site) };
    case 'json':
      return { path: 'model.json', text: modelFile(site) };
    case 'migration':
      return { path: 'migration.cjs', text: migrationScript(site) };
  }
}
