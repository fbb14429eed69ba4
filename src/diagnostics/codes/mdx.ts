import type { Rules } from '../rule.ts';
import { phraseOf } from '../rule.ts';

/** Why an attribute was left out. */
export type AttributeProblem = 'name' | 'style' | 'reserved' | 'duplicate' | 'heading';

export interface MdxFacts {
  'mdx-fallback': { problem: string };
  'mdx-too-deep': { limit: number };
  'mdx-handler-dropped': { element: string; attribute: string };
  'mdx-attribute-dropped': { element: string; attribute: string; reason: AttributeProblem };
  'mdx-element-dropped': { element: string };
  'mdx-script': Record<never, never>;
  'mdx-math-as-text': Record<never, never>;
  'mdx-title-as-text': Record<never, never>;
  'mdx-call-in-address': Record<never, never>;
  'mdx-embed-as-link': { provider: string };
  'mdx-detail-dropped': { component: string; detail: string };
  'mdx-component-renamed': { name: string; written: string };
  'mdx-needed': { need: string; translation?: string };
  'mdx-field-refused': { field: string; wanted: string; written: string };
  'mdx-variable-differs': { variable: string; first: string; second: string };
}

const ATTRIBUTE_PROBLEMS: { readonly [P in AttributeProblem]: string } = {
  name: 'JSX has no such names',
  style: 'it is not CSS',
  reserved: 'React keeps the name for itself',
  duplicate: 'the element has it already',
  heading: 'headings of this target take an id alone',
};

export const mdxRules: Rules<MdxFacts> = {
  'mdx-fallback': {
    severity: 'error',
    message: ({ problem }) =>
      `this block could not be written as MDX, so its source stands in the page as text (${problem})`,
    hint: () =>
      'write the block more plainly in the source, or map what is in it; please report it too: this should not happen',
    about:
      'Every block that was changed is read back with the MDX parser. One that cannot be read in any way decant knows is written as its source text, escaped, so that the page still compiles.',
    bad: '(any block)',
    good: '(none: report it)',
  },
  'mdx-too-deep': {
    severity: 'error',
    message: ({ limit }) => `blocks nest deeper than ${limit} levels here, so the rest stands in the page as text`,
    hint: () => 'take levels out of the list or quote',
    about: 'MDX compilers give up on content that nests very deeply. What is below the limit is written as text.',
    bad: '> > > > …   (301 of them)',
    good: '> > > …',
  },
  'mdx-handler-dropped': {
    severity: 'warning',
    message: ({ element, attribute }) =>
      `${attribute} of <${element}> is code in text, which MDX components do not run; it was left out`,
    hint: ({ attribute }) => `write a component that has ${attribute} as a function, and map the element to it`,
    about:
      'Event handlers in HTML attributes are text. React takes functions alone and would stop the page or leave the text out in silence.',
    bad: '<a href="#" onclick="track()">Try</a>',
    good: '<a href="#try">Try</a>',
  },
  'mdx-attribute-dropped': {
    severity: 'warning',
    message: ({ element, attribute, reason }) =>
      `${attribute} of <${element}> was left out: ${phraseOf(reason, ATTRIBUTE_PROBLEMS)}`,
    hint: ({ attribute }) =>
      `rename ${attribute}, for example to data-${attribute.replace(/[^a-z0-9]+/gi, '')}, mend it or delete it`,
    about: 'An HTML attribute that JSX cannot write, that React refuses, or that the target has no place for.',
    bad: '<div @click="open" style="color; width: 3px">',
    good: '<div data-click="open" style="width: 3px">',
  },
  'mdx-element-dropped': {
    severity: 'warning',
    message: ({ element }) => `<${element}> is no name for JSX, so its tags were left out; what stands in it stays`,
    hint: () => 'use a name of letters, digits and hyphens, or write &lt; if no tag is meant',
    about:
      'HTML takes almost any character in a tag name. JSX takes letters, digits, hyphens and one colon; a period means a part of a component.',
    bad: '<my.card>Text</my.card>',
    good: '<my-card>Text</my-card>',
  },
  'mdx-script': {
    severity: 'warning',
    message: () =>
      'a script in an MDX page runs only where the page is loaded anew, not where a reader follows a link to it',
    hint: () => 'move the script to the site’s head, or make a component of it and map the element',
    about: 'Sites made of MDX load pages by script, and browsers run no script that is put in later.',
    bad: '<script>draw()</script>',
    good: '<Chart />   with a component that draws',
  },
  'mdx-math-as-text': {
    severity: 'info',
    message: () => 'plain MDX has no math, so the formula stays text',
    hint: () => 'load MathJax or KaTeX on the page as the Hugo site does, or choose a target with math',
    about:
      'Goldmark’s passthrough extension hands formulas to a script in the browser. decant keeps them as text with their delimiters.',
    bad: '\\(a_{b}\\)',
    good: '(none needed where a script sets formulas)',
  },
  'mdx-title-as-text': {
    severity: 'warning',
    message: () => 'the title becomes a prop, which holds text alone: its links, code and emphasis were left out',
    hint: () => 'move what needs markup from the title to the body',
    about: 'A component takes its title as text. Markup in it cannot be kept.',
    bad: '{{< tip title="Use `make`" >}}',
    good: '{{< tip title="Use make" >}}',
  },
  'mdx-call-in-address': {
    severity: 'warning',
    message: () => 'a shortcode call stands in an address, and nothing has replaced it: the link leads nowhere',
    hint: () => 'map the shortcode to a reference or a value',
    about: 'A call in a link’s destination that no rule has turned into text is written as it stands.',
    bad: '[Guide]({{< docs >}}/guide/)',
    good: 'shortcodes: { docs: { as: value, from: site.params.docs } }',
  },
  'mdx-embed-as-link': {
    severity: 'info',
    message: ({ provider }) => `content of ${provider} becomes a link, for it has no frame of its own`,
    hint: () => 'map the shortcode to a component of yours that embeds it',
    about: 'Videos are embedded as frames. Other sites embed by script, which a page of MDX does not run.',
    bad: '{{< gist user 1234 >}}',
    good: 'shortcodes: { gist: { as: component, name: Gist } }',
  },
  'mdx-detail-dropped': {
    severity: 'warning',
    message: ({ component, detail }) => `${component} of this target takes no ${detail}, so it was left out`,
    hint: ({ detail }) => `map the shortcode to a component of yours that takes ${detail}, or take it out of the rule`,
    about: 'Each framework’s own components take some details and not others.',
    bad: '{{< card title="Fast" icon="bolt" >}}   # where cards have no icons',
    good: 'perTarget: { docusaurus: { shortcodes: { card: { as: component, name: IconCard } } } }',
  },
  'mdx-component-renamed': {
    severity: 'warning',
    message: ({ name, written }) => `“${name}” cannot be the name of a component here; ${written} was written instead`,
    hint: ({ written }) => `give the rule a name such as ${written}`,
    about:
      'JSX takes letters, digits and periods in a component’s name, and a name that a component of the framework has would be taken for that one.',
    bad: 'shortcodes: { box: { as: component, name: "my box" } }',
    good: 'shortcodes: { box: { as: component, name: MyBox } }',
  },
  'mdx-needed': {
    severity: 'warning',
    message: ({ need, translation }) =>
      translation === undefined
        ? `this page is written as .mdx, for Markdown has no ${need}`
        : `this page is written as .mdx, as is its translation ${translation}, for Markdown has no ${need}`,
    hint: () =>
      'map what makes it so to something that Markdown has, or pass `--extension auto` to have such pages as .mdx without a word',
    about:
      'Under `--extension md` pages are Markdown, and a page that shows a component, imports something or has an expression in it can be none. Its translations follow it, for frameworks pair them by the names of their files.',
    bad: '{{< tabs >}}…{{< /tabs >}}   (with --extension md)',
    good: '{{< tabs >}}…{{< /tabs >}}   (with --extension auto)',
  },
  'mdx-field-refused': {
    severity: 'warning',
    message: ({ field, wanted, written }) =>
      wanted === written
        ? `${field} cannot be written as ${wanted}, so it stays as it is`
        : `the target would refuse ${field} as its ${wanted}, so it is written as ${written}, which it does not look at`,
    hint: ({ field }) =>
      `give ${field} one plain value, or say in the mapping what it stands for: \`frontMatter: { ${field}: … }\``,
    about:
      'Frameworks check the front matter keys that they know and stop the build at a value of another type. A value that cannot be converted, or a second one for the same key, is kept under a key that the framework ignores.',
    bad: 'images: { src: /a.png }',
    good: 'images: [/a.png]',
  },
  'mdx-variable-differs': {
    severity: 'warning',
    message: ({ variable, first, second }) =>
      `the variable ${variable} is “${first}” on one page and “${second}” on another; all pages follow the first`,
    hint: ({ variable }) =>
      `give it another name where it differs: { when: { language: … }, as: variable, name: ${variable}-2 }`,
    about:
      'A variable has one value for the whole site. Values of pages, and parameters that languages have of their own, may differ.',
    bad: 'shortcodes: { version: { as: variable, name: version, from: page.params.version } }',
    good: 'shortcodes: { version: { as: value, from: page.params.version } }',
  },
};
