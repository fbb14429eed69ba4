/** What decant knows of a site before it reads a page's body. */
import type { Markup } from './markup.ts';
import type { FieldValue, PageMeta } from './page.ts';
import type { ShortcodeTable } from './shortcode-table.ts';

/** A folder or file of the site as Hugo mounts it: `source` on disk appears as `target` in Hugo's file system. */
export interface Mount {
  /** Path below the site's folder, with `/`. */
  readonly source: string;
  /** `content/…`, `static/…`, `layouts/…`, `data/…`, `i18n/…`, `assets/…`, `archetypes/…`. */
  readonly target: string;
  /** Language of the mounted content; absent where file names say it. */
  readonly language?: string;
}

export interface Language {
  /** Hugo's key, as in `pt-br`. */
  readonly code: string;
  /** `languageName`, else the code. */
  readonly name: string;
  readonly weight: number;
  readonly title: string;
  readonly disabled: boolean;
  /** The language's own markup settings: a language section may override the site's. */
  readonly markup: Markup;
  readonly params: FieldValue;
  /** First part of the URL: empty for the default language unless it has a folder of its own. */
  readonly urlPrefix: string;
}

/** A file that Hugo serves as it is. */
export interface StaticFile {
  /** Path below the site's folder. */
  readonly file: string;
  /** Site-relative URL. */
  readonly url: string;
}

/** A page that Hugo makes without a content file: a list that it fills by itself. */
export interface GeneratedPage {
  readonly kind: 'home' | 'section' | 'taxonomy' | 'term';
  /** Logical path, as in `/docs` or `/tags/go`. */
  readonly path: string;
  readonly language: string;
  readonly permalink: string;
  /** What Hugo calls it: a folder's name, or a term as its first page writes it. */
  readonly title: string;
  /** Source files of the pages that it lists; of a taxonomy none. */
  readonly pages: readonly string[];
}

/**
 * What makes an address of Markdown: `site` a render hook of the site or its theme, `hugo` Hugo's own one, `none` nothing: an
 * address is what the author wrote. `unknown` where the site's templates are not at hand.
 */
export type LinkHook = 'site' | 'hugo' | 'none' | 'unknown';

/** A line of a menu. */
export interface MenuEntry {
  readonly name: string;
  /** Where it leads: of a page its permalink, else what the author wrote. */
  readonly url: string;
  /** Source file of the page that it stands for. */
  readonly page?: string;
  readonly identifier: string;
  readonly weight: number;
  readonly children: readonly MenuEntry[];
}

export interface Menu {
  /** Lower-cased, as in `main`. */
  readonly name: string;
  readonly language: string;
  readonly entries: readonly MenuEntry[];
}

/** A site whose docs have come into another one as a version: its pages are read in it, and their links lead where they lead there. */
export interface VersionSite {
  readonly name: string;
  /** Its folder as seen from the other site's: what stands before the paths of its files there. */
  readonly dir: string;
  /** Logical path of what came in, as in `/docs`; `/` where that is the whole content. */
  readonly from: string;
  /** Logical path at which it has come in. */
  readonly to: string;
  /** The same as a folder below the other site's content folder. */
  readonly folder: string;
  /** The site by itself. */
  readonly site: Site;
  /** The files that it serves, named and addressed as the other site has them. */
  readonly files: readonly StaticFile[];
}

/** What a site was before versions came in, and where these come from. */
export interface JoinedSites {
  readonly own: Site;
  readonly versions: readonly VersionSite[];
}

export interface Site {
  readonly title: string;
  readonly baseUrl: string;
  readonly defaultLanguage: string;
  /** Without the disabled ones unless these are asked for, by weight and then code: Hugo's order. */
  readonly languages: readonly Language[];
  readonly mounts: readonly Mount[];
  /** The merged configuration, keys lower-cased. */
  readonly config: FieldValue;
  /** Every content file that is a page, by language and then file path. */
  readonly pages: readonly PageMeta[];
  /** Files of page bundles and folders that are no pages: file path to URL. */
  readonly staticFiles: readonly StaticFile[];
  /** Files of the `assets` folders, which Hugo publishes where a template asks for them, at the address given here. */
  readonly assets: readonly StaticFile[];
  /** Lists that have no content file, by language and then path. */
  readonly generated: readonly GeneratedPage[];
  /** The menus of configuration and front matter, by language and then name. */
  readonly menus: readonly Menu[];
  /**
   * Of a site in several languages: the places on pages that addresses name, as far as their text says it, which `linkedPlace` wrote down.
   * A translation's headings have other ids than the original's, for which such addresses are meant.
   */
  readonly linkedPlaces: readonly string[];
  readonly hooks: { readonly link: LinkHook; readonly image: LinkHook };
  readonly shortcodes: ShortcodeTable;
  /** Of a site that has taken in others. */
  readonly joined?: JoinedSites;
}
