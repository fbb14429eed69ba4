/**
 * Reads every page of a site to the model, with the built decant: one process that does nothing else, to be timed from outside.
 *
 *     npm run build && node bench/read.js SITE
 *
 * `bench/performance.ts` runs it in turn with Hugo.
 */
import { setImmediate as nextTurn } from 'node:timers/promises';
import { loadEngine, openSite, readPage } from '../dist/index.js';

// The native parser frees its memory only when the event loop turns.
const PAGES_PER_TURN = 32;

const [dir] = process.argv.slice(2);
if (dir === undefined) {
  console.error('usage: read SITE');
  process.exit(2);
}
const opened = await openSite(dir, { disabledLanguages: 'read' });
const { pages, languages, shortcodes } = opened.site;
const engine = await loadEngine();
const markups = new Map(languages.map(({ code, markup }) => [code, markup]));
let blocks = 0;
for (const [at, meta] of pages.entries()) {
  if (at % PAGES_PER_TURN === 0) await nextTurn();
  const { page } = readPage({ meta, ...opened.load(meta), markup: markups.get(meta.language), shortcodes, engine });
  blocks += page.body.length;
}
console.log(`${pages.length} pages, ${blocks} blocks`);
