import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Limits } from '../model/limits.ts';
import type { PageMeta } from '../model/page.ts';
import type { Routes } from '../targets/routes/routes.ts';
import type { Target, TargetContext, TargetOptions, TargetSession } from '../targets/target.ts';
import type { InnerOverride } from '../reader/read-page.ts';
import type { ContentfulOptions } from '../writers/contentful/options.ts';
import type { UnmappedPolicy } from '../writers/writer.ts';
import type { ConvertedPage } from './page-pipeline.ts';
import type { OpenedSite } from './open-site.ts';
import type { PageDesk } from './page-desk.ts';
import type { ReadingTools } from './page-readings.ts';
import type { ReadMapping } from './read-mapping.ts';
import { createDiagnostic } from '../diagnostics/diagnostic.ts';
import { componentsFor } from '../mapping/resolve.ts';
import { loadEngine } from '../reader/markdown/load-engine.ts';
import { importsFor } from '../targets/own-components.ts';
import { createRoutes } from '../targets/routes/routes.ts';
import { loadConverters } from './load-converters.ts';
import { plainDesk } from './page-desk.ts';
import { loadPlugins } from './plugins.ts';
import { runPage } from './page-pipeline.ts';
import { createReadings, readOther } from './page-readings.ts';
import { mappingForSite } from './site-mapping.ts';

export interface ConversionOptions {
  readonly target: Target;
  readonly mapping: ReadMapping;
  readonly unmapped?: UnmappedPolicy;
  readonly inner?: InnerOverride;
  readonly limits?: Limits;
  readonly html?: TargetOptions['html'];
  readonly contentful?: ContentfulOptions;
  readonly extension?: TargetOptions['extension'];
  readonly redirects?: TargetOptions['redirects'];
  readonly paths?: TargetOptions['paths'];
  readonly versions?: TargetOptions['versions'];
  /** Whether a whole new site is made around the content, by targets that can. */
  readonly scaffold?: boolean;
}

/** A target that is ready to take pages of a site. */
export interface Conversion {
  /** What is wrong with the plugins of the mapping. */
  readonly diagnostics: readonly Diagnostic[];
  readonly session: TargetSession;
  readonly routes: Routes;
  /** Converts one page. A fault of decant's own costs that page and is reported; the run can go on. */
  readonly convert: (meta: PageMeta, desk?: PageDesk) => PageResult;
}

/** What became of a page: nothing where decant failed on it, which is reported. */
export interface PageResult {
  readonly page?: ConvertedPage;
  readonly diagnostics: readonly Diagnostic[];
}

/** What the options and the mapping say to a target. */
export function targetSettings(
  opened: OpenedSite,
  {
    target,
    html = 'page',
    scaffold = false,
    contentful = {},
    extension = 'mdx',
    redirects = [],
    paths = [],
    versions = [],
    ...options
  }: ConversionOptions,
): Pick<TargetContext, 'components' | 'options'> {
  const mapping = mappingForSite(options.mapping.mapping, opened);
  const unmapped = options.unmapped ?? mapping.unmapped;
  return {
    components: importsFor(componentsFor(mapping, target.name), target.name),
    options: {
      html,
      scaffold,
      contentful,
      extension,
      redirects,
      paths,
      versions,
      unmapped: unmapped === 'marker' ? 'marker' : 'keep',
    },
  };
}

/** Loads what reads `pages`, and every other page that a conversion may ask for. */
export async function loadTools(
  { site }: Pick<OpenedSite, 'site'>,
  pages: readonly PageMeta[],
  { extension = 'mdx' }: Pick<ConversionOptions, 'extension'>,
): Promise<ReadingTools> {
  return { engine: await loadEngine(), converters: await loadConverters(extension === 'mdx' ? pages : site.pages) };
}

/** Prepares the conversion of `pages` to a target: mapping and session. Conversions that share a desk share the tools. */
export async function openConversion(
  opened: OpenedSite,
  pages: readonly PageMeta[],
  options: ConversionOptions,
  tools?: ReadingTools,
): Promise<Conversion> {
  const { site } = opened;
  const { target } = options;
  // A module may keep in mind what it has seen, which is no business of other targets.
  const plugins = await loadPlugins(options.mapping.mapping, tools && target.name);
  const readers = tools ?? (await loadTools(opened, pages, options));
  const readingOf = createReadings(opened, { ...options, ...readers, run: plugins.run });
  const settings = targetSettings(opened, options);
  const routes = createRoutes(site, settings.options);
  const session = await target.open({
    site,
    routes,
    pages,
    inspect: opened.inspect,
    read: (meta) =>
      readOther(
        meta,
        opened,
        readingOf(meta, () => undefined),
      ),
    ...settings,
  });
  const own = plainDesk(opened);
  const convert: Conversion['convert'] = (meta, { load, read } = own) => {
    try {
      const reads = new Set<string>();
      const page = readingOf(meta, (file) => reads.add(file));
      const converted = runPage({ ...page, ...load(meta) }, { ...page.reading, session, read });
      const output = reads.size === 0 ? converted : { ...converted, reads: [...reads] };
      return { page: output, diagnostics: output.diagnostics };
    } catch (cause) {
      const message = cause instanceof Error ? cause.message : String(cause);
      return { diagnostics: [createDiagnostic('internal-error', { message }, { file: meta.file })] };
    }
  };
  return { session, routes, convert, diagnostics: plugins.diagnostics };
}
