import type { Rules } from '../rule.ts';

export interface OutputFacts {
  'internal-error': { message: string };
  'output-foreign-file': { output: string };
  'output-edited-file': { output: string };
  'output-collision': { output: string; other: string };
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
    hint: () => 'move the file away, choose another --out, or pass --force to overwrite it',
    about: 'decant never overwrites a file that its manifest does not name.',
    bad: 'decant convert site --to mdx --out docs   # docs/setup.mdx was written by hand',
    good: 'decant convert site --to mdx --out docs-new',
  },
  'output-edited-file': {
    severity: 'error',
    message: ({ output }) => `${output} was edited after decant wrote it, so it was left alone`,
    hint: () => 'move the edit into the source or the mapping, or pass --force to overwrite the file',
    about: 'decant knows the hash of what it wrote and never overwrites a hand edit without being told.',
    bad: 'a typo corrected in out/docs/setup.mdx, then the same conversion again',
    good: 'the typo corrected in content/docs/setup.md',
  },
  'output-collision': {
    severity: 'error',
    message: ({ output, other }) => `this page and ${other} would both be written to ${output}`,
    hint: () => 'rename one of the two source files, or exclude it with --exclude',
    about: 'Two pages have one output path. The first by source path is written, the second is reported here.',
    bad: 'content/a.md and content/a/index.md',
    good: 'content/a/index.md alone',
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
