/** `versions:` of `decant.yaml`: those that are sound. */
import type { Collector } from '../diagnostics/diagnostic.ts';
import type { YamlFile } from '../mapping/load/yaml.ts';
import type { SiteVersion } from '../targets/routes/versions.ts';
import { versionFaults } from '../targets/routes/versions.ts';

/** A version as the user names it: its folder may be one of the content, or one on disk. */
export interface NamedVersion extends SiteVersion {
  /** Where a folder on disk is seen from; where decant runs if nothing is said. */
  readonly base?: string;
}

export interface VersionsContext {
  readonly yaml: YamlFile;
  /** The folder of the file. */
  readonly base: string;
  readonly collector: Collector;
}

/** The versions in the order in which they are written, which is that in which readers see them. What is wrong with them is reported. */
export function soundVersions(
  raw: readonly SiteVersion[],
  { yaml, base, collector }: VersionsContext,
): readonly NamedVersion[] {
  const faults = versionFaults(raw);
  for (const [at, why] of faults) {
    const version = raw[at];
    if (version) collector.report('version-invalid', { ...version, why }, yaml.placeOf(['versions', `${at}`]));
  }
  return raw.filter((_, at) => !faults.has(at)).map((version) => ({ ...version, base }));
}
