/** The files of a site on disk. */
import { isUtf8 } from 'node:buffer';
import { type Dirent, lstatSync, readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { join, sep } from 'node:path';
import type { Collector, Diagnostic } from '../diagnostics/diagnostic.ts';
import type { FileText, SiteFiles } from '../reader/site/site-files.ts';
import { type InputLog, presenceOf } from './cache/input-log.ts';
import { createCollector } from '../diagnostics/diagnostic.ts';

type Diagnose = (collector: Collector) => void;

export interface DiskFiles extends SiteFiles {
  /** Absolute path of a file of the site. */
  locate(file: string): string;
  /** What was found while listing and reading; a file's findings come once, however often it is read. */
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Gives access to the files below `dir`. Symbolic links among them are not followed, as Hugo follows none in content; a
 * folder that the configuration names may be one if it stays inside the site.
 */
export function openFiles(dir: string, log?: InputLog): DiskFiles {
  const root = realpathSync(dir);
  const diagnostics = new Map<string, readonly Diagnostic[]>();
  const locate = (file: string): string => join(root, ...file.split('/'));
  const reportOnce = (file: string, diagnose: Diagnose): void => {
    if (diagnostics.has(file)) return;
    const collector = createCollector(file);
    diagnose(collector);
    diagnostics.set(file, collector.diagnostics);
  };
  const reportUnreadable = (path: string, reason: string): void =>
    reportOnce(path, (collector) => collector.report('file-unreadable', { reason }));
  const reportLink = (link: string): void =>
    reportOnce(link, (collector) => collector.report('link-not-followed', { kind: whereLeads(root, locate(link)) }));
  /** What stands at a path, unless a link on the way leads out of the site. */
  const kindOf = (path: string): 'file' | 'folder' | undefined => {
    const kind = presenceOf(locate(path));
    log?.presence(locate(path), kind);
    if (kind === 'nothing') return undefined;
    if (whereLeads(root, locate(path)) !== 'inside') {
      const link = firstLink(path, locate);
      if (link !== undefined) reportLink(link);
      return undefined;
    }
    return kind;
  };
  const listings = new Map<string, Listing>();
  const below = (folder: string): readonly string[] => {
    const known = listings.get(folder);
    if (known) {
      // Whoever listens now has not been told before, maybe.
      for (const look of known.looks) look();
      return known.files;
    }
    const looks: (() => void)[] = [];
    const told: WalkReports['log'] = log && {
      folder: (...look) => {
        looks.push(() => log.folder(...look));
        log.folder(...look);
      },
    };
    const reports = { reportLink, reportUnreadable, log: told };
    const files = kindOf(folder) === 'folder' ? walk(locate(folder), folder, reports).toSorted() : [];
    listings.set(folder, { files, looks: [() => void kindOf(folder), ...looks] });
    return files;
  };
  return {
    locate,
    below,
    exists: (file) => kindOf(file) === 'file',
    hasFolder: (folder) => kindOf(folder) === 'folder',
    read: (file) => readText(locate(file), (diagnose) => reportOnce(file, diagnose), log),
    get diagnostics() {
      return [...diagnostics.values()].flat();
    },
  };
}

function whereLeads(root: string, path: string): 'inside' | 'outside' | 'broken' {
  try {
    const target = realpathSync(path);
    return target === root || target.startsWith(root + sep) ? 'inside' : 'outside';
  } catch (cause) {
    if (isSystemError(cause)) return 'broken';
    throw cause;
  }
}

/** The first part of a path that is a link. */
function firstLink(path: string, locate: (path: string) => string): string | undefined {
  const parts = path.split('/');
  const folders = parts.map((_, at) => parts.slice(0, at + 1).join('/'));
  return folders.find((folder) => lstatSync(locate(folder), { throwIfNoEntry: false })?.isSymbolicLink());
}

/** The files below a folder, and what was looked at to find them. */
interface Listing {
  readonly files: readonly string[];
  readonly looks: readonly (() => void)[];
}

interface WalkReports {
  readonly reportLink: (path: string) => void;
  readonly reportUnreadable: (path: string, reason: string) => void;
  readonly log: Pick<InputLog, 'folder'> | undefined;
}

/** Collects files depth first, without recursion: a tree may be deep. */
function walk(start: string, folder: string, { reportLink, reportUnreadable, log }: WalkReports): string[] {
  const found: string[] = [];
  const pending = [{ disk: start, path: folder }];
  for (let next = pending.pop(); next; next = pending.pop()) {
    const { path: at } = next;
    for (const entry of readFolder(next.disk, (reason) => reportUnreadable(at, reason), log)) {
      const path = next.path === '' ? entry.name : `${next.path}/${entry.name}`;
      if (entry.isDirectory()) pending.push({ disk: join(next.disk, entry.name), path });
      else if (entry.isFile()) found.push(path);
      else if (entry.isSymbolicLink()) reportLink(path);
    }
  }
  return found;
}

/** Times that no file has, so that one that could not be read is looked at again by every run. */
const UNREADABLE = { size: -1, mtimeMs: 0, ctimeMs: 0 };

function readFolder(disk: string, report: (reason: string) => void, log: WalkReports['log']): readonly Dirent[] {
  try {
    const stats = statSync(disk);
    const entries = readdirSync(disk, { withFileTypes: true });
    log?.folder(disk, stats, entries);
    return entries;
  } catch (cause) {
    if (!isSystemError(cause)) throw cause;
    log?.folder(disk, UNREADABLE, []);
    report(cause.code ?? cause.message);
    return [];
  }
}

function readText(path: string, reportOnce: (diagnose: Diagnose) => void, log: InputLog | undefined): FileText {
  let bytes: Buffer;
  try {
    const stats = statSync(path);
    bytes = readFileSync(path);
    log?.file(path, stats, bytes);
  } catch (cause) {
    if (!isSystemError(cause)) throw cause;
    log?.file(path, UNREADABLE, new Uint8Array());
    const reason = cause.code ?? cause.message;
    reportOnce((collector) => collector.report('file-unreadable', { reason }));
    return { ok: false, reason };
  }
  const text = decode(bytes);
  reportOnce((collector) => {
    if (text.encoding !== 'utf-8') collector.report('file-not-utf8', { encoding: text.encoding });
    if (text.value.charCodeAt(0) === 0xfeff) collector.report('file-byte-order-mark', {});
    const nul = text.value.indexOf('\0');
    if (nul >= 0) collector.report('file-holds-nul', { count: text.value.split('\0').length - 1 });
  });
  return { ok: true, text: text.value };
}

function decode(bytes: Buffer): { readonly value: string; readonly encoding: 'utf-8' | 'utf-16' | 'unknown' } {
  if (isUtf8(bytes)) return { value: bytes.toString('utf8'), encoding: 'utf-8' };
  const isLittle = bytes[0] === 0xff && bytes[1] === 0xfe;
  const isBig = bytes[0] === 0xfe && bytes[1] === 0xff;
  if (!isLittle && !isBig) return { value: bytes.toString('utf8'), encoding: 'unknown' };
  const even = bytes.subarray(2, bytes.length - (bytes.length % 2));
  const words = isBig ? Buffer.from(even).swap16() : even;
  // By way of UTF-8, so that half a character becomes � and not a lone surrogate.
  return { value: Buffer.from(words.toString('utf16le')).toString(), encoding: 'utf-16' };
}

const isSystemError = (cause: unknown): cause is NodeJS.ErrnoException => cause instanceof Error && 'code' in cause;
