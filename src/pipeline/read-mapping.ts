/** Mapping files from disk: what the user names, the site's own `decant.yaml`, and the mappings that decant ships. */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, isAbsolute, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Mapping } from '../mapping/mapping.ts';
import type { ShortcodeTable } from '../model/shortcode-table.ts';
import { mappingFacts } from '../mapping/facts.ts';
import { loadMapping } from '../mapping/load.ts';
import { TARGETS } from '../targets/load-target.ts';

/** A mapping that is ready to use, and what it was read from. */
export interface ReadMapping {
  readonly mapping: Mapping;
  /** What the mapping tells the reader about shortcodes. */
  readonly facts: ShortcodeTable;
  readonly diagnostics: readonly Diagnostic[];
  /** The text of a mapping file that a finding names. */
  readonly sourceOf: (file: string) => string | undefined;
}

/** Where the mapping of a run comes from. */
export interface MappingSource {
  readonly site?: string;
  readonly files: readonly string[];
  /** Whether what Hugo has itself, shortcodes and alerts, is mapped as decant ships it; what is known of calls holds either way. */
  readonly builtins?: 'mapped' | 'unmapped';
}

/** The file of a site that is used when no mapping is named. */
export const SITE_MAPPING = 'decant.yaml';

/** Hugo's own shortcodes and front matter keys: below every mapping, whether it extends them or not. */
const BASE = 'mappings/sources/hugo.yaml';

const packageRoot = fileURLToPath(new URL('../../', import.meta.url));

/**
 * Reads the mappings of a run, a later file winning over an earlier one.
 * @throws Error with the machine's reason as its cause where a file that was named cannot be read.
 */
export function readMapping({ site, files, builtins = 'mapped' }: MappingSource): ReadMapping {
  const own = site === undefined ? undefined : join(site, SITE_MAPPING);
  const named = files.length === 0 && own !== undefined && existsSync(own) ? [own] : files;
  const texts = new Map<string, string>();
  const read = (file: string): string | undefined => {
    const known = texts.get(file);
    if (known !== undefined) return known;
    const path = isShipped(file) ? join(packageRoot, file) : resolve(file);
    if (!existsSync(path)) return undefined;
    const text = readText(path);
    texts.set(file, text);
    return text;
  };
  const user = named.map((file) => {
    const name = display(file);
    const text = readText(resolve(file));
    texts.set(name, text);
    return { name, text };
  });
  const { mapping, diagnostics } = loadMapping([{ name: BASE, text: read(BASE) ?? '' }, ...user], {
    read,
    resolvePackage,
    targets: Object.keys(TARGETS),
    shipped: shippedMappings(),
  });
  return {
    mapping: builtins === 'mapped' ? mapping : withoutBuiltins(mapping),
    facts: mappingFacts(mapping),
    diagnostics,
    sourceOf: (file) => texts.get(file),
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
    if (existsSync(path)) return display(path);
    if (folder === dirname(folder)) return undefined;
  }
}

/** The mappings in the package, by the name that `extends` uses. */
export function shippedMappings(): Readonly<Record<string, string>> {
  const names = readdirSync(join(packageRoot, 'mappings/sources')).filter((file) => file.endsWith('.yaml'));
  return Object.fromEntries(
    names.toSorted().map((file) => [file.slice(0, -'.yaml'.length), `mappings/sources/${file}`]),
  );
}

const isShipped = (file: string): boolean => file.startsWith('mappings/') && !existsSync(resolve(file));

/** A path as findings show it: as short as it can be, with `/`. */
function display(file: string): string {
  const below = relative('', file);
  return (isAbsolute(below) || below.startsWith('..') ? file : below).replaceAll('\\', '/');
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (cause) {
    throw new Error(`cannot read ${path}`, { cause });
  }
}
