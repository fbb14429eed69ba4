/** What an existing Nextra site needs for the content: decant touches no configuration. */
import type { OutputFile } from '../target.ts';
import type { UrlSite } from '../url-site.ts';
import { componentPart, mergedPart, redirectFile } from '../next-config.ts';
import { componentNames } from '../scaffold/react-components.ts';
import { packagePart, type SetupPart, setupFile } from '../setup-file.ts';
import { registration } from './components.ts';
import { COMPONENT_FOLDER, OPTIONAL_PACKAGES } from './facts.ts';
import { metaFiles, rootMetaFiles } from './meta.ts';
import { configOf } from './scaffold.ts';

/** `setup.md`, and the files that its snippets name. */
export function setup(shape: UrlSite): OutputFile[] {
  const { pages, needs, redirects } = shape;
  if (pages.length === 0) return [];
  const packages = packagePart(needs.math ? OPTIONAL_PACKAGES.math : {}, 'Formulas are set by a package.');
  return [
    ...metaFiles(shape),
    ...redirectFile(redirects),
    ...setupFile([
      ...packages,
      configPart(shape),
      ...rootMetaFiles(shape).flatMap((file) => mergedPart(file, ABOUT_ROOT, 'ts')),
      ...languagePart(shape),
      ...componentPart(componentNames(needs.components), COMPONENT_FOLDER, registration(needs.components)),
    ]),
  ];
}

const ABOUT_ROOT = 'The order and the names of what is at the root: merge it into the file that your site has there.';

const configPart = (shape: UrlSite): SetupPart => ({
  title: 'next.config',
  about:
    'Merge this into the configuration: pages keep the addresses that they have in Hugo, pictures are named by theirs. Leave out what your site says already.',
  code: { lang: 'js', value: configOf(shape, shape.redirects.length > 0) },
});

/** Nextra's own languages have a folder each, the default one too: that would change every address. */
function languagePart({ languages }: UrlSite): SetupPart[] {
  const others = languages.filter(({ folder }) => folder !== '');
  if (languages.length < 2) return [];
  const folders = others.map(({ folder }) => `app/${folder}`).join(', ');
  return [
    {
      title: 'Languages',
      about: `Each language but the default one has a folder below content, as its addresses have. Give each a layout of its own (${folders}) that shows the page map of its folder, and leave these folders out of the page map of the default language. A run with --scaffold into an empty folder shows how.`,
    },
  ];
}
