/** The report as one HTML page without anything around it: findings by file, what did not survive first. */
import type { Element, ElementContent } from 'hast';
import { toHtml } from 'hast-util-to-html';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Report } from '../diagnostics/joint-report.ts';
import type { RunReport } from '../diagnostics/run-report.ts';
import { codeFrame } from '../diagnostics/code-frame.ts';
import { wordsOf } from '../diagnostics/diagnostic.ts';
import { keepLast } from './keep-last.ts';
import { aboutTargets } from './located.ts';
import { countsLine, lossRows, runLine, titledRuns } from './summary.ts';

const STYLE =
  'body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem}' +
  'table{border-collapse:collapse}td,th{padding:.2rem .8rem;text-align:right}td:first-child{text-align:left}' +
  'pre{background:#8882;padding:.6rem;overflow:auto}li{margin:1rem 0}' +
  '.error{color:#c22}.warning{color:#a60}.info{color:#26a}:root{color-scheme:light dark}';

const el = (tagName: string, children: readonly (ElementContent | string)[] = [], className?: string): Element => ({
  type: 'element',
  tagName,
  properties: className === undefined ? {} : { className: [className] },
  children: children.map((child) => (typeof child === 'string' ? { type: 'text', value: child } : child)),
});

export function htmlReport(
  report: Report,
  { sourceOf }: { readonly sourceOf: (file: string) => string | undefined },
): string {
  const textOf = keepLast(sourceOf);
  const meta = el('meta');
  meta.properties = { charSet: 'utf-8' };
  const title = `decant: ${countsLine(report)}`;
  const byFile = new Map<string, Diagnostic[]>();
  for (const finding of report.diagnostics) {
    const known = byFile.get(finding.file ?? '');
    if (known) known.push(finding);
    else byFile.set(finding.file ?? '', [finding]);
  }
  const body = el('body', [
    el('h1', [title]),
    ...titledRuns(report).flatMap(({ run, title: target }) => [el('p', [runLine(run)]), lossTable(run, target)]),
    ...[...byFile].flatMap(([file, findings]) => [
      el('h2', [file === '' ? 'The run' : file]),
      el(
        'ul',
        findings.map((finding) => item(finding, textOf)),
      ),
    ]),
  ]);
  const page = el('html', [el('head', [meta, el('title', [title]), el('style', [STYLE])]), body]);
  page.properties = { lang: 'en' };
  return `${toHtml({ type: 'root', children: [{ type: 'doctype' }, page] })}\n`;
}

function lossTable(run: RunReport, title: string | undefined): Element {
  const [head = [], ...rows] = lossRows(run, title);
  const row = (cells: readonly string[], tag: 'th' | 'td'): Element =>
    el(
      'tr',
      cells.map((cell) => el(tag, [cell])),
    );
  return el('table', [row(head, 'th'), ...rows.map((cells) => row(cells, 'td'))]);
}

function item(diagnostic: Diagnostic, sourceOf: (file: string) => string | undefined): Element {
  const { message, hint } = wordsOf(diagnostic);
  const { severity, code, place, file } = diagnostic;
  const source = place && file !== undefined ? sourceOf(file) : undefined;
  return el('li', [
    ...(place ? [`${place.line}:${place.column} `] : []),
    el('strong', [severity], severity),
    ' ',
    el('code', [code]),
    `${aboutTargets(diagnostic)} ${message}`,
    ...(place && source !== undefined ? [el('pre', [codeFrame(source, place)])] : []),
    ...(hint === undefined ? [] : [el('p', [hint])]),
  ]);
}
