/** A site as an earlier run has read it, without reading it again. */
import { basename, resolve } from 'node:path';
import type { PageMeta } from '../../model/page.ts';
import type { OpenedSite } from '../open-site.ts';
import type { InputLog } from './input-log.ts';
import type { SiteSnapshot } from './snapshot-file.ts';
import { compareDiagnostics } from '../../diagnostics/diagnostic.ts';
import { findBodyStart } from '../../reader/front-matter/find.ts';
import { linkedPlacesIn } from '../../reader/site/read-site.ts';
import { accessFiles } from '../open-site.ts';
import { openFiles } from '../site-files.ts';
import { accessVersions, reopenVersions } from '../versions.ts';
import { headOf } from './page-head.ts';

export interface SnapshotOptions {
  readonly site: string;
  readonly log: InputLog;
  /** Content files that have changed, by path on disk. */
  readonly changed: readonly string[];
}

/** Opens a snapshot; there is none where a changed file would change the site's index too. */
export function openSnapshot(snapshot: SiteSnapshot, options: SnapshotOptions): OpenedSite | undefined {
  const { site, templates, versionTemplates, diagnostics, heads } = snapshot;
  const { log, changed } = options;
  const dir = resolve(options.site);
  const files = openFiles(dir, log);
  const touched = new Set<string>();
  const languages = new Map((site.joined?.versions ?? []).map((version) => [version.name, version.site.languages]));
  for (const { file, version = '' } of pagesAt(changed, site.pages, files.locate)) {
    if (touched.has(file)) continue;
    const path = files.locate(file);
    const content = files.read(file);
    if (!content.ok) return undefined;
    const bodyStart = findBodyStart(content.text);
    const linkedPlaces = linkedPlacesIn(content.text, file, languages.get(version) ?? site.languages);
    if (headOf({ source: content.text, bodyStart, linkedPlaces }) !== heads[path]) return undefined;
    touched.add(file);
  }
  if (touched.size !== changed.length) return undefined;
  // What is wrong with a file as such, and not with its front matter, is found anew by reading it.
  const left = diagnostics.filter(
    ({ file, code }) => !(file !== undefined && touched.has(file) && code.startsWith('file-')),
  );
  const versions = reopenVersions(site, { dir, templates: versionTemplates, log });
  return {
    site,
    templates,
    dir,
    ...accessVersions(accessFiles(files, log), versions),
    versions: versions.map(({ opened }) => opened),
    get diagnostics() {
      return [...left, ...files.diagnostics].toSorted(compareDiagnostics);
    },
  };
}

/** The pages whose files are at some places on disk. */
export function pagesAt(
  paths: readonly string[],
  pages: readonly PageMeta[],
  locate: (file: string) => string,
): readonly PageMeta[] {
  const places = new Set(paths);
  // To locate every file of a large site takes a while.
  const names = new Set(paths.map((path) => basename(path)));
  return pages.filter(({ file }) => names.has(file.slice(file.lastIndexOf('/') + 1)) && places.has(locate(file)));
}
