/** What an existing Fumadocs site needs for the content: decant touches no configuration. */
import type { OutputFile } from '../target.ts';
import type { UrlSite } from '../url-site.ts';
import { componentPart, mergedPart, redirectFile } from '../next-config.ts';
import { componentNames } from '../scaffold/react-components.ts';
import { packagePart, type SetupPart, setupFile } from '../setup-file.ts';
import { registration } from './components.ts';
import { COMPONENT_FOLDER, OPTIONAL_PACKAGES, PACKAGES } from './facts.ts';
import { metaFiles } from './meta.ts';
import { configOf } from './scaffold.ts';
import { pluginFiles, SOURCE_CONFIG } from './config-files.ts';

/** `setup.md`, and the files that its snippets name. */
export function setup(shape: UrlSite): OutputFile[] {
  const { pages, needs, redirects } = shape;
  if (pages.length === 0) return [];
  const hasDiagrams = needs.languages.includes('mermaid');
  const packages = {
    '@shikijs/transformers': PACKAGES['@shikijs/transformers'],
    ...(needs.math && OPTIONAL_PACKAGES.math),
    ...(hasDiagrams && OPTIONAL_PACKAGES.mermaid),
  };
  const names = [...componentNames(needs.components), ...(hasDiagrams ? ['Mermaid'] : [])];
  const metas = metaFiles(shape);
  return [
    // The root of an existing site has an order of its own.
    ...metas.filter(({ path }) => !isRoot(path)),
    ...redirectFile(redirects),
    ...setupFile([
      ...packagePart(packages, 'Lines of code are marked, formulas set and diagrams drawn by packages.'),
      CONFIG,
      nextPart(shape),
      ...metas.filter(({ path }) => isRoot(path)).flatMap((file) => mergedPart(file, ABOUT_ROOT, 'json')),
      ...languagePart(shape),
      ...(hasDiagrams ? diagramParts() : []),
      ...componentPart(names, COMPONENT_FOLDER, registration(names)),
    ]),
  ];
}

const isRoot = (path: string): boolean => path === 'content/docs/meta.json';

const ABOUT_ROOT = 'The order of what is at the root: merge it into the file that your site has there.';

const CONFIG: SetupPart = {
  title: 'source.config.ts',
  about:
    'What pages ask of it: a field for what menus call them, pictures that are named by their addresses, lines of code that are marked behind the language. `site/code-names.json` and `site/plugins` are files of a new site, which a run with --scaffold into an empty folder shows.',
  code: { lang: 'ts', value: SOURCE_CONFIG },
};

const nextPart = (shape: UrlSite): SetupPart => ({
  title: 'next.config',
  about:
    'Merge this into the configuration, and let the loader have the base address "/": pages keep the addresses that they have in Hugo. Leave out what your site says already.',
  code: { lang: 'js', value: configOf(shape, shape.redirects.length > 0) },
});

function languagePart({ languages }: UrlSite): SetupPart[] {
  if (languages.length < 2) return [];
  const locales = languages.map(({ code, folder }) => folder || code).join(', ');
  const hide = languages[0]?.folder === '' ? 'default-locale' : 'never';
  return [
    {
      title: 'Languages',
      about: `Tell defineI18n of the languages ${locales}, of which the first is the default one, with the parser "dir" and hideLocale "${hide}".`,
    },
  ];
}

const diagramParts = (): SetupPart[] =>
  pluginFiles(true).flatMap((file) =>
    mergedPart(file, 'Code in the language of mermaid is a diagram, which a component draws in the browser.', 'tsx'),
  );
