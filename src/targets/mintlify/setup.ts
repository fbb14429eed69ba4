/** What an existing Mintlify site needs for the content: decant touches no configuration. */
import type { OutputFile } from '../target.ts';
import type { UrlSite } from '../url-site.ts';
import { json } from '../code/json.ts';
import { componentNames } from '../scaffold/react-components.ts';
import { SETUP_FILE, type SetupPart, setupFile } from '../setup-file.ts';
import { chromeOf } from './chrome.ts';
import { ownComponents } from './components.ts';
import { redirectsOf } from './docs-json.ts';
import { elementFile } from './elements.ts';
import { SNIPPET_FOLDER } from './facts.ts';
import { navigationOf } from './navigation.ts';

const NAVIGATION_FILE = 'navigation.json';
const REDIRECT_FILE = 'redirects.json';

/** Files of decant that are none of the site. */
export const IGNORED = ['.decant/', 'package.json', 'package-lock.json', 'urls.json', 'redirects.csv', SETUP_FILE];

/** `setup.md`, and the files that its snippets name. */
export function setup(shape: UrlSite): OutputFile[] {
  const { pages, needs, redirects } = shape;
  if (pages.length === 0) return [];
  const rows = redirectsOf(redirects);
  return [
    { path: NAVIGATION_FILE, text: json(navigationOf(shape)) },
    ...(rows.length > 0 ? [{ path: REDIRECT_FILE, text: json(rows) }] : []),
    ...elementFile(needs.components),
    ...setupFile([
      ignorePart(),
      configPart(rows.length > 0),
      ...hiddenPart(shape),
      ...chromePart(shape),
      ...componentPart(componentNames(ownComponents(needs.components))),
    ]),
  ];
}

const ignorePart = (): SetupPart => ({
  title: '.mintignore',
  about: 'Mintlify shows every Markdown file as a page, this one too. Add these lines:',
  code: { lang: 'txt', value: IGNORED.filter((path) => !path.startsWith('package')).join('\n') },
});

const configPart = (hasRedirects: boolean): SetupPart => ({
  title: 'docs.json',
  about:
    'No menu shows a page that stands nowhere in the configuration. Without a navigation and redirects of its own, your site takes those of the new pages from their files; else merge them into what it has.',
  code: {
    lang: 'json',
    value: json({
      navigation: { $ref: `./${NAVIGATION_FILE}` },
      ...(hasRedirects && { redirects: { $ref: `./${REDIRECT_FILE}` } }),
    }),
  },
});

const hiddenPart = ({ pages, isHidden }: UrlSite): SetupPart[] =>
  pages.some(isHidden)
    ? [
        {
          title: 'Pages that no menu shows',
          about: 'Search engines, and the search of the site, find them only if the configuration says so:',
          code: { lang: 'json', value: json({ seo: { indexing: 'all' } }) },
        },
      ]
    : [];

function chromePart(shape: UrlSite): SetupPart[] {
  const [first] = shape.languages;
  const chrome = first ? chromeOf(shape, first.code) : {};
  if (Object.keys(chrome).length === 0) return [];
  const about = 'The menus of the Hugo site, for the top and the bottom of each page:';
  return [{ title: 'Menus', about, code: { lang: 'json', value: json(chrome) } }];
}

const componentPart = (names: readonly string[]): SetupPart[] =>
  names.length === 0
    ? []
    : [
        {
          title: 'Components',
          about: `Pages import components that the site must have: ${names.join(', ')}. Write a file for each below ${SNIPPET_FOLDER}, which exports it as a constant, or have a mapping say where it is. A run with --scaffold into an empty folder shows how.`,
        },
      ];
