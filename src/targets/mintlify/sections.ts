/** The sections that the menu at the top leads to: each has a tab, where there are several. */
import type { Branch } from '../page-tree.ts';
import type { MenuLink } from '../scaffold/menus.ts';
import { addressIn, type LanguageTree, type UrlSite } from '../url-site.ts';
import { addressOf } from './paths.ts';

export interface SectionLine {
  readonly line: MenuLink<string>;
  /** What is right below the root. */
  readonly branch: Branch;
}

/** The lines of the menu that lead to a section with pages below it; none where one alone does. */
export function sectionLines({ tree, code }: LanguageTree, shape: UrlSite): readonly SectionLine[] {
  const { menus, placeOf } = shape;
  const found = menus.top.flatMap((line) => {
    const address = addressIn(line, code, shape);
    const branch = tree.below.find(({ page, list }) => {
      const place = page ? placeOf(page) : list && placeOf(list);
      return place !== undefined && addressOf(place) === address;
    });
    return branch && branch.below.length > 0 && line.children.length === 0 ? [{ line, branch }] : [];
  });
  const sections = found.filter(({ branch }, at) => found.findIndex((other) => other.branch === branch) === at);
  return sections.length < 2 ? [] : sections;
}
