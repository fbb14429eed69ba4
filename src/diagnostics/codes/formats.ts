import type { Rules } from '../rule.ts';

export interface FormatFacts {
  'format-part-missing': { format: string; part: string; kind: 'package' | 'program' };
  'format-failed': { format: string; problem: string };
  'format-include': { file: string };
}

export const formatRules: Rules<FormatFacts> = {
  'format-part-missing': {
    severity: 'error',
    message: ({ format, part, kind }) =>
      `pages in ${format} need the ${kind} ${part}, which is not installed: the page was kept as plain text`,
    hint: ({ part, kind }) =>
      kind === 'package' ? `npm install ${part}` : `install ${part}, so that the command ${part} --version works`,
    about:
      'AsciiDoc, reStructuredText and pandoc’s Markdown are read by packages and programs that decant does not bring along. Without them the text of the page, and the shortcodes in it, are kept as they stand.',
    bad: 'content/setup.adoc',
    good: 'npm install @asciidoctor/core',
  },
  'format-failed': {
    severity: 'error',
    message: ({ format, problem }) =>
      `the converter for ${format} failed, so the text was kept as it stands: ${problem}`,
    hint: () => 'convert the page with the same program by hand to see what it objects to',
    about:
      'The package or program that reads the page’s format gave up on it. The text and its shortcodes are kept as they stand.',
    bad: 'content/broken.rst',
    good: 'content/sound.rst',
  },
  'format-include': {
    severity: 'warning',
    message: ({ file }) => `the file ${file} is not included: a link stands in its place`,
    hint: ({ file }) => `put the text of ${file} into the page, or call a shortcode that reads it`,
    about:
      'AsciiDoc’s include directive may read any file of the machine, so decant has Asciidoctor leave files alone.',
    bad: 'include::parts/setup.adoc[]',
    good: '{{< include "parts/setup.md" >}}',
  },
};
