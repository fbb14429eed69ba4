import type { Rules } from '../rule.ts';

export interface ContentfulFacts {
  'contentful-alignment-dropped': { count: number };
  'contentful-asset-large': { bytes: number; limit: number };
  'contentful-asset-missing': { asset: string };
  'contentful-attributes-dropped': { element: string; attributes: readonly string[]; count: number };
  'contentful-comment-dropped': { count: number };
  'contentful-date-unreadable': { field: string; value: string };
  'contentful-element-dropped': { tagName: string; count: number };
  'contentful-entry-large': { bytes: number; entry: string };
  'contentful-entry-too-large': { bytes: number; entry: string };
  'contentful-field-collision': { fields: readonly string[]; ids: readonly string[] };
  'contentful-fields-overflow': { contentType: string; moved: readonly string[] };
  'contentful-flattened': { what: string; count: number };
  'contentful-id-collision': { id: string; other: string };
  'contentful-image-missing': { url: string };
  'contentful-invalid-rich-text': { where: string; at: string; details: string };
  'contentful-link-empty': { url: string };
  'contentful-link-missing': { url: string };
  'contentful-link-split': { url: string };
  'contentful-link-title-dropped': { title: string };
  'contentful-list-start-dropped': { start: number };
  'contentful-locale-invalid': { language: string; code: string };
  'contentful-mark-approximated': { count: number };
  'contentful-nesting-too-deep': { depth: number; count: number };
  'contentful-page-split': { chapters: number };
  'contentful-shortcode-in-text': { name: string; where: string; count: number };
  'contentful-title-cut': { length: number };
  'contentful-title-missing': { title: string };
  'contentful-translation-held-back': { language: string; reason: string };
  'contentful-type-conflict': { contentType: string; field: string; kinds: readonly string[]; became: string };
  'contentful-url-blocked': { url: string };
  'contentful-value-cut': { contentType: string; field: string; length: number; limit: number };
}

const times = (count: number): string => (count === 1 ? '' : ` (${count} times on this page)`);
const quoted = (names: readonly string[]): string => names.map((name) => `“${name}”`).join(', ');
const kilobytes = (bytes: number): string => `${Math.round(bytes / 1000)} kB`;
const megabytes = (bytes: number): string => `${(bytes / 1024 / 1024).toFixed(1)} MB`;

export const contentfulRules: Rules<ContentfulFacts> = {
  'contentful-alignment-dropped': {
    severity: 'info',
    message: ({ count }) => `rich text tables have no column alignment, so it was left out${times(count)}`,
    about: 'Contentful’s table cells know neither alignment nor width.',
    bad: '| a |\n| :-: |\n| b |',
    good: '| a |\n| --- |\n| b |',
  },
  'contentful-asset-large': {
    severity: 'warning',
    message: ({ bytes, limit }) => `this file of ${megabytes(bytes)} is above Contentful’s limit of ${megabytes(limit)}`,
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
  'contentful-attributes-dropped': {
    severity: 'info',
    message: ({ element, attributes, count }) =>
      `rich text has no place for ${quoted(attributes)} of <${element}>${times(count)}; the content was kept`,
    hint: ({ element }) =>
      `to keep such elements as entries, add to the mapping: elements: [{ match: ${element}, as: container }]`,
    about: 'Classes, styles, ids and the like have no counterpart in rich text. The element’s content stays.',
    bad: '<div class="row">Text</div>',
    good: 'Text',
  },
  'contentful-comment-dropped': {
    severity: 'info',
    message: ({ count }) => `rich text has no comments, so this one was left out${times(count)}`,
    about: 'An HTML comment is seen by nobody but authors. Rich text cannot hold it.',
    bad: '<!-- TODO: rewrite -->',
    good: '(the remark in the issue tracker)',
  },
  'contentful-date-unreadable': {
    severity: 'warning',
    message: ({ field, value }) => `“${value}” is no date that Contentful takes, so the field “${field}” became plain text on all pages`,
    hint: () => 'write the date as 2024-06-30 or 2024-06-30T12:00:00Z',
    about: 'A Date field takes ISO 8601 only. One value that is none makes the field a Symbol for the whole content type.',
    bad: '---\ndate: June 30, 2024\n---',
    good: '---\ndate: 2024-06-30\n---',
  },
  'contentful-element-dropped': {
    severity: 'warning',
    message: ({ tagName, count }) => `<${tagName}> is in a part of the page that is not shown, and was left out${times(count)}`,
    hint: () => 'refer to the footnote that it stands in, or delete the footnote',
    about: 'HTML in a footnote that nothing refers to is not on Hugo’s page either.',
    bad: 'Text.\n\n[^1]: Never <b>used</b>.',
    good: 'Text.[^1]\n\n[^1]: Now <b>used</b>.',
  },
  'contentful-entry-large': {
    severity: 'warning',
    message: ({ bytes, entry }) => `the entry “${entry}” has ${kilobytes(bytes)}; Contentful takes 1 MB for all its locales together`,
    hint: () => 'split the page before editors add to it',
    about: 'An entry travels in one request, which may not exceed 1 MB.',
    bad: '(a page of 300 kB with translations into five languages)',
    good: '(three pages)',
  },
  'contentful-entry-too-large': {
    severity: 'error',
    message: ({ bytes, entry }) => `the entry “${entry}” has ${kilobytes(bytes)}, more than the 1 MB that Contentful takes`,
    hint: () => 'split the page, or the one table or list in it that is so long',
    about: 'Contentful refuses a request above 1 MB, so the import will fail on this entry.',
    bad: '(a page with a table of 20,000 rows)',
    good: '(the table in several parts under headings of their own)',
  },
  'contentful-field-collision': {
    severity: 'warning',
    message: ({ fields, ids }) => `${quoted(fields)} would all be one field, so they became ${quoted(ids)}`,
    hint: () => 'if they mean the same, rename one in the mapping: frontMatter: { doc-type: { rename: doc_type } }',
    about: 'Field ids have letters and digits only, so two front matter keys can come to the same id.',
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
  'contentful-flattened': {
    severity: 'warning',
    message: ({ what, count }) => `a ${what} inside a table cell became plain lines${times(count)}: cells hold paragraphs only`,
    hint: () => 'move the content out of the table if its structure matters',
    about: 'Rich text allows nothing but paragraphs in a table cell. Lists become lines that begin with a bullet or number.',
    bad: '<td><ul><li>a</li><li>b</li></ul></td>',
    good: '<td>a, b</td>',
  },
  'contentful-id-collision': {
    severity: 'error',
    message: ({ id, other }) => `this page and ${other} would both be the entry “${id}”, so this one got an id of its own`,
    hint: () => 'give one of them another path or translationKey',
    about: 'Two pages of one language have one logical path or one translationKey; only the first can be that translation.',
    bad: 'content/a.md and content/a/index.md',
    good: 'content/a/index.md alone',
  },
  'contentful-image-missing': {
    severity: 'warning',
    message: ({ url }) => `no file of the site has the address “${url}”, so the image has that address instead of an asset`,
    hint: () => 'correct the address, or put the file where it points',
    about: 'The image’s address was looked up in the page bundle, the content folder and the static folders.',
    bad: '![Logo](/img/lgo.png)',
    good: '![Logo](/img/logo.png)',
  },
  'contentful-invalid-rich-text': {
    severity: 'error',
    message: ({ where, at, details }) => `decant wrote rich text that Contentful refuses, in ${where} at ${at}: ${details}`,
    hint: () => 'this is a bug in decant: please report it with the page',
    about: 'Every document is held against Contentful’s own validator before it is written.',
    bad: '(any page)',
    good: '(none: report it)',
  },
  'contentful-link-empty': {
    severity: 'info',
    message: ({ url }) => `the link to “${url}” has no text, so it shows its address`,
    hint: () => 'write a text between the brackets',
    about: 'A rich text link without text cannot be seen or selected in the editor.',
    bad: '[](https://example.org)',
    good: '[Example](https://example.org)',
  },
  'contentful-link-missing': {
    severity: 'warning',
    message: ({ url }) => `“${url}” leads to no page or file of the export, so it stays a plain address`,
    hint: () => 'correct the address, or export the page that it means',
    about: 'Links to pages become links between entries. An address of the site that leads to none of them would be dead.',
    bad: '[Setup](/docs/setpu/)',
    good: '[Setup](/docs/setup/)',
  },
  'contentful-link-split': {
    severity: 'info',
    message: ({ url }) => `rich text links hold text only, so the link to “${url}” stops before what is embedded in it`,
    about: 'An image in a link keeps the address in its own entry; another entry or a link in a link stands outside of it.',
    bad: '[See ![logo](logo.png) here](https://example.org)',
    good: '![logo](logo.png) [See here](https://example.org)',
  },
  'contentful-link-title-dropped': {
    severity: 'info',
    message: ({ title }) => `rich text links have no title, so “${title}” was left out`,
    about: 'The title of a link shows when the mouse rests on it.',
    bad: '[Setup](/docs/setup/ "How to install")',
    good: '[Setup: how to install](/docs/setup/)',
  },
  'contentful-list-start-dropped': {
    severity: 'warning',
    message: ({ start }) => `rich text lists count from 1, but this one starts at ${start}`,
    hint: () => 'indent what stands between the parts of the list, so that it stays one list',
    about: 'A list that goes on with another number usually was one list before something broke it in two.',
    bad: '1. a\n\nText\n\n2. b',
    good: '1. a\n\n   Text\n\n2. b',
  },
  'contentful-locale-invalid': {
    severity: 'error',
    message: ({ language, code }) => `“${code}” is no locale code that Contentful knows the form of`,
    hint: ({ language }) => `name one in decant.yaml: contentful: { locales: { ${language}: en-US } }`,
    about: 'Contentful takes codes such as en, en-US or zh-Hans-CN.',
    bad: '[languages.english]',
    good: '[languages.en]',
  },
  'contentful-mark-approximated': {
    severity: 'info',
    message: ({ count }) => `rich text has no highlight, so the text became bold${times(count)}`,
    about: 'Goldmark’s `==mark==` and HTML’s <mark> have no counterpart among Contentful’s marks.',
    bad: '==important==',
    good: '**important**',
  },
  'contentful-nesting-too-deep': {
    severity: 'warning',
    message: ({ depth, count }) => `content that is nested more than ${depth} levels deep became plain text${times(count)}`,
    hint: () => 'flatten the page here',
    about: 'No editor shows rich text that deep, and programs that read it give up.',
    bad: '> > > > … (a hundred times)',
    good: '> text',
  },
  'contentful-page-split': {
    severity: 'info',
    message: ({ chapters }) => `the page is too long for one entry, so its body embeds ${chapters} chapters`,
    about: 'An entry with all its locales may not exceed 1 MB. A long body is cut between blocks into entries of type chapter.',
    bad: '(a reference page of 800 kB)',
    good: '(three pages)',
  },
  'contentful-shortcode-in-text': {
    severity: 'warning',
    message: ({ name, where, count }) => `the shortcode “${name}” stands in ${where}, where it was left as it is written${times(count)}`,
    hint: ({ name }) => `map it to its text: shortcodes: { ${name}: { as: value, from: … } }`,
    about: 'Addresses, code and attributes are plain text in Contentful: nothing can be embedded in them.',
    bad: '`kubectl apply --version={{< version >}}`',
    good: '`kubectl apply --version=1.20`',
  },
  'contentful-title-cut': {
    severity: 'info',
    message: ({ length }) => `the title has ${length} characters; it was cut to 256 and stands in full in “fullTitle”`,
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
    message: ({ language, reason }) => `the translation (${language}) is ${reason} while others are published, so it was left out`,
    hint: () => 'publish it, or bring it in after the import',
    about: 'Contentful publishes an entry with all its locales. A draft translation would be published along with the others.',
    bad: '# setup.de.md\n---\ndraft: true\n---',
    good: '# setup.de.md\n---\ndraft: false\n---',
  },
  'contentful-type-conflict': {
    severity: 'warning',
    message: ({ contentType, field, kinds, became }) =>
      `the field “${field}” of “${contentType}” holds values of different types (${kinds.join(', ')}), so it became ${became}`,
    hint: () => 'write the field in one way on all pages',
    about: 'A Contentful field has one type. Where pages disagree the field takes the narrowest type that holds all their values.',
    bad: '# a.md: weight: 10\n# b.md: weight: last',
    good: '# a.md: weight: 10\n# b.md: weight: 999',
  },
  'contentful-url-blocked': {
    severity: 'warning',
    message: ({ url }) => `the address “${url}” would run code, so only the text was kept`,
    hint: () => 'link to a page instead',
    about: 'Contentful checks no addresses, so what Hugo refuses to link is kept out here as well.',
    bad: '[Print](javascript:print())',
    good: 'Print with your browser.',
  },
  'contentful-value-cut': {
    severity: 'error',
    message: ({ contentType, field, length, limit }) =>
      `the field “${field}” of “${contentType}” takes ${limit} characters, so a value of ${length} was cut`,
    hint: () => 'shorten the value',
    about: 'Symbols have up to 256 characters, Texts up to 50,000.',
    bad: '{{< figure src="a.png" width="(three hundred characters)" >}}',
    good: '{{< figure src="a.png" width="300" >}}',
  },
};
