import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { UrlTableInput } from '../passes/links/url-table.ts';
import type { OutputFile, TargetContext } from './target.ts';
import { createDiagnostic } from '../diagnostics/diagnostic.ts';
import { listUrls, type Redirect, redirectsIn, reportGone } from '../passes/links/url-table.ts';
import { basePath } from './scaffold/site-facts.ts';

export interface UrlFiles {
  /** `urls.json`, and what the user asked for beside it. */
  readonly files: readonly OutputFile[];
  /** As frameworks take them, which make a folder of each. */
  readonly redirects: readonly Redirect[];
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * `urls.json`: every address of the Hugo site, where it leads in the target, and what is gone. Redirects also as the file that
 * Netlify and Cloudflare read, and as a table, where the user wants them.
 */
export function urlFiles(
  { site, pages, options }: TargetContext,
  staticFolder: string,
  input: Pick<UrlTableInput, 'layout' | 'feeds'>,
): UrlFiles {
  const rows = listUrls({ site, pages, ...input });
  const redirects = redirectsIn(rows);
  const base = basePath(site);
  const lines = rows.map((row) => JSON.stringify(row)).join(',\n');
  const files: OutputFile[] = [{ path: 'urls.json', text: `[\n${lines}\n]\n` }];
  const diagnostics = [...reportGone(rows)];
  if (options.redirects.includes('csv')) files.push({ path: 'redirects.csv', text: csvOf(redirects, base) });
  if (options.redirects.includes('netlify')) {
    const own = site.staticFiles.find(({ url }) => url === '/_redirects');
    // The site's own rules are written by hand, and their order counts.
    const path = `${staticFolder === '' ? '' : `${staticFolder}/`}${own ? '_redirects.hugo' : '_redirects'}`;
    if (own) diagnostics.push(createDiagnostic('redirects-beside', { own: own.file, written: path }));
    files.push({ path, text: redirects.map(({ from, to }) => `${base}${from} ${base}${to} 301\n`).join('') });
  }
  return { files, redirects: redirects.map(fromFolder), diagnostics };
}

const INDEX = '/index.html';

/** The file of an address that ends in `index.html` is that of the folder: below one of its own name no server would find it. */
const fromFolder = (redirect: Redirect): Redirect =>
  redirect.from.endsWith(INDEX) ? { ...redirect, from: redirect.from.slice(0, 1 - INDEX.length) } : redirect;

const csvOf = (redirects: readonly Redirect[], base: string): string =>
  [['from', 'to', 'status'], ...redirects.map(({ from, to }) => [base + from, base + to, '301'])]
    .map((row) => `${row.map(cell).join(',')}\r\n`)
    .join('');

const cell = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
