import type { PageLinks } from '../../passes/links/rewrite-links.ts';
import type { WrittenPage } from '../../writers/contentful/write-page.ts';
import type { ContentfulSite } from '../../writers/contentful/build.ts';
import type { ContentfulForm, ContentfulOptions } from '../../writers/contentful/options.ts';
import type { OutputFile, SiteOutput, Target, TargetSession } from '../target.ts';
import { createDiagnostic } from '../../diagnostics/diagnostic.ts';
import { addressBook } from './address-book.ts';
import { checkAnchors } from '../../passes/links/anchors.ts';
import { createLinkResolver } from '../../passes/links/resolve.ts';
import { rewriteLinks } from '../../passes/links/rewrite-links.ts';
import { applyTypographer } from '../../passes/typographer.ts';
import { buildContentful } from '../../writers/contentful/build.ts';
import { createLinks } from '../../writers/contentful/links.ts';
import { migrationScript } from '../../writers/contentful/migration.ts';
import { modelReport } from '../../writers/contentful/model-report.ts';
import { planContentful } from '../../writers/contentful/plan.ts';
import { chunkFiles, exportFile, modelFile } from '../../writers/contentful/serialize.ts';
import { writePage } from '../../writers/contentful/write-page.ts';

/** Name of the file that `contentful-import` reads. */
const EXPORT_FILE = 'contentful.json';

/** What a page gives to the export. */
interface Contribution {
  readonly written: WrittenPage;
  readonly links: PageLinks;
}

/** One import file for a Contentful space, with the asset files laid out beside it for `--upload-assets`. */
export const contentfulTarget: Target = {
  name: 'contentful',
  open: async ({ site, routes, pages, inspect, options }): Promise<TargetSession<Contribution>> => {
    const { contentful = {} } = options;
    const plan = planContentful({
      site,
      pages,
      options: contentful,
      addressOf: (page) => routes.of(page).url,
    });
    // A translation that is held back is not in the export: links to it lead to a page that is left out.
    const shown = pages.filter((page) => plan.entryOf(page) !== undefined);
    const resolver = createLinkResolver({ site, shown: new Set(shown.map(({ file }) => file)) });
    const links = createLinks(plan, resolver.resolve);
    const book = addressBook(plan);
    return {
      page({ page, source, markup }) {
        // Readers see what Hugo's typographer makes of the author's quotes and dashes; nothing behind Contentful does it again.
        const linked = rewriteLinks(applyTypographer(page, source, markup), { resolver, book });
        const files = linked.links.published.map(({ file }) => file);
        const input = { page: linked.page, source, markup };
        const { written, diagnostics, outcomes } = writePage(plan, input, { links, files });
        return {
          files: [],
          diagnostics: [...linked.diagnostics, ...diagnostics],
          outcomes,
          contribution: { written, links: linked.links },
        };
      },
      finish(contributions) {
        const linked = contributions.map((page) => page.links);
        const built = buildContentful({
          plan,
          pages: contributions.map(({ written }) => written),
          anchors: linked.flatMap(({ anchors }) => anchors),
          inspect,
        });
        const { files, diagnostics } = filesOf(built, contentful);
        // Who asks for the content model alone does not ask about single links.
        const anchors = (contentful.form ?? 'export') === 'export' ? checkAnchors(linked) : [];
        return { files, diagnostics: [...built.diagnostics, ...anchors, ...diagnostics] };
      },
    };
  },
};

function filesOf(built: ContentfulSite, { chunkSize, form = 'export' }: ContentfulOptions): SiteOutput {
  if (form !== 'export') return { files: [describe(built, form)], diagnostics: [] };
  if (chunkSize === undefined) {
    return { files: [exportFile(EXPORT_FILE, built), ...built.files], diagnostics: [] };
  }
  const { files, linksAhead } = chunkFiles(built, chunkSize);
  const ahead = linksAhead > 0 ? [createDiagnostic('contentful-links-ahead', { links: linksAhead })] : [];
  return { files: [...files, ...built.files], diagnostics: ahead };
}

/** The content model alone, in a form for people, for the importer or for `contentful-migration`. */
function describe(site: ContentfulSite, form: Exclude<ContentfulForm, 'export'>): OutputFile {
  switch (form) {
    case 'report':
      return { path: 'model.txt', text: modelReport(site) };
    case 'json':
      return modelFile('model.json', site);
    case 'migration':
      return { path: 'migration.cjs', text: migrationScript(site) };
  }
}
