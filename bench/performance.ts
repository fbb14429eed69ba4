/**
 * Measures what decant costs, most of it against a Hugo that renders the same pages, and prints the table of `docs/performance.md`.
 *
 *     npm run bench -- SITES --hugo HUGO [--node NODE] [--mb 30] [--rounds 5] [--only full,again] [--work DIR]
 *
 * (Node 22.18 or newer, and a POSIX `sh`.) SITES is a folder of Hugo sites: what is measured are they themselves, and a site of so many
 * megabytes made of copies of their pages. Hugo renders bare: the pages with one layout that prints `.Content`, a word in the place of
 * every shortcode tag, the site's own Markdown settings, code highlighting off, nothing written to the disk. Processes run in turn;
 * medians are printed, and ratios of runs that stood side by side. CPU is user and system time. `--node` is another Node to be shown
 * beside this one, `--work` a folder for what is written: name one in memory, or it is the disk that is measured. Exits with 1 if
 * something is beyond what is wanted.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { LINES, type Row } from './performance/lines.ts';
import { openYard } from './performance/yard.ts';

const USAGE = `usage: npm run bench -- SITES --hugo HUGO [--node NODE] [--mb 30] [--rounds 5] [--only LINES] [--work DIR]
lines: ${Object.keys(LINES).join(', ')}`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    hugo: { type: 'string', default: process.env['HUGO'] ?? '' },
    node: { type: 'string' },
    mb: { type: 'string', default: '30' },
    rounds: { type: 'string', default: '5' },
    only: { type: 'string', default: Object.keys(LINES).join(',') },
    work: { type: 'string', default: tmpdir() },
  },
});
const [corpora] = positionals;
const wanted = values.only.split(',');
const unknown = wanted.find((name) => LINES[name] === undefined);
if (corpora === undefined || values.hugo === '' || unknown !== undefined) {
  console.error(USAGE);
  process.exit(2);
}
const scratch = mkdtempSync(join(resolve(values.work), 'decant-bench-'));
try {
  const yard = openYard({
    corpora,
    scratch,
    hugo: values.hugo,
    node: process.execPath,
    ...(values.node !== undefined && { otherNode: values.node }),
    megabytes: Number(values.mb),
    rounds: Number(values.rounds),
  });
  console.log('| what | decant | against | ratio | wanted |\n| --- | ---: | ---: | ---: | ---: |');
  for (const name of wanted) for (const row of (await LINES[name]?.(yard)) ?? []) print(row);
} finally {
  rmSync(scratch, { recursive: true, force: true });
}

function print({ what, decant, against, ratio, wanted: most }: Row): void {
  const isOver = !(ratio <= most);
  console.log(
    `| ${what} | ${decant} | ${against} | ${isOver ? `**${ratio.toFixed(2)}**` : ratio.toFixed(2)} | ${most} |`,
  );
  if (isOver) process.exitCode = 1;
}
