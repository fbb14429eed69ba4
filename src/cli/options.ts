import { InvalidArgumentError, Option } from 'commander';
import type { Config } from '../config/config.ts';
import type { Limits } from '../model/limits.ts';
import type { TargetName } from '../targets/load-target.ts';
import type { InnerOverride } from '../reader/read-page.ts';
import type { RedirectForm, TargetOptions } from '../targets/target.ts';
import type { ContentfulOptions } from '../writers/contentful/options.ts';
import type { UnmappedPolicy } from '../writers/writer.ts';
import { DEFAULT_NESTING } from '../model/limits.ts';
import { TARGETS } from '../targets/load-target.ts';
import { parseShard } from './shard.ts';
import { addVersion } from './versions.ts';

/** Options that commands share, each described once. */
export const options = {
  to: () =>
    new Option('--to <target>', 'what to write (default: target: in decant.yaml)').choices(Object.keys(TARGETS)),
  toSeveral: () =>
    new Option(
      '--to <target...>',
      'what to write (default: target: in decant.yaml); several targets are written in one run, each into a folder of its name below --out',
    ).choices(Object.keys(TARGETS)),
  target: () =>
    new Option('--to <target>', 'the target whose rules count (default: target: in decant.yaml, or mdx)').choices(
      Object.keys(TARGETS),
    ),
  wantedTarget: () =>
    new Option('--to <target>', 'what is to be written (default: mdx, or asked on a terminal)').choices(
      Object.keys(TARGETS),
    ),
  config: () =>
    new Option('--config <file>', 'the settings of the migration (default: decant.yaml in the site’s folder)'),
  mapping: () =>
    new Option(
      '--mapping <file...>',
      'mapping files or names of shipped ones; a later one wins (default: mapping: in decant.yaml)',
    ),
  unmapped: () =>
    new Option('--unmapped <policy>', 'what becomes of a shortcode that no rule takes (default: component)').choices([
      'component',
      'unwrap',
      'keep',
      'drop',
      'error',
      'marker',
    ] satisfies UnmappedPolicy[]),
  inner: () =>
    new Option(
      '--inner <reading>',
      'with --unmapped marker: how the inner text of every {{< >}} call is read (default: as its template does)',
    ).choices(['raw', 'markdown'] satisfies InnerOverride[]),
  keepEdits: () =>
    new Option('--keep-edits', 'leave files that were edited by hand as they are (default: merge)').conflicts(
      'overwrite',
    ),
  overwrite: () => new Option('--overwrite', 'replace files that were edited by hand or that decant did not write'),
  strict: () => new Option('--strict', 'exit 1 on warnings too'),
  reporter: () =>
    new Option('--reporter <shape>', 'how findings are printed').choices(['pretty', 'json']).default('pretty'),
  inventoryReporter: () =>
    new Option('--reporter <shape>', 'how the inventory is printed')
      .choices(['pretty', 'json', 'html'])
      .default('pretty'),
  reporters: () =>
    new Option(
      '--reporter <shape...>',
      'how the run is reported: pretty, json, ndjson, github, sarif, markdown, html; with a file behind =, as in sarif=out.sarif, several at once',
    ).default(['pretty'], 'pretty'),
  failOn: () =>
    new Option('--fail-on <severity>', 'the least severity that makes the exit code 1 (default: error)').choices([
      'error',
      'warning',
      'info',
    ]),
  maxWarnings: () =>
    new Option('--max-warnings <n>', 'exit 1 on more warnings than this').argParser((text: string): number => {
      if (!/^\d+$/.test(text)) throw new InvalidArgumentError('It is not a number.');
      return Number(text);
    }),
  all: () => new Option('--all', 'print every finding instead of the first of each kind'),
  jobs: () =>
    new Option(
      '--jobs <n>',
      'how many threads convert pages; the output is the same (default: up to 4 on large sites)',
    ).argParser(wholeNumber),
  since: () =>
    new Option(
      '--since <ref>',
      'only pages that have changed since a commit, branch or tag of git, and those that may depend on what has changed',
    ),
  watch: () =>
    new Option('--watch', 'convert again whenever something has changed, until Ctrl-C').conflicts([
      'check',
      'dryRun',
      'shard',
    ]),
  shard: () =>
    new Option(
      '--shard <i/n>',
      'convert one of n parts of the pages, to be put together by decant merge (default: as CI says in its variables)',
    ).argParser(parseShard),
  fragment: () => new Option('--fragment', 'html: only the content of each page, without <html> and <head>'),
  defaultLocale: () =>
    new Option(
      '--default-locale <code>',
      'contentful: the locale of the site’s default language, which must be the default locale of the space',
    ),
  chunkSize: () =>
    new Option('--chunk-size <count>', 'contentful: files of at most so many assets or entries').argParser(wholeNumber),
  extension: () =>
    new Option(
      '--extension <form>',
      'all targets of MDX: pages as .mdx, as .md where Markdown can say it all (auto), or that with a warning where it cannot (md) (default: mdx)',
    ).choices(['auto', 'md', 'mdx'] satisfies TargetOptions['extension'][]),
  redirects: () =>
    new Option(
      '--redirects <form...>',
      'all targets of MDX: old addresses also as the _redirects file of Netlify and Cloudflare Pages (netlify), or as a table in redirects.csv (csv)',
    ).choices(['netlify', 'csv'] satisfies RedirectForm[]),
  version: () =>
    new Option(
      '--version <name=dir...>',
      'all targets of MDX: versions of the docs, the newest first: a folder below the content folder, as in 2.0=docs/v2.0, or another checkout, as in 1.2=../site-1.2',
    ).argParser(addVersion),
  environment: () =>
    new Option('--environment <name>', 'which config/<name> of the site applies (default: production)'),
} as const;

function wholeNumber(value: string): number {
  const count = Number(value);
  if (Number.isSafeInteger(count) && count > 0) return count;
  throw new InvalidArgumentError('It must be a whole number from 1.');
}

/** What the user says about an export for Contentful. */
export const contentfulOptions = ({
  defaultLocale,
  chunkSize,
}: Pick<SharedOptions, 'defaultLocale' | 'chunkSize'>): ContentfulOptions => ({
  ...(defaultLocale !== undefined && { defaultLocale }),
  ...(chunkSize !== undefined && { chunkSize }),
});

/** What the shared options come to. */
export interface SharedOptions {
  readonly to?: TargetName;
  readonly config?: string;
  readonly mapping?: readonly string[];
  readonly unmapped?: UnmappedPolicy;
  readonly inner?: InnerOverride;
  readonly strict?: boolean;
  readonly reporter: 'pretty' | 'json';
  readonly all?: boolean;
  readonly fragment?: boolean;
  readonly defaultLocale?: string;
  readonly chunkSize?: number;
  readonly extension?: TargetOptions['extension'];
  readonly environment?: string;
}

/** What `decant.yaml` says of limits, the rest as it is without it. */
export const limitsOf = ({ limits }: Pick<Config, 'limits'>): { readonly limits?: Limits } =>
  limits ? { limits: { nesting: DEFAULT_NESTING, ...limits } } : {};
