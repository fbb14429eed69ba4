/** Findings about where pages come to be. */
import type { Rules } from '../rule.ts';
import { phraseOf } from '../rule.ts';

export interface RouteFacts {
  'paths-outside': { path: string };
  'paths-wildcards': { from: string; to: string };
  'paths-unused': { from: string };
  'paths-collision': { url: string; other: string; from: string };
  'paths-address-kept': { url: string; from: string };
  'version-invalid': { name: string; folder: string; why: 'name' | 'folder' | 'twice' };
  'version-language': { version: string; language: string; pages: number };
  'version-link-leaves': { url: string; version: string; address: string };
}

export const routeRules: Rules<RouteFacts> = {
  'paths-outside': {
    severity: 'error',
    message: ({ path }) => `“${path}” leads out of the site`,
    hint: () => 'write both paths as seen from the content folder, without . and .., as in docs/reference/**: api/**',
    about: 'Rules of `paths:` move pages inside the site: both sides are paths below the content folder.',
    bad: 'paths:\n  docs/reference/**: ../api/**',
    good: 'paths:\n  docs/reference/**: api/**',
  },
  'paths-wildcards': {
    severity: 'error',
    message: ({ from, to }) => `“${from}” and “${to}” do not have the same number of wildcards`,
    hint: () => 'write a * or ** into the new path for each wildcard of the old one, in the same order',
    about:
      'Each `*` and `**` of the new path stands for what the wildcard of the same number has matched; `{a,b}` and `[ab]` count as wildcards of the old path. Without that all pages that match would go to one place.',
    bad: 'paths:\n  docs/*/cli/**: cli/**',
    good: 'paths:\n  docs/*/cli/**: cli/*/**',
  },
  'paths-unused': {
    severity: 'warning',
    message: ({ from }) => `“${from}” is the path of no page, so this rule moves nothing`,
    hint: () =>
      'write the path as seen from the content folder and without language, as in docs/reference/** for content/en/docs/reference; a page may match an earlier rule',
    about: 'A rule of `paths:` matches no page of the site, or only pages that a rule above it has taken.',
    bad: 'paths:\n  content/docs/reference/**: api/**',
    good: 'paths:\n  docs/reference/**: api/**',
  },
  'paths-collision': {
    severity: 'error',
    message: ({ url, other, from }) => `the rule “${from}” moves this page to ${url}, where ${other} is`,
    hint: () => 'give one of the two another place by a rule above this one, or leave it out with --exclude',
    about: 'Two pages would have one address, and a reader would see only one of them.',
    bad: 'paths:\n  docs/reference/**: docs/guide/**     # both sections have a page called setup',
    good: 'paths:\n  docs/reference/**: docs/guide/reference/**',
  },
  'paths-address-kept': {
    severity: 'info',
    message: ({ url, from }) => `the rule “${from}” moves the file of this page, and its address stays ${url}`,
    hint: () => 'change url: in its front matter, or permalinks: in the configuration, if the address is to move too',
    about:
      'The address of the page is not made from its folders: its front matter says it, or a pattern of `permalinks:` does. Only its file moves.',
    bad: '---\nurl: /cli/\n---     # in content/docs/reference/cli.md, with docs/reference/**: api/**',
    good: '---\nslug: cli\n---',
  },
  'version-invalid': {
    severity: 'error',
    message: ({ name, folder, why }) =>
      phraseOf(why, {
        name: `“${name}” cannot be the name of a version`,
        folder: `version “${name}” has no folder`,
        twice: `another version is called “${name}” too, or has the folder “${folder}”`,
      }),
    hint: () =>
      'name each version once, in up to 32 characters without / \\ : * ? " < > | and not “current”, and its folder, as in docs/v1.2 or ../site-1.2',
    about:
      'Versions become folders of the new site, and `current` is what Docusaurus calls the docs outside of them. The folder is seen from the content folder, without language; or it is that of another checkout of the site, seen from `decant.yaml`.',
    bad: 'versions:\n  - { name: "1.2/1.3", folder: docs/v1.2 }',
    good: 'versions:\n  - { name: "1.2", folder: docs/v1.2 }',
  },
  'version-language': {
    severity: 'warning',
    message: ({ version, language, pages }) =>
      `version ${version} has ${pages} ${pages === 1 ? 'page' : 'pages'} in the language “${language}”, which the site does not have`,
    hint: ({ language }) => `add ${language} to the languages of the site’s own configuration to take them along`,
    about:
      'The new site has the languages of the site that is converted. What a version has in others is left out, for there would be no place for it.',
    bad: 'languages: { en: {} }            # hugo.yaml of the site; that of the version has ja too',
    good: 'languages: { en: {}, ja: {} }',
  },
  'version-link-leaves': {
    severity: 'info',
    message: ({ url, version }) => `“${url}” leads out of version ${version}, which has this page too`,
    hint: ({ address }) => `write ${address} if the link is to stay in the version`,
    about:
      'The link leads to another version on the Hugo site, so it does so on the new one. Often it came along when a folder was copied: an absolute address, or a relative one that Hugo reads from the folder of the page.',
    bad: '[Tables](/docs/reference/tables/)     # in content/docs/v1.4/install.md',
    good: '[Tables](/docs/v1.4/reference/tables/)',
  },
};
