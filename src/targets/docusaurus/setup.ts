/** What an existing Docusaurus site needs for the content: decant touches no configuration. */
import type { OutputFile } from '../target.ts';
import { printCode } from '../code/print.ts';
import { type CodeValue, exportDefault, expression, importOf } from '../code/tree.ts';
import { packagePart, type SetupPart, setupFile } from '../setup-file.ts';
import {
  contentOf,
  highlighted,
  localesOf,
  pluginsOf,
  redirectFile,
  type Shape,
  shapeOf,
  type SiteAround,
} from './config.ts';
import { footerLinks, navbarLinks, VERSION_DROPDOWN } from './menus.ts';
import { componentNames } from '../scaffold/react-components.ts';
import { registration } from './components.ts';
import { OPTIONAL_PACKAGES } from './versions.ts';

/** `setup.md`, and the files that its snippets name. */
export function setup(around: SiteAround): OutputFile[] {
  if (around.pages.length === 0) return [];
  const shape = shapeOf(around);
  return [
    ...redirectFile(shape.needs),
    ...setupFile([...packagePart(packagesFor(shape), ABOUT_PACKAGES), configPart(shape), ...componentPart(shape)]),
  ];
}

const ABOUT_PACKAGES = 'Take the version of Docusaurus itself for its own packages.';

const packagesFor = ({ needs, mermaid }: Shape): Readonly<Record<string, string>> => ({
  ...(needs.redirects.length > 0 && OPTIONAL_PACKAGES.redirects),
  ...(mermaid && OPTIONAL_PACKAGES.mermaid),
  ...(needs.math && OPTIONAL_PACKAGES.math),
});

function configPart(shape: Shape): SetupPart {
  const { needs, mermaid, hasMarkdown, site, menus } = shape;
  const languages = highlighted(needs);
  const items = [...navbarLinks(menus), ...(shape.places.versions.length > 0 ? [VERSION_DROPDOWN] : [])];
  const theme = {
    navbar: items.length > 0 ? { items } : undefined,
    footer: menus.bottom.length > 0 ? { links: footerLinks(menus) } : undefined,
    prism: languages.length > 0 ? { additionalLanguages: languages } : undefined,
  };
  const settings = {
    trailingSlash: true,
    markdown:
      mermaid || hasMarkdown
        ? { format: hasMarkdown ? 'detect' : undefined, mermaid: mermaid || undefined }
        : undefined,
    i18n: site.languages.length > 1 ? localesOf(site) : undefined,
    presets: [['classic', ofContent(shape)]],
    ...pluginsOf(shape),
    themeConfig: Object.values(theme).some((part) => part !== undefined) ? theme : undefined,
  };
  return {
    title: 'docusaurus.config',
    about:
      'Merge this into the configuration, so that pages keep the addresses that they have in Hugo. Leave out what your site says already.',
    code: {
      lang: 'ts',
      value: printCode([
        ...(needs.redirects.length > 0 ? [importOf('redirects', './redirects.json')] : []),
        exportDefault(expression(settings)),
      ]),
    },
  };
}

/** Settings of the plugins that the content has something for; the others are the site's own business. */
const ofContent = (shape: Shape): { readonly [plugin: string]: CodeValue } =>
  Object.fromEntries(Object.entries(contentOf(shape)).filter(([, settings]) => settings !== false));

function componentPart({ needs }: Shape): SetupPart[] {
  const names = componentNames(needs.components);
  if (names.length === 0) return [];
  return [
    {
      title: 'src/theme/MDXComponents.tsx',
      about: `Pages show components that the site must have: ${names.join(', ')}. Write a file for each below src/components, or have a mapping say where it is, and register them:`,
      code: { lang: 'tsx', value: printCode(registration(names)) },
    },
  ];
}
