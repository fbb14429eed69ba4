import type { SiteMount } from '../config/mounts.ts';
import type { SiteFiles } from '../site-files.ts';
import { filesOf } from '../content/content-files.ts';
import { lowerCase } from '../url/path-text.ts';

interface FoundTemplate {
  /** Lower-cased, folders included, as in `nested/deep`. */
  readonly name: string;
  readonly file: string;
  /** Whether it is the site's own and not a theme's. */
  readonly own: boolean;
}

export interface FoundTemplates {
  readonly shortcodes: readonly FoundTemplate[];
  /** The file of every template by its path below the layouts, as in `partials/box.html`. */
  readonly files: ReadonlyMap<string, string>;
}

/** The file of a template by its path below the layouts, with either spelling of its folder. */
export const templateFile = ({ files }: FoundTemplates, path: string): string | undefined =>
  files.get(path) ?? files.get(otherSpelling(path));

/**
 * The shortcode templates of a site and its themes: `shortcodes/x.html`, and since Hugo 0.146 `_shortcodes/x.html` in any
 * folder. Of two with one path the first mount's counts. HTML goes before other output formats.
 */
export function findTemplates(mounts: readonly SiteMount[], files: SiteFiles): FoundTemplates {
  const byPath = new Map<string, string>();
  const own = new Set<string>();
  for (const mount of mounts) {
    for (const { file, path } of filesOf(mount, 'layouts', files)) {
      if (byPath.has(path)) continue;
      byPath.set(path, file);
      if (mount.own) own.add(path);
    }
  }
  const shortcodes: (FoundTemplate & { html: boolean })[] = [];
  for (const [path, file] of byPath) {
    const name = shortcodeName(path);
    if (name !== undefined) shortcodes.push({ name, file, own: own.has(path), html: path.endsWith('.html') });
  }
  const withHtml = new Set(shortcodes.filter(({ html }) => html).map(({ name }) => name));
  return {
    shortcodes: shortcodes.filter(({ name, html }) => html || !withHtml.has(name)),
    files: byPath,
  };
}

function shortcodeName(path: string): string | undefined {
  const parts = path.split('/');
  const at = parts.lastIndexOf('_shortcodes');
  const from = at >= 0 ? at : parts[0] === 'shortcodes' ? 0 : -1;
  const file = parts.at(-1);
  if (from < 0 || file === undefined || from === parts.length - 1) return undefined;
  const dot = file.indexOf('.');
  if (dot <= 0) return undefined;
  return lowerCase([...parts.slice(from + 1, -1), file.slice(0, dot)].join('/'));
}

/** Hugo 0.146 put an underscore before `partials` and `shortcodes`; both spellings find the same templates. */
function otherSpelling(path: string): string {
  const slash = path.indexOf('/');
  const folder = path.slice(0, Math.max(0, slash));
  const other = folder.startsWith('_') ? folder.slice(1) : `_${folder}`;
  return folder === 'partials' || folder === '_partials' || folder === 'shortcodes' || folder === '_shortcodes'
    ? other + path.slice(slash)
    : path;
}
