import { dirname, posix } from 'node:path';
import { parseModule } from './source-module.ts';

/** Layer by layer: which other layers it may import. A layer is a folder of `src`. */
export const ARROWS: Readonly<Record<string, readonly string[]>> = (() => {
  const base = ['model', 'diagnostics'];
  const siblings = ['reader', 'template', 'mapping', 'passes', 'writers', 'verify'];
  const targets = [...base, ...siblings];
  const pipeline = [...targets, 'targets', 'config'];
  return {
    model: [],
    diagnostics: ['model'],
    ...Object.fromEntries(siblings.map((layer) => [layer, base])),
    targets,
    report: base,
    // `decant.yaml` names targets and holds a mapping.
    config: [...base, 'mapping', 'targets'],
    remark: [...base, 'reader'],
    pipeline,
    cli: [...pipeline, 'pipeline', 'report'],
  };
})();

/** Layers that turn text into values and nothing else: no disk, no process, no clock, no console. */
const PURE = new Set(['model', 'diagnostics', 'reader', 'template', 'mapping', 'passes', 'writers', 'verify']);
const PURE_BUILTINS = new Set(['node:crypto', 'node:zlib']);
const SURROUNDINGS = [
  'process',
  'console',
  'Date',
  'performance',
  'setTimeout',
  'setInterval',
  'setImmediate',
  'queueMicrotask',
  'globalThis',
];

/** `SECURITY.md`: no network, no program but two, no text that is run as code. */
const FORBIDDEN = /^(?:node:)?(?:https?|http2|net|tls|dgram|dns(?:\/promises)?|inspector|vm|cluster)$/;
const FORBIDDEN_NAMES = ['fetch', 'WebSocket', 'EventSource', 'XMLHttpRequest', 'eval', 'Function'];
const STARTERS = new Set(['pipeline/git.ts', 'pipeline/pandoc.ts']);

/** Declarations of one family belong together, however long the list of them gets. */
const LONG_BY_NATURE = new Set(['model/nodes.ts']);
const MAX_LINES = 300;
const KEBAB_CASE = /^[a-z0-9]+(?:-[a-z0-9]+)*\.ts$/;

/** What is wrong with the module at `path` below `src`: one sentence for each fault. */
export function findFaults(path: string, source: string): string[] {
  const faults: string[] = [];
  const layer = path.includes('/') ? path.slice(0, path.indexOf('/')) : '';
  const module = parseModule(source);
  const lines = source.split('\n').length - 1;
  if (lines > MAX_LINES && !LONG_BY_NATURE.has(path)) faults.push(`${path} has ${lines} lines, more than ${MAX_LINES}`);
  if (module.hasDefaultExport) faults.push(`${path} has a default export`);
  if (!KEBAB_CASE.test(posix.basename(path))) faults.push(`${path} is not in kebab-case`);
  if (layer !== '' && !ARROWS[layer]) faults.push(`${path} is in a folder that is no layer`);
  for (const name of module.imports) faults.push(...importFaults(path, layer, name));
  for (const name of module.imports) {
    if (FORBIDDEN.test(name)) faults.push(`${path} imports ${name}`);
    if (/^(?:node:)?child_process$/.test(name) && !STARTERS.has(path)) faults.push(`${path} starts programs`);
  }
  for (const name of FORBIDDEN_NAMES) {
    if (module.identifiers.has(name)) faults.push(`${path} uses ${name}`);
  }
  if (PURE.has(layer)) {
    for (const name of SURROUNDINGS) if (module.identifiers.has(name)) faults.push(`${path} uses ${name}`);
  }
  return faults;
}

function importFaults(path: string, layer: string, name: string): string[] {
  if (name.startsWith('node:')) {
    return PURE.has(layer) && !PURE_BUILTINS.has(name) ? [`${path} imports ${name}`] : [];
  }
  if (!name.startsWith('.')) return [];
  const target = posix.join(dirname(path), name);
  if (target.startsWith('..')) return target.endsWith('.json') ? [] : [`${path} imports ${name}, outside src`];
  if (!target.endsWith('.ts')) return [`${path} imports ${name} without the extension .ts`];
  const other = target.includes('/') ? target.slice(0, target.indexOf('/')) : '';
  const allowed = layer === '' || other === layer || ARROWS[layer]?.includes(other);
  return allowed ? [] : [`${path} imports ${target}: ${layer} must not know ${other || 'the public API'}`];
}
