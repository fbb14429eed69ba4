import type { UrlTableInput } from '../passes/links/url-table.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { OutputFile } from './target.ts';
import { listUrls, reportGone } from '../passes/links/url-table.ts';

/** `urls.json`: every address of the Hugo site, where it leads in the target, and what is gone. */
export function urlFile(input: UrlTableInput): {
  readonly file: OutputFile;
  readonly diagnostics: readonly Diagnostic[];
} {
  const rows = listUrls(input);
  const lines = rows.map((row) => JSON.stringify(row)).join(',\n');
  return { file: { path: 'urls.json', text: `[\n${lines}\n]\n` }, diagnostics: reportGone(rows) };
}
