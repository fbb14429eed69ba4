/** The modules that mappings name, loaded: the one way in which a mapping can run code. */
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { FunctionResult, RuleFunction, RunFunction } from '../mapping/functions.ts';
import type { Layer, Mapping, PluginReference } from '../mapping/mapping.ts';
import type { FlowContent } from '../model/nodes.ts';
import type { ModelSchema } from '../mapping/check-nodes.ts';
import { createDiagnostic } from '../diagnostics/diagnostic.ts';
import { checkNodes } from '../mapping/check-nodes.ts';
import { functionRules } from '../mapping/function-rules.ts';
import { nearest } from '../mapping/load/nearest.ts';
import { packageRoot } from './package-root.ts';
import { append } from '../model/append.ts';

export interface Plugins {
  /** Absolute paths of the modules: what they hold decides what comes out. */
  readonly modules: readonly string[];
  readonly run: RunFunction;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Loads the modules of a mapping's files; of two functions of one name a later file's counts. Who names itself gets modules of its own, with what
 * they keep in mind.
 */
export async function loadPlugins(mapping: Mapping, user?: string): Promise<Plugins> {
  const functions = new Map<string, RuleFunction>();
  const modules: string[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const layer of mapping.layers) {
    for (const plugin of layer.plugins) {
      try {
        const path = locate(plugin, layer);
        modules.push(path);
        if (!existsSync(path)) throw new Error('there is no such file');
        const exported: unknown = await import(pathToFileURL(path).href + (user === undefined ? '' : `?${user}`));
        collect(exported, functions);
      } catch (error) {
        const facts = { module: plugin.module, message: messageOf(error) };
        diagnostics.push(createDiagnostic('mapping-plugin-failed', facts, { file: layer.file, place: plugin.place }));
      }
    }
  }
  if (diagnostics.length === 0) append(diagnostics, unknownFunctions(mapping, functions));
  const schema = functions.size === 0 ? undefined : modelSchema();
  return {
    modules,
    diagnostics,
    run: (name, call) => {
      const made = functions.get(name);
      return made && schema ? run(() => made(call), schema) : { problem: 'unknown' };
    },
  };
}

/** The first line of what went wrong; Node's own goes on with who asked for the module. */
function messageOf(error: unknown): string {
  const [line = ''] = (error instanceof Error ? error.message : String(error)).split('\n');
  return line.split(' imported from ')[0] ?? line;
}

/** `./rules.mjs` is seen from the mapping's folder; any other name is that of a package. */
function locate({ module }: PluginReference, { file }: Layer): string {
  const from = resolve(file);
  return module.startsWith('.') || module.startsWith('/')
    ? resolve(dirname(from), module)
    : createRequire(from).resolve(module);
}

function collect(exported: unknown, functions: Map<string, RuleFunction>): void {
  if (typeof exported !== 'object' || exported === null) return;
  for (const [name, value] of Object.entries(exported)) {
    // What a function takes cannot be seen from here: what it returns is checked.
    if (typeof value === 'function') functions.set(name, value as RuleFunction);
  }
}

function unknownFunctions(mapping: Mapping, functions: ReadonlyMap<string, RuleFunction>): Diagnostic[] {
  const known = [...functions.keys()];
  return functionRules(mapping).flatMap(({ rule, file }) => {
    const called = rule.settings.name;
    if (functions.has(called)) return [];
    const meant = nearest(called, known);
    const facts = { called, known, ...(meant !== undefined && { nearest: meant }) };
    return [createDiagnostic('mapping-function-unknown', facts, { file, place: rule.place })];
  });
}

const modelSchema = (): ModelSchema =>
  // Made from the types of the nodes, and shipped.
  JSON.parse(readFileSync(new URL('schema/model.json', packageRoot), 'utf8')) as ModelSchema;

/** What a function yields, once it is known to be content. */
function run(make: () => unknown, schema: ModelSchema): FunctionResult {
  let made: unknown;
  try {
    made = make();
  } catch (error) {
    return { problem: 'thrown', message: error instanceof Error ? error.message : String(error) };
  }
  if (made === undefined || made === null) return { nodes: undefined };
  if (made instanceof Promise) return { problem: 'result', message: 'it is a promise, and pages do not wait' };
  const nodes = Array.isArray(made) ? made : [made];
  const problem = checkNodes(schema, nodes);
  if (problem !== undefined) return { problem: 'result', message: problem };
  return { nodes: nodes as readonly FlowContent[] }; // the schema has found nothing wrong with them
}
