/** One page for `export` and `model`: from its site where it has one, else on its own with Hugo's defaults. */
import { readFileSync, statSync } from 'node:fs';
import { relative, resolve, sep } from 'node:path';
import type { OpenedSite } from '../../pipeline/open-site.ts';
import type { ReadMapping } from '../../pipeline/read-mapping.ts';
import type { PageMeta } from '../../model/page.ts';
import type { OpenOptions } from './open.ts';
import { openText } from '../../pipeline/open-text.ts';
import { UsageError } from '../exit-code.ts';
import { findSite, mappingForCommand, siteForCommand } from './open.ts';

export interface PageFlags extends OpenOptions {
  readonly site?: string;
}

export interface OpenedPage {
  readonly opened: OpenedSite;
  readonly meta: PageMeta;
  readonly mapping: ReadMapping;
}

/** The name that findings give to a page from standard input. */
const STDIN_NAME = 'stdin.md';

/**
 * Opens the page that the user named; `-` is standard input, which belongs to no site unless `--site` says so.
 * @throws UsageError where there is no such file, or it is no page of its site.
 */
export async function openPage(page: string, given: PageFlags): Promise<OpenedPage> {
  if (page === '-') {
    const mapping = mappingForCommand(given, given.site);
    const site = given.site === undefined ? undefined : await siteForCommand(given.site, given, mapping);
    const text = readFileSync(process.stdin.fd);
    return { ...openText(text, { file: STDIN_NAME, mappingFacts: mapping.facts, ...(site && { site }) }), mapping };
  }
  const stat = statSync(page, { throwIfNoEntry: false });
  if (!stat) throw new UsageError(`there is no file ${page}`);
  if (!stat.isFile()) throw new UsageError(`${page} is not a file`, 'to convert a whole site, use decant convert');
  const dir = given.site ?? findSite(page);
  const mapping = mappingForCommand(given, dir);
  if (dir === undefined) {
    return { ...openText(readFileSync(page), { file: page, mappingFacts: mapping.facts }), mapping };
  }
  const opened = await siteForCommand(dir, given, mapping);
  const file = relative(resolve(dir), resolve(page)).split(sep).join('/');
  const meta = opened.site.pages.find((candidate) => candidate.file === file);
  if (meta) return { opened, meta, mapping };
  throw new UsageError(`${page} is no page of the site in ${dir}`, 'name a content file, or pass --site with its site');
}
