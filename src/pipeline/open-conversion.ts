import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Limits } from '../model/limits.ts';
import type { PageMeta } from '../model/page.ts';
import type { Target, TargetContext, TargetOptions, TargetSession } from '../targets/target.ts';
import type { InnerOverride } from '../reader/read-page.ts';
import type { ContentfulOptions } from '../writers/contentful/options.ts';
import type { UnmappedPolicy, WriterInput } from '../writers/writer.ts';
import type { ConvertedPage, PageReading } from './page-pipeline.ts';
import type { OpenedSite } from './open-site.ts';
import type { ReadMapping } from './read-mapping.ts';
import { createDiagnostic } from '../diagnostics/diagnostic.ts';
import { componentsFor } from '../mapping/resolve.ts';
import { loadEngine } from '../reader/markdown/load-engine.ts';
import { readPage } from '../reader/read-page.ts';
import { pageFromText } from '../reader/site/page-from-text.ts';
import { createRoutes } from '../targets/routes/routes.ts';
import { loadConverters } from './load-converters.ts';
import { loadPlugins } from './plugins.ts';
import { mapPage, readOptions, runPage } from './page-pipeline.ts';
import { mappingForSite } from './site-mapping.ts';
import { createMappingHooks } from './mapping-hooks.ts';

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
  /** Converts one page. A fault of decant's own costs that page and is reported; the run can go on. */
  readonly convert: (meta: PageMeta) => { readonly page?: ConvertedPage; readonly diagnostics: readonly Diagnostic[] };
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
    components: componentsFor(mapping, target.name),
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

/** Prepares the conversion of `pages` to a target: engine, mapping and session. */
export async function openConversion(
  opened: OpenedSite,
  pages: readonly PageMeta[],
  options: ConversionOptions,
): Promise<Conversion> {
  const { site } = opened;
  const { target, extension = 'mdx' } = options;
  const mapping = mappingForSite(options.mapping.mapping, opened);
  const engine = await loadEngine();
  const converters = await loadConverters(extension === 'mdx' ? pages : site.pages);
  const plugins = await loadPlugins(mapping);
  const { run } = plugins;
  const hooks = { opened, engine, mapping, target: target.name, unmapped: options.unmapped, run };
  const hooksFor = createMappingHooks(hooks);
  const markups = new Map(site.languages.map(({ code, markup }) => [code, markup]));
  const readingOf = (meta: PageMeta, onRead: (file: string) => void): PageReading => {
    const markup = markups.get(meta.language);
    if (!markup) throw new Error(`page in the unknown language ${meta.language}`);
    return {
      engine,
      converters,
      shortcodes: site.shortcodes,
      markup,
      mapping,
      hooks: hooksFor(meta, markup, onRead),
      ...(options.unmapped && { unmapped: options.unmapped }),
      ...(options.inner && { inner: options.inner }),
      ...(options.limits && { limits: options.limits }),
      target: target.name,
    };
  };
  const settings = targetSettings(opened, options);
  const session = await target.open({
    site,
    routes: createRoutes(site, settings.options),
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
  const convert: Conversion['convert'] = (meta) => {
    try {
      const reads = new Set<string>();
      const reading = readingOf(meta, (file) => reads.add(file));
      const converted = runPage({ meta, ...opened.load(meta) }, { ...reading, session });
      const page = reads.size === 0 ? converted : { ...converted, reads: [...reads] };
      return { page, diagnostics: page.diagnostics };
    } catch (cause) {
      const message = cause instanceof Error ? cause.message : String(cause);
      return { diagnostics: [createDiagnostic('internal-error', { message }, { file: meta.file })] };
    }
  };
  return { session, convert, diagnostics: plugins.diagnostics };
}

/** A page that another one asks for. It is read as a file of the site is, so that all is done again when it changes. */
function readOther(meta: PageMeta, opened: OpenedSite, reading: PageReading): WriterInput | undefined {
  const source = opened.read(meta.file);
  if (source === undefined) return undefined;
  const { bodyStart } = pageFromText(source, meta);
  const { page } = readPage({ meta, source, bodyStart, ...readOptions(reading) });
  return { page: mapPage(page, source, reading).page, source, markup: reading.markup };
}
