import type { Rules } from '../rule.ts';
import { inUnit, phraseOf } from '../rule.ts';

/** What a site's content types, entries and assets cannot take as it is. */
export interface ContentfulModelFacts {
  'contentful-asset-large': { bytes: number; limit: number };
  'contentful-asset-missing': { asset: string };
  'contentful-date-unreadable': { field: string; value: string };
  'contentful-entry-large': { bytes: number; entry: string };
  'contentful-entry-too-large': { bytes: number; entry: string };
  'contentful-field-collision': { fields: readonly string[]; ids: readonly string[] };
  'contentful-fields-overflow': { contentType: string; moved: readonly string[] };
  'contentful-id-collision': { id: string; other: string };
  'contentful-links-ahead': { links: number };
  'contentful-locale-invalid': { language: string; code: string };
  'contentful-override-refused': { contentType: string; field: string; setting: string; reason: OverrideRefusal };
  'contentful-page-split': { chapters: number };
  'contentful-title-cut': { length: number };
  'contentful-title-missing': { title: string };
  'contentful-translation-held-back': { language: string; reason: string };
  'contentful-type-conflict': { contentType: string; field: string; kinds: readonly string[]; became: string };
}

/** Why what the user says about a field or content type has no effect. */
export type OverrideRefusal = keyof typeof REFUSALS;

const REFUSALS = {
  'id-taken': 'the id is not free',
  'values-of-other-types': 'there are values of other types',
  'translations-differ': 'translations have different values',
  'missing-on-pages': 'there are pages without it in the default language',
  'values-repeat': 'several pages have the same value',
  'values-not-listed': 'there are other values',
  'no-scalar': 'only texts, numbers and dates can be compared',
} as const;

const quoted = (names: readonly string[]): string => names.map((name) => `“${name}”`).join(', ');
const kilobytes = (bytes: number): string => inUnit(bytes, { name: 'kB', size: 1000 });
const megabytes = (bytes: number): string => inUnit(bytes, { name: 'MB', size: 1024 * 1024, digits: 1 });

export const contentfulModelRules: Rules<ContentfulModelFacts> = {
  'contentful-asset-large': {
    severity: 'warning',
    message: ({ bytes, limit }) =>
      `this file of ${megabytes(bytes)} is above Contentful’s limit of ${megabytes(limit)}`,
    hint: () => 'make the file smaller, or see what your plan allows before the import',
    about: 'Contentful’s image service takes images up to 20 MB; the free plan takes files up to 50 MB.',
    bad: '![Map](map-of-the-world.png)   <!-- 34 MB -->',
    good: '![Map](map-of-the-world.webp)   <!-- 2 MB -->',
  },
  'contentful-asset-missing': {
    severity: 'error',
    message: ({ asset }) => `the file of the asset “${asset}” cannot be read, so the import will fail on it`,
    hint: () => 'bring the file back, or take the link to it out of the page',
    about: 'A page uses the file, but it was not there when its size and type were to be read.',
    bad: '![Logo](/img/logo.png)   <!-- static/img/logo.png was deleted during the run -->',
    good: '![Logo](/img/logo.png)',
  },
  'contentful-date-unreadable': {
    severity: 'warning',
    message: ({ field, value }) =>
      `“${value}” is no date that Contentful takes, so the field “${field}” became plain text on all pages`,
    hint: () => 'write the date as 2024-06-30 or 2024-06-30T12:00:00Z',
    about:
      'A Date field takes ISO 8601 only. One value that is none makes the field a Symbol for the whole content type.',
    bad: '---\ndate: June 30, 2024\n---',
    good: '---\ndate: 2024-06-30\n---',
  },
  'contentful-entry-large': {
    severity: 'warning',
    message: ({ bytes, entry }) =>
      `the entry “${entry}” has ${kilobytes(bytes)}; Contentful takes 1 MB for all its locales together`,
    hint: () => 'split the page before editors add to it',
    about: 'An entry travels in one request, which may not exceed 1 MB.',
    bad: '(a page of 300 kB with translations into five languages)',
    good: '(three pages)',
  },
  'contentful-entry-too-large': {
    severity: 'error',
    message: ({ bytes, entry }) =>
      `the entry “${entry}” has ${kilobytes(bytes)}, more than the 1 MB that Contentful takes`,
    hint: () => 'split the page, or the one table or list in it that is so long',
    about: 'Contentful refuses a request above 1 MB, so the import will fail on this entry.',
    bad: '(a page with a table of 20,000 rows)',
    good: '(the table in several parts under headings of their own)',
  },
  'contentful-field-collision': {
    severity: 'warning',
    message: ({ fields, ids }) =>
      `${quoted(fields)} would share an id with each other or with a field of the page’s own, so the ids are ${quoted(ids)}`,
    hint: () => 'if they mean the same, rename one in the mapping: frontMatter: { doc-type: { rename: doc_type } }',
    about:
      'Field ids have letters and digits only, so two front matter keys can come to one id, also to that of a field such as “body”.',
    bad: '---\ndoc-type: a\ndoc_type: b\n---',
    good: '---\ndoc_type: a\n---',
  },
  'contentful-fields-overflow': {
    severity: 'warning',
    message: ({ contentType, moved }) =>
      `“${contentType}” would have more than 50 fields, so the rarest went into the field “params”: ${quoted(moved)}`,
    hint: () => 'drop what nobody needs in the mapping: frontMatter: { some_key: drop }',
    about: 'A content type takes 50 fields. The keys that the fewest pages use are kept together in one JSON field.',
    bad: '(a section whose pages use 80 different front matter keys)',
    good: '(the same with 40 of them dropped by the mapping)',
  },
  'contentful-id-collision': {
    severity: 'error',
    message: ({ id, other }) =>
      `this page and ${other} would both be the entry “${id}”, so this one got an id of its own`,
    hint: () => 'give one of them another path or translationKey',
    about:
      'Two pages of one language have one logical path or one translationKey; only the first can be that translation.',
    bad: 'content/a.md and content/a/index.md',
    good: 'content/a/index.md alone',
  },
  'contentful-links-ahead': {
    severity: 'info',
    message: ({ links }) =>
      `${links} ${links === 1 ? 'link leads' : 'links lead'} to entries of later files, so the entries are to be imported twice`,
    hint: () => 'import all files with --skip-content-publishing first, then again without it: see docs/contentful.md',
    about:
      'Contentful publishes an entry only when all that it links to is there. Pages that link to one another have no order in which that holds.',
    bad: 'decant convert my-site --to contentful --out out --chunk-size 500   # pages that link to one another',
    good: 'decant convert my-site --to contentful --out out   # one file',
  },
  'contentful-locale-invalid': {
    severity: 'error',
    message: ({ code }) => `“${code}” is no locale code of the form that Contentful takes`,
    hint: ({ language }) =>
      `give the language “${language}” a code such as en or pt-BR, in decant.yaml: contentful: { locales: { ${language}: en } }`,
    about: 'Contentful takes codes such as en, en-US or zh-Hans-CN.',
    bad: '[languages.english]',
    good: '[languages.en]',
  },
  'contentful-override-refused': {
    severity: 'error',
    message: ({ contentType, field, setting, reason }) =>
      `“${setting}” cannot hold for ${field === '' ? '' : `“${field}” of `}“${contentType}”: ${phraseOf(reason, REFUSALS)}`,
    hint: ({ setting }) => `take “${setting}” out of the configuration, or change the pages`,
    about:
      'What the configuration says about a content type must be true of all its entries, or publishing would fail.',
    bad: 'contentful: { contentTypes: { docs: { fields: { weight: { type: Boolean } } } } }',
    good: 'contentful: { contentTypes: { docs: { fields: { weight: { type: Number } } } } }',
  },
  'contentful-page-split': {
    severity: 'info',
    message: ({ chapters }) => `the page is too long for one entry, so its body embeds ${chapters} chapters`,
    hint: () => 'nothing to do, or split the page in the source to choose where',
    about:
      'An entry with all its locales may not exceed 1 MB. A long body is cut between blocks into entries of type chapter.',
    bad: '(a reference page of 800 kB)',
    good: '(three pages)',
  },
  'contentful-title-cut': {
    severity: 'info',
    message: ({ length }) => `the title has ${length} characters; it was cut to 256 and stands in full in “fullTitle”`,
    hint: () => 'shorten the title, or show fullTitle on the website',
    about: 'Contentful shows a Symbol field as an entry’s name, and a Symbol has up to 256 characters.',
    bad: '---\ntitle: (three hundred characters)\n---',
    good: '---\ntitle: Short\ndescription: (three hundred characters)\n---',
  },
  'contentful-title-missing': {
    severity: 'info',
    message: ({ title }) => `the page has no title, so its entry is called “${title}”`,
    hint: () => 'add a title to the front matter',
    about: 'Editors find entries by their title.',
    bad: '---\nweight: 1\n---',
    good: '---\ntitle: Setup\nweight: 1\n---',
  },
  'contentful-translation-held-back': {
    severity: 'warning',
    message: ({ language, reason }) =>
      `the translation (${language}) is ${reason} while others are published, so it was left out`,
    hint: () => 'publish it, or bring it in after the import',
    about:
      'Contentful publishes an entry with all its locales. A draft translation would be published along with the others.',
    bad: '# setup.de.md\n---\ndraft: true\n---',
    good: '# setup.de.md\n---\ndraft: false\n---',
  },
  'contentful-type-conflict': {
    severity: 'warning',
    message: ({ contentType, field, kinds, became }) =>
      `the field “${field}” of “${contentType}” holds values of different types (${kinds.join(', ')}), so it became ${became}`,
    hint: () => 'write the field in one way on all pages',
    about:
      'A Contentful field has one type. Where pages disagree the field takes the narrowest type that holds all their values.',
    bad: '# a.md: weight: 10\n# b.md: weight: last',
    good: '# a.md: weight: 10\n# b.md: weight: 999',
  },
};
