/**
 * Reads every page of a site with both Markdown engines and names each kind of difference between the trees.
 *
 *     node bench/engines.ts SITE [EXAMPLES]      (Node 22.18 or newer)
 *
 * Two trees are the same if the model is, places left out; places are compared where the trees are the same. A kind of
 * difference is the first place where two trees part: the types of the nodes down to it and the field that differs.
 */
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { MarkdownEngine } from '../src/reader/markdown/engine.ts';
import type { Page, PageMeta } from '../src/model/page.ts';
import { openSite, type OpenedSite } from '../src/pipeline/open-site.ts';
import { micromarkEngine } from '../src/reader/markdown/micromark.ts';
import { satteriEngine } from '../src/reader/markdown/satteri.ts';
import { readPage } from '../src/reader/read-page.ts';

/** The first difference between two values. */
interface Difference {
  readonly kind: string;
  readonly satteri: unknown;
  readonly micromark: unknown;
}

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

const PLACES = new Set(['place', 'openTag', 'closeTag']);
const PAGES_PER_TURN = 32;

const isObject = (value: Json): value is { readonly [key: string]: Json } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Where two values part, `path` being the types of the nodes down to them. */
function compare(a: Json, b: Json, path: string): Difference | undefined {
  if (Array.isArray(a) && Array.isArray(b)) {
    for (let at = 0; at < Math.max(a.length, b.length); at++) {
      if (at >= a.length || at >= b.length) return { kind: `${path}: more nodes`, satteri: a[at], micromark: b[at] };
      const found = compare(a[at] as Json, b[at] as Json, path);
      if (found) return found;
    }
    return undefined;
  }
  if (!isObject(a) || !isObject(b)) return a === b ? undefined : { kind: path, satteri: a, micromark: b };
  if (a['type'] !== b['type']) return { kind: `${path}: ${a['type']} for ${b['type']}`, satteri: a, micromark: b };
  const here = typeof a['type'] === 'string' ? `${path} > ${a['type']}` : path;
  for (const key of new Set([...Object.keys(a), ...Object.keys(b)])) {
    const field = key === 'children' || key === 'body' ? here : `${here}.${key}`;
    const found = compare(a[key] ?? null, b[key] ?? null, field);
    if (found) return found;
  }
  return undefined;
}

function readWith(engine: MarkdownEngine, meta: PageMeta, opened: OpenedSite): Page {
  const { site } = opened;
  const { markup } = site.languages.find(({ code }) => code === meta.language) ?? {};
  if (!markup) throw new Error(`${meta.file} is in the unknown language ${meta.language}`);
  return readPage({ meta, ...opened.load(meta), markup, shortcodes: site.shortcodes, engine }).page;
}

// The model is plain JSON.
const bodyOf = (page: Page): Json => JSON.parse(JSON.stringify(page.body)) as Json;

const withoutPlaces = (body: Json): Json =>
  JSON.parse(JSON.stringify(body, (key, value: Json) => (PLACES.has(key) ? undefined : value))) as Json;

const short = (value: unknown): string => (JSON.stringify(value) ?? 'nothing').slice(0, 160);

const [dir, examples = '3'] = process.argv.slice(2);
if (dir === undefined) {
  console.error('usage: engines SITE [EXAMPLES]');
  process.exit(2);
}
const opened = await openSite(dir, { disabledLanguages: 'read' });
const kinds = new Map<string, { readonly file: string; readonly difference: Difference }[]>();
const counts = { same: 0, places: 0 };
for (const [at, meta] of opened.site.pages.entries()) {
  if (at % PAGES_PER_TURN === 0) await nextTurn();
  const [a, b] = [bodyOf(readWith(satteriEngine, meta, opened)), bodyOf(readWith(micromarkEngine, meta, opened))];
  const tree = compare(withoutPlaces(a), withoutPlaces(b), '');
  const difference = tree ?? compare(a, b, 'place');
  if (!tree) counts.same++;
  if (!difference) counts.places++;
  else kinds.set(difference.kind, [...(kinds.get(difference.kind) ?? []), { file: meta.file, difference }]);
}
const all = opened.site.pages.length;
const percent = (count: number): string => `${((100 * count) / Math.max(1, all)).toFixed(2)} %`;
console.log(`${dir}: ${all} pages, same tree ${counts.same} (${percent(counts.same)})`);
console.log(`  same tree and places ${counts.places} (${percent(counts.places)})`);
for (const [kind, found] of [...kinds].toSorted(([, a], [, b]) => b.length - a.length)) {
  console.log(`  ${found.length} ${kind}`);
  for (const { file, difference } of found.slice(0, Number(examples))) {
    console.log(
      `    ${file}\n      satteri   ${short(difference.satteri)}\n      micromark ${short(difference.micromark)}`,
    );
  }
}
