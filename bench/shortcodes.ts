/**
 * Holds the shortcode calls that decant reads in a site against the calls that a real Hugo recorded there.
 *
 *     node bench/shortcodes.ts CORPUS_DIR ORACLE_JSONL      (Node 22.18 or newer)
 *
 * CORPUS_DIR is the site's folder. ORACLE_JSONL has a record a page, `{ file, shortcodes }`: `file` below that folder, and of
 * each call its `name`, `delim`, `params`, `path` and `inner`; it may be gzipped. Prints every difference and, last, how many
 * calls agree. What takes inner text is inferred as it is without templates: what is closed at least once in the site.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { gunzipSync } from 'node:zlib';
import type { CallTree } from '../src/model/page.ts';
import { createCollector, wordsOf } from '../src/diagnostics/diagnostic.ts';
import { endOf } from '../src/model/place.ts';
import { readFrontMatter } from '../src/reader/front-matter/read.ts';
import { collectShortcodeNames } from '../src/reader/shortcode/collect-names.ts';
import { findSummaryDivider } from '../src/reader/shortcode/find-divider.ts';
import { scanShortcodes, type ShortcodeScan } from '../src/reader/shortcode/scan.ts';

/** A call as Hugo recorded it, or as it reads here; no `inner` for what takes none. */
interface CallRecord {
  readonly path: string;
  readonly name: string;
  readonly delim: string;
  readonly params: unknown;
  readonly inner?: string;
  /** Only in records: `raw` where the inner text is what Hugo's lexer left of it, not what Markdown made of it. */
  readonly innerForm?: string;
}

interface PageRecord {
  readonly file: string;
  readonly shortcodes?: readonly CallRecord[];
}

/** What stands in a recorded inner text for the tags of the calls in it. */
const NESTED_CALL =
  /<!--\/?sc:[\d.]+-->|<x-sc p=[\d.]+>|<\/x-sc>|\n\nXSC\d+(?:Z\d+)*[OC]XSC\n\n|XSC\d+(?:Z\d+)*[OC]?XSC/g;

const [corpus, oracle] = process.argv.slice(2);
if (corpus === undefined || oracle === undefined) throw new Error('usage: bench/shortcodes.ts CORPUS_DIR ORACLE_JSONL');

const pages = readRecords(oracle).map(({ file, shortcodes = [] }) => {
  const source = readFileSync(join(corpus, file), 'utf8');
  return { file, source, records: shortcodes, ...readFrontMatter(source, createCollector(file)) };
});

const closed = new Set(pages.flatMap(({ source, bodyStart }) => [...collectShortcodeNames(source, bodyStart).closed]));

let total = 0;
let equal = 0;
let innerTexts = 0;
let time = 0;
for (const { file, source, bodyStart, records } of pages) {
  const collector = createCollector(file);
  const start = performance.now();
  const scan = scanShortcodes(source, bodyStart, (name) => closed.has(name), collector);
  time += performance.now() - start;
  for (const diagnostic of collector.diagnostics) {
    console.log(`${file}:${diagnostic.place?.line}: ${diagnostic.code}: ${wordsOf(diagnostic).message}`);
  }
  const ours = new Map(recordsOf(scan, source, bodyStart).map((record) => [record.path, record]));
  for (const theirs of records) {
    const own = ours.get(theirs.path);
    ours.delete(theirs.path);
    total++;
    if (theirs.innerForm === 'raw') innerTexts++;
    const difference = own ? differenceBetween(own, theirs) : 'not found';
    if (difference === undefined) equal++;
    else console.log(`${file} ${theirs.path} ${theirs.name}: ${difference}`);
  }
  for (const { path, name } of ours.values()) console.log(`${file} ${path} ${name}: not in the record`);
}
console.log(
  `${equal} of ${total} calls agree on ${pages.length} pages, ${innerTexts} of them with inner text (${time.toFixed(0)} ms)`,
);
process.exitCode = equal === total ? 0 : 1;

function readRecords(file: string): PageRecord[] {
  const bytes = readFileSync(file);
  const text = (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line): PageRecord => JSON.parse(line));
}

function differenceBetween(own: CallRecord, theirs: CallRecord): string | undefined {
  if (own.name !== theirs.name) return `called ${own.name}`;
  if (own.delim !== theirs.delim) return `written ${own.delim}`;
  const params = theirs.params ?? [];
  if (!isDeepStrictEqual(own.params, params)) return `${JSON.stringify(own.params)} for ${JSON.stringify(params)}`;
  const inner = theirs.inner?.replaceAll(NESTED_CALL, '');
  if (theirs.innerForm !== 'raw' || own.inner === inner) return undefined;
  return `inner text ${JSON.stringify(own.inner)} for ${JSON.stringify(inner)}`;
}

function recordsOf(scan: ShortcodeScan, source: string, bodyStart: number): CallRecord[] {
  const calls: CallTree[] = [];
  const stack = [...scan.calls];
  for (let call = stack.pop(); call; call = stack.pop()) {
    calls.push(call);
    stack.push(...call.calls);
  }
  const divider = findSummaryDivider(source, bodyStart, scan.calls);
  const replaced: Replacement[] = [
    ...scan.literals,
    ...(divider ? [{ start: divider.offset, end: endOf(divider), text: '' }] : []),
    ...calls
      .flatMap(({ openTag, closeTag }) => [openTag, ...(closeTag ? [closeTag] : [])])
      .map((tag) => ({ start: tag.offset, end: endOf(tag), text: '' })),
  ].toSorted((a, b) => a.start - b.start);
  return calls.map((call) => ({
    path: call.path,
    name: call.name,
    delim: call.notation === 'markdown' ? '%' : '<',
    params: paramsOf(call),
    inner: innerOf(call, source, replaced),
  }));
}

function paramsOf({ arguments: { kind, items } }: CallTree): unknown {
  if (kind === 'positional') return items.map(({ value }) => value);
  return Object.fromEntries(items.map(({ name, value }) => [name, value]));
}

interface Replacement {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** The inner text without the tags of the calls in it, and with what Hugo's lexer changes in it. */
function innerOf({ inner }: CallTree, source: string, replaced: readonly Replacement[]): string {
  if (!inner) return '';
  const end = endOf(inner.place);
  let text = '';
  let at = inner.place.offset;
  for (const { start, end: stop, text: replacement } of replaced) {
    if (start < at || stop > end) continue;
    text += source.slice(at, start) + replacement;
    at = stop;
  }
  return text + source.slice(at, end);
}
