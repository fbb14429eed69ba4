/** One page for `export` and `model`: from its site where it has one, else on its own with Hugo's defaults. */
import { readFileSync, statSync } from 'node:fs';
import { relative, resolve, sep } from 'node:path';
import type { Config } from '../../config/config.ts';
import type { OpenedSite } from '../../pipeline/open-site.ts';
import type { ReadMapping } from '../../pipeline/read-mapping.ts';
import type { PageMeta } from '../../model/page.ts';
import type { OpenOptions } from './open.ts';
import { openText } from '../../pipeline/open-text.ts';
import { UsageError } from '../exit-code.ts';
import { findSite } from '../find-site.ts';
import { configForCommand, mappingForCommand, siteForCommand } from './open.ts';

export interface PageFlags extends OpenOptions {
  readonly site?: string;
}

export interface OpenedPage {
  readonly opened: OpenedSite;
  readonly meta: PageMeta;
  readonly config: Config;
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
    const { config, mapping } = await configure(given, given.site);
    const dir = given.site ?? config.site;
    const site = dir === undefined ? undefined : await siteForCommand(dir, given, { config, mapping });
    const text = readFileSync(process.stdin.fd);
    const lone = openText(text, { file: STDIN_NAME, mappingFacts: mapping.facts, ...(site && { site }) });
    return { ...lone, config, mapping };
  }
  const stat = statSync(page, { throwIfNoEntry: false });
  if (!stat) throw new UsageError(`there is no file ${page}`);
  if (!stat.isFile()) throw new UsageError(`${page} is not a file`, 'to convert a whole site, use decant convert');
  const found = given.site ?? findSite(page);
  const { config, mapping } = await configure(given, found);
  const dir = given.site ?? config.site ?? found;
  if (dir === undefined) {
    return { ...openText(readFileSync(page), { file: page, mappingFacts: mapping.facts }), config, mapping };
  }
  const opened = await siteForCommand(dir, given, { config, mapping });
  const file = relative(resolve(dir), resolve(page)).split(sep).join('/');
  const meta = opened.site.pages.find((candidate) => candidate.file === file);
  if (meta) return { opened, meta, config, mapping };
  throw new UsageError(`${page} is no page of the site in ${dir}`, 'name a content file, or pass --site with its site');
}

async function configure(given: PageFlags, site?: string): Promise<{ config: Config; mapping: ReadMapping }> {
  const read = configForCommand(given, site);
  return { config: read.config, mapping: await mappingForCommand(given, read) };
}
