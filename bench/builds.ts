/**
 * Looks through a converted site as it was built, and says of everything that is broken there whether it was in order on the Hugo site.
 *
 *     node bench/builds.ts BUILD RECORDS.jsonl [--base /PATH/] [--host HOST]… [--log FILE] [--show]      (Node 22.18 or newer)
 *
 * BUILD is the folder of the built site, every page of which is parsed: links, the places on pages that they lead to, pictures, and
 * pages that only redirect. RECORDS.jsonl is what Hugo made of the old site, a line a page (`relPermalink`, `aliases`, `ids`, `content`,
 * `resources`, `shortcodes`), gzipped or not. `--base` is the path that the new site stands below, where the old one stood at the root;
 * `--host` names a host of the site, to which whole addresses count as links of its own. `--log` is what the build printed:
 * what Docusaurus' own check calls broken is counted apart, and how much of it is in order in the built pages, for it sees no ids of raw
 * HTML. `--show` prints each case.
 *
 * A link was *fine* in Hugo if a page, an alias, a page's file or an id is at its target. It was *broken* there already if nothing is, and
 * the page itself names the target. What is neither is *new*: an address that the conversion has made up.
 */
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { type BuiltPage, type BuiltSite, readBuiltSite } from './builds/html.ts';
import { type Address, type HugoSite, keyOf, readHugoSite, resolveAddress } from './builds/records.ts';
import { readWarnings } from './builds/warnings.ts';

const USAGE = 'usage: builds BUILD RECORDS.jsonl [--base /PATH/] [--host HOST]... [--log FILE] [--show]';

const KINDS = ['link', 'place', 'picture', 'redirect'] as const;
const VERDICTS = ['fine', 'broken', 'new'] as const;
/** The page of what stands on all of them. */
const AROUND = '';
type Verdict = (typeof VERDICTS)[number];

/** Something that the built site does not have where it says so. */
interface Broken {
  readonly kind: (typeof KINDS)[number];
  readonly page: string;
  readonly address: string;
  readonly to: Address;
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    base: { type: 'string', default: '/' },
    host: { type: 'string', multiple: true, default: [] },
    log: { type: 'string' },
    show: { type: 'boolean', default: false },
  },
});
const [folder, recordsFile] = positionals;
if (folder === undefined || recordsFile === undefined) {
  console.error(USAGE);
  process.exitCode = 2;
} else {
  const built = readBuiltSite(folder, values.base);
  judge(built, readHugoSite(recordsFile, values.host), basename(recordsFile).split('.')[0] ?? '');
  if (values.log !== undefined) compare(built, readFileSync(values.log, 'utf8'));
}

function judge(built: BuiltSite, hugo: HugoSite, site: string): void {
  const cells = VERDICTS.map((verdict) => ({ verdict, counts: KINDS.map(() => 0) }));
  for (const found of distinct(built.pages.flatMap((page) => brokenOn(page, built)))) {
    const verdict = verdictOn(found, hugo);
    const cell = cells.find((candidate) => candidate.verdict === verdict);
    const at = KINDS.indexOf(found.kind);
    if (cell) cell.counts[at] = (cell.counts[at] ?? 0) + 1;
    if (values.show) console.log(`${verdict}: ${found.kind} ${found.page} -> ${nameOf(found.to)}`);
  }
  const counts = cells.map((cell) => cell.counts.join(' / '));
  const pages = built.pages.filter(({ redirect }) => redirect === undefined).length;
  console.log(`| ${[site, pages, ...counts].join(' | ')} |`);
  if (cells.some(({ verdict, counts: own }) => verdict !== 'broken' && own.some(Boolean))) process.exitCode = 1;
}

/** What is broken on a page. What stands around the content on every page is looked at too. */
function brokenOn({ url, redirect, addresses }: BuiltPage, built: BuiltSite): readonly Broken[] {
  if (redirect !== undefined) {
    const to = resolve(redirect, url);
    return to && !built.has(to.key) ? [{ kind: 'redirect', page: url, address: redirect, to }] : [];
  }
  return addresses.flatMap(({ kind, value, where }): readonly Broken[] => {
    const to = resolve(value, url);
    if (!to) return [];
    const page = where === 'content' ? url : AROUND;
    if (!built.has(to.key)) return [{ kind: kind === 'image' ? 'picture' : 'link', page, address: value, to }];
    return hasPlace(to, built) ? [] : [{ kind: 'place', page, address: value, to }];
  });
}

function resolve(address: string, page: string): Address | undefined {
  return resolveAddress(address, page, values.host);
}

/** A page has a top, and a browser looks for text by itself. */
function hasPlace({ key, fragment }: Address, built: BuiltSite): boolean {
  const page = built.pageAt(key);
  const isFree = fragment === '' || fragment.toLowerCase() === 'top' || fragment.startsWith(':~:');
  return isFree || page === undefined || page.redirect !== undefined || page.ids.has(fragment);
}

/** Each target of a page once. */
function distinct(all: readonly Broken[]): Iterable<Broken> {
  const known = new Map<string, Broken>();
  for (const found of all) known.set(`${found.kind} ${keyOf(encodeURI(found.page))} ${nameOf(found.to)}`, found);
  return known.values();
}

function nameOf({ key, fragment }: Address): string {
  return fragment === '' ? key : `${key}#${fragment}`;
}

function verdictOn(found: Broken, hugo: HugoSite): Verdict {
  const page = below(keyOf(encodeURI(found.page)));
  if (hugo.has(page)) return verdictAt(page, found.to, found.kind, hugo);
  const original = hugo.original(page);
  // A page that is shown in a language which has no translation of it: what it says in its own.
  if (original !== undefined) {
    const language = page.slice(0, page.length - original.length);
    const key = below(found.to.key);
    const to = key.startsWith(`${language}/`) ? { ...found.to, key: key.slice(language.length) } : found.to;
    return verdictAt(original, to, found.kind, hugo);
  }
  // A list of posts: what the posts make of the address.
  const users = hugo.pagesWith(found.address).map((user) => ({ user, to: resolve(found.address, user) }));
  const verdicts = users.flatMap(({ user, to }) => (to ? [verdictAt(user, to, found.kind, hugo)] : []));
  return (
    VERDICTS.find((verdict) => verdict !== 'new' && verdicts.includes(verdict)) ??
    verdictAt(page, found.to, found.kind, hugo)
  );
}

function verdictAt(page: string, { key: full, fragment }: Address, kind: Broken['kind'], hugo: HugoSite): Verdict {
  const key = below(full);
  const wasThere = kind === 'place' ? hugo.idsAt(key)?.has(fragment) === true : hugo.has(key);
  if (wasThere) return 'fine';
  const id = kind === 'place' ? fragment : '';
  return hugo.names(page, key, id) || hugo.names(page, full, id) ? 'broken' : 'new';
}

/** An address as the old site has it. One that lacks the base leads out of the new site, and stays as it is. */
function below(key: string): string {
  const base = values.base.replace(/\/$/, '');
  return key === base ? '/' : key.startsWith(`${base}/`) ? key.slice(base.length) : key;
}

/** Docusaurus' own check beside the built pages. */
function compare(built: BuiltSite, log: string): void {
  const warnings = readWarnings(log);
  const inOrder = warnings.filter(({ page, href }) => {
    const to = resolve(href, page);
    return to && built.has(to.key) && hasPlace(to, built);
  });
  if (values.show) for (const { kind, page, href } of inOrder) console.log(`in order: ${kind} ${page} -> ${href}`);
  console.log(
    `Docusaurus' own check: ${warnings.length} broken, ${inOrder.length} of which are in order in the built pages`,
  );
}
