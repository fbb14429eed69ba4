import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { ConvertFolderOptions, ConvertFolderResult } from '../../src/pipeline/convert-folder.ts';
import type { ConvertSiteOptions } from '../../src/pipeline/convert-site.ts';
import type { TargetName } from '../../src/targets/load-target.ts';
import { convertFolder } from '../../src/pipeline/convert-folder.ts';
import type { OpenedSite } from '../../src/pipeline/open-site.ts';
import type { OpenedVersion } from '../../src/pipeline/versions.ts';
import { openSite } from '../../src/pipeline/open-site.ts';
import { readMapping } from '../../src/pipeline/read-mapping.ts';
import { withVersions } from '../../src/pipeline/versions.ts';
import { loadTarget } from '../../src/targets/load-target.ts';

export interface FolderRun extends Partial<Pick<ConvertFolderOptions, 'dryRun' | 'prune' | 'ignoreCache'>> {
  readonly site: string;
  readonly out: string;
  readonly target?: TargetName;
  /** Versions that are sites of their own, whose folders are seen from the site's. */
  readonly sites?: readonly Omit<OpenedVersion, 'opened'>[];
  readonly more?: Partial<ConvertSiteOptions>;
}

/** Converts a site into a folder as the command line does it. */
export function convertInFolder({
  site,
  out,
  target = 'mdx',
  sites = [],
  more,
  ...rest
}: FolderRun): Promise<ConvertFolderResult> {
  const { edits, include, exclude, isPart, drafts, scaffold, shard } = more ?? {};
  return convertFolder({
    site,
    out,
    options: { target, edits, include, exclude, isPart, drafts, scaffold, shard },
    ...rest,
    readMapping: async () => readMapping({ site, files: [] }),
    openSite: async (mapping, hooks) => {
      const open = (dir: string): Promise<OpenedSite> => openSite(dir, { mappingFacts: mapping.facts, ...hooks });
      const versions = sites.map(async (version) => ({ ...version, opened: await open(join(site, version.dir)) }));
      return sites.length === 0 ? open(site) : withVersions(await open(site), await Promise.all(versions));
    },
    prepare: async (_, mapping) => ({ target: await loadTarget(target), out, mapping, ...rest, ...more }),
  });
}

/** Every file below a folder but decant's own, with its content. */
export function filesBelow(folder: string): Record<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const all = files.map((entry) => join(entry.parentPath, entry.name));
  const own = all.filter((path) => !path.includes(`${folder}/.decant/`));
  return Object.fromEntries(
    own.toSorted().map((path) => [path.slice(folder.length + 1), readFileSync(path, 'latin1')]),
  );
}

/** Writes a file and the folders above it. */
export function putFile(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}
