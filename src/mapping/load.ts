/** From mapping files to one mapping. */
import type { Collector, Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Place } from '../model/place.ts';
import type { Example, Layer, Mapping } from './mapping.ts';
import { compareDiagnostics, createCollector, createDiagnostic } from '../diagnostics/diagnostic.ts';
import { checkAgainst } from './load/check.ts';
import type { Compilation } from './load/compile-rule.ts';
import { compileTables } from './load/compile-tables.ts';
import { checkInheritance } from './load/inheritance.ts';
import type { RawFile } from './load/raw.ts';
import { several } from './load/raw.ts';
import { meant, reportProblems } from './load/report-problems.ts';
import type { YamlFile } from './load/yaml.ts';
import { readYaml } from './load/yaml.ts';
import { mappingSchema } from './schema/schema.ts';
import { append } from '../model/append.ts';

/** A mapping file: its path, as findings name it, and its text. */
export interface MappingFile {
  readonly name: string;
  readonly text: string;
}

/** A mapping that stands in another file, which has been read and checked. */
export interface MappingPart {
  readonly name: string;
  readonly part: YamlFile;
}

/** A mapping file that has been read and has no fault: data alone, which a build can keep. */
export interface CompiledFile {
  readonly extended: readonly Extended[];
  readonly layer: Layer;
  readonly examples: readonly Example[];
}

/** What a file extends, as it names it. */
interface Extended {
  readonly name: string;
  readonly place: Place;
}

export interface LoadOptions {
  /**
   * The text of a file that a mapping extends, by path, or undefined where there is none. A shipped mapping is asked for
   * by the path that it has in the package: `mappings/sources/hugo.yaml`.
   */
  readonly read: (file: string) => string | undefined;
  /** The targets that there are; without them `perTarget` may name any. */
  readonly targets?: readonly string[];
  /** The path of a file in an installed package, seen from the file that extends it; undefined where it is not installed. */
  readonly resolvePackage?: (specifier: string, from: string) => string | undefined;
  /** The shipped mappings: name to path, as in `hugo` to `mappings/sources/hugo.yaml`. */
  readonly shipped: Readonly<Record<string, string>>;
  /** What a build has kept of a file with this very text. */
  readonly compiled?: (file: MappingFile) => CompiledFile | undefined;
}

export interface LoadedMapping {
  readonly mapping: Mapping;
  readonly diagnostics: readonly Diagnostic[];
}

/** The file of a package that is meant where only the package is named. */
const PACKAGE_MAPPING = 'mapping.yaml';

/** Mappings that extend each other deeper than this are a mistake. */
const MAX_EXTENDS = 32;

/**
 * Loads mapping files and what they extend. Later files go before earlier ones, and every file before what it extends.
 * A file with an error has no effect: its findings say why.
 *
 * @example
 * const { mapping, diagnostics } = loadMapping([{ name: 'decant.yaml', text }], { read, shipped: { hugo: 'mappings/sources/hugo.yaml' } });
 */
export function loadMapping(files: readonly (MappingFile | MappingPart)[], options: LoadOptions): LoadedMapping {
  const loading: Loading = { options, layers: [], examples: [], loaded: new Set(), diagnostics: [] };
  for (const file of files) loadFile(file, [], loading);
  append(loading.diagnostics, checkInheritance(loading.layers));
  const said = loading.layers.map((layer) => layer.rules.unmapped.policy).filter((policy) => policy !== undefined);
  return {
    mapping: { layers: loading.layers, unmapped: said.at(-1) ?? 'component', examples: loading.examples },
    diagnostics: loading.diagnostics.toSorted(compareDiagnostics),
  };
}

interface Loading {
  readonly options: LoadOptions;
  readonly layers: Layer[];
  readonly examples: Example[];
  /** A file that several others extend counts once, where it is first needed. */
  readonly loaded: Set<string>;
  readonly diagnostics: Diagnostic[];
}

function loadFile(given: MappingFile | MappingPart, above: readonly string[], loading: Loading): void {
  const { name: file } = given;
  const { loaded, options, layers, examples, diagnostics } = loading;
  if (loaded.has(file)) return;
  loaded.add(file);
  const known = 'part' in given ? undefined : options.compiled?.(given);
  const { compiled, findings } = known ? { compiled: known, findings: [] } : compileFile(given, options.targets);
  if (compiled) {
    loadExtended(compiled.extended, [...above, file], loading);
    layers.push(compiled.layer);
    append(examples, compiled.examples);
  }
  append(diagnostics, findings);
}

/** Compiles one mapping file by itself; a file that is no mapping comes to nothing. */
export function compileFile(
  given: MappingFile | MappingPart,
  targets?: readonly string[],
): { readonly compiled: CompiledFile | undefined; readonly findings: readonly Diagnostic[] } {
  const { name: file } = given;
  const collector = createCollector(file);
  const yaml = 'part' in given ? given.part : readChecked(given.text, collector);
  if (!yaml) return { compiled: undefined, findings: collector.diagnostics };
  const raw = yaml.value as unknown as RawFile; // the schema has found nothing wrong with it
  checkTargets(raw, yaml, collector, targets);
  const compilation: Compilation = { file, yaml, collector };
  const compiled = {
    extended: several(raw.extends).map((name, at) => ({
      name,
      place: yaml.placeOf(Array.isArray(raw.extends) ? ['extends', String(at)] : ['extends']),
    })),
    layer: compileLayer(raw, compilation),
    examples: compileExamples(raw, compilation),
  };
  return { compiled, findings: collector.diagnostics };
}

/** The YAML of a mapping that the schema has nothing against. */
function readChecked(text: string, collector: Collector): YamlFile | undefined {
  const yaml = readYaml(text, collector);
  const problems = yaml ? checkAgainst(mappingSchema, yaml.value) : [];
  if (yaml) reportProblems(problems, yaml, collector);
  return problems.length === 0 ? yaml : undefined;
}

/** Rules for a target that does not exist would never apply. */
function checkTargets(
  raw: RawFile,
  yaml: YamlFile,
  collector: Collector,
  targets: readonly string[] | undefined,
): void {
  if (!targets) return;
  const named = [
    ...Object.keys(raw.perTarget ?? {}).map((target) => ({ target, path: ['perTarget', target] })),
    ...(raw.examples ?? []).flatMap(({ expect }, at) =>
      Object.keys(expect).map((target) => ({ target, path: ['examples', String(at), 'expect', target] })),
    ),
  ];
  for (const { target, path } of named) {
    if (targets.includes(target)) continue;
    collector.report(
      'mapping-unknown-target',
      { target, known: targets, ...meant(target, targets) },
      yaml.placeOf(path, 'key'),
    );
  }
}

function compileLayer(raw: RawFile, compilation: Compilation): Layer {
  return {
    file: compilation.file,
    plugins: several(raw.plugin).map((module, at) => ({
      module,
      place: compilation.yaml.placeOf(Array.isArray(raw.plugin) ? ['plugin', String(at)] : ['plugin']),
    })),
    rules: compileTables(raw, [], compilation),
    perTarget: Object.entries(raw.perTarget ?? {}).map(([target, tables]) => [
      target,
      compileTables(tables, ['perTarget', target], compilation),
    ]),
  };
}

function compileExamples(raw: RawFile, { file, yaml }: Compilation): Example[] {
  return (raw.examples ?? []).map(({ name, source, expect }, at) => ({
    name: name ?? `${file} example ${at + 1}`,
    file,
    place: yaml.placeOf(['examples', String(at)]),
    source,
    expect: Object.entries(expect),
  }));
}

function loadExtended(extended: readonly Extended[], chain: readonly string[], loading: Loading): void {
  const file = chain.at(-1) ?? '';
  for (const { name, place } of extended) {
    const found = findExtended(name, file, loading.options);
    const report = (diagnostic: Diagnostic): void => {
      loading.diagnostics.push(diagnostic);
    };
    if (typeof found === 'object') report({ ...found, file, place });
    else if (chain.includes(found) || chain.length > MAX_EXTENDS) {
      report(createDiagnostic('mapping-extends-cycle', { files: [...chain, found] }, { file, place }));
    } else if (!loading.loaded.has(found)) {
      const text = loading.options.read(found);
      if (text === undefined) report(createDiagnostic('mapping-missing-file', { file: found }, { file, place }));
      else loadFile({ name: found, text }, chain, loading);
    }
  }
}

/** The path of what `name` stands for: a shipped mapping, a file, a package; or what is wrong with it. */
function findExtended(name: string, file: string, { shipped, resolvePackage }: LoadOptions): string | Diagnostic {
  if (Object.hasOwn(shipped, name)) return shipped[name] ?? name;
  if (name.startsWith('.') || name.startsWith('/')) return resolvePath(file, name);
  const isFile = name.endsWith('.yaml') || name.endsWith('.yml');
  if (isFile && !name.startsWith('@')) return resolvePath(file, name);
  const found = resolvePackage?.(isFile ? name : `${name}/${PACKAGE_MAPPING}`, file);
  if (found !== undefined) return found;
  if (name.includes('/')) return createDiagnostic('mapping-missing-package', { name });
  const known = Object.keys(shipped);
  return createDiagnostic('mapping-unknown-shipped', { name, known, ...meant(name, known) });
}

/** `./base.yaml` seen from `site/decant.yaml` is `site/base.yaml`. */
function resolvePath(from: string, to: string): string {
  if (to.startsWith('/')) return to;
  const parts = from.split('/').slice(0, -1);
  for (const part of to.split('/')) {
    if (part === '.' || part === '') continue;
    if (part === '..' && parts.length > 0 && parts.at(-1) !== '..') parts.pop();
    else parts.push(part);
  }
  return parts.join('/');
}
