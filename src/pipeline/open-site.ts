/** Opens a site on disk: the page index now, the pages' texts one by one when they are asked for. */
import { closeSync, fstatSync, openSync, readFileSync, readSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { PageMeta } from '../model/page.ts';
import type { ShortcodeTable } from '../model/shortcode-table.ts';
import type { Site } from '../model/site.ts';
import { compareDiagnostics } from '../diagnostics/diagnostic.ts';
import { findBodyStart } from '../reader/front-matter/find.ts';
import { readSite } from '../reader/site/read-site.ts';
import type { FoundTemplates } from '../reader/site/shortcodes/find-templates.ts';
import { learnShortcodes } from '../template/shortcode-facts.ts';
import type { InputLog } from './cache/input-log.ts';
import { headOf } from './cache/page-head.ts';
import { type DiskFiles, openFiles } from './site-files.ts';

export interface OpenSiteOptions {
  /** Hugo's environment; `production`, as in a build, unless told otherwise. */
  readonly environment?: string;
  /** The time that decides which pages are future or expired; the clock's unless told otherwise. */
  readonly now?: Date;
  /** Whether pages in disabled languages are read all the same. */
  readonly disabledLanguages?: 'read' | 'skip';
  /** `HUGO_…` variables, which override the configuration. */
  readonly variables?: Readonly<Record<string, string>>;
  /** What mappings say of shortcodes whose templates are not at hand. */
  readonly mappingFacts?: ShortcodeTable;
  /** How many characters of page texts are kept in memory, so that they need not be read twice. */
  readonly keptText?: number;
  /** Hears of everything that is read from disk. */
  readonly log?: InputLog;
  /** Hears of each content file, by its path on disk, what the site's index takes from it: see `headOf`. */
  readonly onHead?: (path: string, head: string) => void;
}

/** A page's text, and where its body begins. */
export interface LoadedSource {
  readonly source: string;
  readonly bodyStart: number;
}

export interface OpenedSite {
  readonly site: Site;
  /** Absolute path of the site's folder. */
  readonly dir: string;
  /** Absolute path of a file of the site. */
  locate(file: string): string;
  /** The templates of shortcodes, and where other templates are. */
  readonly templates: FoundTemplates;
  /** The text of a page; from memory where it was kept, and then given away. */
  load(page: Pick<PageMeta, 'file'>): LoadedSource;
  /** The text of any file of the site; `undefined` where it cannot be read, which is reported. */
  read(file: string): string | undefined;
  /** All files below a folder of the site, sorted. */
  below(folder: string): readonly string[];
  /** The first bytes of a file and its size; `undefined` where there is no such file, or a link to it leads out of the site. */
  inspect(file: string): { readonly head: Uint8Array; readonly size: number } | undefined;
  /** The sites of its versions, each opened by itself, in the order in which `site.joined` has them. */
  readonly versions?: readonly OpenedSite[];
  /** What was found in the configuration and in the pages' front matter. */
  readonly diagnostics: readonly Diagnostic[];
  /** Milliseconds since 1970 at which a page next comes out or goes out of date; absent where none does. */
  readonly validUntil?: number;
}

/** The ways to a site's files. */
export type FileAccess = Pick<OpenedSite, 'locate' | 'read' | 'below' | 'load' | 'inspect'>;

const KEPT_TEXT = 16 * 1024 * 1024;
const HEAD_BYTES = 4096;

/**
 * Opens the Hugo site in `dir`. Every content file is read once, for its front matter and the shortcodes that it calls.
 * @example
 * const { site } = await openSite('my-site');
 * console.log(site.pages.length);
 */
export async function openSite(dir: string, options: OpenSiteOptions = {}): Promise<OpenedSite> {
  const root = resolve(dir);
  const files = openFiles(root, options.log);
  const kept = new Map<string, LoadedSource>();
  let room = options.keptText ?? KEPT_TEXT;
  const { site, templates, diagnostics, validUntil } = readSite(files, {
    environment: options.environment ?? 'production',
    now: (options.now ?? new Date()).getTime(),
    disabledLanguages: options.disabledLanguages ?? 'skip',
    variables: options.variables ?? {},
    mappingFacts: options.mappingFacts ?? new Map(),
    learn: learnShortcodes,
    visit: (file, text) => {
      const { source, bodyStart } = text;
      options.onHead?.(files.locate(file), headOf(text));
      if (source.length > room) return;
      room -= source.length;
      kept.set(file, { source, bodyStart });
    },
  });
  return {
    site,
    templates,
    dir: root,
    ...(validUntil !== undefined && { validUntil }),
    ...accessFiles(files, options.log, kept),
    get diagnostics() {
      return [...diagnostics, ...files.diagnostics].toSorted(compareDiagnostics);
    },
  };
}

/** The ways to a site's files; `kept` are texts that are at hand, each given away once. */
export function accessFiles(files: DiskFiles, log?: InputLog, kept: Map<string, LoadedSource> = new Map()): FileAccess {
  const textOf = (file: string): string | undefined => {
    const content = files.read(file);
    return content.ok ? content.text : undefined;
  };
  return {
    locate: files.locate,
    read(file) {
      log?.shared(files.locate(file));
      return textOf(file);
    },
    below: files.below,
    load: ({ file }) => {
      const loaded = kept.get(file);
      kept.delete(file);
      return loaded ?? readAgain(file, textOf(file));
    },
    inspect(file) {
      log?.shared(files.locate(file));
      return files.exists(file) ? readHead(files.locate(file), log) : undefined;
    },
  };
}

/** The page may have changed since the site was opened: its front matter is looked for anew. */
function readAgain(file: string, source: string | undefined): LoadedSource {
  if (source === undefined) throw new Error(`${file} can no longer be read`);
  return { source, bodyStart: findBodyStart(source) };
}

function readHead(path: string, log?: InputLog): { head: Uint8Array; size: number } | undefined {
  let descriptor: number;
  try {
    descriptor = openSync(path, 'r');
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause) return undefined;
    throw cause;
  }
  try {
    const stats = fstatSync(descriptor);
    const { size } = stats;
    const head = new Uint8Array(Math.min(size, HEAD_BYTES));
    readSync(descriptor, head, 0, head.length, 0);
    log?.file(path, stats, readFileSync(path));
    return { head, size };
  } finally {
    closeSync(descriptor);
  }
}
