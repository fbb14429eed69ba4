/** A new Docusaurus site around the content: configuration, packages, components. */
import type { PageMeta } from '../../model/page.ts';
import type { OutputFile } from '../target.ts';
import { json } from '../code/json.ts';
import { printCode } from '../code/print.ts';
import { call, type Code, element, exportDefault, functionOf, importOf, name, returnOf } from '../code/tree.ts';
import { keyFromText } from '../key-from-text.ts';
import { iconFile } from '../scaffold/icon.ts';
import { factsOf } from '../scaffold/site-facts.ts';
import { componentFiles } from './components.ts';
import { configOf, redirectFile, type Shape, shapeOf, type SiteAround } from './config.ts';
import { STATIC_FOLDER } from './facts.ts';
import { docsHome, menuWords, withParts } from './menus.ts';
import { DEVELOPMENT_PACKAGES, NODE, OPTIONAL_PACKAGES, PACKAGES } from './versions.ts';

/** The files of a site that `npm install && npm run build` builds. */
export function scaffold(around: SiteAround): OutputFile[] {
  const shape = shapeOf(around);
  const { needs } = shape;
  return [
    { path: 'package.json', text: json(packageOf(shape)) },
    { path: 'docusaurus.config.ts', text: configOf(shape) },
    { path: 'tsconfig.json', text: json({ extends: '@docusaurus/tsconfig', compilerOptions: { baseUrl: '.' } }) },
    { path: '.gitignore', text: 'node_modules\n.docusaurus\nbuild\n' },
    { path: 'src/css/custom.css', text: styles(needs.math) },
    ...iconFile(shape.site, factsOf(shape.site).title, STATIC_FOLDER),
    ...menuWords(shape.site, withParts(shape.menus, shape)),
    ...redirectFile(needs),
    ...componentFiles(needs.components),
    ...homePage(shape),
  ];
}

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

const styles = (math: boolean): string =>
  [
    ...(math ? ["@import 'katex/dist/katex.min.css';", ''] : []),
    '/* Set here and not at the root, where the theme sets it too. */',
    '.theme-code-block {',
    '  --docusaurus-highlighted-code-line-bg: rgb(0 0 0 / 10%);',
    '}',
    '',
    "[data-theme='dark'] .theme-code-block {",
    '  --docusaurus-highlighted-code-line-bg: rgb(0 0 0 / 30%);',
    '}',
    '',
    '/* A page without a table of contents would be as wide as the window. */',
    '.mdx-page main > .row > .col:only-child {',
    '  max-width: var(--ifm-container-width);',
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
  const isHome = (page: PageMeta): boolean =>
    page.language === site.defaultLanguage && places.routes.of(page).url === '/';
  if (pages.some(isHome) || (hasDocs && places.docsRoute === '' && pages.some(({ path }) => path === '/'))) return [];
  const docs = hasDocs ? docsHome({ site, pages, places }) : undefined;
  const to = docs !== undefined ? `${docs}/` : hasBlog ? `/${places.blog}/` : undefined;
  if (to === undefined) return [];
  const body = [
    importOf(['ReactNode'], 'react', 'type'),
    importOf(['Redirect'], '@docusaurus/router'),
    importOf('useBaseUrl', '@docusaurus/useBaseUrl'),
    homeFunction(to),
  ];
  return [{ path: 'src/pages/index.tsx', text: printCode(body) }];
}
