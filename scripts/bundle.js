/** Bundles `src` into `dist`: a file for each entry of the package, and chunks for what is shared or loaded on demand. */
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { rolldown } from 'rolldown';

const ENTRIES = {
  index: 'src/index.ts',
  'cli/main': 'src/cli/main.ts',
  'remark/index': 'src/remark/index.ts',
  'pipeline/workers/worker': 'src/pipeline/workers/worker.ts',
  'pipeline/compiled-mappings': 'src/pipeline/compiled-mappings.ts',
};
/** Native code, and what a user may or may not have installed. */
const EXTERNAL = ['satteri', '@asciidoctor/core', 'unified'];
/** Finds the package by where it lies itself: as deep in `dist` as in `src`. */
const ROOT_FINDER = 'package-root';

/**
 * What is loaded together lies together: finding and opening sixty small files takes as long as compiling them. A module belongs to the
 * first of these that needs it at once.
 */
const TOGETHER = {
  start: ['src/cli/main.ts'],
  run: ['src/cli/commands/convert.ts', 'src/report/pretty.ts'],
  pages: ['src/cli/commands/export.ts', 'src/pipeline/convert-scan.ts', 'src/targets/mdx/target.ts'],
};

/** Writes the bundle of the checkout `root`, and the licences of the packages that went into it. */
export async function bundle(root) {
  const output = join(root, 'dist');
  const build = await rolldown({
    cwd: root,
    input: ENTRIES,
    platform: 'node',
    external: EXTERNAL,
    // One command may load at once what another loads on demand.
    checks: { ineffectiveDynamicImport: false },
  });
  const groups = await groupsOf(build, root);
  const { output: chunks } = await build.write({
    dir: output,
    format: 'esm',
    // Half as much text to be read at every start.
    minify: true,
    entryFileNames: '[name].js',
    chunkFileNames: 'chunks/[name]-[hash].js',
    codeSplitting: { groups: [{ name: ROOT_FINDER, test: /pipeline\/package-root\.ts$/, priority: 1 }, ...groups] },
  });
  await build.close();
  writeFileSync(join(output, 'LICENSES.txt'), licenses(chunks.flatMap(({ moduleIds }) => moduleIds)));
}

/** The modules of each group, found by splitting the code as finely as it goes. */
async function groupsOf(build, root) {
  const { output } = await build.generate({ format: 'esm' });
  const chunks = new Map(output.filter(({ type }) => type === 'chunk').map((chunk) => [chunk.fileName, chunk]));
  const chunkOf = (module) => [...chunks.values()].find(({ facadeModuleId }) => facadeModuleId === join(root, module));
  // An entry may do something when it is loaded: it stays by itself.
  const taken = new Set(Object.values(ENTRIES).map((file) => join(root, file)));
  return Object.entries(TOGETHER).map(([name, roots]) => {
    const needed = new Set();
    const pending = roots.map(chunkOf);
    for (let chunk = pending.pop(); chunk; chunk = pending.pop()) {
      if (needed.has(chunk)) continue;
      needed.add(chunk);
      pending.push(...chunk.imports.flatMap((file) => chunks.get(file) ?? []));
    }
    const modules = new Set([...needed].flatMap(({ moduleIds }) => moduleIds).filter((id) => !taken.has(id)));
    for (const id of modules) taken.add(id);
    return { name, test: (id) => modules.has(id) };
  });
}

function licenses(modules) {
  const folders = new Set(modules.map(packageFolder).filter((folder) => folder !== undefined));
  return [...folders]
    .toSorted()
    .map(licenseOf)
    .join(`\n${'-'.repeat(80)}\n\n`);
}

/** The folder of the package that a module belongs to; decant's own modules have none. */
function packageFolder(module) {
  const mark = `${sep}node_modules${sep}`;
  const at = module.lastIndexOf(mark);
  if (at < 0 || module.startsWith('\0')) return undefined;
  const [scopeOrName, name] = module.slice(at + mark.length).split(sep);
  return join(module.slice(0, at), 'node_modules', scopeOrName, scopeOrName.startsWith('@') ? name : '');
}

function licenseOf(folder) {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const files = readdirSync(folder).filter((file) => /^licen[cs]e/i.test(file));
  const texts = files.map((file) => readFileSync(join(folder, file), 'utf8').trim());
  return `${[`${name} ${version} (${license})`, ...texts].join('\n\n')}\n`;
}
