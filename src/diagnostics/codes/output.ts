import type { Rules } from '../rule.ts';

export interface OutputFacts {
  'internal-error': { message: string };
  'output-foreign-file': { output: string };
  'output-edited-file': { output: string; lines: readonly number[] };
  'output-edit-kept': { output: string };
  'output-merged': { output: string };
  'output-stale-edited': { output: string };
  'output-collision': { output: string; other: string };
  'output-site-files-kept': { pages: number };
  'ignore-unused': { ignored: string; known: boolean };
  'ledger-imbalance': { kind: string; name: string };
}

export const outputRules: Rules<OutputFacts> = {
  'internal-error': {
    severity: 'error',
    message: ({ message }) => `decant failed on this page: ${message}`,
    hint: () => 'this is a bug in decant: please report it with the page; the other pages were converted',
    about: 'A fault in decant itself. The page has no output; the run goes on with the other pages.',
    bad: '(any page)',
    good: '(none: report it)',
  },
  'output-foreign-file': {
    severity: 'error',
    message: ({ output }) => `${output} exists and decant did not write it, so it was left alone`,
    hint: () => 'move the file away, choose another --out, or pass --overwrite',
    about: 'decant never overwrites a file that its manifest does not name.',
    bad: 'decant convert site --to mdx --out docs   # docs/setup.mdx was written by hand',
    good: 'decant convert site --to mdx --out docs-new',
  },
  'output-edited-file': {
    severity: 'error',
    message: ({ output, lines }) =>
      lines.length === 0
        ? `${output} was edited after decant wrote it and cannot be merged with the new conversion, so it was left alone`
        : `${output} was edited at line ${lines.join(', ')}, where the new conversion differs too, so it was left alone`,
    hint: () =>
      'move the edit into the source or the mapping; --keep-edits leaves such files, --overwrite replaces them',
    about:
      'decant keeps what it wrote last, and merges a hand edit with a new conversion line by line. Where both changed the same lines it leaves the file as it is.',
    bad: 'a sentence reworded in out/docs/setup.mdx, and the same sentence in content/docs/setup.md',
    good: 'the sentence reworded in content/docs/setup.md',
  },
  'output-edit-kept': {
    severity: 'warning',
    message: ({ output }) => `${output} was edited by hand and stays as it is, though its source has changed since`,
    hint: () => 'run without --keep-edits to merge the change into the file',
    about: 'With --keep-edits a file that was edited by hand is never touched, so it may fall behind its source.',
    bad: 'decant convert site --to mdx --out docs --keep-edits   # docs/setup.mdx was edited',
    good: 'decant convert site --to mdx --out docs',
  },
  'output-merged': {
    severity: 'info',
    message: ({ output }) => `${output} was edited by hand; the new conversion was merged into it`,
    hint: () => 'read the file once; decant diff shows beforehand what a run would change',
    about: 'The hand edit and the change in the source are on different lines: the file now has both.',
    bad: 'a typo corrected in out/docs/setup.mdx, and a new section in content/docs/setup.md',
    good: 'the typo corrected in content/docs/setup.md too',
  },
  'output-stale-edited': {
    severity: 'warning',
    message: ({ output }) => `nothing makes ${output} any more, but it was edited by hand, so --prune left it`,
    hint: () => 'delete the file if the edit is not needed',
    about: '--prune removes files of earlier runs that no page makes any more, and never one with a hand edit.',
    bad: 'decant convert site --to mdx --out docs --prune   # docs/old.mdx was edited, its page is gone',
    good: 'rm docs/old.mdx',
  },
  'output-collision': {
    severity: 'error',
    message: ({ output, other }) => `this page and ${other} would both be written to ${output}`,
    hint: () => 'rename one of the two source files, or exclude it with --exclude',
    about: 'Two pages have one output path. The first by source path is written, the second is reported here.',
    bad: 'content/a.md and content/a/index.md',
    good: 'content/a/index.md alone',
  },
  'output-site-files-kept': {
    severity: 'info',
    message: ({ pages }) =>
      `the files of the whole site stay as they are: of ${pages === 1 ? 'a page' : `${pages} pages`} that the folder holds nothing is known here`,
    hint: () => 'run once over the whole site; with .decant/cache at hand a run over a part brings them up to date too',
    about:
      'A run over a part of the site leaves the rest as earlier runs have made it, and files that speak of all pages, such as `urls.json`, must go on doing so. What earlier runs know of the other pages is in `.decant/cache`; where it is missing, or another version of decant has written it, such files are left alone.',
    bad: "rm -r docs/.decant/cache\ndecant convert site --to mdx --out docs --include 'blog/**'",
    good: 'decant convert site --to mdx --out docs',
  },
  'ignore-unused': {
    severity: 'warning',
    message: ({ ignored, known }) =>
      known ? `nothing here is reported as ${ignored}, so the comment ignores nothing` : `there is no code ${ignored}`,
    hint: ({ known }) => (known ? 'delete the comment' : 'look the code up in docs/diagnostics.md'),
    about:
      'A comment takes away the findings with its codes on its own line and on the next line that is not blank. One that takes nothing away would hide the next fault there.',
    bad: '<!-- decant-ignore html-unclosed -- closed by the include -->\n\nNothing wrong here.',
    good: 'Nothing wrong here.',
  },
  'ledger-imbalance': {
    severity: 'error',
    message: ({ kind, name }) => `the ${kind} “${name}” is in the source and in no part of the output`,
    hint: () => 'this is a bug in decant: please report it with the page',
    about: 'The ledger counts what the source holds and what became of it; a thing without an outcome fails the run.',
    bad: '(any page)',
    good: '(none: report it)',
  },
};
