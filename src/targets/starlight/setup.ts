/** What an existing Starlight site needs for the content: decant touches no configuration. */
import type { OutputFile } from '../target.ts';
import { json } from '../code/json.ts';
import { byRoot } from '../scaffold/component-shape.ts';
import { packagePart, type SetupPart, setupFile } from '../setup-file.ts';
import { COMPONENT_FOLDER, MARKDOWN_PACKAGE, OPTIONAL_PACKAGES } from './facts.ts';
import { configOf, contentConfig, redirectFile, type StarlightShape } from './scaffold.ts';

/** `setup.md`, and the files that its snippets name. */
export function setup(shape: StarlightShape): OutputFile[] {
  if (shape.pages.length === 0) return [];
  const packages = packagePart(
    { ...MARKDOWN_PACKAGE, ...(shape.needs.math && OPTIONAL_PACKAGES.math) },
    ABOUT_PACKAGES,
  );
  return [
    { path: 'sidebar.json', text: json(shape.sidebar) },
    ...redirectFile(shape),
    ...setupFile([...packages, configPart(shape), collectionPart(shape), ...componentPart(shape)]),
  ];
}

const ABOUT_PACKAGES = 'Take the version of the Markdown package that goes with the Astro of the site.';

const configPart = (shape: StarlightShape): SetupPart => ({
  title: 'astro.config.mjs',
  about:
    'Merge this into the configuration: pages keep the addresses that they have in Hugo, and headings their ids. Leave out what your site says already.',
  code: { lang: 'js', value: configOf(shape, 'existing') },
});

const collectionPart = (shape: StarlightShape): SetupPart => ({
  title: 'src/content.config.ts',
  about:
    'Starlight leaves out fields of the front matter that its schema does not name. These are the ones that pages have.',
  code: { lang: 'ts', value: contentConfig(shape) },
});

function componentPart({ needs }: StarlightShape): SetupPart[] {
  const files = [...byRoot(needs.components).keys()].map((name) => `${COMPONENT_FOLDER}/${name}.astro`);
  if (files.length === 0) return [];
  return [
    {
      title: 'Components',
      about:
        'Pages import components that the site must have. Write these files, or have a mapping say where the components are:',
      code: { lang: 'text', value: files.join('\n') },
    },
  ];
}
