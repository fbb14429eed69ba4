/** What every command does first: find the site, load the mapping, and stop with exit 2 where either is unusable. */
import { statSync } from 'node:fs';
import type { Config } from '../../config/config.ts';
import type { ReadConfig } from '../../config/read-config.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { ScanHooks } from '../../pipeline/convert-folder.ts';
import type { OpenedSite } from '../../pipeline/open-site.ts';
import type { ReadMapping } from '../../pipeline/read-mapping.ts';
import type { InnerOverride } from '../../reader/read-page.ts';
import type { TargetName } from '../../targets/load-target.ts';
import type { UnmappedPolicy } from '../../writers/writer.ts';
import { readConfig } from '../../config/read-config.ts';
import { loadPlugins } from '../../pipeline/plugins.ts';
import { readMapping } from '../../pipeline/read-mapping.ts';
import { prettyDiagnostics } from '../../report/pretty.ts';
import { TARGETS } from '../../targets/load-target.ts';
import { UsageError } from '../exit-code.ts';
import { paintFor } from '../terminal.ts';

export interface OpenOptions {
  readonly config?: string;
  readonly mapping?: readonly string[];
  readonly unmapped?: UnmappedPolicy;
  readonly inner?: InnerOverride;
  readonly environment?: string;
}

/** Reads the configuration that the user named, or the `decant.yaml` in a site's folder. */
export function configForCommand(given: OpenOptions, site?: string): ReadConfig {
  const config = readConfig({
    ...(given.config !== undefined && { file: given.config }),
    ...(site !== undefined && { site }),
  });
  refuseErrors(config.diagnostics, () => config.text, `${config.file ?? 'decant.yaml'} cannot be used`);
  return config;
}

/**
 * Reads the mappings that the user named, or the one in the configuration, and loads their modules. Who asks for markers wants to
 * see every call, so that Hugo's own shortcodes have no rules then either, unless the user gives them some.
 */
export async function mappingForCommand(given: OpenOptions, config: ReadConfig): Promise<ReadMapping> {
  const isMarking = given.unmapped === 'marker';
  if (given.inner && !isMarking) {
    throw new UsageError('--inner needs --unmapped marker', 'a mapping’s inner: says how a shortcode’s text is read');
  }
  const mapping = readMapping({ files: given.mapping ?? [], config, builtins: isMarking ? 'unmapped' : 'mapped' });
  refuseErrors(mapping.diagnostics, mapping.sourceOf, 'the mapping cannot be used');
  const { diagnostics } = await loadPlugins(mapping.mapping);
  refuseErrors(diagnostics, mapping.sourceOf, 'the mapping cannot be used');
  return mapping;
}

/** What a command on a whole site works with. */
export interface OpenedForCommand {
  readonly config: Config;
  readonly mapping: ReadMapping;
  readonly opened: OpenedSite;
}

/** Opens the site in `dir`, or the one that the configuration names, or the one in this folder. */
export async function openForCommand(dir: string | undefined, given: OpenOptions): Promise<OpenedForCommand> {
  const read = configForCommand(given, dir ?? '.');
  const { config } = read;
  const mapping = await mappingForCommand(given, read);
  return { config, mapping, opened: await siteForCommand(dir ?? config.site ?? '.', given, { config, mapping }) };
}

/**
 * Opens the site in `dir`.
 * @throws UsageError where the folder is no site or its configuration cannot be read.
 */
export async function siteForCommand(
  dir: string,
  given: OpenOptions,
  { config, mapping, hooks }: { readonly config: Config; readonly mapping: ReadMapping; readonly hooks?: ScanHooks },
): Promise<OpenedSite> {
  const stat = statSync(dir, { throwIfNoEntry: false });
  if (!stat) throw new UsageError(`there is no folder ${dir}`, 'name the folder that holds hugo.yaml or config.toml');
  if (!stat.isDirectory())
    throw new UsageError(`${dir} is a file, not a folder`, 'to convert one page, use decant export');
  const { openSite } = await import('../../pipeline/open-site.ts');
  const environment = given.environment ?? config.environment ?? 'production';
  const opened = await openSite(dir, { environment, now: new Date(), mappingFacts: mapping.facts, ...hooks });
  const pages = new Set(opened.site.pages.map(({ file }) => file));
  // What is wrong with a page costs that page; what is wrong with the configuration costs the run.
  const fatal = opened.diagnostics.filter(({ file, code }) => code !== 'file-unreadable' && !(file && pages.has(file)));
  refuseErrors(fatal, opened.read, `${dir} cannot be opened as a Hugo site`);
  return opened;
}

/** The one target that the user named on the command line, or in the configuration. */
export function targetForCommand(given: { readonly to?: TargetName }, { target = [] }: Config): TargetName {
  const [only, ...others] = given.to === undefined ? target : [given.to];
  if (only === undefined) throw noTarget();
  if (others.length === 0) return only;
  throw new UsageError('decant.yaml names several targets', `pass --to with ${listOf(target)}`);
}

export const noTarget = (): UsageError =>
  new UsageError(
    'no target is named',
    `pass --to with ${listOf(Object.keys(TARGETS))}, or write “target:” into decant.yaml`,
  );

const listOf = (targets: readonly string[]): string =>
  new Intl.ListFormat('en', { type: 'disjunction' }).format(targets);

function refuseErrors(
  diagnostics: readonly Diagnostic[],
  sourceOf: (file: string) => string | undefined,
  message: string,
): void {
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  if (errors.length === 0) return;
  process.stderr.write(prettyDiagnostics(errors, { paint: paintFor(process.stderr), sourceOf, all: true }));
  throw new UsageError(message);
}
