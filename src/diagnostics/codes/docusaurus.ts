import type { Rules } from '../rule.ts';

export interface DocusaurusFacts {
  'docusaurus-translation-only': { language: string; written: string };
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
};
