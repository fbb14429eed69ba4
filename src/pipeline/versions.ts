/** A site together with those of its versions: one site to the run, whose pages are each read in their own. */
import { join } from 'node:path';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Site } from '../model/site.ts';
import type { VersionSource } from '../targets/routes/join-versions.ts';
import type { InputLog } from './cache/input-log.ts';
import type { FileAccess, OpenedSite } from './open-site.ts';
import { compareDiagnostics } from '../diagnostics/diagnostic.ts';
import { joinVersions } from '../targets/routes/join-versions.ts';
import { accessFiles } from './open-site.ts';
import { filesIn } from './page-pipeline.ts';
import { openFiles } from './site-files.ts';

/** A version's site, and where it comes in. */
export interface OpenedVersion extends Omit<VersionSource, 'site'> {
  readonly opened: OpenedSite;
}

/** Joins the sites of versions to an opened one. */
export function withVersions(own: OpenedSite, versions: readonly OpenedVersion[]): OpenedSite {
  const sources = versions.map(({ opened, ...source }) => ({ ...source, site: opened.site }));
  const { site, diagnostics } = joinVersions(own.site, sources);
  const taken = new Set(site.pages.map(({ file }) => file));
  const findingsOf = ({ dir, opened }: OpenedVersion): readonly Diagnostic[] => {
    const pages = new Set(opened.site.pages.map(({ file }) => file));
    // What is wrong with a page that does not come in is nobody's business here.
    const counting = opened.diagnostics.filter(({ file }) => !file || !pages.has(file) || taken.has(`${dir}/${file}`));
    return filesIn(dir, counting);
  };
  const times = [own, ...versions.map(({ opened }) => opened)].flatMap(({ validUntil }) => validUntil ?? []);
  return {
    ...own,
    site,
    versions: versions.map(({ opened }) => opened),
    ...accessVersions(own, versions),
    ...(times.length > 0 && { validUntil: Math.min(...times) }),
    get diagnostics() {
      return [...own.diagnostics, ...versions.flatMap(findingsOf), ...diagnostics].toSorted(compareDiagnostics);
    },
  };
}

/** The ways to the files of a site and to those of its versions, as the joined site names them. */
export function accessVersions(
  own: FileAccess,
  versions: readonly { readonly dir: string; readonly opened: FileAccess }[],
): FileAccess {
  // The innermost folder counts where one is in another.
  const byLength = versions.toSorted((a, b) => b.dir.length - a.dir.length);
  const find = (file: string): { readonly access: FileAccess; readonly dir: string; readonly file: string } => {
    const version = byLength.find(({ dir }) => file.startsWith(`${dir}/`));
    return version
      ? { access: version.opened, dir: version.dir, file: file.slice(version.dir.length + 1) }
      : { access: own, dir: '', file };
  };
  return {
    locate: (path) => {
      const { access, file } = find(path);
      return access.locate(file);
    },
    read: (path) => {
      const { access, file } = find(path);
      return access.read(file);
    },
    below: (path) => {
      const { access, dir, file } = find(path);
      const files = access.below(file);
      return dir === '' ? files : files.map((name) => `${dir}/${name}`);
    },
    load: (page) => {
      const { access, file } = find(page.file);
      return access.load({ file });
    },
    inspect: (path) => {
      const { access, file } = find(path);
      return access.inspect(file);
    },
  };
}

/** The sites of versions, from an index that has them; `templates` are theirs in the same order. */
export const reopenVersions = (
  { joined }: Site,
  { dir, templates, log }: Pick<OpenedSite, 'dir'> & { templates: readonly OpenedSite['templates'][]; log: InputLog },
): readonly { readonly dir: string; readonly opened: OpenedSite }[] =>
  (joined?.versions ?? []).flatMap(({ dir: below, site }, at) => {
    const folder = join(dir, below);
    const found = templates[at];
    if (!found) return [];
    const access = accessFiles(openFiles(folder, log), log);
    return [{ dir: below, opened: { site, templates: found, dir: folder, ...access, diagnostics: [] } }];
  });
