/**
 * Builds `dist`. npm runs this behind `npm ci` and before `npm pack`. Where the tools to build with are installed, `tsc`
 * checks the types and writes them, and the JavaScript is bundled, packages included: hundreds of small modules take a
 * second to start. A checkout installed with `--omit=dev` gets its types erased instead: the same program, module by module.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const source = join(root, 'src');
const output = join(root, 'dist');

if (existsSync(source)) await build();

async function build() {
  const compiler = findCompiler();
  if (compiler) {
    rmSync(output, { recursive: true, force: true });
    const options = ['-p', join(root, 'tsconfig.build.json'), '--emitDeclarationOnly'];
    const run = spawnSync(process.execPath, [compiler, ...options], { stdio: 'inherit' });
    if (run.status === 0) {
      await (await import('./bundle.js')).bundle(root);
      await finish();
    }
    process.exitCode = run.status ?? 1;
    return;
  }
  const eraser = await loadEraser();
  if (!eraser) {
    console.error('decant: not built, for the packages to build with are not installed; run `npm ci` without --omit');
    return;
  }
  rmSync(output, { recursive: true, force: true });
  for (const file of readdirSync(source, { recursive: true, encoding: 'utf8' })) {
    if (!file.endsWith('.ts')) continue;
    const target = join(output, `${file.slice(0, -3)}.js`);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, eraser.eraseTypes(readFileSync(join(source, file), 'utf8')));
  }
  await finish();
}

/** What is made with the program that was just built. */
async function finish() {
  const { keepMapping } = await import(pathToFileURL(join(output, 'pipeline/compiled-mappings.js')).href);
  mkdirSync(join(output, 'mappings'));
  for (const name of readdirSync(join(root, 'mappings/sources'))) {
    const { file, text } = keepMapping(basename(name, '.yaml'));
    writeFileSync(file, text);
  }
  noteBuild();
}

/** Names the build by all that it runs and the versions that it asks for: what one build has cached is nothing to another. */
function noteBuild() {
  const hash = createHash('sha1').update(readFileSync(join(root, 'package.json')));
  for (const file of readdirSync(output, { recursive: true, encoding: 'utf8' }).toSorted()) {
    if (/\.c?js$/.test(file)) hash.update(`${file}\n`).update(readFileSync(join(output, file)));
  }
  writeFileSync(join(output, 'build-id'), `${hash.digest('hex')}\n`);
}

/** TypeScript as this checkout has installed it: one that happens to be further up may be any version. */
function findCompiler() {
  const folder = join(root, 'node_modules/typescript');
  if (!existsSync(folder)) return null;
  return join(folder, JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')).bin.tsc);
}

async function loadEraser() {
  try {
    return await import('./erase-types.js');
  } catch (error) {
    if (error.code === 'ERR_MODULE_NOT_FOUND') return null;
    throw error;
  }
}
