import type { Rules } from '../rule.ts';
import { phraseOf } from '../rule.ts';

export interface SiteFacts {
  'site-not-found': Record<never, never>;
  'config-not-a-map': { found: string };
  'config-value': { key: string; expected: string };
  'config-default-language': { language: string; problem: 'unknown' | 'disabled'; used: string };
  'module-missing': { path: string; folder: string };
  'module-outside-site': { path: string };
  'mount-missing': { source: string };
  'mount-outside-site': { source: string };
  'language-disabled': { language: string; pages: number };
  'content-adapter': Record<never, never>;
  'path-clash': { path: string; other: string };
  'permalink-clash': { url: string; other: string };
  'page-in-foreign-bundle': { bundle: string; language: string };
  'home-as-leaf': Record<never, never>;
  'file-without-page': { language: string };
  'markup-unknown': { markup: string; used: string };
  'date-unreadable': { key: string; value: string };
  'alias-invalid': { alias: string };
  'permalink-pattern': { pattern: string };
  'cascade-key': { key: string };
  'file-unreadable': { reason: string };
  'file-not-utf8': { encoding: 'utf-16' | 'unknown' };
  'file-holds-nul': { count: number };
  'file-byte-order-mark': Record<never, never>;
  'link-not-followed': { kind: 'outside' | 'inside' | 'broken' };
}

export const siteRules: Rules<SiteFacts> = {
  'site-not-found': {
    severity: 'error',
    message: () => 'there is no Hugo configuration here and no content folder',
    hint: () => 'name the folder that holds hugo.toml (or config.toml) and content/',
    about: 'Neither a configuration file nor a content folder was found, so there is no site to read.',
    bad: 'decant scan site/content',
    good: 'decant scan site',
  },
  'config-not-a-map': {
    severity: 'error',
    message: ({ found }) => `a configuration file must hold keys and values, and this one holds a ${found}`,
    hint: () => 'write `key: value`, or put the list below the key that it belongs to in hugo.yaml',
    about: 'Hugo reads every configuration file as a map, also those that are named for a key, such as cascade.yaml.',
    bad: '# config/_default/cascade.yaml\n- params: { toc: true }',
    good: '# hugo.yaml\ncascade:\n  - params: { toc: true }',
  },
  'config-value': {
    severity: 'warning',
    message: ({ key, expected }) => `“${key}” is not what Hugo expects here: ${expected}`,
    hint: ({ expected }) => `write ${expected}; until then the default holds`,
    about: 'A setting has a value of the wrong kind. decant goes on with what Hugo does where nothing is set.',
    bad: 'markup:\n  goldmark:\n    renderer:\n      unsafe: "yes"',
    good: 'markup:\n  goldmark:\n    renderer:\n      unsafe: true',
  },
  'config-default-language': {
    severity: 'error',
    message: ({ language, problem, used }) =>
      `the default language “${language}” is ${problem === 'unknown' ? 'not among the languages' : 'disabled'}; “${used}” is used instead`,
    hint: ({ language, used }) =>
      `set defaultContentLanguage = "${used}", or configure and enable [languages.${language}]`,
    about: 'Files without a language code belong to the default language, so it must be one of the site’s.',
    bad: 'defaultContentLanguage = "en"\n[languages.fr]\nweight = 1',
    good: 'defaultContentLanguage = "fr"\n[languages.fr]\nweight = 1',
  },
  'module-missing': {
    severity: 'warning',
    message: ({ path, folder }) => `the theme or module “${path}” is not on disk: there is no ${folder}`,
    hint: ({ folder }) => `fetch it (git submodule update --init, or hugo mod vendor), or put it in ${folder}`,
    about:
      'Without a theme its shortcode templates, its content and its settings are unknown. How shortcodes are closed is then read from the pages.',
    bad: 'theme = "docsy"   # themes/docsy is an empty submodule',
    good: 'git submodule update --init',
  },
  'module-outside-site': {
    severity: 'warning',
    message: ({ path }) => `the theme or module “${path}” lies outside the site’s folder and is not read`,
    hint: () => 'copy it below themes/, or run hugo mod vendor',
    about: 'decant reads nothing outside the folder that it was given.',
    bad: 'theme = "../../shared/docsy"',
    good: 'theme = "docsy"',
  },
  'mount-missing': {
    severity: 'warning',
    message: ({ source }) => `the mounted content “${source}” is not on disk`,
    hint: ({ source }) => `fetch ${source}, or take the mount out of the configuration`,
    about: 'Hugo passes over a mount whose source is missing; the pages in it are then missing from the site.',
    bad: '[[module.mounts]]\nsource = "external/docs"\ntarget = "content/docs"',
    good: '[[module.mounts]]\nsource = "docs"\ntarget = "content/docs"',
  },
  'mount-outside-site': {
    severity: 'warning',
    message: ({ source }) => `the mounted folder “${source}” lies outside the site’s folder and is not read`,
    hint: () => 'copy the folder into the site, or run decant on the folder above and mount from there',
    about: 'decant reads nothing outside the folder that it was given.',
    bad: '[[module.mounts]]\nsource = "../docs"\ntarget = "content/docs"',
    good: '[[module.mounts]]\nsource = "docs"\ntarget = "content/docs"',
  },
  'language-disabled': {
    severity: 'info',
    message: ({ language, pages }) =>
      `${pages} page${pages === 1 ? '' : 's'} in the disabled language “${language}” left out`,
    hint: ({ language }) => `take ${language} out of disableLanguages to carry them over`,
    about: 'Hugo does not build disabled languages, and decant leaves their files out as well.',
    bad: 'disableLanguages = ["fr"]',
    good: 'disableLanguages = []',
  },
  'content-adapter': {
    severity: 'warning',
    message: () => 'the pages that this content adapter makes are not carried over',
    hint: () => 'build the site with Hugo once and save the pages as files, or convert them at their source',
    about: 'A _content.gotmpl makes pages from data while Hugo builds the site; there is no file to read for them.',
    bad: 'content/books/_content.gotmpl',
    good: 'content/books/dune.md',
  },
  'path-clash': {
    severity: 'warning',
    message: ({ path, other }) => `this file and ${other} are both the page ${path}; this one is left out`,
    hint: () => 'rename or remove one of the two files',
    about: 'Hugo builds one of two files with the same path, not always the same one, and says nothing.',
    bad: 'content/setup.md\ncontent/setup/index.md',
    good: 'content/setup/index.md',
  },
  'permalink-clash': {
    severity: 'warning',
    message: ({ url, other }) => `this page and ${other} both go to ${url}`,
    hint: () => 'give one of the two another slug or url',
    about:
      'Hugo writes one page over the other, not always the same one, and says nothing unless --printPathWarnings is given.',
    bad: '# content/a.md and content/b.md\nslug: setup',
    good: '# content/b.md\nslug: setup-on-windows',
  },
  'page-in-foreign-bundle': {
    severity: 'warning',
    message: ({ bundle, language }) =>
      `Hugo does not build this file: ${bundle} is a page bundle that has no page in the language “${language}”`,
    hint: ({ language }) => `add an index file in ${language}, or rename the bundle’s index.md to _index.md`,
    about:
      'An index.md in any language makes its folder a bundle, and every content file below it a part of that bundle.',
    bad: 'content/setup/index.fr.md\ncontent/setup/windows.md',
    good: 'content/setup/index.md\ncontent/setup/windows.md',
  },
  'home-as-leaf': {
    severity: 'warning',
    message: () => 'an index.md at the content’s root makes the home page a bundle, and every other page a part of it',
    hint: () => 'rename the file to _index.md',
    about: 'Hugo warns of this too: none of the other pages is built.',
    bad: 'content/index.md',
    good: 'content/_index.md',
  },
  'file-without-page': {
    severity: 'info',
    message: ({ language }) =>
      `Hugo does not publish this file: the page it belongs to does not exist in “${language}”`,
    hint: ({ language }) => `add the page in ${language}, or give the file the language code of one that exists`,
    about: 'A file below content/ belongs to the nearest bundle or section above it in its own language.',
    bad: 'content/setup/index.fr.md\ncontent/setup/screen.png',
    good: 'content/setup/index.fr.md\ncontent/setup/screen.fr.png',
  },
  'markup-unknown': {
    severity: 'warning',
    message: ({ markup, used }) => `Hugo knows no markup “${markup}”; the page is read as ${used}`,
    hint: () => 'write markdown, html, org, asciidoc, rst or pandoc, or take the field out',
    about:
      'The field markup names another format than the file’s extension does. Hugo fails on a name that it does not know.',
    bad: 'markup: mmark',
    good: 'markup: markdown',
  },
  'date-unreadable': {
    severity: 'warning',
    message: ({ key, value }) => `“${value}” in ${key} is no date that Hugo can read`,
    hint: () => 'write 2006-01-02 or 2006-01-02T15:04:05Z',
    about: 'Hugo reports such a date as an error. The page counts as one without that date.',
    bad: 'date: Jan 2, 2024',
    good: 'date: 2024-01-02',
  },
  'alias-invalid': {
    severity: 'warning',
    message: ({ alias }) => `“${alias}” cannot be an alias`,
    hint: () => 'write a path on this site, as in /docs/old-name/',
    about: 'Hugo fails on an alias that is a full address or the root of the site.',
    bad: 'aliases: [https://example.org/old]',
    good: 'aliases: [/old]',
  },
  'permalink-pattern': {
    severity: 'error',
    message: ({ pattern }) => `“${pattern}” names something that Hugo does not know; the pattern is passed over`,
    hint: () => 'write :year, :month, :day, :slug, :title, :section, :sections, :contentbasename and the like',
    about: 'Hugo fails on a permalink pattern with an unknown name, capitals among them.',
    bad: 'permalinks:\n  posts: /:Year/:slug/',
    good: 'permalinks:\n  posts: /:year/:slug/',
  },
  'cascade-key': {
    severity: 'warning',
    message: ({ key }) => `“${key}” cannot be handed down by a cascade`,
    hint: () => 'set it on each page',
    about: 'Hugo fails on kind, path, lang and cascade in a cascade: they make the tree of pages.',
    bad: 'cascade:\n  lang: fr',
    good: 'cascade:\n  type: docs',
  },
  'file-unreadable': {
    severity: 'error',
    message: ({ reason }) => `this file cannot be read: ${reason}`,
    hint: () => 'check that it exists and that you may read it',
    about: 'The file is left out; the run goes on with the others.',
    bad: 'chmod 000 content/setup.md',
    good: 'chmod 644 content/setup.md',
  },
  'file-not-utf8': {
    severity: 'warning',
    message: ({ encoding }) =>
      encoding === 'utf-16'
        ? 'this file is in UTF-16; it was converted'
        : 'this file is not in UTF-8; what is not became �',
    hint: () => 'save the file as UTF-8',
    about: 'Hugo reads every file as UTF-8.',
    bad: 'caf\\xe9   # Latin 1',
    good: 'café',
  },
  'file-holds-nul': {
    severity: 'warning',
    message: ({ count }) => `this file holds ${count} NUL character${count === 1 ? '' : 's'}`,
    hint: () => 'take them out; they are often the mark of a damaged file',
    about: 'Markdown turns NUL into �.',
    bad: 'a\\0b',
    good: 'ab',
  },
  'file-byte-order-mark': {
    severity: 'info',
    message: () => 'this file begins with a byte order mark',
    hint: () => 'save the file as UTF-8 without one',
    about: 'Hugo skips the mark; other tools show it as a character.',
    bad: '\\ufeff---\ntitle: Setup\n---',
    good: '---\ntitle: Setup\n---',
  },
  'link-not-followed': {
    severity: 'warning',
    message: ({ kind }) => `this symbolic link ${phraseOf(kind, LINKS)}; it was not followed`,
    hint: () => 'put the file itself in its place, or mount the folder that it points to',
    about: 'Hugo follows no links in content. decant follows none out of the site’s folder.',
    bad: 'content/shared -> ../../shared',
    good: 'content/shared/setup.md',
  },
};

const LINKS = {
  outside: 'leads out of the site’s folder',
  inside: 'stands where Hugo follows none',
  broken: 'leads nowhere',
} as const;
