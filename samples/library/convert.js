/** Converts a site to MDX with decant's library: node samples/library/convert.js SITE OUT */
import { convertSite, loadTarget, openSite, readMapping, wordsOf } from 'decant';

const [, , site = 'samples/mesh-docs', out = 'out/library'] = process.argv;

const mapping = readMapping({ site, files: [] });
const opened = await openSite(site, { mappingFacts: mapping.facts });
const { report } = await convertSite(opened, { target: await loadTarget('mdx'), mapping, out });

for (const diagnostic of report.diagnostics.filter(({ severity }) => severity !== 'info')) {
  console.log(`${diagnostic.file}:${diagnostic.place?.line ?? 1} ${diagnostic.code} ${wordsOf(diagnostic).message}`);
}
console.log(`${report.pages.converted} pages, ${report.totals.call.source} shortcode calls, ${report.totals.call.dropped} dropped`);
