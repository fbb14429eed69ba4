/** Bundles `src` into `dist`: a file for each entry of the package, and chunks for what is shared or loaded on demand. */
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { basename, join, sep } from 'node:path';
import { rolldown } from 'rolldown';
import { loadLate, loadLateInCommander } from './bundle/load-late.js';
import { nativeParser } from './bundle/native-parser.js';

const ENTRIES = {
  index: 'src/index.ts',
  'cli/program': 'src/cli/program.ts',
  'remark/index': 'src/remark/index.ts',
  'pipeline/workers/worker': 'src/pipeline/workers/worker.ts',
  'pipeline/compiled-mappings': 'src/pipeline/compiled-mappings.ts',
};
/** Entries whose modules do something instead of handing something on. */
const FACADES = {
  'cli/program': { file: 'cli/main', rest: 'await chunk.runCommandLine();' },
  'pipeline/workers/worker': { file: 'pipeline/workers/worker', rest: '' },
};
/** What a user may or may not have installed. */
const EXTERNAL = ['@asciidoctor/core', 'unified'];
/** Finds the package by where it lies itself: as deep in `dist` as in `src`. */
const ROOT_FINDER = 'src/pipeline/package-root.ts';

/**
 * What is loaded together lies together: finding and opening sixty small files takes as long as compiling them. A module belongs to the
 * first of these that needs it at once.
 */
const TOGETHER = {
  start: ['src/cli/program.ts'],
  pages: ['src/cli/commands/export.ts', 'src/targets/mdx/target.ts', 'src/report/pretty.ts'],
  site: ['src/pipeline/open-site.ts', 'src/cli/commands/convert.ts', 'src/pipeline/convert-scan.ts'],
};

/** What many a page does without lies apart, for reading code costs more than running it. Beginnings of paths in the checkout. */
const APART = {
  satteri: ['node_modules/satteri/', 'src/reader/markdown/satteri.ts', 'src/reader/markdown/deep-lines.ts'],
  yaml: ['node_modules/yaml/', 'src/reader/front-matter/yaml-compose.ts', 'src/reader/front-matter/yaml-open-value.ts'],
  toml: [
    'node_modules/toml-eslint-parser/',
    'node_modules/eslint-visitor-keys/',
    'node_modules/smol-toml/',
    'src/reader/front-matter/toml',
  ],
  html: ['node_modules/parse5/', 'node_modules/entities/', 'src/reader/html/'],
  attributes: ['node_modules/property-information/'],
  references: ['node_modules/character-entities/'],
  emoji: ['node_modules/gemoji/'],
  markdown: [
    'node_modules/mdast-util-',
    'node_modules/unist-util-',
    'node_modules/vfile-message/',
    'node_modules/markdown-table/',
    'node_modules/zwitch/',
    'node_modules/stringify-entities/',
    'node_modules/parse-entities/',
    'node_modules/character-entities-',
  ],
  rules: [
    'src/mapping/load/',
    'src/mapping/schema/',
    'src/model/meaning.ts',
    'src/config/schema.ts',
    'src/config/contentful.ts',
  ],
  selectors: ['node_modules/css-what/', 'src/mapping/selector.ts'],
  globs: ['node_modules/picomatch/'],
  template: ['src/template/'],
  code: ['node_modules/esrap/', 'node_modules/@jridgewell/sourcemap-codec/', 'src/targets/code/'],
  diff: ['node_modules/node-diff3/'],
  styles: [
    'node_modules/inline-style-parser/',
    'node_modules/style-to-js/',
    'node_modules/style-to-object/',
    'src/writers/mdx/jsx/style.ts',
  ],
  widths: ['node_modules/get-east-asian-width/'],
  dates: ['src/reader/site/dates/'],
  calls: [
    'src/mapping/build/',
    'src/mapping/kinds',
    'src/mapping/apply/evaluate.ts',
    'src/mapping/apply/place-alert.ts',
    'src/mapping/apply/place-element.ts',
    'src/mapping/apply/strings.ts',
    'src/mapping/check-nodes.ts',
    'src/mapping/detach.ts',
    'src/mapping/needed-arguments.ts',
  ],
  formats: ['src/reader/formats/', 'src/pipeline/pandoc.ts'],
  otherFrontMatter: ['src/reader/front-matter/json', 'src/reader/front-matter/org.ts'],
  elements: ['src/passes/links/html-addresses.ts', 'src/reader/markdown/raw-html.ts', 'src/reader/read-html.ts'],
  braces: ['src/reader/markdown/attribute-list.ts', 'src/reader/markdown/code-options.ts'],
  moves: [
    'src/passes/links/across-versions.ts',
    'src/passes/original-ids.ts',
    'src/targets/routes/address.ts',
    'src/targets/routes/moves.ts',
    'src/targets/translations.ts',
    'src/config/versions.ts',
    'src/config/paths.ts',
  ],
  catalogue: ['src/diagnostics/catalogue.ts'],
};

/** What stands in one of these folders, and is needed all the same. */
const NEEDED = ['src/mapping/load/inheritance.ts', 'src/mapping/build/component.ts'];

/** Each file of this folder lies apart by itself. */
const ONE_BY_ONE = 'src/diagnostics/codes';

/** Writes the bundle of the checkout `root`, and the licences of the packages that went into it. */
export async function bundle(root) {
  const output = join(root, 'dist');
  const build = await rolldown({
    cwd: root,
    input: ENTRIES,
    platform: 'node',
    external: EXTERNAL,
    plugins: [nativeParser, loadLateInCommander],
    // Chunks export what other chunks need, and packages' entries no more than they did.
    preserveEntrySignatures: 'allow-extension',
    // One command may load at once what another loads on demand.
    checks: { ineffectiveDynamicImport: false },
  });
  const groups = await groupsOf(build, root);
  const { output: chunks } = await build.write({
    dir: output,
    format: 'cjs',
    plugins: [loadLate],
    // Half as much text to be read at every start.
    minify: { compress: true, codegen: true, mangle: { toplevel: true } },
    charset: 'ascii',
    entryFileNames: '[name].cjs',
    chunkFileNames: 'chunks/[name]-[hash].cjs',
    codeSplitting: { includeDependenciesRecursively: false, groups },
  });
  await build.close();
  writeFacades(output, chunks);
  writeFileSync(join(output, 'LICENSES.txt'), licenses(chunks.flatMap(({ moduleIds }) => moduleIds)));
}

/** An entry is a module to whoever imports it: it hands on what its chunk exports. */
function writeFacades(output, chunks) {
  for (const { name, fileName, exports, isEntry } of chunks) {
    if (!isEntry) continue;
    const { file, rest } = FACADES[name] ?? { file: name, rest: `export const { ${exports.join(', ')} } = chunk;` };
    writeFileSync(join(output, `${file}.js`), `import chunk from './${basename(fileName)}';\n\n${rest}\n`);
  }
}

/** Groups of modules for the bundler. What is loaded together is found by splitting the code as finely as it goes. */
async function groupsOf(build, root) {
  const { output } = await build.generate({ format: 'esm' });
  const chunks = new Map(output.filter(({ type }) => type === 'chunk').map((chunk) => [chunk.fileName, chunk]));
  const chunkOf = (module) => [...chunks.values()].find(({ moduleIds }) => moduleIds.includes(join(root, module)));
  const all = [...chunks.values()].flatMap(({ moduleIds }) => moduleIds);
  // An entry may do something when it is loaded: it stays by itself.
  const taken = new Set(Object.values(ENTRIES).map((file) => join(root, file)));
  const takeInto = (name, ids) => {
    const modules = new Set(ids.filter((id) => !taken.has(id)));
    for (const id of modules) taken.add(id);
    return { name, test: (id) => modules.has(id) };
  };
  const isBelow = (id, paths) => paths.some((path) => id.includes(join(sep, path)));
  const alone = readdirSync(join(root, ONE_BY_ONE)).map((file) => [basename(file, '.ts'), [join(ONE_BY_ONE, file)]]);
  const apart = [...Object.entries(APART), ...alone].map(([name, paths]) =>
    takeInto(
      name,
      all.filter((id) => isBelow(id, paths) && !isBelow(id, NEEDED)),
    ),
  );
  const finder = takeInto('package-root', [join(root, ROOT_FINDER)]);
  const together = Object.entries(TOGETHER).map(([name, roots]) =>
    takeInto(name, neededAtOnce(roots.map(chunkOf), chunks)),
  );
  return [finder, ...apart, ...together];
}

/** The modules of `chunks` that are loaded with those of `roots`. */
function neededAtOnce(roots, chunks) {
  const needed = new Set();
  const pending = [...roots];
  for (let chunk = pending.pop(); chunk; chunk = pending.pop()) {
    if (needed.has(chunk)) continue;
    needed.add(chunk);
    pending.push(...chunk.imports.flatMap((file) => chunks.get(file) ?? []));
  }
  return [...needed].flatMap(({ moduleIds }) => moduleIds);
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
