/** A new Fumadocs site around the content: configuration, packages, layouts, components. */
import type { MenuLink } from '../scaffold/menus.ts';
import type { OutputFile } from '../target.ts';
import { addressIn, type LanguageTree, type UrlSite, withRootRedirect } from '../url-site.ts';
import { json } from '../code/json.ts';
import { call, importOf, name } from '../code/tree.ts';
import { keyFromText } from '../key-from-text.ts';
import { kitFor, nextConfig, redirectFile, REGISTRATION_FILE } from '../next-config.ts';
import { iconFile, iconFor } from '../scaffold/icon.ts';
import { componentFiles, componentNames } from '../scaffold/react-components.ts';
import { languageAliases } from '../scaffold/code-names.ts';
import { basePath, factsOf, htmlLanguage, isRightToLeft } from '../scaffold/site-facts.ts';
import { registration } from './components.ts';
import { COMPONENT_FOLDER, DEVELOPMENT_PACKAGES, NODE, OPTIONAL_PACKAGES, PACKAGES, STATIC_FOLDER } from './facts.ts';
import { metaFiles } from './meta.ts';
import { pluginFiles } from './config-files.ts';
import { routeFiles, SITE_FILES } from './site-files.ts';

/** The files of a site that `npm install && npm run build` builds. */
export function scaffold(shape: UrlSite): OutputFile[] {
  const { site, needs, languages } = shape;
  const hasDiagrams = needs.languages.includes('mermaid');
  const redirects = withRootRedirect(shape);
  const names = [...componentNames(needs.components), ...(hasDiagrams ? ['Mermaid'] : [])];
  return [
    { path: 'package.json', text: json(packageOf(shape, hasDiagrams)) },
    { path: 'next.config.mjs', text: configOf(shape, redirects.length > 0) },
    { path: REGISTRATION_FILE, text: registration(names) },
    { path: 'site/site.json', text: json(siteData(shape)) },
    { path: 'site/code-names.json', text: json(languageAliases(needs.languages)) },
    ...SITE_FILES,
    ...pluginFiles(hasDiagrams),
    ...routeFiles(languages.length > 1),
    ...redirectFile(redirects),
    ...iconFile(site, factsOf(site).title, STATIC_FOLDER),
    ...metaFiles(shape),
    ...componentFiles(needs.components, kitFor(COMPONENT_FOLDER)),
  ];
}

const packageOf = ({ site, needs }: UrlSite, hasDiagrams: boolean): unknown => ({
  name: keyFromText(factsOf(site).title, 'site'),
  private: true,
  type: 'module',
  scripts: { dev: 'next dev', build: 'next build', start: 'next start' },
  dependencies: {
    ...PACKAGES,
    ...(needs.math && OPTIONAL_PACKAGES.math),
    ...(hasDiagrams && OPTIONAL_PACKAGES.mermaid),
  },
  devDependencies: DEVELOPMENT_PACKAGES,
  engines: { node: NODE },
});

/** The configuration of a new site, or what an existing one has to have in its own. */
export const configOf = (shape: UrlSite, hasRedirects: boolean): string =>
  nextConfig(shape, hasRedirects, {
    imported: importOf(['createMDX'], 'fumadocs-mdx/next'),
    name: 'withMDX',
    made: call(name('createMDX')),
  });

function siteData(shape: UrlSite): unknown {
  const { site, languages, menus } = shape;
  const { title, description, origin, copyright } = factsOf(site);
  const base = basePath(site);
  const titles = new Map(site.languages.map((language) => [language.code, language.title]));
  return {
    title,
    description,
    origin,
    icon: base + iconFor(site),
    copyright,
    search: `${base}/api/search`,
    isPrefixed: languages[0]?.folder !== '',
    languages: languages.map(({ code, name: own, folder }) => ({
      locale: localeOf({ code, folder }),
      name: own,
      lang: htmlLanguage({ code }),
      dir: isRightToLeft(code) ? 'rtl' : 'ltr',
      title: titles.get(code) || title,
      home: folder === '' ? '/' : `/${folder}/`,
      links: [...linksOf(menus.top, code, shape), ...allLinks(menus.bottom, code, shape)],
    })),
  };
}

/** A language is known by the part of its addresses. */
const localeOf = ({ code, folder }: Pick<LanguageTree, 'code' | 'folder'>): string => (folder === '' ? code : folder);

/** The lines of a menu that lead elsewhere, or to a page that the side leaves out: all others are at the side. */
function linksOf(menu: readonly MenuLink<string>[], code: string, shape: UrlSite): readonly unknown[] {
  const hidden = new Set(shape.pages.filter(shape.isHidden).map(({ path }) => path));
  return menu.flatMap((line) => [
    ...(line.path === undefined || hidden.has(line.path) ? linkOf(line, code, shape) : []),
    ...linksOf(line.children, code, shape),
  ]);
}

/** The lines of a footer, which Fumadocs has none of. */
const allLinks = (menu: readonly MenuLink<string>[], code: string, shape: UrlSite): readonly unknown[] =>
  menu.flatMap((line) => [...linkOf(line, code, shape), ...allLinks(line.children, code, shape)]);

function linkOf(line: MenuLink<string>, code: string, shape: UrlSite): readonly unknown[] {
  const url = addressIn(line, code, shape);
  return url === undefined ? [] : [{ text: line.labels[code] ?? line.label, url }];
}
