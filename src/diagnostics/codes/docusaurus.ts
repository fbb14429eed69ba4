import type { Rules } from '../rule.ts';

export interface DocusaurusFacts {
  'docusaurus-translation-only': { language: string; written: string };
  'docusaurus-post-undated': { written: string };
  'docusaurus-out-of-docs': { from: string; to: string; pages: number };
}

export const docusaurusRules: Rules<DocusaurusFacts> = {
  'docusaurus-translation-only': {
    severity: 'info',
    message: ({ language, written }) =>
      `this page exists in ${language} alone, so it also stands as ${written}, where menus do not show it`,
    hint: () => 'translate the page into the default language, or keep the copy: without it the address is gone',
    about:
      'Docusaurus reads a translation only where the default language has a page at the same path, and leaves it out without a word elsewhere. The copy is unlisted: it is reached by its address, and neither menus nor search engines show it.',
    bad: 'content/de/news.md   (and no content/en/news.md)',
    good: 'content/de/news.md and content/en/news.md',
  },
  'docusaurus-post-undated': {
    severity: 'warning',
    message: ({ written }) => `this post has no date: ${written} stands for it, so that it comes last as in Hugo`,
    hint: () => 'write date: 2026-01-31 into its front matter',
    about:
      'Every post of Docusaurus has a date. Where front matter and path name none it asks git when the file was added, which puts a converted post first, and stops where the new site is in no repository yet. Where another of Hugo’s dates is given, such as publishDate or lastmod, that one is written.',
    bad: '---\ntitle: News\n---',
    good: '---\ntitle: News\ndate: 2026-01-31\n---',
  },
  'docusaurus-out-of-docs': {
    severity: 'warning',
    message: ({ from, to, pages }) =>
      `“${from}” moves ${pages === 1 ? 'a page' : `${pages} pages`} out of the docs to ${to}, where Docusaurus shows no sidebar`,
    hint: ({ to }) => `write docs/${to} to keep them in the sidebar of the docs`,
    about:
      'What is not below the section `docs` becomes a page of its own in Docusaurus, in `src/pages`: at its address, but without sidebar, next and previous page. A second set of docs needs a second instance of the plugin in the configuration.',
    bad: 'paths:\n  docs/reference/**: api/**',
    good: 'paths:\n  docs/reference/**: docs/api/**',
  },
};
