/**
 * Counts how many of the source lines that need no change stand byte for byte in the output.
 *
 *     node bench/verbatim.ts SITE OUT [--show]      (Node 22.18 or newer)
 *
 * OUT is a folder that `decant convert SITE --to TARGET --out OUT` has filled; its manifest says which file came from which page.
 * Which lines need no change the source alone decides (`verbatim/eligible-lines.ts`). `--show` prints those that were changed.
 */
import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { eligibleLines } from './verbatim/eligible-lines.ts';

const USAGE = 'usage: verbatim SITE OUT [--show]';

interface Manifest {
  readonly files: Readonly<Record<string, { readonly source?: string }>>;
}

const { values, positionals } = parseArgs({ allowPositionals: true, options: { show: { type: 'boolean' } } });
const [dir, output] = positionals;
if (dir === undefined || output === undefined) {
  console.error(USAGE);
  process.exitCode = 2;
} else {
  countSite(dir, output, values.show ?? false);
}

function countSite(site: string, out: string, show: boolean): void {
  const manifest = JSON.parse(readFileSync(join(out, '.decant/manifest.json'), 'utf8')) as Manifest;
  let pages = 0;
  let eligible = 0;
  let kept = 0;
  for (const [path, { source }] of Object.entries(manifest.files)) {
    const isPage = path.endsWith('.mdx') || path.endsWith('.md');
    if (!isPage || source === undefined || !source.endsWith('.md') || !existsSync(join(site, source))) continue;
    const lines = eligibleLines(readFileSync(join(site, source), 'utf8'));
    const changed = missingLines(lines, readFileSync(join(out, path), 'utf8').split('\n'));
    pages++;
    eligible += lines.length;
    kept += lines.length - changed.length;
    if (show) for (const line of changed) console.log(`${path}: ${line}`);
  }
  const share = eligible === 0 ? 100 : Math.floor((kept / eligible) * 10_000) / 100;
  console.log(`| ${basename(site)} | ${pages} | ${eligible} | ${kept} (${share} %) |`);
}

/** The lines that are not among the output's, each of which counts once. */
function missingLines(lines: readonly string[], written: readonly string[]): readonly string[] {
  const left = new Map<string, number>();
  for (const line of written) left.set(line, (left.get(line) ?? 0) + 1);
  return lines.filter((line) => {
    const count = left.get(line) ?? 0;
    left.set(line, count - 1);
    return count <= 0;
  });
}
