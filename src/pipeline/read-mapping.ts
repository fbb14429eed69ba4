/** Mapping files from disk: what the user names, the one in `decant.yaml`, and the mappings that decant ships. */
import { existsSync, readdirSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ReadConfig } from '../config/read-config.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { MappingFile, MappingPart } from '../mapping/load.ts';
import type { Mapping } from '../mapping/mapping.ts';
import type { ShortcodeTable } from '../model/shortcode-table.ts';
import { displayPath, readTextFile } from '../config/named-file.ts';
import { CONFIG_FILE, readConfig } from '../config/read-config.ts';
import { mappingFacts } from '../mapping/facts.ts';
import { loadMapping } from '../mapping/load.ts';
import { ownOfHugo } from '../mapping/own-of-hugo.ts';
import { TARGETS } from '../targets/load-target.ts';
import { keptMapping, shippedPath } from './compiled-mappings.ts';
import { packageRoot } from './package-root.ts';

/** A mapping that is ready to use, and what it was read from. */
export interface ReadMapping {
  readonly mapping: Mapping;
  /** What the mapping tells the reader about shortcodes. */
  readonly facts: ShortcodeTable;
  readonly diagnostics: readonly Diagnostic[];
  /** The text of a mapping file that a finding names. */
  readonly sourceOf: (file: string) => string | undefined;
  /** What was looked for on disk, by absolute path, with the text of what was there. */
  readonly inputs: ReadonlyMap<string, string | undefined>;
}

export interface ReadMappingOptions {
  /** Mapping files, or names of mappings that decant ships; a later one wins. They replace the mapping in `decant.yaml`. */
  readonly files: readonly string[];
  /** The site in whose folder `decant.yaml` is looked for. */
  readonly site?: string;
  /** What `decant.yaml` says, where it has been read already. */
  readonly config?: ReadConfig;
  /** Whether what Hugo has itself, shortcodes and alerts, is mapped as decant ships it; what is known of calls holds either way. */
  readonly builtins?: 'mapped' | 'unmapped';
}

/** Hugo's own shortcodes and front matter keys: below every mapping, whether it extends them or not. */
const BASE = shippedPath('hugo');

const shippedRoot = fileURLToPath(packageRoot);

/**
 * Reads the mapping of a run: the files that are named, else what `decant.yaml` says.
 * @throws Error with the machine's reason as its cause where a file that was named cannot be read.
 */
export function readMapping({ site, files, config: given, builtins = 'mapped' }: ReadMappingOptions): ReadMapping {
  const config = given ?? readConfig(site === undefined ? {} : { site });
  const texts = new Map<string, string>();
  const inputs = new Map<string, string | undefined>();
  if (config.file !== undefined) inputs.set(resolve(config.file), config.text);
  else if (site !== undefined) inputs.set(resolve(site, CONFIG_FILE), undefined);
  if (config.file !== undefined && config.text !== undefined) texts.set(config.file, config.text);
  const shipped = shippedMappings();
  const read = (file: string): string | undefined => {
    const known = texts.get(file);
    if (known !== undefined) return known;
    const path = isShipped(file) ? join(shippedRoot, file) : resolve(file);
    inputs.set(path, undefined);
    if (!existsSync(path)) return undefined;
    const text = readTextFile(path);
    inputs.set(path, text);
    texts.set(file, text);
    return text;
  };
  const named = files.map((file): MappingFile => {
    const ours = Object.hasOwn(shipped, file) ? shipped[file] : undefined;
    if (ours !== undefined) return { name: ours, text: read(ours) ?? '' };
    const name = displayPath(file);
    const text = readTextFile(resolve(file));
    inputs.set(resolve(file), text);
    texts.set(name, text);
    return { name, text };
  });
  const own: (MappingFile | MappingPart)[] = config.mapping ? [config.mapping] : [];
  const base: MappingFile = { name: BASE, text: read(BASE) ?? '' };
  const { mapping, diagnostics } = loadMapping([base, ...(files.length > 0 ? named : own)], {
    read,
    resolvePackage,
    targets: Object.keys(TARGETS),
    shipped,
    compiled: keptMapping,
  });
  const layers = mapping.layers.map((layer) => (layer.file === BASE ? ownOfHugo(layer) : layer));
  return {
    mapping: builtins === 'mapped' ? { ...mapping, layers } : withoutBuiltins(mapping),
    facts: mappingFacts(mapping),
    diagnostics: [...config.diagnostics, ...diagnostics],
    sourceOf: (file) => texts.get(file),
    inputs,
  };
}

/** Leaves of the shipped mapping what it says of front matter: every call and every block stays what Hugo makes of it. */
function withoutBuiltins(mapping: Mapping): Mapping {
  const [base, ...others] = mapping.layers;
  if (!base) return mapping;
  const rules = { ...base.rules, shortcodes: [], elements: [], code: [], alerts: [] };
  return { ...mapping, layers: [{ ...base, rules }, ...others] };
}

/** A file of a package in the `node_modules` of a mapping's folder or of one above it, as Node looks for modules. */
function resolvePackage(specifier: string, from: string): string | undefined {
  for (let folder = dirname(resolve(from)); ; folder = dirname(folder)) {
    const path = join(folder, 'node_modules', specifier);
    if (existsSync(path)) return displayPath(path);
    if (folder === dirname(folder)) return undefined;
  }
}

/** The mappings in the package, by the name that `extends` uses. */
export function shippedMappings(): Readonly<Record<string, string>> {
  const names = readdirSync(join(shippedRoot, 'mappings/sources')).filter((file) => file.endsWith('.yaml'));
  return Object.fromEntries(
    names
      .toSorted()
      .map((file) => basename(file, '.yaml'))
      .map((name) => [name, shippedPath(name)]),
  );
}

const isShipped = (file: string): boolean => file.startsWith('mappings/') && !existsSync(resolve(file));
