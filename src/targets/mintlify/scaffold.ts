/** A new Mintlify site around the content. */
import type { OutputFile } from '../target.ts';
import type { UrlSite } from '../url-site.ts';
import { json } from '../code/json.ts';
import { keyFromText } from '../key-from-text.ts';
import { iconFile } from '../scaffold/icon.ts';
import { componentFiles } from '../scaffold/react-components.ts';
import { factsOf } from '../scaffold/site-facts.ts';
import { KIT, ownComponents } from './components.ts';
import { docsJson } from './docs-json.ts';
import { elementFile } from './elements.ts';
import { DEVELOPMENT_PACKAGES } from './facts.ts';
import { IGNORED } from './setup.ts';

/** The files of a repository that Mintlify serves, and that its command line shows. */
export function scaffold(shape: UrlSite): OutputFile[] {
  const { site, needs } = shape;
  const { title } = factsOf(site);
  return [
    { path: 'docs.json', text: docsJson(shape) },
    { path: 'package.json', text: json(packageOf(title)) },
    { path: '.mintignore', text: `${IGNORED.join('\n')}\n` },
    { path: '.gitignore', text: 'node_modules\n' },
    ...iconFile(site, title, ''),
    ...elementFile(needs.components),
    ...componentFiles(ownComponents(needs.components), KIT),
  ];
}

const packageOf = (title: string): unknown => ({
  name: keyFromText(title, 'site'),
  private: true,
  scripts: { dev: 'mint dev', check: 'mint broken-links' },
  devDependencies: DEVELOPMENT_PACKAGES,
});
