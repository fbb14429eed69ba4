/** Blocks as go-org prints them, line by line. */
import type { ElementContent } from 'hast';
import type { OrgScope } from './state.ts';
import { addAffiliated, type Affiliated, captioned, withAttributes } from './affiliated.ts';
import { delimitedBlock } from './delimited.ts';
import { element, newline, raw, text } from './hast.ts';
import { inlinesOf } from './inlines.ts';
import { endOfList, isItem, listsOf } from './list.ts';
import { tableOf } from './table.ts';
import { append } from '../../../model/append.ts';

const BEGIN = /^\s*#\+begin_(\S+)(.*)$/i;
const DRAWER = /^\s*:([\w-]+):\s*$/;
const KEYWORD = /^\s*#\+([\w-]+):\s*(.*)$/;
const COMMENT = /^\s*#(?:\s|$)/;
const RULE = /^\s*-{5,}\s*$/;
const TABLE = /^\s*\|/;
const FIXED = /^\s*:(?:\s|$)/;
const NOTE = /^\[fn:([\w-]+)\]\s*/;

/** What the lines at `at` make, and where it ends. */
interface Block {
  readonly html: readonly ElementContent[];
  readonly end: number;
  readonly affiliated?: Affiliated;
}

interface Reading {
  readonly lines: readonly string[];
  readonly scope: OrgScope;
  readonly affiliated: Affiliated;
  /** Closing lines that were looked for and are not there: no sense in looking again. */
  readonly missing: Set<string>;
}

type ReadBlock = (at: number, reading: Reading) => Block | undefined;

const isBlank = (line: string): boolean => line.trim() === '';

/** The HTML of some lines. */
export function blocksOf(lines: readonly string[], scope: OrgScope): ElementContent[] {
  const html: ElementContent[] = [];
  const missing = new Set<string>();
  let affiliated: Affiliated = {};
  for (let at = 0; at < lines.length;) {
    if (isBlank(lines[at] ?? '')) {
      at++;
      affiliated = {};
      continue;
    }
    const block = readBlock(at, { lines, scope, affiliated, missing });
    append(html, block.html);
    affiliated = block.affiliated ?? {};
    at = block.end;
  }
  return html;
}

function readBlock(at: number, reading: Reading): Block {
  for (const read of READERS) {
    const block = read(at, reading);
    if (block) return block;
  }
  return paragraph(at, reading);
}

const READERS: readonly ReadBlock[] = [
  (at, { lines, scope, affiliated, missing }) => {
    const [, name = '', parameters = ''] = BEGIN.exec(lines[at] ?? '') ?? [];
    const end = name === '' ? -1 : findLine(`#+end_${name.toLowerCase()}`, at, lines, missing);
    if (end < 0) return undefined;
    const margin = marginOf(lines[at] ?? '');
    const inner = lines.slice(at + 1, end).map((line) => line.slice(Math.min(margin, marginOf(line))));
    const html = delimitedBlock(name.toLowerCase(), parameters, inner, scope);
    return { html: captioned(html, affiliated.caption, scope.page), end: end + 1 };
  },
  (at, { lines, scope, missing }) => {
    const name = DRAWER.exec(lines[at] ?? '')?.[1]?.toLowerCase();
    const end = name === undefined ? -1 : findLine(':end:', at, lines, missing);
    if (end < 0) return undefined;
    // Properties are about what is around them; any other drawer is content.
    return { html: name === 'properties' ? [] : scope.inside(lines.slice(at + 1, end)), end: end + 1 };
  },
  (at, { lines, affiliated }) => {
    const [, key = '', value = ''] = KEYWORD.exec(lines[at] ?? '') ?? [];
    if (key === '') return undefined;
    if (key.toLowerCase() === 'html') return { html: [raw(value), newline], end: at + 1 };
    const added = addAffiliated(affiliated, key.toLowerCase(), value);
    return { html: [], end: at + 1, ...(added && { affiliated: added }) };
  },
  (at, { lines }) => (COMMENT.test(lines[at] ?? '') ? { html: [], end: at + 1 } : undefined),
  (at, { lines }) => (RULE.test(lines[at] ?? '') ? { html: [element('hr', {}, []), newline], end: at + 1 } : undefined),
  (at, { lines, scope, affiliated }) => {
    const end = endOfRun(TABLE, at, lines);
    if (end === at) return undefined;
    return {
      html: captioned([tableOf(lines.slice(at, end), scope.page), newline], affiliated.caption, scope.page),
      end,
    };
  },
  (at, { lines }) => {
    const end = endOfRun(FIXED, at, lines);
    if (end === at) return undefined;
    const content = lines.slice(at, end).map((line) => line.trim().slice(2));
    return { html: [element('pre', { class: 'example' }, [text(`\n${content.join('\n')}\n`)]), newline], end };
  },
  (at, { lines, scope }) => {
    const match = NOTE.exec(lines[at] ?? '');
    if (!match?.[1]) return undefined;
    const end = endOfNote(at, lines);
    const [first = '', ...rest] = lines.slice(at, end);
    scope.page.footnotes.define(match[1], scope.inside([first.slice(match[0].length), ...rest]));
    return { html: [], end };
  },
  (at, { lines, scope }) => {
    if (!isItem(lines[at] ?? '')) return undefined;
    const end = endOfList(at, lines);
    return { html: listsOf(lines.slice(at, end), scope), end };
  },
];

const marginOf = (line: string): number => line.search(/\S|$/);

function findLine(wanted: string, from: number, lines: readonly string[], missing: Set<string>): number {
  if (missing.has(wanted)) return -1;
  const found = lines.findIndex((line, at) => at > from && line.trim().toLowerCase() === wanted);
  if (found < 0) missing.add(wanted);
  return found;
}

function endOfRun(pattern: RegExp, at: number, lines: readonly string[]): number {
  let end = at;
  while (end < lines.length && pattern.test(lines[end] ?? '')) end++;
  return end;
}

/** A note ends at the next one, or at two blank lines. */
function endOfNote(start: number, lines: readonly string[]): number {
  for (let at = start + 1; at < lines.length; at++) {
    if (NOTE.test(lines[at] ?? '')) return at;
    if (isBlank(lines[at] ?? '') && isBlank(lines[at + 1] ?? '')) return at;
  }
  return lines.length;
}

const STARTS: readonly RegExp[] = [BEGIN, DRAWER, KEYWORD, COMMENT, RULE, TABLE, FIXED, NOTE];

function paragraph(start: number, { lines, scope, affiliated }: Reading): Block {
  let end = start + 1;
  const goesOn = (line: string): boolean =>
    !isBlank(line) && !isItem(line) && STARTS.every((pattern) => !pattern.test(line));
  while (end < lines.length && goesOn(lines[end] ?? '')) end++;
  const content = inlinesOf(
    lines
      .slice(start, end)
      .map((line) => line.trim())
      .join('\n'),
    scope.page,
  );
  const { caption, attributes } = affiliated;
  // A picture or link with a caption, or with attributes, is no paragraph.
  if (content.length === 1 && content[0]?.type === 'element' && (caption !== undefined || attributes)) {
    return { html: captioned([...withAttributes(content, attributes ?? {}), newline], caption, scope.page), end };
  }
  return { html: [element('p', {}, content), newline], end };
}
