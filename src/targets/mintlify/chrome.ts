/** What stands above and below every page. */
import type { MenuLink } from '../scaffold/menus.ts';
import { addressIn, type LanguageTree, type UrlSite } from '../url-site.ts';
import { FOOTER_COLUMNS } from './facts.ts';
import { sectionLines } from './sections.ts';

interface Link {
  readonly label: string;
  readonly href: string;
}

interface Column {
  readonly header?: string;
  readonly items: readonly Link[];
}

export interface Chrome {
  readonly navbar?: { readonly links: readonly Link[] };
  readonly footer?: { readonly links: readonly Column[] };
}

/** The menus of a language; sections that have a tab are not named again. */
export function chromeOf(shape: UrlSite, code: string): Chrome {
  const language = shape.languages.find((candidate) => candidate.code === code);
  const top = language ? topLinks(language, shape) : [];
  const bottom = columnsOf(shape, code);
  return {
    ...(top.length > 0 && { navbar: { links: top } }),
    ...(bottom.length > 0 && { footer: { links: bottom } }),
  };
}

function topLinks(language: LanguageTree, shape: UrlSite): readonly Link[] {
  const inTabs = new Set(sectionLines(language, shape).map(({ line }) => line));
  return shape.menus.top.flatMap((line) =>
    inTabs.has(line) ? [] : [...linkOf(line, shape, language.code), ...linksBelow(line, shape, language.code)],
  );
}

/** The links at the foot of the default language's pages that Mintlify refuses. */
export const insecureLinks = (shape: UrlSite): readonly Link[] =>
  shape.menus.bottom
    .flatMap((line) => [...linkOf(line, shape, ''), ...linksBelow(line, shape, '')])
    .filter((link) => !isSecure(link));

/** A line with others below it is a column under its name; all others share one. */
function columnsOf(shape: UrlSite, code: string): readonly Column[] {
  const lines = shape.menus.bottom;
  const alone = lines.filter(({ children }) => children.length === 0).flatMap((line) => linkOf(line, shape, code));
  const columns = [
    { items: alone },
    ...lines
      .filter(({ children }) => children.length > 0)
      .map((line) => ({
        header: labelIn(line, code),
        items: [...linkOf(line, shape, code), ...linksBelow(line, shape, code)],
      })),
  ]
    .map((column) => ({ ...column, items: column.items.filter(isSecure) }))
    .filter(({ items }) => items.length > 0);
  if (columns.length <= FOOTER_COLUMNS) return columns;
  const kept = columns.slice(0, FOOTER_COLUMNS - 1);
  return [...kept, { items: columns.slice(FOOTER_COLUMNS - 1).flatMap(({ items }) => items) }];
}

/** Mintlify takes no other address at the foot of a page. */
const isSecure = ({ href }: Link): boolean => /^(?:https:|mailto:|#|\/(?!\/))/.test(href);

const labelIn = ({ label, labels }: MenuLink<string>, code: string): string => labels[code] ?? label;

function linkOf(line: MenuLink<string>, shape: UrlSite, code: string): readonly Link[] {
  const href = addressIn(line, code, shape);
  return href === undefined ? [] : [{ label: labelIn(line, code), href }];
}

const linksBelow = ({ children }: MenuLink<string>, shape: UrlSite, code: string): readonly Link[] =>
  children.flatMap((line) => [...linkOf(line, shape, code), ...linksBelow(line, shape, code)]);
