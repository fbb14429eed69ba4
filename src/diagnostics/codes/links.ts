import type { Rules } from '../rule.ts';

export interface LinkFacts {
  'link-broken': { url: string; path: string; why: 'missing' | 'ambiguous' };
  'link-untranslated': { url: string; page: string; language: string };
  'link-to-left-out': { url: string; page: string };
  'link-without-address': { url: string; page: string };
  'link-without-target': { url: string; page: string };
  'link-mended': { url: string; target: string };
  'link-own-host': { url: string; path: string };
  'url-gone': { url: string };
  'redirects-beside': { own: string; written: string };
  'menu-left-out': { menu: string };
  'menu-entry-broken': { menu: string; entry: string; url: string };
  'link-id-added': { id: string; original: string };
  'link-anchor': { url: string; id: string; page: string; near?: string };
}

export const linkRules: Rules<LinkFacts> = {
  'link-broken': {
    severity: 'warning',
    message: ({ url, path, why }) =>
      why === 'ambiguous'
        ? `“${url}” is the name of several pages, so it leads to none`
        : `“${url}” leads nowhere: the site has nothing at ${path}`,
    hint: () => 'correct the address, or remove the link; it is broken on the Hugo site too and is copied as it is',
    about:
      'No page, alias, page resource or static file has this address. A relative address starts at the page’s own URL, which is one level deeper than its file.',
    bad: '[Setup](../instal/)',
    good: '[Setup](../install/)',
  },
  'link-untranslated': {
    severity: 'warning',
    message: ({ url, page, language }) => `“${url}” leads nowhere: ${page} has no translation in “${language}”`,
    hint: ({ page }) => `translate ${page}, or link to the page of the default language`,
    about:
      'The address is that of a translation which the site does not have, so the link is broken on the Hugo site. Frameworks that show the default language instead mend it.',
    bad: '[Einrichtung](/de/docs/setup/) while only /docs/setup/ exists',
    good: '[Setup](/docs/setup/)',
  },
  'link-to-left-out': {
    severity: 'warning',
    message: ({ url, page }) => `“${url}” leads to ${page}, which is a draft, not yet published or expired`,
    hint: () => 'publish the page, remove the link, or convert such pages too: --drafts, --future, --expired',
    about: 'Hugo leaves the page out of a build, so the link is broken there, and the page is not in the output.',
    bad: '[Roadmap](/roadmap/) with draft: true in roadmap.md',
    good: '[Roadmap](/roadmap/) with draft: false',
  },
  'link-without-address': {
    severity: 'warning',
    message: ({ url, page }) => `“${url}” leads to ${page}, to which Hugo gives no address`,
    hint: () => 'link to a page that has one, or take headless or build.render: never out of its front matter',
    about: 'Headless pages and those with build.render: never are built only where a template asks for them.',
    bad: '[Snippet](snippets/note.md) with headless: true in its bundle',
    good: '[Notes](/docs/notes/)',
  },
  'link-without-target': {
    severity: 'warning',
    message: ({ url, page }) => `“${url}” leads to ${page}, which the target does not have`,
    hint: () => 'add a page of your own at this address, or link to another one',
    about:
      'Hugo makes some lists without a content file: of a section, of a taxonomy’s terms, of a term’s pages. A target that has no such list has nothing to link to.',
    bad: '[All tags](/tags/)',
    good: '[Topics](/docs/topics/)',
  },
  'link-mended': {
    severity: 'info',
    message: ({ url, target }) => `“${url}” does not work on the Hugo site; it now leads to ${target}`,
    hint: () => 'check that this page was meant',
    about:
      'Read as Hugo and a browser read it the address leads nowhere, but as the path of a file beside the page’s own, as the path of a page, or in other letters it does.',
    bad: '<a href="setup.md">Setup</a>',
    good: '<a href="/docs/setup/">Setup</a>',
  },
  'link-own-host': {
    severity: 'info',
    message: ({ url, path }) => `“${url}” is an address on the site’s own host, and no page of this site is at ${path}`,
    hint: () => 'correct it if it was meant to be a page of this site; it is copied as it is',
    about:
      'Something else may be served there. Links to the site’s own host that lead to a page become internal links.',
    bad: '[Old docs](https://docs.example.org/v1/)',
    good: '[Docs](https://docs.example.org/docs/)',
  },
  'link-id-added': {
    severity: 'info',
    message: ({ id, original }) => `this heading can also be reached as “#${id}”, the id that it has in ${original}`,
    hint: ({ id }) => `write {#${id}} behind the heading to make this its only id`,
    about:
      'Hugo derives the id of a heading from its text, so that a translated heading has another one than the original. Addresses of the site name the id of the original, which leads nowhere on the translation in Hugo; where both pages have the same headings in the same order, the translated one gets that id too.',
    bad: '<!-- setup.md -->\n## Install\n<!-- setup.de.md -->\n## Einrichten\n<!-- first.de.md -->\n[Mehr](/de/setup/#install)',
    good: '<!-- setup.de.md -->\n## Einrichten {#install}',
  },
  'link-anchor': {
    severity: 'warning',
    message: ({ url, id, page }) => `“${url}” leads to the place “${id}”, which ${page} does not have`,
    hint: ({ near }) =>
      near === undefined
        ? 'correct what stands behind the #, or give the heading an id: ## Title {#id}'
        : `write #${near}, which the page has`,
    about: 'No heading, element or footnote of the page has this id. A browser shows the top of the page instead.',
    bad: '[Ports](/docs/setup/#prots)',
    good: '[Ports](/docs/setup/#ports)',
  },
  'redirects-beside': {
    severity: 'info',
    message: ({ own, written }) =>
      `the site has redirects of its own in ${own}, so those of its pages stand in ${written}`,
    hint: ({ own }) => `add the lines to those of ${own} where they belong: the first that matches wins`,
    about:
      'Netlify and Cloudflare Pages read one `_redirects` file, from top to bottom. Rules that somebody has written by hand are copied as they are.',
    bad: 'static/_redirects beside aliases, with --redirects netlify',
    good: 'a static/_redirects that has the lines of _redirects.hugo',
  },
  'menu-left-out': {
    severity: 'info',
    message: ({ menu }) => `the menu “${menu}” has no place in the new site`,
    hint: () => 'put its links where you want them, or name the menu main or footer in the Hugo site',
    about:
      'Navbar and footer are made from the menus that most themes show there: `main` (or `header`, `navbar`, `primary`, `top`), and those whose names begin with `footer`. What the theme does with another one, decant cannot know.',
    bad: 'menus:\n  shortcuts:\n    - { name: Releases, url: /releases/ }',
    good: 'menus:\n  main:\n    - { name: Releases, url: /releases/ }',
  },
  'menu-entry-broken': {
    severity: 'warning',
    message: ({ menu, entry, url }) =>
      `“${entry}” in the menu “${menu}” leads to “${url}”, which the output does not have`,
    hint: () => 'correct its url, or name a page with pageRef',
    about:
      'A line of a menu that leads nowhere is left out of navbar and footer; one that holds others stays without a link.',
    bad: 'menus:\n  main:\n    - { name: Docs, url: /doc/ }',
    good: 'menus:\n  main:\n    - { name: Docs, pageRef: /docs }',
  },
  'url-gone': {
    severity: 'error',
    message: ({ url }) => `the target has no page at or for ${url}`,
    hint: () => 'give the page a place with the target, or leave it out with --exclude',
    about:
      'Every address of the Hugo site must be there, lead on, or be left out on purpose; `urls.json` lists them all.',
    bad: 'a page that the target does not show',
    good: 'decant convert --exclude "content/old/**"',
  },
};
