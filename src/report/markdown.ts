/** The report as Markdown, for the summary of a CI job or a comment on a pull request. */
import type { PhrasingContent, RootContent, Table } from 'mdast';
import { gfmToMarkdown } from 'mdast-util-gfm';
import { toMarkdown } from 'mdast-util-to-markdown';
import type { Report } from '../diagnostics/joint-report.ts';
import type { LocateOptions } from './located.ts';
import { wordsOf } from '../diagnostics/diagnostic.ts';
import { aboutTargets, pathOf } from './located.ts';
import { countsLine, lossRows, runLine, titledRuns } from './summary.ts';

/** More findings than this are counted: services cut long summaries off. */
const LONGEST = 200;

export function markdownReport(report: Report, options: LocateOptions): string {
  const { diagnostics } = report;
  const text = (value: string): PhrasingContent => ({ type: 'text', value });
  const code = (value: string): PhrasingContent => ({ type: 'inlineCode', value });
  const blocks: RootContent[] = [
    { type: 'heading', depth: 2, children: [text(`decant: ${countsLine(report)}`)] },
    ...titledRuns(report).flatMap(({ run, title }): RootContent[] => [
      { type: 'paragraph', children: [text(runLine(run))] },
      table(lossRows(run, title).map((row) => row.map((cell) => [text(cell)]))),
    ]),
  ];
  if (diagnostics.length > 0) {
    const rows = diagnostics.slice(0, LONGEST).map((diagnostic) => {
      const path = pathOf(diagnostic, options);
      const where = path === undefined ? '' : diagnostic.place ? `${path}:${diagnostic.place.line}` : path;
      return [
        where === '' ? [] : [code(where)],
        [text(diagnostic.severity)],
        [code(diagnostic.code), text(aboutTargets(diagnostic))],
        [text(wordsOf(diagnostic).message)],
      ];
    });
    blocks.push(table([[[text('where')], [text('severity')], [text('code')], [text('what')]], ...rows]));
  }
  const more = diagnostics.length - LONGEST;
  if (more > 0) blocks.push({ type: 'paragraph', children: [text(`and ${more} more`)] });
  return toMarkdown({ type: 'root', children: blocks }, { extensions: [gfmToMarkdown()] });
}

const table = (rows: readonly (readonly PhrasingContent[][])[]): Table => ({
  type: 'table',
  children: rows.map((row) => ({
    type: 'tableRow',
    children: row.map((children) => ({ type: 'tableCell', children })),
  })),
});
