/**
 * Converts a site again and again in one process, with the built decant, and prints how many MB it had at most by half of the passes and by
 * their end. `bench/performance.ts` runs it.
 *
 *     node bench/passes.js SITE OUT PASSES
 */
import { rmSync } from 'node:fs';
import { convertSite, loadTarget, openSite, readMapping } from '../dist/index.js';

const [site = '', out = '', passes = '8'] = process.argv.slice(2);
const peaks = [];
for (let pass = 0; pass < Number(passes); pass++) {
  rmSync(out, { recursive: true, force: true });
  const opened = await openSite(site);
  await convertSite(opened, { out, target: await loadTarget('mdx'), mapping: readMapping({ site, files: [] }) });
  peaks.push(process.resourceUsage().maxRSS / 1024);
}
console.log(JSON.stringify([peaks[Math.ceil(peaks.length / 2) - 1], peaks.at(-1)]));
