/**
 * Holds decant's page index against what Hugo recorded of the same site: counts equal and different pages field by field.
 *
 *     node bench/site.ts SITE RECORDS.jsonl [EXAMPLES]      (Node 22.18 or newer)
 */
import { readFileSync } from 'node:fs';
import type { PageMeta } from '../src/model/page.ts';
import { fieldOf } from '../src/model/field.ts';
import { openSite } from '../src/pipeline/open-site.ts';
import { asText } from '../src/reader/site/config/values.ts';

/** What a record says of a page, as far as it is compared. */
interface PageRecord {
  readonly file: string;
  readonly lang: string;
  readonly kind: string;
  readonly bundle: string;
  readonly section: string;
  readonly type: string;
  readonly relPermalink: string;
  readonly aliases: readonly string[];
  readonly draft: boolean;
  readonly title: string;
  readonly owner?: string;
  readonly resources: readonly { readonly name: string; readonly params?: object }[];
}

interface Comparison {
  readonly name: string;
  readonly ours: (page: PageMeta) => unknown;
  readonly theirs: (record: PageRecord) => unknown;
}

const trimSlash = (path: string): string => (path.length > 1 && path.endsWith('/') ? path.slice(0, -1) : path);

const COMPARISONS: readonly Comparison[] = [
  { name: 'kind', ours: (page) => page.kind, theirs: (record) => record.kind },
  { name: 'bundle', ours: (page) => (page.bundle === 'none' ? '' : page.bundle), theirs: (record) => record.bundle },
  { name: 'section', ours: (page) => page.section, theirs: (record) => record.section },
  { name: 'type', ours: (page) => page.contentType, theirs: (record) => record.type },
  { name: 'permalink', ours: (page) => page.permalink, theirs: (record) => record.relPermalink },
  {
    name: 'aliases',
    // The record has them without escapes.
    ours: (page) => page.aliases.map((alias) => decodeURI(trimSlash(alias))).toSorted(),
    theirs: (record) => [...new Set(record.aliases.map(trimSlash))].toSorted(),
  },
  { name: 'draft', ours: (page) => page.hidden.includes('draft'), theirs: (record) => record.draft },
  {
    name: 'title',
    ours: (page) => asText(fieldOf(page.frontMatter.fields, 'title')?.value) ?? '',
    theirs: (record) => record.title,
  },
  { name: 'bundled', ours: (page) => page.owner !== undefined, theirs: (record) => record.owner !== undefined },
  {
    name: 'resources',
    ours: (page) => page.resources.map(({ name }) => name).toSorted(),
    theirs: (record) => record.resources.map(({ name }) => name).toSorted(),
  },
];

const [dir, recordFile, examples = '3'] = process.argv.slice(2);
if (dir === undefined || recordFile === undefined) {
  console.error('usage: site SITE RECORDS.jsonl [EXAMPLES]');
  process.exit(2);
}
const started = performance.now();
const { site, diagnostics } = await openSite(dir, { disabledLanguages: 'read' });
const milliseconds = performance.now() - started;
const lines = readFileSync(recordFile, 'utf8')
  .split('\n')
  .filter((line) => line !== '');
// The records are made by a tool of ours from Hugo's own output and have the shape above.
const records = lines.map((line) => JSON.parse(line) as PageRecord);
const byFile = new Map(site.pages.map((page) => [`${page.language}:${page.file}`, page]));
const found = records.filter((record) => byFile.has(`${record.lang}:${record.file}`));
const recorded = new Set(records.map((record) => `${record.lang}:${record.file}`));
console.log(`${dir}: ${site.pages.length} pages in ${milliseconds.toFixed(0)} ms, ${diagnostics.length} findings`);
console.log(`  pages     ${found.length} of ${records.length} records; ${site.pages.length - found.length} more`);
for (const record of records) {
  if (!byFile.has(`${record.lang}:${record.file}`)) console.log(`    missing ${record.lang}:${record.file}`);
}
for (const [key] of byFile) if (!recorded.has(key)) console.log(`    not recorded ${key}`);
for (const { name, ours, theirs } of COMPARISONS) {
  const different = found.flatMap((record) => {
    const page = byFile.get(`${record.lang}:${record.file}`);
    const [mine, hugo] = [JSON.stringify(page && ours(page)), JSON.stringify(theirs(record))];
    return mine === hugo ? [] : [`${record.file}: ${mine}, Hugo ${hugo}`];
  });
  console.log(`  ${name.padEnd(9)} ${found.length - different.length} of ${found.length}`);
  for (const line of different.slice(0, Number(examples))) console.log(`    ${line}`);
}
