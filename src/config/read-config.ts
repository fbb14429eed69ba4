/** `decant.yaml` from disk: found, checked, with its paths seen from where decant runs. */
import { existsSync } from 'node:fs';
import { dirname, isAbsolute, join } from 'node:path';
import type { Collector, Diagnostic } from '../diagnostics/diagnostic.ts';
import type { MappingPart } from '../mapping/load.ts';
import type { Path, YamlFile, YamlValue } from '../mapping/load/yaml.ts';
import type { SiteVersion } from '../targets/routes/versions.ts';
import type { TargetName } from '../targets/load-target.ts';
import type { Config } from './config.ts';
import { createCollector } from '../diagnostics/diagnostic.ts';
import type { Problem } from '../mapping/load/check.ts';
import { checkAgainst } from '../mapping/load/check.ts';
import { several } from '../mapping/load/raw.ts';
import { reportProblems } from '../mapping/load/report-problems.ts';
import { partOf, readYaml } from '../mapping/load/yaml.ts';
import { displayPath, readTextFile } from './named-file.ts';
import { pathRules } from './paths.ts';
import { soundVersions } from './versions.ts';
import { MAPPING_KEYS, configSchema } from './schema.ts';

/** The file that holds the settings of a migration, in the site's folder. */
export const CONFIG_FILE = 'decant.yaml';

/** What `decant.yaml` says; nothing where there is none. */
export interface ReadConfig {
  readonly config: Config;
  /** The file, as findings name it. */
  readonly file?: string;
  readonly text?: string;
  /** The mapping in it, to be loaded. */
  readonly mapping?: MappingPart;
  readonly diagnostics: readonly Diagnostic[];
}

/** A name under which people would expect the file to be found, and it is not. */
const OTHER_NAME = 'decant.yml';

/**
 * Reads the configuration that the user named, or the `decant.yaml` in the site's folder.
 * @throws Error with the machine's reason as its cause where the file cannot be read.
 */
export function readConfig({ file, site }: { readonly file?: string; readonly site?: string }): ReadConfig {
  const found = file ?? (site === undefined ? undefined : find(site, CONFIG_FILE));
  if (found !== undefined) return parseConfig(displayPath(found), readTextFile(found));
  const other = site === undefined ? undefined : find(site, OTHER_NAME);
  if (other === undefined) return { config: {}, diagnostics: [] };
  const collector = createCollector(displayPath(other));
  collector.report('config-file-name', { wanted: CONFIG_FILE });
  return { config: {}, diagnostics: collector.diagnostics };
}

function find(folder: string, name: string): string | undefined {
  const path = join(folder, name);
  return existsSync(path) ? path : undefined;
}

/** Checks the text of a `decant.yaml`. One with a fault has no effect: its findings say why. */
function parseConfig(file: string, text: string): ReadConfig {
  const collector = createCollector(file);
  const yaml = readYaml(text, collector, 'config');
  if (!yaml || !isSound(yaml, collector)) return { config: {}, file, text, diagnostics: collector.diagnostics };
  const raw = yaml.value as unknown as RawConfig; // the schema has found nothing wrong with it
  const mapping = mappingIn(raw.mapping, yaml);
  const versions = raw.versions && soundVersions(raw.versions, { yaml, base: dirname(file), collector });
  const paths = raw.paths && pathRules(raw.paths, { yaml, file, collector });
  return {
    config: { ...toConfig(raw, dirname(file)), ...(paths && { paths }), ...(versions && { versions }) },
    file,
    text,
    ...(mapping && { mapping: { name: file, part: mapping } }),
    diagnostics: collector.diagnostics,
  };
}

function isSound(yaml: YamlFile, collector: Collector): boolean {
  const problems = checkAgainst(configSchema, yaml.value);
  const misplaced = problems.filter(
    ({ path, ...rest }) => rest.type === 'unknownKey' && path.length === 0 && MAPPING_KEYS.has(rest.key),
  );
  const [first] = misplaced;
  if (first?.type === 'unknownKey') {
    collector.report('config-bare-mapping', { key: first.key }, yaml.placeOf([first.key], 'key'));
  }
  // What is wrong inside a mapping is said in the words of mappings.
  const inMapping = isMap(yaml.value) && isMap(yaml.value['mapping']) ? problems.filter(isBelowMapping) : [];
  const own = problems.filter((problem) => !misplaced.includes(problem) && !inMapping.includes(problem));
  reportProblems(own, yaml, collector, 'config');
  const below = inMapping.map((problem) => ({ ...problem, path: problem.path.slice(1) }));
  reportProblems(below, partOf(yaml, ['mapping'], null), collector);
  return problems.length === 0;
}

const isBelowMapping = ({ path }: Problem): boolean => path[0] === 'mapping';

const isMap = (value: YamlValue | undefined): value is { readonly [key: string]: YamlValue } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

interface RawConfig {
  readonly site?: string;
  readonly target?: TargetName | readonly TargetName[];
  readonly output?: string | Readonly<Partial<Record<TargetName, string>>>;
  readonly include?: string | readonly string[];
  readonly exclude?: string | readonly string[];
  readonly languages?: string | readonly string[];
  readonly drafts?: boolean;
  readonly future?: boolean;
  readonly expired?: boolean;
  readonly environment?: string;
  readonly fragment?: boolean;
  readonly redirects?: NonNullable<Config['redirects']>;
  readonly extension?: NonNullable<Config['extension']>;
  readonly limits?: NonNullable<Config['limits']>;
  readonly contentful?: NonNullable<Config['contentful']>;
  readonly paths?: Readonly<Record<string, string>>;
  readonly versions?: readonly SiteVersion[];
  readonly mapping?: YamlValue;
}

function toConfig(raw: RawConfig, folder: string): Config {
  const { site, target, output, include, exclude, languages, drafts, future, expired } = raw;
  const { environment, fragment, contentful, extension, redirects, limits } = raw;
  const fromHere = (path: string): string => (isAbsolute(path) ? path : join(folder, path));
  return {
    ...(site !== undefined && { site: fromHere(site) }),
    ...(target && { target: typeof target === 'string' ? [target] : target }),
    ...(output !== undefined && {
      output:
        typeof output === 'string'
          ? fromHere(output)
          : Object.fromEntries(Object.entries(output).map(([name, path]) => [name, fromHere(path)])),
    }),
    ...(include !== undefined && { include: several(include) }),
    ...(exclude !== undefined && { exclude: several(exclude) }),
    ...(languages !== undefined && { languages: several(languages) }),
    ...(drafts !== undefined && { drafts }),
    ...(future !== undefined && { future }),
    ...(expired !== undefined && { expired }),
    ...(environment !== undefined && { environment }),
    ...(fragment !== undefined && { fragment }),
    ...(extension && { extension }),
    ...(redirects && { redirects }),
    ...(limits && { limits }),
    ...(contentful && { contentful }),
  };
}

/** The mapping in place; a list of names is a mapping that extends them and says nothing itself. */
function mappingIn(value: YamlValue | undefined, yaml: YamlFile): YamlFile | undefined {
  if (value === undefined) return undefined;
  if (isMap(value)) return partOf(yaml, ['mapping'], value);
  const placeOf = (path: Path, part?: 'key' | 'value') => yaml.placeOf(['mapping', ...path.slice(1)], part);
  return { value: { extends: value }, placeOf };
}
