/** What every command does first: find the site, load the mapping, and stop with exit 2 where either is unusable. */
import { existsSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { OpenedSite } from '../../pipeline/open-site.ts';
import type { LoadedMapping } from '../../pipeline/read-mapping.ts';
import { openSite } from '../../pipeline/open-site.ts';
import { readMapping } from '../../pipeline/read-mapping.ts';
import { prettyDiagnostics } from '../../report/pretty.ts';
import { UsageError } from '../exit-code.ts';
import { paintFor } from '../terminal.ts';

/** Names of the files and folders that hold a site's configuration. */
const CONFIG_NAMES = ['hugo', 'config'].flatMap((name) => ['toml', 'yaml', 'yml', 'json'].map((end) => `${name}.${end}`));

export interface Opened {
  readonly opened: OpenedSite;
  readonly mapping: LoadedMapping;
}

/**
 * Opens the site in `dir` with the mappings that the user named.
 * @throws UsageError where the folder is no site, or the configuration or a mapping cannot be used.
 */
export async function openForCommand(
  dir: string,
  given: { readonly mapping?: readonly string[]; readonly environment: string },
): Promise<Opened> {
  if (!existsSync(dir)) throw new UsageError(`there is no folder ${dir}`, 'name the folder that holds hugo.yaml or config.toml');
  if (!statSync(dir).isDirectory()) throw new UsageError(`${dir} is a file, not a site’s folder`, 'to convert one page, use decant export');
  const mapping = readMapping({ site: dir, files: given.mapping ?? [] });
  refuseErrors(mapping.diagnostics, mapping.sourceOf, 'the mapping cannot be used');
  const opened = await openSite(dir, { environment: given.environment, now: new Date(), mappingFacts: mapping.facts });
  refuseErrors(opened.diagnostics.filter(isFatal), opened.sourceOf, 'the site cannot be opened');
  return { opened, mapping };
}

/** The nearest folder from `file` upwards that holds a Hugo configuration. */
export function findSite(file: string): string | undefined {
  for (let folder = dirname(resolve(file)); ; folder = dirname(folder)) {
    const isSite = CONFIG_NAMES.some((name) => existsSync(resolve(folder, name))) || existsSync(resolve(folder, 'config', '_default'));
    if (isSite) return folder;
    if (folder === dirname(folder)) return undefined;
  }
}
