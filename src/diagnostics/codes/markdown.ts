import type { Rules } from '../rule.ts';

export interface MarkdownFacts {
  'markdown-too-deep': { limit: number };
  'markdown-too-hard': Record<string, never>;
  'fence-attributes': { info: string };
  'heading-id-unknown': { id: string };
  'page-format': { format: string };
}

export const markdownRules: Rules<MarkdownFacts> = {
  'markdown-too-deep': {
    severity: 'warning',
    message: ({ limit }) => `content is nested more than ${limit} levels deep here and was kept as plain text`,
    hint: () => 'put the content into fewer lists, quotes, emphasis or shortcodes inside one another',
    about:
      'Lists, quotes, emphasis and shortcodes may stand inside one another up to a limit. What is deeper stays in the page as the text that the author wrote.',
    bad: '> > > > > … (a thousand times) text',
    good: '> text',
  },
  'markdown-too-hard': {
    severity: 'error',
    message: () =>
      'the parser for machines without the native one would take far too long here, so the text was kept as plain text',
    hint: () =>
      'convert on a machine that the native parser is built for, or break up the paragraph, list or quotes at this line',
    about:
      'The native Markdown parser takes any text in its stride. Where there is none for a platform, a parser in plain JavaScript takes its place, whose time grows with the square of the signs and lines of a paragraph, the lists and quotes that open on a line, and the items and definitions of a document. Far beyond what people write it is not asked at all.',
    bad: '*a _b *a _b *a _b … (thousands of times in one paragraph)',
    good: '*a* _b_',
  },
  'fence-attributes': {
    severity: 'error',
    message: ({ info }) => `the attributes in the info string “${info}” cannot be read, so none of them counts`,
    hint: () => 'write them as {name="value"}: values with spaces or signs need double quotes',
    about: 'Hugo stops the whole build at an info string whose braces hold anything but attributes.',
    bad: '```go {title=my file}',
    good: '```go {title="my file"}',
  },
  'heading-id-unknown': {
    severity: 'info',
    message: ({ id }) => `a shortcode stands in this heading, so Hugo’s id for it is not known; “${id}” is used`,
    hint: () => 'give the heading an id of its own: ## Title {#title}',
    about:
      'Hugo makes the id of a heading from its text, with what the template of a shortcode prints, or even with a number that changes from build to build. Links to such a heading may have to be changed.',
    bad: '## Version {{< version >}}',
    good: '## Version {{< version >}} {#version}',
  },
  'page-format': {
    severity: 'warning',
    message: ({ format }) => `pages in ${format} cannot be read, so the page was kept as plain text`,
    hint: () => 'convert the page to Markdown, or exclude it with --exclude',
    about:
      'decant reads Markdown and HTML. The text of a page in another format, and the shortcodes in it, are kept as they stand.',
    bad: 'content/setup.rst',
    good: 'content/setup.md',
  },
};
