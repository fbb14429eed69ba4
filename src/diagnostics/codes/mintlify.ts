import type { Rules } from '../rule.ts';

export interface MintlifyFacts {
  'mintlify-language': { language: string };
  'mintlify-folder': { folder: string; written: string };
  'mintlify-file': { file: string; others: number };
  'mintlify-footer-link': { label: string; url: string };
}

export const mintlifyRules: Rules<MintlifyFacts> = {
  'mintlify-language': {
    severity: 'warning',
    message: ({ language }) => `Mintlify has no language “${language}”, so no menu shows its pages`,
    hint: ({ language }) =>
      `leave the language out with --lang, or list its pages, which are in ${language}/, in docs.json by hand`,
    about:
      'The navigation of Mintlify takes languages from a list of its own. Pages in any other language are written, and are reached by their addresses alone.',
    bad: 'languages:\n  eo: {}',
    good: 'languages:\n  es: {}',
  },
  'mintlify-folder': {
    severity: 'info',
    message: ({ folder, written }) =>
      `Mintlify keeps ${folder}/ at the root for itself, so its pages went to ${written}/`,
    hint: ({ folder, written }) =>
      `nothing, or choose another place in decant.yaml: paths: { ${folder}/**: ${written}/** }`,
    about: 'Pages in such a folder would not be shown. Links follow, and the old addresses are redirected.',
    bad: 'content/api/_index.md',
    good: 'content/api-reference/_index.md',
  },
  'mintlify-file': {
    severity: 'warning',
    message: ({ file, others }) =>
      others === 0
        ? `Mintlify would read ${file} as its own, so it was not copied`
        : `Mintlify would read ${file} as its own, and ${others} more like it, so they were not copied`,
    hint: () =>
      'put what readers need of them on another server, or paste styles and scripts that you want on every page into files of your own',
    about:
      'Mintlify loads every style sheet and script of the repository on every page, and shows every Markdown file as a page. Those that Hugo serves as they are would be among them.',
    bad: 'static/js/theme.js',
    good: 'static/images/logo.svg',
  },
  'mintlify-footer-link': {
    severity: 'warning',
    message: ({ label, url }) => `Mintlify’s footer takes no link to ${url}, so “${label}” was left out`,
    hint: () => 'write the address with https:// if the server has it',
    about: 'Mintlify refuses a whole configuration in which a link of the footer is not secure.',
    bad: 'menus:\n  footer:\n    - { name: Forum, url: "http://forum.example.org/" }',
    good: 'menus:\n  footer:\n    - { name: Forum, url: "https://forum.example.org/" }',
  },
};
