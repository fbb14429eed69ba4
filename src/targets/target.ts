/** What a target is: where files go and which writer makes them. */
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { PageMeta } from '../model/page.ts';
import type { Site } from '../model/site.ts';
import type { ContentfulOptions } from '../writers/contentful/options.ts';
import type { Outcome, WriterInput } from '../writers/writer.ts';
import type { PathRule } from './routes/moves.ts';
import type { Routes } from './routes/routes.ts';
import type { SiteVersion } from './routes/versions.ts';

/** A file of the output: text that was written, in UTF-8 too where the target has it so, or a copy of one of the site's files. */
export type OutputFile =
  | { readonly path: string; readonly text: string; readonly source?: string; readonly bytes?: Uint8Array }
  | { readonly path: string; readonly copyOf: string };

/** What one page came to: plain JSON all through, so that it can come from another thread, another machine or a cache. */
export interface PageOutput<Contribution = unknown> {
  readonly files: readonly OutputFile[];
  readonly diagnostics: readonly Diagnostic[];
  readonly outcomes: readonly Outcome[];
  /** What the files that need the whole site must know of the page; absent where they need nothing. */
  readonly contribution?: Contribution;
}

/** The files that need the whole site. */
export interface SiteOutput {
  readonly files: readonly OutputFile[];
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * A target opened for a site. It keeps no state: any session that is opened with the same context gives the same answers,
 * whichever pages it has seen.
 */
export interface TargetSession<Contribution = unknown> {
  /** Writes one page: a pure function of the context and of `input`. */
  page(input: WriterInput): PageOutput<Contribution>;
  /** Makes the files that need the whole site from what `page` contributed, in the order of the site's page index. */
  finish(contributions: readonly Contribution[]): SiteOutput;
}

/** What a target may ask of the run. */
export interface TargetContext {
  readonly site: Site;
  /** Where its pages come to be. */
  readonly routes: Routes;
  /** The pages that this run converts. */
  readonly pages: readonly PageMeta[];
  /** The first bytes of a site's file and its size, for types and limits. */
  readonly inspect: (file: string) => { readonly head: Uint8Array; readonly size: number } | undefined;
  /** The imports that the mapping declares for components. */
  readonly components: ComponentImports;
  readonly options: TargetOptions;
  /** Another page, read and mapped, for what must be the same in all languages; `undefined` where that fails. */
  readonly read: (page: PageMeta) => WriterInput | undefined;
}

/** Where a component comes from: `import name from "from"`, or `import { name } from "from"`. */
export interface ComponentImport {
  readonly from: string;
  readonly kind: 'default' | 'named';
}

export type ComponentImports = Readonly<Record<string, ComponentImport>>;

/** `netlify`: the `_redirects` file that Netlify and Cloudflare Pages read; `csv`: a table for any other server. */
export type RedirectForm = 'netlify' | 'csv';

export interface TargetOptions {
  /** html: fragments equal to Hugo's `.Content`, or whole pages. */
  readonly html: 'page' | 'fragment';
  /** Whether a whole new site is made around the content. */
  readonly scaffold: boolean;
  /** Whether pages are MDX, Markdown as far as they can be, or that without a word on those that cannot. */
  readonly extension: 'mdx' | 'md' | 'auto';
  /** What moves pages. */
  readonly paths: readonly PathRule[];
  /** Versions of the docs that stand in folders of their own, the newest first. */
  readonly versions: readonly SiteVersion[];
  /** Forms of the redirects that are written beside those of the target: a `_redirects` file, a table. */
  readonly redirects: readonly RedirectForm[];
  /** How calls that are still shortcodes are written. */
  readonly unmapped: 'keep' | 'marker';
  readonly contentful?: ContentfulOptions;
}

export interface Target {
  readonly name: string;
  open(context: TargetContext): Promise<TargetSession>;
}
