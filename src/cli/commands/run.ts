/** What `convert` and `diff` have in common: from the command line to the report of a run. */
import { existsSync, statSync } from 'node:fs';
import { join, resolve, sep } from 'node:path';
import type { Config } from '../../config/config.ts';
import type { ReadConfig } from '../../config/read-config.ts';
import type { FileChange, RunReport } from '../../diagnostics/run-report.ts';
import type { OutputFolder } from '../../pipeline/convert-folder.ts';
import type { ConversionOptions } from '../../pipeline/open-conversion.ts';
import type { OpenedSite } from '../../pipeline/open-site.ts';
import type { EditPolicy } from '../../pipeline/output/decide.ts';
import type { ReadMapping } from '../../pipeline/read-mapping.ts';
import type { Selection } from '../../pipeline/select-pages.ts';
import type { Shard } from '../../pipeline/shards/shard.ts';
import type { RedirectForm } from '../../targets/target.ts';
import type { SiteVersion } from '../../targets/routes/versions.ts';
import type { NamedVersion } from '../../config/versions.ts';
import type { SharedOptions } from '../options.ts';
import type { NamedOutput, OutputFlags } from '../outputs.ts';
import type { OpenFolder, VersionSiteOptions } from '../version-sites.ts';
import type { Changes } from './since.ts';
import { convertFolder } from '../../pipeline/convert-folder.ts';
import { hasShard } from '../../pipeline/shards/shard-files.ts';
import { openFiles } from '../../pipeline/site-files.ts';
import { loadTarget } from '../../targets/load-target.ts';
import { UsageError } from '../exit-code.ts';
import { contentfulOptions, limitsOf } from '../options.ts';
import { outputsFor } from '../outputs.ts';
import { createProgress } from '../terminal.ts';
import { delayTurbofan, saveMemory } from '../v8-settings.ts';

/** The options of a run over a site. */
export interface RunFlags extends Omit<SharedOptions, 'reporter' | 'all' | 'to'>, OutputFlags {
  /** `false` under --no-cache. */
  readonly cache?: boolean;
  readonly lang?: readonly string[];
  readonly include?: readonly string[];
  readonly exclude?: readonly string[];
  readonly since?: string;
  readonly drafts?: boolean;
  readonly future?: boolean;
  readonly expired?: boolean;
  readonly prune?: boolean;
  readonly keepEdits?: boolean;
  readonly overwrite?: boolean;
  readonly scaffold?: boolean;
  readonly redirects?: readonly RedirectForm[];
  readonly version?: readonly SiteVersion[];
  readonly shard?: Shard;
  readonly jobs?: number;
}

export interface RunMode {
  /** Nothing is written. */
  readonly planOnly: boolean;
  readonly onChange?: (change: FileChange) => void;
}

/** Runs a conversion as the options say it; Ctrl-C ends it behind a page. */
export async function runConversion(dir: string | undefined, given: RunFlags, mode: RunMode): Promise<FinishedRun> {
  const read = await settingsFor(dir, given);
  const { config } = read;
  const site = dir ?? config.site ?? '.';
  const named = outputsFor(given, config);
  if (named.length === 0) throw (await import('./open.ts')).noTarget();
  const targets = named.map(({ target }) => target);
  const { shard, prune = false } = given;
  // What decant.yaml selects is the migration, and so is what all shards select; what a flag selects is a part of it.
  const isPart = !shard && [given.lang, given.include, given.exclude].some((flag) => flag !== undefined);
  const selection = { ...selectionOf(given, config), isPart };
  const changed = given.since === undefined ? undefined : await changesFor(site, given.since);
  const { planOnly: dryRun, onChange } = mode;
  const options = { ...whatMatters(given), settings: read.text, ...(changed && { changed: changed.paths }) };
  delayTurbofan();
  const progress = createProgress();
  const stop = new AbortController();
  const onInterrupt = (): void => stop.abort();
  process.once('SIGINT', onInterrupt);
  let sourceOf: FinishedRun['sourceOf'] | undefined;
  try {
    const results = await convertFolder({
      site,
      outputs: named.map((output) => folderFor(output, { ...given, options, onChange })),
      dryRun,
      prune,
      readMapping: async () => (await import('./open.ts')).mappingForCommand(given, read),
      openSite: async (mapping, hooks) => {
        const { siteForCommand } = await import('./open.ts');
        const open: OpenFolder = (folder) => siteForCommand(folder, given, { config, mapping, hooks });
        return openWithVersions(site, versionsOf(given, config), { targets, open });
      },
      prepare: async (opened, mapping) => {
        sourceOf = opened.read;
        saveMemory(opened.site.pages.length);
        for (const { out } of named) checkOutput(opened, out);
        checkLanguages(opened, selection.languages ?? []);
        const files = changed && (await narrowTo(opened, { ...changed, inputs: inputsOf(read, mapping) }));
        return {
          ...selection,
          ...(files && { files, isPart: true }),
          mapping,
          ...conversionOptions(given, config),
          versions: await checkVersionsOf(opened, versionsOf(given, config)),
          dryRun,
          edits: editPolicy(given),
          prune,
          ...(shard && { shard }),
          ...(given.jobs !== undefined && { jobs: given.jobs }),
          onProgress: (done, total, file) => progress.update(done, total, file),
          signal: stop.signal,
        };
      },
    });
    return { reports: results.map(({ report }) => report), sourceOf: sourceOf ?? openFilesOf(site) };
  } finally {
    progress.clear();
    process.off('SIGINT', onInterrupt);
  }
}

interface FolderOptions extends Pick<RunFlags, 'cache' | 'shard'> {
  readonly options: object;
  readonly onChange: RunMode['onChange'];
}

/** The folder of one of the targets. */
function folderFor(
  { target, out, shownAs }: NamedOutput,
  { cache, shard, options, onChange }: FolderOptions,
): OutputFolder {
  return {
    out,
    loadTarget: () => loadTarget(target),
    options: { ...options, target },
    ignoreCache: cache === false || (shard !== undefined && !hasShard(out)),
    ...(onChange && { onChange: withFolder(shownAs, onChange) }),
  };
}

/** Of several targets, changes are named with the folder that theirs is shown as. */
export const withFolder = (folder: string | undefined, tell: (change: FileChange) => void): typeof tell =>
  folder === undefined ? tell : (change) => tell({ ...change, path: `${folder}/${change.path}` });

const changesFor = async (site: string, ref: string): Promise<Changes> =>
  (await import('./since.ts')).changesFor(site, ref);

export const versionsOf = (given: Pick<RunFlags, 'version'>, config: Config): readonly NamedVersion[] =>
  given.version ?? config.versions ?? [];

const narrowTo = async (
  opened: OpenedSite,
  changed: Changes & { readonly inputs: ReadonlySet<string> },
): Promise<ReadonlySet<string> | undefined> => (await import('./since.ts')).narrowTo(opened, changed);

/** Where there are no versions, what opens them is not even loaded. */
async function openWithVersions(
  site: string,
  versions: readonly NamedVersion[],
  options: VersionSiteOptions,
): Promise<OpenedSite> {
  const opened = await options.open(site);
  if (versions.length === 0) return opened;
  return (await import('../version-sites.ts')).withVersionSites(opened, versions, options);
}

/** The versions with their folders in the content. */
const checkVersionsOf = async (
  opened: OpenedSite,
  versions: readonly NamedVersion[],
): Promise<readonly SiteVersion[]> =>
  versions.length === 0 ? [] : (await import('../check-versions.ts')).checkVersions(opened, versions);

/** How pages are written. */
const conversionOptions = (given: RunFlags, config: Config): Omit<ConversionOptions, 'target' | 'mapping'> => ({
  ...(given.unmapped && { unmapped: given.unmapped }),
  ...(given.inner && { inner: given.inner }),
  html: (given.fragment ?? config.fragment) ? 'fragment' : 'page',
  contentful: { ...config.contentful, ...contentfulOptions(given) },
  extension: given.extension ?? config.extension ?? 'mdx',
  redirects: given.redirects ?? config.redirects ?? [],
  paths: config.paths ?? [],
  ...limitsOf(config),
  scaffold: given.scaffold ?? false,
});

/** Absolute paths of the settings and of the mapping's files. */
export const inputsOf = ({ file }: ReadConfig, { inputs }: ReadMapping): ReadonlySet<string> =>
  new Set([...inputs.keys(), ...(file === undefined ? [] : [file])].map((path) => resolve(path)));

/** What `decant.yaml` says. Where there is none, what reads it is not even loaded. */
export async function settingsFor(dir: string | undefined, given: RunFlags): Promise<ReadConfig> {
  const isThere = ['decant.yaml', 'decant.yml'].some((name) => existsSync(join(dir ?? '.', name)));
  if (given.config === undefined && !isThere) return { config: {}, diagnostics: [] };
  return (await import('./open.ts')).configForCommand(given, dir ?? '.');
}

export interface FinishedRun {
  /** One for each target. */
  readonly reports: readonly RunReport[];
  /** The text of a file that findings point into. */
  readonly sourceOf: (file: string) => string | undefined;
}

/** What is no business of the cache: how findings are shown, what is done with files that are there. Everything else counts. */
const NO_MATTER: ReadonlySet<string> = new Set([
  'all',
  'baseline',
  'cache',
  'check',
  'dryRun',
  'failOn',
  'jobs',
  'maxWarnings',
  'out',
  'prune',
  'reporter',
  'since',
  'strict',
  'to',
  'updateBaseline',
  'watch',
]);

const whatMatters = (given: RunFlags): object =>
  Object.fromEntries(Object.entries(given).filter(([name]) => !NO_MATTER.has(name)));

/** The texts of a site's files, where the site is at hand. */
export function openFilesOf(dir: string): FinishedRun['sourceOf'] {
  if (!existsSync(dir)) return () => undefined;
  const files = openFiles(dir);
  return (file) => {
    const content = files.read(file);
    return content.ok ? content.text : undefined;
  };
}

export const editPolicy = ({ keepEdits, overwrite }: Pick<RunFlags, 'keepEdits' | 'overwrite'>): EditPolicy =>
  overwrite ? 'overwrite' : keepEdits ? 'keep' : 'merge';

/** Which pages to take: what a flag says goes before the configuration. */
function selectionOf(given: RunFlags, config: Config): Selection {
  const languages = given.lang ?? config.languages;
  const include = given.include ?? config.include;
  const exclude = given.exclude ?? config.exclude;
  return {
    ...(languages && { languages }),
    ...(include && { include }),
    ...(exclude && { exclude }),
    drafts: given.drafts ?? config.drafts ?? false,
    future: given.future ?? config.future ?? false,
    expired: given.expired ?? config.expired ?? false,
  };
}

/** Writing into the folders that are read would make the next run convert its own output. */
function checkOutput(opened: OpenedSite, out: string): void {
  const target = resolve(out);
  if (statSync(target, { throwIfNoEntry: false })?.isFile()) {
    throw new UsageError(`the output folder ${out} is a file`, 'name a folder; it is made where there is none');
  }
  const isIn = (path: string, folder: string): boolean => path === folder || path.startsWith(`${folder}${sep}`);
  const sites = [{ dir: opened.dir, site: opened.site.joined?.own ?? opened.site }, ...(opened.versions ?? [])];
  const isRead = sites.some(({ dir, site: { mounts } }) => {
    const root = resolve(dir);
    // The topmost folder of each mount: content/ where content/en is mounted.
    const read = mounts.map(({ source }) => resolve(root, source.split('/')[0] ?? ''));
    return isIn(root, target) || read.some((folder) => folder !== root && isIn(target, folder));
  });
  if (isRead) {
    throw new UsageError(
      `the output folder ${out} is one that the site is read from`,
      'choose a folder outside the site’s content',
    );
  }
}

function checkLanguages(opened: OpenedSite, wanted: readonly string[]): void {
  const known = opened.site.languages.map(({ code }) => code);
  const unknown = wanted.find((code) => !known.includes(code));
  if (unknown !== undefined) throw new UsageError(`the site has no language ${unknown}`, `it has ${known.join(', ')}`);
}
