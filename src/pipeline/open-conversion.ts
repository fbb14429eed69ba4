import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { PageMeta } from '../model/page.ts';
import type { Target, TargetContext, TargetOptions, TargetSession } from '../targets/target.ts';
import type { InnerOverride } from '../reader/read-page.ts';
import type { ContentfulOptions } from '../writers/contentful/options.ts';
import type { UnmappedPolicy } from '../writers/writer.ts';
import type { ConvertedPage } from './page-pipeline.ts';
import type { OpenedSite } from './open-site.ts';
import type { ReadMapping } from './read-mapping.ts';
import { createDiagnostic } from '../diagnostics/diagnostic.ts';
import { componentsFor } from '../mapping/resolve.ts';
import { loadEngine } from '../reader/markdown/load-engine.ts';
import { loadConverters } from './load-converters.ts';
import { loadPlugins } from './plugins.ts';
import { runPage } from './page-pipeline.ts';
import { mappingForSite } from './site-mapping.ts';
import { createMappingHooks } from './mapping-hooks.ts';

export interface ConversionOptions {
  readonly target: Target;
  readonly mapping: ReadMapping;
  readonly unmapped?: UnmappedPolicy;
  readonly inner?: InnerOverride;
  readonly html?: TargetOptions['html'];
  readonly contentful?: ContentfulOptions;
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
  { target, html = 'page', scaffold = false, contentful = {}, ...options }: ConversionOptions,
): Pick<TargetContext, 'components' | 'options'> {
  const mapping = mappingForSite(options.mapping.mapping, opened);
  const unmapped = options.unmapped ?? mapping.unmapped;
  return {
    components: componentsFor(mapping, target.name),
    options: { html, scaffold, contentful, unmapped: unmapped === 'marker' ? 'marker' : 'keep' },
  };
}

/** Prepares the conversion of `pages` to a target: engine, mapping and session. */
export async function openConversion(
  opened: OpenedSite,
  pages: readonly PageMeta[],
  options: ConversionOptions,
): Promise<Conversion> {
  const { site } = opened;
  const { target } = options;
  const mapping = mappingForSite(options.mapping.mapping, opened);
  const session = await target.open({ site, pages, inspect: opened.inspect, ...targetSettings(opened, options) });
  const engine = await loadEngine();
  const converters = await loadConverters(pages);
  const plugins = await loadPlugins(mapping);
  const hooksFor = createMappingHooks({
    opened,
    engine,
    mapping,
    target: target.name,
    unmapped: options.unmapped,
    run: plugins.run,
  });
  const markups = new Map(site.languages.map(({ code, markup }) => [code, markup]));
  const convert: Conversion['convert'] = (meta) => {
    try {
      const markup = markups.get(meta.language);
      if (!markup) throw new Error(`page in the unknown language ${meta.language}`);
      const reads = new Set<string>();
      const converted = runPage(
        { meta, ...opened.load(meta) },
        {
          engine,
          converters,
          shortcodes: site.shortcodes,
          markup,
          mapping,
          hooks: hooksFor(meta, markup, (file) => reads.add(file)),
          ...(options.unmapped && { unmapped: options.unmapped }),
          ...(options.inner && { inner: options.inner }),
          target: target.name,
          session,
        },
      );
      const page = reads.size === 0 ? converted : { ...converted, reads: [...reads] };
      return { page, diagnostics: page.diagnostics };
    } catch (cause) {
      const message = cause instanceof Error ? cause.message : String(cause);
      return { diagnostics: [createDiagnostic('internal-error', { message }, { file: meta.file })] };
    }
  };
  return { session, convert, diagnostics: plugins.diagnostics };
}
