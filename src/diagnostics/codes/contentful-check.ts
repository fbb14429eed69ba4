import type { Rules } from '../rule.ts';
import { phraseOf } from '../rule.ts';

/** What `decant contentful check` finds in an export. */
export interface ContentfulCheckFacts {
  'contentful-check-asset': { asset: string; path: string; fault: AssetFault };
  'contentful-check-entity': { entity: string; at: string; fault: ExportFault; detail: string };
  'contentful-check-file': { reason: string };
  'contentful-check-link': { entity: string; at: string; target: string };
  'contentful-check-order': { links: number; last: string };
}

/** What is wrong with the file of an asset. */
export type AssetFault = 'missing' | 'outside' | 'name';

/** What Contentful would refuse. */
export type ExportFault = keyof typeof FAULTS;

const FAULTS = {
  'no-id': 'has no sys.id, so every import would make another one',
  'bad-id': 'has an id that is none: letters, digits, “-”, “_” and “.”, up to 64 of them',
  twice: 'stands in the export twice',
  'no-content-type': 'is of a content type that the export has not',
  'not-activated': 'has no sys.publishedVersion, so the importer never activates it and all its entries fail',
  'no-name': 'has no name',
  'too-many-fields': 'has more than 50 fields',
  'bad-field-id': 'has a field id that is none: a letter, then letters, digits and “_”, up to 64 of them',
  'unknown-type': 'has a type that Contentful does not know',
  'link-type': 'has a linkType and is no Link, or is a Link and has none',
  items: 'is an Array without items of type Symbol or Link, or has items and is no Array',
  'display-field': 'has a display field that is no field of type Symbol',
  'unknown-field': 'is a field that the content type has not',
  'unknown-locale': 'is in a locale that the export has not',
  'default-locale': 'the export has not one default locale',
  'no-fallback': 'falls back to a locale that the export has not, so the importer drops it',
  'value-type': 'is not what the field takes',
  'too-long': 'is too long',
  empty: 'is empty, which Contentful takes for a value and not for none',
  required: 'is required, and missing in the default locale',
  'not-localized': 'is not localized, but has a value beside the default locale',
  'not-in': 'is none of the values that the field may have',
  'not-unique': 'has the value of another entry, and must be unique',
  'wrong-target': 'leads to an entry of a type that the field does not allow',
  'rich-text': 'is no rich text that Contentful takes',
  'too-large': 'is larger than the 1 MB that Contentful takes',
  'no-file': 'has no file with url, fileName and contentType, so it is never published',
} as const;

const ASSET_FAULTS: Readonly<Record<AssetFault, string>> = {
  missing: 'is not there',
  outside: 'would be outside the folder',
  name: 'has characters that the importer looks for in vain: use letters, digits, “.”, “-” and “_”',
};

const where = ({ entity, at }: { entity: string; at: string }): string => (at === '' ? entity : `${entity}: ${at}`);

export const contentfulCheckRules: Rules<ContentfulCheckFacts> = {
  'contentful-check-asset': {
    severity: 'error',
    message: ({ asset, path, fault }) =>
      `“${path}”, the file of the asset “${asset}”, ${phraseOf(fault, ASSET_FAULTS)}`,
    hint: () => 'pass the folder that lies beside the export: --assets-dir assets',
    about:
      'The importer looks for the file of each asset below `--assets-directory`, by the url without its first slashes.',
    bad: 'decant contentful check out/contentful.json --assets-dir out   # the files are below out/assets',
    good: 'decant contentful check out/contentful.json --assets-dir out/assets',
  },
  'contentful-check-entity': {
    severity: 'error',
    message: (facts) =>
      `“${where(facts)}” ${phraseOf(facts.fault, FAULTS)}${facts.detail === '' ? '' : `: ${facts.detail}`}`,
    hint: () => 'correct the file, or the page that it was made from and convert again',
    about:
      'Contentful would refuse this when it is saved or published, and `contentful-import` does not name the entry.',
    bad: '{ "entries": [{ "sys": { "id": "a b" } }] }',
    good: '{ "entries": [{ "sys": { "id": "a-b" } }] }',
  },
  'contentful-check-file': {
    severity: 'error',
    message: ({ reason }) => `the file is no export for Contentful: ${reason}`,
    hint: () => 'name the files that decant convert --to contentful wrote',
    about: 'An export is a JSON object with lists such as contentTypes, entries and assets.',
    bad: 'decant contentful check out/ledger.json',
    good: 'decant contentful check out/contentful.json',
  },
  'contentful-check-link': {
    severity: 'error',
    message: (facts) => `“${where(facts)}” links to “${facts.target}”, which the export has not`,
    hint: () => 'check all files of the export at once, or bring the target into the export',
    about: 'Contentful saves a link to nothing, and then refuses to publish the entry.',
    bad: 'decant contentful check out/contentful/2-entries-1.json',
    good: 'decant contentful check out/contentful/*.json',
  },
  'contentful-check-order': {
    severity: 'info',
    message: ({ links, last }) =>
      `${links} ${links === 1 ? 'link leads' : 'links lead'} into a later file, as far as ${last}: the entries are to be imported twice`,
    hint: () => 'import all files with --skip-content-publishing first, then again without it: see docs/contentful.md',
    about: 'Contentful publishes an entry only when all that it links to is there.',
    bad: 'contentful-import … 2-entries-1.json, then 2-entries-2.json',
    good: 'both with --skip-content-publishing, then both without',
  },
};
