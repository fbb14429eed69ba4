/** `versions:` of `decant.yaml`: those that are sound. */
import type { Collector } from '../diagnostics/diagnostic.ts';
import type { YamlFile } from '../mapping/load/yaml.ts';
import type { SiteVersion } from '../targets/routes/versions.ts';
import { versionFaults } from '../targets/routes/versions.ts';

/** The versions in the order in which they are written, which is that in which readers see them. What is wrong with them is reported. */
export function soundVersions(
  raw: readonly SiteVersion[],
  { yaml, collector }: { readonly yaml: YamlFile; readonly collector: Collector },
): readonly SiteVersion[] {
  const faults = versionFaults(raw);
  for (const [at, why] of faults) {
    const version = raw[at];
    if (version) collector.report('version-invalid', { ...version, why }, yaml.placeOf(['versions', `${at}`]));
  }
  return raw.filter((_, at) => !faults.has(at));
}
