/**
 * Says of everything that a build of a converted site found broken whether it was in order on the Hugo site.
 *
 *     node bench/builds.ts REPORT.json RECORDS.jsonl [--base /PATH/] [--show]      (Node 22.18 or newer)
 *
 * REPORT.json is what was found in the built site: `brokenLinks`, `brokenAnchors`, `htmlLinks`, `htmlAnchors` as `{ page, href }`,
 * `htmlImages` as `{ page, src }`, and `errors` of pages that did not compile. RECORDS.jsonl is what Hugo made of the old site, a
 * line a page (`relPermalink`, `aliases`, `ids`, `content`, `resources`, `shortcodes`), gzipped or not. `--base` is the path that the
 * new site stands below, where the old one stood at the root; `--show` prints each case.
 *
 * A link was *fine* in Hugo if a page, an alias, a page's file or an id is at its target. It was *broken* there already if nothing is, and
 * the page itself names the target. What is neither is *new*: an address that the conversion has made up.
 */
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { type HugoSite, keyOf, readHugoSite, resolveAddress } from './builds/records.ts';

const USAGE = 'usage: builds REPORT.json RECORDS.jsonl [--base /PATH/] [--show]';

interface Report {
  readonly tool?: string;
  readonly pages: number;
  readonly errors?: readonly { readonly kind: string; readonly file?: string; readonly message: string }[];
  readonly brokenLinks?: readonly Link[];
  readonly brokenAnchors?: readonly Link[];
  readonly htmlLinks?: readonly Link[];
  readonly htmlAnchors?: readonly Link[];
  readonly htmlImages?: readonly { readonly page: string; readonly src: string }[];
}

interface Link {
  readonly page: string;
  readonly href: string;
}

const KINDS = ['links', 'anchors', 'images'] as const;
const VERDICTS = ['fine', 'broken', 'new'] as const;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { base: { type: 'string', default: '/' }, show: { type: 'boolean', default: false } },
});
const [reportFile, recordsFile] = positionals;
if (reportFile === undefined || recordsFile === undefined) {
  console.error(USAGE);
  process.exitCode = 2;
} else {
  const report = JSON.parse(readFileSync(reportFile, 'utf8')) as Report;
  judge(report, readHugoSite(recordsFile), basename(recordsFile).split('.')[0] ?? '');
}

function judge(report: Report, hugo: HugoSite, site: string): void {
  const found = {
    links: [...(report.brokenLinks ?? []), ...(report.htmlLinks ?? [])],
    anchors: [...(report.brokenAnchors ?? []), ...(report.htmlAnchors ?? [])],
    images: (report.htmlImages ?? []).map(({ page, src }) => ({ page, href: src })),
  };
  const errors = report.errors ?? [];
  if (values.show) for (const { kind, file, message } of errors) console.log(`error: ${kind} ${file ?? ''} ${message}`);
  const cells = VERDICTS.map((verdict) => ({ verdict, counts: KINDS.map(() => 0) }));
  for (const [at, kind] of KINDS.entries()) {
    for (const { page, target } of distinct(found[kind])) {
      const verdict = verdictOn(page, target, kind, hugo);
      const cell = cells.find((candidate) => candidate.verdict === verdict);
      if (cell) cell.counts[at] = (cell.counts[at] ?? 0) + 1;
      if (values.show) console.log(`${verdict}: ${kind} ${page} -> ${target.key}#${target.fragment}`);
    }
  }
  const counts = cells.map((cell) => cell.counts.join(' / '));
  console.log(`| ${[site, report.tool ?? '', report.pages, errors.length, ...counts].join(' | ')} |`);
  if (errors.length > 0 || cells.some(({ verdict, counts: own }) => verdict !== 'broken' && own.some(Boolean)))
    process.exitCode = 1;
}

/** `key` is the address below the base, `full` with it. */
type Target = NonNullable<ReturnType<typeof resolveAddress>> & { readonly full: string };

/** The links of each page by target, each once, below the base. */
function distinct(links: readonly Link[]): readonly { readonly page: string; readonly target: Target }[] {
  const all = new Map<string, { page: string; target: Target }>();
  for (const { page, href: written } of links) {
    // A framework may say behind a relative address what it has made of it.
    const href = written.split(' (resolved as: ')[0] ?? written;
    const to = resolveAddress(href, page);
    if (!to) continue;
    const target = { ...to, key: belowBase(to.key), full: to.key };
    const from = belowBase(keyOf(page));
    all.set(`${from} ${target.key}#${target.fragment}`, { page: from, target });
  }
  return [...all.values()];
}

/** An address as the old site has it. One that lacks the base leads out of the new site, and stays as it is. */
function belowBase(key: string): string {
  const base = values.base.replace(/\/$/, '');
  return key === base ? '/' : key.startsWith(`${base}/`) ? key.slice(base.length) : key;
}

function verdictOn(
  page: string,
  { key, full, fragment }: Target,
  kind: string,
  hugo: HugoSite,
): (typeof VERDICTS)[number] {
  const wasThere = kind === 'anchors' ? hugo.idsAt(key)?.has(fragment) === true : hugo.has(key);
  if (wasThere) return 'fine';
  const id = kind === 'anchors' ? fragment : '';
  return hugo.names(page, key, id) || hugo.names(page, full, id) ? 'broken' : 'new';
}
