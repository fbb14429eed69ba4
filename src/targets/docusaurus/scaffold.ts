/** A new Docusaurus site around the content: configuration, packages, components. */
import type { PageMeta } from '../../model/page.ts';
import type { Site } from '../../model/site.ts';
import type { ComponentUse } from '../../writers/mdx/uses.ts';
import type { OutputFile } from '../target.ts';
import type { SitePlaces } from './places.ts';
import { fieldOf } from '../../model/field.ts';
import { asText } from '../../reader/site/config/values.ts';
import { printCode } from '../code/print.ts';
import {
  call,
  type Code,
  type CodeValue,
  constant,
  element,
  exportDefault,
  expression,
  functionOf,
  importOf,
  member,
  name,
  returnOf,
  typed,
} from '../code/tree.ts';
import { labelOf, titleOf } from '../hugo-order.ts';
import { keyFromText } from '../key-from-text.ts';
import { factsOf, htmlLanguage, isRightToLeft, withShownLanguages } from '../scaffold/site-facts.ts';
import { componentFiles } from './components.ts';
import { FOLDERS } from './facts.ts';
import { additionalLanguages } from './prism.ts';
import { DEVELOPMENT_PACKAGES, NODE, OPTIONAL_PACKAGES, PACKAGES } from './versions.ts';

/** What the content asks of the site. */
export interface Needs {
  readonly components: readonly ComponentUse[];
  readonly languages: readonly string[];
  readonly math: boolean;
  readonly hasMarkdown: boolean;
  readonly redirects: readonly Redirect[];
}

export interface Redirect {
  readonly from: string;
  readonly to: string;
}

/** The files of a site that `npm install && npm run build` builds. */
export function scaffold(site: Site, pages: readonly PageMeta[], places: SitePlaces, needs: Needs): OutputFile[] {
  const areas = new Set(pages.map((page) => places.placeOf(page).area));
  const shape: Shape = {
    site: withShownLanguages(site, pages),
    pages,
    places,
    needs,
    mermaid: needs.languages.includes('mermaid'),
    hasMarkdown: needs.hasMarkdown,
    hasDocs: areas.has('docs'),
    hasBlog: areas.has('blog'),
  };
  const redirects = needs.redirects.length > 0 ? [{ path: 'redirects.json', text: json(needs.redirects) }] : [];
  return [
    { path: 'package.json', text: json(packageOf(shape)) },
    { path: 'docusaurus.config.ts', text: configOf(shape) },
    { path: 'tsconfig.json', text: json({ extends: '@docusaurus/tsconfig', compilerOptions: { baseUrl: '.' } }) },
    { path: '.gitignore', text: 'node_modules\n.docusaurus\nbuild\n' },
    { path: 'src/css/custom.css', text: styles(needs.math) },
    ...redirects,
    ...componentFiles(needs.components),
    ...homePage(shape),
  ];
}

interface Shape {
  readonly site: Site;
  readonly pages: readonly PageMeta[];
  readonly places: SitePlaces;
  readonly needs: Needs;
  readonly mermaid: boolean;
  /** Whether pages may be `.md`. */
  readonly hasMarkdown: boolean;
  readonly hasDocs: boolean;
  readonly hasBlog: boolean;
}

const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

function packageOf({ site, needs, mermaid }: Shape): unknown {
  const dependencies = {
    ...PACKAGES,
    ...(needs.redirects.length > 0 && OPTIONAL_PACKAGES.redirects),
    ...(mermaid && OPTIONAL_PACKAGES.mermaid),
    ...(needs.math && OPTIONAL_PACKAGES.math),
  };
  return {
    name: keyFromText(factsOf(site).title, 'site'),
    private: true,
    scripts: {
      start: 'docusaurus start',
      build: 'docusaurus build',
      serve: 'docusaurus serve',
      clear: 'docusaurus clear',
      typecheck: 'tsc',
    },
    dependencies: sortKeys(dependencies),
    devDependencies: DEVELOPMENT_PACKAGES,
    engines: { node: NODE },
  };
}

const sortKeys = (value: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)));

function configOf(shape: Shape): string {
  const { needs } = shape;
  return printCode([
    importOf(['themes'], 'prism-react-renderer'),
    importOf(['Config'], '@docusaurus/types', 'type'),
    ...(needs.redirects.length > 0 ? [importOf('redirects', './redirects.json')] : []),
    constant(typed('config', 'Config'), expression(settingsOf(shape))),
    exportDefault(name('config')),
  ]);
}

function settingsOf({ site, pages, places, needs, mermaid, hasDocs, hasBlog, hasMarkdown }: Shape): CodeValue {
  const facts = factsOf(site);
  const blog = pages.find(({ path, language }) => path === `/${places.blog}` && language === site.defaultLanguage);
  const report = 'warn';
  return {
    title: facts.title,
    tagline: facts.description,
    favicon: facts.favicon?.slice(1),
    url: facts.origin,
    baseUrl: facts.base,
    trailingSlash: true,
    onBrokenLinks: report,
    onBrokenAnchors: report,
    markdown: {
      // Otherwise Markdown is read as MDX.
      format: hasMarkdown ? 'detect' : undefined,
      mermaid: mermaid || undefined,
      hooks: { onBrokenMarkdownLinks: report, onBrokenMarkdownImages: report },
    },
    future: { v4: true, faster: true },
    i18n: localesOf(site),
    presets: [
      [
        'classic',
        {
          docs: hasDocs && {
            path: FOLDERS.docs.main,
            routeBasePath: places.docsRoute === '' ? '/' : places.docsRoute,
            numberPrefixParser: false,
            onInlineTags: 'ignore',
          },
          blog: hasBlog && {
            path: FOLDERS.blog.main,
            routeBasePath: places.blog,
            blogTitle: blog && titleOf(blog) ? titleOf(blog) : 'Blog',
            blogDescription: blog && asText(fieldOf(blog.frontMatter, 'description')?.value),
            blogSidebarCount: 'ALL',
            onInlineTags: 'ignore',
            onInlineAuthors: 'ignore',
            onUntruncatedBlogPosts: 'ignore',
          },
          theme: { customCss: './src/css/custom.css' },
        },
      ],
    ],
    plugins:
      needs.redirects.length > 0
        ? [['@docusaurus/plugin-client-redirects', { redirects: name('redirects') }]]
        : undefined,
    themes: mermaid ? ['@docusaurus/theme-mermaid'] : undefined,
    themeConfig: {
      navbar: { title: facts.title, items: navbarOf({ site, pages, places, hasDocs, hasBlog }) },
      footer: facts.copyright === undefined ? undefined : { copyright: facts.copyright },
      prism: {
        theme: member('themes', 'github'),
        darkTheme: member('themes', 'dracula'),
        additionalLanguages: additionalLanguages(needs.languages.filter((language) => language !== 'mermaid')),
      },
    },
  };
}

function localesOf(site: Site): CodeValue {
  const configs = site.languages.map((language) => [
    language.code,
    {
      label: language.name,
      htmlLang: htmlLanguage(language),
      direction: isRightToLeft(language.code) ? 'rtl' : undefined,
    },
  ]);
  return {
    defaultLocale: site.defaultLanguage,
    locales: [...new Set([site.defaultLanguage, ...site.languages.map(({ code }) => code)])],
    localeConfigs: Object.fromEntries(configs),
  };
}

type NavbarShape = Pick<Shape, 'site' | 'pages' | 'places' | 'hasDocs' | 'hasBlog'>;

function navbarOf({ site, pages, places, hasDocs, hasBlog }: NavbarShape): CodeValue[] {
  const find = (path: string): PageMeta | undefined =>
    pages.find((page) => page.path === path && page.language === site.defaultLanguage);
  const label = (path: string, otherwise: string): string => {
    const page = find(path);
    return (page && labelOf(page)) || otherwise;
  };
  const docs = places.docsRoute === '' ? '/' : `/${places.docsRoute}`;
  return [
    ...(hasDocs && places.docsRoute !== '' ? [{ to: `${docs}/`, label: label(docs, 'Docs'), position: 'left' }] : []),
    ...(hasBlog ? [{ to: `/${places.blog}/`, label: label(`/${places.blog}`, 'Blog'), position: 'left' }] : []),
    ...(site.languages.length > 1 ? [{ type: 'localeDropdown', position: 'right' }] : []),
  ];
}

const styles = (math: boolean): string =>
  [
    ...(math ? ["@import 'katex/dist/katex.min.css';", ''] : []),
    ':root {',
    '  --docusaurus-highlighted-code-line-bg: rgb(0 0 0 / 10%);',
    '}',
    '',
    "[data-theme='dark'] {",
    '  --docusaurus-highlighted-code-line-bg: rgb(0 0 0 / 30%);',
    '}',
    '',
    '/* Pages that menus leave out. */',
    '.theme-doc-sidebar-item-link.hidden,',
    '.theme-doc-sidebar-item-category.hidden {',
    '  display: none;',
    '}',
    '',
  ].join('\n');

const homeFunction = (to: string): Code =>
  exportDefault(
    functionOf(
      'Home',
      undefined,
      [returnOf(element('Redirect', [['to', call(name('useBaseUrl'), to)]], []))],
      'ReactNode',
    ),
  );

/** A site without a page at its root gets one that leads into its parts. */
function homePage({ site, pages, places, hasDocs, hasBlog }: Shape): OutputFile[] {
  const isHome = (page: PageMeta): boolean => page.language === site.defaultLanguage && page.permalink === '/';
  if (pages.some(isHome) || (hasDocs && places.docsRoute === '' && pages.some(({ path }) => path === '/'))) return [];
  const to = hasDocs && places.docsRoute !== '' ? `/${places.docsRoute}/` : hasBlog ? `/${places.blog}/` : undefined;
  if (to === undefined) return [];
  const body = [
    importOf(['ReactNode'], 'react', 'type'),
    importOf(['Redirect'], '@docusaurus/router'),
    importOf('useBaseUrl', '@docusaurus/useBaseUrl'),
    homeFunction(to),
  ];
  return [{ path: 'src/pages/index.tsx', text: printCode(body) }];
}
