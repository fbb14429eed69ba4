/**
 * How many shortcode calls of a site end in a rule that says what they mean, with the `decant.yaml` that `decant init` writes and
 * not a line changed by hand.
 *
 *     node bench/semantics.ts SITE...                    (Node 22.18 or newer)
 *     MAPPING=my.yaml node bench/semantics.ts SITE       with a mapping file of one's own, or a shipped one, instead
 *
 * Counted from the ledger of a conversion to MDX, call by call:
 * - `semantic`: taken by a rule of any kind but `component` and `keep`: an admonition, tabs, a value, a reference, …
 * - `shipped component`: taken by a component rule of a mapping that comes with decant: somebody has named its props.
 * - `own component`: taken by a component rule that init wrote since it knew nothing better. No meaning.
 * - `none`: no rule, or kept as text.
 * The share is that of `semantic` alone.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { readConfig } from '../src/config/read-config.ts';
import { listRules } from '../src/mapping/explain.ts';
import { convertSite } from '../src/pipeline/convert-site.ts';
import { initSite } from '../src/pipeline/init/init-site.ts';
import { openSite } from '../src/pipeline/open-site.ts';
import { readMapping } from '../src/pipeline/read-mapping.ts';
import { loadTarget } from '../src/targets/load-target.ts';

type Class = 'semantic' | 'shipped component' | 'own component' | 'none';

const TARGET = 'mdx';
const sites = process.argv.slice(2);
if (sites.length === 0) throw new Error('usage: bench/semantics.ts SITE...');

for (const site of sites) {
  const scratch = mkdtempSync(join(tmpdir(), 'decant-semantics-'));
  try {
    await measure(site, scratch);
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

async function measure(site: string, scratch: string): Promise<void> {
  const named = process.env['MAPPING'];
  const file = named ?? (await writeInit(site, join(scratch, 'decant.yaml')));
  const mapping =
    named === undefined ? readMapping({ files: [], config: readConfig({ file }) }) : readMapping({ files: [named] });
  for (const { code, place } of mapping.diagnostics) console.log(`  ${file}:${place?.line}: ${code}`);
  const kinds = new Map(listRules(mapping.mapping, TARGET).map(({ id, as }) => [id, as]));
  const classOf = ({ result, by }: { readonly result: string; readonly by: string }): Class => {
    const as = kinds.get(by.split('[')[0] ?? by) ?? kinds.get(by);
    if (as === undefined || as === 'keep' || result === 'kept') return 'none';
    if (as !== 'component') return 'semantic';
    return by.startsWith('mappings/') ? 'shipped component' : 'own component';
  };
  const opened = await openSite(site, { mappingFacts: mapping.facts });
  const { ledger } = await convertSite(opened, {
    target: await loadTarget(TARGET),
    out: join(scratch, 'out'),
    mapping,
    dryRun: true,
  });
  const counts = new Map<Class, number>();
  const open = new Map<string, number>();
  for (const entry of Object.values(ledger.pages).flat()) {
    if (entry.kind !== 'call') continue;
    const found = classOf(entry);
    counts.set(found, (counts.get(found) ?? 0) + 1);
    if (found !== 'semantic') open.set(`${entry.name} (${found})`, (open.get(`${entry.name} (${found})`) ?? 0) + 1);
  }
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const semantic = counts.get('semantic') ?? 0;
  const share = total === 0 ? 100 : (100 * semantic) / total;
  const parts = [...counts].map(([name, count]) => `${name} ${count}`);
  console.log(`${basename(site)}: ${share.toFixed(1)} % of ${total} calls (${parts.join(', ')})`);
  for (const [name, count] of [...open].toSorted(([, a], [, b]) => b - a).slice(0, 12))
    console.log(`  ${count} ${name}`);
}

async function writeInit(site: string, file: string): Promise<string> {
  const open = (mapping: ReturnType<typeof readMapping>) => openSite(site, { mappingFacts: mapping.facts });
  const { text } = await initSite({ target: TARGET, open });
  writeFileSync(file, text);
  return file;
}
