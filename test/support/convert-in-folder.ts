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

export interface FolderRun extends Partial<Pick<ConvertFolderOptions, 'dryRun' | 'prune'>> {
  readonly site: string;
  readonly out: string;
  readonly target?: TargetName;
  readonly ignoreCache?: boolean;
  /** Versions that are sites of their own, whose folders are seen from the site's. */
  readonly sites?: readonly Omit<OpenedVersion, 'opened'>[];
  readonly more?: Partial<ConvertSiteOptions>;
}

/** Converts a site into a folder as the command line does it. */
export async function convertInFolder({ out, target = 'mdx', ...run }: FolderRun): Promise<ConvertFolderResult> {
  const [result] = await convertInFolders({ [target]: out }, run);
  if (!result) throw new Error('the run has come to nothing');
  return result;
}

/** Converts a site to several targets, each into its folder, as the command line does it. */
export function convertInFolders(
  folders: Readonly<Partial<Record<TargetName, string>>>,
  { site, sites = [], more, ignoreCache, ...rest }: Omit<FolderRun, 'out' | 'target'>,
): Promise<readonly ConvertFolderResult[]> {
  const { edits, include, exclude, isPart, drafts, scaffold, shard } = more ?? {};
  const outputs = Object.entries(folders).map(([name, out]) => ({
    loadTarget: () => loadTarget(name as TargetName), // a key of the folders
    out,
    options: { target: name, edits, include, exclude, isPart, drafts, scaffold, shard },
    ...(ignoreCache !== undefined && { ignoreCache }),
  }));
  return convertFolder({
    site,
    outputs,
    ...rest,
    readMapping: async () => readMapping({ site, files: [] }),
    openSite: async (mapping, hooks) => {
      const open = (dir: string): Promise<OpenedSite> => openSite(dir, { mappingFacts: mapping.facts, ...hooks });
      const versions = sites.map(async (version) => ({ ...version, opened: await open(join(site, version.dir)) }));
      return sites.length === 0 ? open(site) : withVersions(await open(site), await Promise.all(versions));
    },
    prepare: async (_, mapping) => ({ mapping, ...rest, ...more }),
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
