/** What an existing Nextra site needs for the content: decant touches no configuration. */
import type { OutputFile } from '../target.ts';
import type { UrlSite } from '../url-site.ts';
import { redirectFile } from '../next-config.ts';
import { componentNames } from '../scaffold/react-components.ts';
import { packagePart, type SetupPart, setupFile } from '../setup-file.ts';
import { REGISTRATION_FILE, registration } from './components.ts';
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
      ...rootMetaFiles(shape).flatMap(rootPart),
      ...languagePart(shape),
      ...componentPart(shape),
    ]),
  ];
}

const configPart = (shape: UrlSite): SetupPart => ({
  title: 'next.config',
  about:
    'Merge this into the configuration: pages keep the addresses that they have in Hugo, pictures are named by theirs. Leave out what your site says already.',
  code: { lang: 'js', value: configOf(shape, shape.redirects.length > 0) },
});

const rootPart = (file: OutputFile): SetupPart[] =>
  'text' in file
    ? [
        {
          title: file.path,
          about: 'The order and the names of what is at the root: merge it into the file that your site has there.',
          code: { lang: 'ts', value: file.text },
        },
      ]
    : [];

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

function componentPart({ needs }: UrlSite): SetupPart[] {
  const names = componentNames(needs.components);
  if (names.length === 0) return [];
  return [
    {
      title: REGISTRATION_FILE,
      about: `Pages show components that the site must have: ${names.join(', ')}. Write a file for each below ${COMPONENT_FOLDER}, or have a mapping say where it is, and register them:`,
      code: { lang: 'tsx', value: registration(needs.components) },
    },
  ];
}
