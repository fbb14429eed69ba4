/** The sites of versions in a snapshot: nearly all of their pages are those of the joined site, whose front matter stands there already. */
import type { PageMeta } from '../../model/page.ts';
import type { JoinedSites, Site, VersionSite } from '../../model/site.ts';

/** A page that the joined site has too, with its position there, or one that did not come in. */
type PackedPage =
  | { readonly page: Omit<PageMeta, 'frontMatter'>; readonly at: number }
  | { readonly page: PageMeta; readonly at?: undefined };

type WithoutPages = Omit<Site, 'pages'>;

export interface PackedVersions {
  readonly own: WithoutPages;
  /** How many pages of the joined site are its own: the first ones. */
  readonly count: number;
  readonly versions: readonly (Omit<VersionSite, 'site'> & {
    readonly site: WithoutPages;
    readonly pages: readonly PackedPage[];
  })[];
}

export function packVersions({ own, versions }: JoinedSites, pages: readonly PageMeta[]): PackedVersions {
  const positions = new Map(pages.map(({ language, file }, at) => [`${language}\n${file}`, at]));
  return {
    own: withoutPages(own),
    count: own.pages.length,
    versions: versions.map((version) => ({
      ...version,
      site: withoutPages(version.site),
      pages: version.site.pages.map((page) => {
        const at = positions.get(`${page.language}\n${version.dir}/${page.file}`);
        if (at === undefined) return { page };
        const { frontMatter: _, ...rest } = page;
        return { page: rest, at };
      }),
    })),
  };
}

function withoutPages(site: Site): WithoutPages {
  const { pages: _, ...rest } = site;
  return rest;
}

export const unpackVersions = ({ own, count, versions }: PackedVersions, pages: readonly PageMeta[]): JoinedSites => ({
  own: { ...own, pages: pages.slice(0, count) },
  versions: versions.map(({ pages: packed, ...version }) => ({
    ...version,
    site: { ...version.site, pages: packed.map((page) => unpackPage(page, pages)) },
  })),
});

function unpackPage({ page, at }: PackedPage, pages: readonly PageMeta[]): PageMeta {
  if (at === undefined) return page;
  return {
    ...page,
    get frontMatter() {
      const shown = pages[at];
      if (shown) return shown.frontMatter;
      throw new Error(`the snapshot has no page ${at}`);
    },
  };
}
