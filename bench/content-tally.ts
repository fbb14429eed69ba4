import { firstDifference, type PageContent } from './contentful/content.ts';

/** What is kept of what the html target writes, over many pages. */
export interface Tally {
  pages: number;
  sameText: number;
  /** By kind: how many the html target writes, and how many of them are kept. */
  readonly counts: Record<Counted, { html: number; kept: number }>;
  /** Where pages differ. */
  readonly different: string[];
}

type Counted = 'code' | 'images' | 'links' | 'tables';

export const openTally = (): Tally => ({
  pages: 0,
  sameText: 0,
  counts: {
    code: { html: 0, kept: 0 },
    images: { html: 0, kept: 0 },
    links: { html: 0, kept: 0 },
    tables: { html: 0, kept: 0 },
  },
  different: [],
});

export function compareContent(file: string, before: PageContent, after: PageContent, tally: Tally): void {
  const { counts, different } = tally;
  tally.pages++;
  if (before.words === after.words) tally.sameText++;
  else different.push(`${file}: ${firstDifference(before.words, after.words)}`);
  for (const kind of ['images', 'links', 'tables'] as const) {
    counts[kind].html += before[kind];
    counts[kind].kept += Math.min(before[kind], after[kind]);
    if (before[kind] !== after[kind]) different.push(`${file}: ${kind} ${before[kind]} | ${after[kind]}`);
  }
  counts.code.html += before.code.length;
  // A block counts as kept where it is equal to the byte.
  const rest = [...after.code];
  for (const block of before.code) {
    const at = rest.indexOf(block);
    if (at >= 0) rest.splice(at, 1);
    else different.push(`${file}: code ${JSON.stringify(block.slice(0, 60))}`);
    if (at >= 0) counts.code.kept++;
  }
}

/** The cells of a table's row that say what is kept. */
export const tallyCells = ({ pages, sameText, counts }: Tally): string[] => [
  `${sameText} (${((100 * sameText) / pages).toFixed(1)} %)`,
  ...Object.values(counts).map(({ html, kept }) => `${kept} of ${html}`),
];
