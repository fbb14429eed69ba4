/** The files of a site on disk. */
import { isUtf8 } from 'node:buffer';
import { readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { join, sep } from 'node:path';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { FileText, SiteFiles } from '../reader/site/site-files.ts';
import { createCollector } from '../diagnostics/diagnostic.ts';

export interface DiskFiles extends SiteFiles {
  /** Absolute path of a file of the site. */
  locate(file: string): string;
  /** What was found while listing and reading; a file's findings come once, however often it is read. */
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Gives access to the files below `dir`. Symbolic links are not followed, as Hugo follows none in content, but for themes:
 * one right below `themes` may be a link to another folder of the site.
 */
export function openFiles(dir: string): DiskFiles {
  const root = realpathSync(dir);
  const diagnostics = new Map<string, readonly Diagnostic[]>();
  const locate = (file: string): string => join(root, ...file.split('/'));
  const reportOnce = (file: string, diagnose: (collector: ReturnType<typeof createCollector>) => void): void => {
    if (diagnostics.has(file)) return;
    const collector = createCollector(file);
    diagnose(collector);
    diagnostics.set(file, collector.diagnostics);
  };
  const linkKind = (path: string): 'inside' | 'outside' | 'broken' => {
    try {
      const target = realpathSync(locate(path));
      return target === root || target.startsWith(root + sep) ? 'inside' : 'outside';
    } catch (cause) {
      if (isSystemError(cause)) return 'broken';
      throw cause;
    }
  };
  const listings = new Map<string, readonly string[]>();
  const below = (folder: string): readonly string[] => {
    const known = listings.get(folder);
    if (known) return known;
    const found: string[] = [];
    if (isReachable(root, folder, linkKind)) {
      walk(locate(folder), folder, found, (link) =>
        reportOnce(link, (collector) => collector.report('link-not-followed', { kind: linkKind(link) })),
      );
    }
    found.sort();
    listings.set(folder, found);
    return found;
  };
  const kindOf = (path: string): 'file' | 'folder' | undefined => {
    const stats = statSync(locate(path), { throwIfNoEntry: false });
    if (!stats || !isReachable(root, path, linkKind)) return undefined;
    return stats.isDirectory() ? 'folder' : stats.isFile() ? 'file' : undefined;
  };
  return {
    locate,
    below,
    exists: (file) => kindOf(file) === 'file',
    hasFolder: (folder) => kindOf(folder) === 'folder',
    read: (file) => readText(locate(file), (diagnose) => reportOnce(file, diagnose)),
    get diagnostics() {
      return [...diagnostics.values()].flat();
    },
  };
}

/** Whether a path leads into the site without a link, or by way of a theme's link that stays inside. */
function isReachable(root: string, path: string, linkKind: (path: string) => string): boolean {
  if (path === '') return true;
  try {
    const real = realpathSync(join(root, ...path.split('/')));
    if (real === join(root, ...path.split('/'))) return true;
    const theme = path.split('/').slice(0, 2).join('/');
    return linkKind(theme) === 'inside' && real.startsWith(root + sep);
  } catch (cause) {
    if (isSystemError(cause)) return false;
    throw cause;
  }
}

/** Collects files depth first, without recursion: a tree may be deep. */
function walk(start: string, folder: string, found: string[], onLink: (path: string) => void): void {
  const pending = [{ disk: start, path: folder }];
  for (let next = pending.pop(); next; next = pending.pop()) {
    for (const entry of readFolder(next.disk)) {
      const path = next.path === '' ? entry.name : `${next.path}/${entry.name}`;
      if (entry.isDirectory()) pending.push({ disk: join(next.disk, entry.name), path });
      else if (entry.isFile()) found.push(path);
      else if (entry.isSymbolicLink()) onLink(path);
    }
  }
}

function readFolder(disk: string) {
  try {
    return readdirSync(disk, { withFileTypes: true });
  } catch (cause) {
    if (isSystemError(cause)) return [];
    throw cause;
  }
}

type Diagnose = (collector: ReturnType<typeof createCollector>) => void;

function readText(path: string, reportOnce: (diagnose: Diagnose) => void): FileText {
  let bytes: Buffer;
  try {
    bytes = readFileSync(path);
  } catch (cause) {
    if (!isSystemError(cause)) throw cause;
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
