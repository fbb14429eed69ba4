import type { Rules } from '../rule.ts';

/** What rich text cannot say, page by page. */
export interface ContentfulFacts {
  'contentful-alignment-dropped': { count: number };
  'contentful-attributes-dropped': { element: string; attributes: readonly string[]; count: number };
  'contentful-comment-dropped': { count: number };
  'contentful-element-dropped': { tagName: string; count: number };
  'contentful-flattened': { what: string; count: number };
  'contentful-invalid-rich-text': { where: string; at: string; details: string };
  'contentful-link-empty': { url: string };
  'contentful-link-split': { url: string };
  'contentful-link-title-dropped': { title: string };
  'contentful-list-start-dropped': { start: number };
  'contentful-mark-approximated': { count: number };
  'contentful-nesting-too-deep': { depth: number; count: number };
  'contentful-shortcode-in-text': { name: string; where: string; count: number };
  'contentful-url-blocked': { url: string };
  'contentful-value-cut': { contentType: string; field: string; length: number; limit: number };
}

const times = (count: number): string => (count === 1 ? '' : ` (${count} times on this page)`);
const quoted = (names: readonly string[]): string => names.map((name) => `“${name}”`).join(', ');

export const contentfulRules: Rules<ContentfulFacts> = {
  'contentful-alignment-dropped': {
    severity: 'info',
    message: ({ count }) => `rich text tables have no column alignment, so it was left out${times(count)}`,
    hint: () =>
      'nothing to do, unless the alignment matters: then let the website that shows the table align its columns',
    about: 'Contentful’s table cells know neither alignment nor width.',
    bad: '| a |\n| :-: |\n| b |',
    good: '| a |\n| --- |\n| b |',
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
    hint: () => 'move the remark to where the authors of the entry will see it, if they still need it',
    about: 'An HTML comment is seen by nobody but authors. Rich text cannot hold it.',
    bad: '<!-- TODO: rewrite -->',
    good: '(the remark in the issue tracker)',
  },
  'contentful-element-dropped': {
    severity: 'warning',
    message: ({ tagName, count }) =>
      `<${tagName}> is in a part of the page that is not shown, and was left out${times(count)}`,
    hint: () => 'refer to the footnote that it stands in, or delete the footnote',
    about: 'HTML in a footnote that nothing refers to is not on Hugo’s page either.',
    bad: 'Text.\n\n[^1]: Never <b>used</b>.',
    good: 'Text.[^1]\n\n[^1]: Now <b>used</b>.',
  },
  'contentful-flattened': {
    severity: 'warning',
    message: ({ what, count }) => `table cells hold paragraphs only, so “${what}” became plain lines${times(count)}`,
    hint: () => 'move the content out of the table if its structure matters',
    about:
      'Rich text allows nothing but paragraphs in a table cell. Lists become lines that begin with a bullet or number.',
    bad: '<td><ul><li>a</li><li>b</li></ul></td>',
    good: '<td>a, b</td>',
  },
  'contentful-invalid-rich-text': {
    severity: 'error',
    message: ({ where, at, details }) =>
      `decant wrote rich text that Contentful refuses, in ${where} at ${at}: ${details}`,
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
  'contentful-link-split': {
    severity: 'info',
    message: ({ url }) => `rich text links hold text only, so the link to “${url}” stops before what is embedded in it`,
    hint: () => 'put what is embedded in front of the link or behind it',
    about:
      'An image in a link keeps the address in its own entry; another entry or a link in a link stands outside of it.',
    bad: '[See ![logo](logo.png) here](https://example.org)',
    good: '![logo](logo.png) [See here](https://example.org)',
  },
  'contentful-link-title-dropped': {
    severity: 'info',
    message: ({ title }) => `rich text links have no title, so “${title}” was left out`,
    hint: () => 'put what the title says into the text, if readers need it',
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
  'contentful-mark-approximated': {
    severity: 'info',
    message: ({ count }) => `rich text has no highlight, so the text became bold${times(count)}`,
    hint: () => 'write it as **strong text**, or map the mark to a component',
    about: 'Goldmark’s `==mark==` and HTML’s <mark> have no counterpart among Contentful’s marks.',
    bad: '==important==',
    good: '**important**',
  },
  'contentful-nesting-too-deep': {
    severity: 'warning',
    message: ({ depth, count }) =>
      `content that is nested more than ${depth} levels deep became plain text${times(count)}`,
    hint: () => 'flatten the page here',
    about: 'No editor shows rich text that deep, and programs that read it give up.',
    bad: '> > > > … (a hundred times)',
    good: '> text',
  },
  'contentful-shortcode-in-text': {
    severity: 'warning',
    message: ({ name, where, count }) =>
      `the shortcode “${name}” stands in ${where}, where it was left as it is written${times(count)}`,
    hint: ({ name }) => `map it to its text: shortcodes: { ${name}: { as: value, from: … } }`,
    about: 'Addresses, code and attributes are plain text in Contentful: nothing can be embedded in them.',
    bad: '`kubectl apply --version={{< version >}}`',
    good: '`kubectl apply --version=1.20`',
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
