/** A new Nextra site around the content: configuration, packages, layouts, components. */
import type { MenuLink } from '../scaffold/menus.ts';
import type { OutputFile } from '../target.ts';
import { type LanguageTree, type UrlSite, withRootRedirect } from '../url-site.ts';
import { json } from '../code/json.ts';
import { printCode } from '../code/print.ts';
import { call, constant, exportConstant, exportDefault, importOf, member, name } from '../code/tree.ts';
import { keyFromText } from '../key-from-text.ts';
import { kitFor, nextConfig, redirectFile, REGISTRATION_FILE } from '../next-config.ts';
import { iconFile, iconFor } from '../scaffold/icon.ts';
import { componentFiles } from '../scaffold/react-components.ts';
import { basePath, factsOf, htmlLanguage, isRightToLeft } from '../scaffold/site-facts.ts';
import { registration } from './components.ts';
import {
  COMPONENT_FOLDER,
  DEVELOPMENT_PACKAGES,
  NODE,
  OPTIONAL_PACKAGES,
  OVERRIDES,
  PACKAGES,
  STATIC_FOLDER,
} from './facts.ts';
import { metaFiles, rootMetaFiles } from './meta.ts';
import { SITE_FILES } from './site-files.ts';

/** The files of a site that `npm install && npm run build` builds. */
export function scaffold(whole: UrlSite): OutputFile[] {
  // A language without a page has nothing that a layout could stand around.
  const shape = { ...whole, languages: whole.languages.filter(({ tree }) => tree.page ?? tree.list ?? tree.below[0]) };
  const { site, needs, languages } = shape;
  const redirects = withRootRedirect(shape);
  return [
    { path: 'package.json', text: json(packageOf(shape)) },
    { path: 'next.config.mjs', text: configOf(shape, redirects.length > 0) },
    { path: REGISTRATION_FILE, text: registration(needs.components) },
    { path: 'site/site.json', text: json(siteData(shape)) },
    { path: 'site/translations.json', text: json(translationsIn(shape)) },
    ...languages.flatMap(routeFiles),
    ...SITE_FILES,
    ...redirectFile(redirects),
    ...iconFile(site, factsOf(site).title, STATIC_FOLDER),
    ...rootMetaFiles(shape),
    ...metaFiles(shape),
    ...componentFiles(needs.components, kitFor(COMPONENT_FOLDER)),
  ];
}

const packageOf = ({ site, needs }: UrlSite): unknown => ({
  name: keyFromText(factsOf(site).title, 'site'),
  private: true,
  type: 'module',
  scripts: {
    dev: 'next dev',
    build: 'next build',
    postbuild: 'pagefind --site .next/server/app --output-path public/_pagefind',
    start: 'next start',
  },
  dependencies: { ...PACKAGES, ...(needs.math && OPTIONAL_PACKAGES.math) },
  devDependencies: DEVELOPMENT_PACKAGES,
  overrides: OVERRIDES,
  engines: { node: NODE },
});

/** The configuration of a new site, or what an existing one has to have in its own. */
export const configOf = (shape: UrlSite, hasRedirects: boolean): string =>
  nextConfig(shape, hasRedirects, {
    imported: importOf('nextra', 'nextra'),
    name: 'withNextra',
    // A picture that is not there would stop the build.
    made: call(name('nextra'), { staticImage: false }),
  });

function siteData({ site, languages, menus }: UrlSite): unknown {
  const { title, description, origin, copyright } = factsOf(site);
  const base = basePath(site);
  const titles = new Map(site.languages.map((language) => [language.code, language.title]));
  return {
    origin,
    icon: base + iconFor(site),
    copyright,
    languages: languages.map(({ code, name: own, folder }) => ({
      code,
      name: own,
      lang: htmlLanguage({ code }),
      dir: isRightToLeft(code) ? 'rtl' : 'ltr',
      title: titles.get(code) || title,
      description,
      folder,
      home: folder === '' ? `${base}/` : `${base}/${folder}/`,
      footer: footerLinks(menus.bottom, code),
    })),
  };
}

/** The lines of a footer, those below others among them. */
const footerLinks = (menu: readonly MenuLink<string>[], code: string): readonly unknown[] =>
  menu.flatMap(({ label, labels, to, children }) => [
    ...(to === undefined ? [] : [{ label: labels[code] ?? label, href: to }]),
    ...footerLinks(children, code),
  ]);

/** Where pages are found in other languages: by address, then by language. */
function translationsIn({ site, pages, placeOf, translationsOf }: UrlSite): Readonly<Record<string, unknown>> {
  const base = basePath(site);
  const rows = pages.flatMap((page): [string, unknown][] => {
    const others = Object.entries(translationsOf(page));
    const url = placeOf(page)?.url;
    if (others.length === 0 || url === undefined) return [];
    return [[decodeURI(url), Object.fromEntries(others.map(([code, to]) => [htmlLanguage({ code }), base + to]))]];
  });
  return Object.fromEntries(rows.toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

/** The layout and the route of a language. */
function routeFiles({ code, folder }: LanguageTree): OutputFile[] {
  const route = folder === '' ? `app/(${code})` : `app/${folder}`;
  const up = folder === '' ? 2 : folder.split('/').length + 1;
  const layout = [
    importOf(['layoutFor', 'metadataFor'], `${'../'.repeat(up)}site/layout`),
    exportConstant('metadata', call(name('metadataFor'), code)),
    exportDefault(call(name('layoutFor'), code)),
  ];
  const page = [
    importOf(['pagesOf'], `${'../'.repeat(up + 1)}site/pages`),
    constant(name('pages'), call(name('pagesOf'), code)),
    exportConstant('dynamicParams', { type: 'Literal', value: false }),
    exportConstant('generateStaticParams', member('pages', 'generateStaticParams')),
    exportConstant('generateMetadata', member('pages', 'generateMetadata')),
    exportDefault(member('pages', 'Page')),
  ];
  return [
    { path: `${route}/layout.tsx`, text: printCode(layout) },
    { path: `${route}/[[...mdxPath]]/page.tsx`, text: printCode(page) },
  ];
}
