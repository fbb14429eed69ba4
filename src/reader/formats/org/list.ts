/** Lists: an item is its line and all that is indented deeper below it. */
import type { Element, ElementContent } from 'hast';
import type { OrgScope } from './state.ts';
import { element, newline, text } from './hast.ts';

/** `- [X] term :: text` in pieces. */
interface Item {
  readonly kind: 'ul' | 'ol' | 'dl';
  readonly value: string | undefined;
  readonly status: string | undefined;
  readonly term: string | undefined;
  readonly lines: readonly string[];
}

const BULLET = /^(?<margin>\s*)(?<bullet>[-+]|\s\*|(?:\d+|[a-zA-Z])[.)])(?:\s+|$)(?<rest>.*)$/;
const VALUE = /^\[@(?<value>\d+)\]\s*/;
const STATUS = /^\[(?<status>[ Xx-])\]\s+/;
const TERM_END = /\s::(?:\s+|$)/;

/** Whether a line begins a list item. */
export const isItem = (line: string): boolean => BULLET.test(line);

const marginOf = (line: string): number => line.search(/\S|$/);
const isBlank = (line: string): boolean => line.trim() === '';

/** The line behind a list: the first that stands no deeper and is no item, or that follows two blank ones. */
export function endOfList(start: number, lines: readonly string[]): number {
  const margin = marginOf(lines[start] ?? '');
  let end = start;
  for (let at = start; at < lines.length; at++) {
    const line = lines[at] ?? '';
    if (isBlank(line)) {
      if (isBlank(lines[at + 1] ?? '')) break;
      continue;
    }
    const own = marginOf(line);
    if (own < margin || (own === margin && !isItem(line))) break;
    end = at + 1;
  }
  return Math.max(end, start + 1);
}

/** The lists that the lines of one block of items make: one for each run of items of the same kind. */
export function listsOf(lines: readonly string[], org: OrgScope): ElementContent[] {
  const html: ElementContent[] = [];
  let run: Item[] = [];
  const endRun = (): void => {
    const [first] = run;
    if (first)
      html.push(element(first.kind, {}, [newline, ...run.flatMap((item) => itemOf(first.kind, item, org))]), newline);
    run = [];
  };
  for (const item of itemsOf(lines)) {
    const [first] = run;
    if (first && (first.kind === 'ol') !== (item.kind === 'ol')) endRun();
    run.push(item);
  }
  endRun();
  return html;
}

function itemsOf(lines: readonly string[]): Item[] {
  const margin = marginOf(lines[0] ?? '');
  const items: Item[] = [];
  let from = 0;
  for (let at = 1; at <= lines.length; at++) {
    const line = lines[at];
    if (line !== undefined && (isBlank(line) || marginOf(line) > margin)) continue;
    items.push(readItem(lines.slice(from, at), margin));
    from = at;
  }
  return items;
}

function readItem([first = '', ...below]: readonly string[], margin: number): Item {
  const { bullet = '-', rest = first.trim() } = BULLET.exec(first)?.groups ?? {};
  const ordered = /\w/.test(bullet);
  const value = ordered ? VALUE.exec(rest) : null;
  const behindValue = rest.slice(value?.[0].length ?? 0);
  const status = STATUS.exec(behindValue);
  const behindStatus = behindValue.slice(status?.[0].length ?? 0);
  const term = ordered ? null : TERM_END.exec(behindStatus);
  let inner = margin + bullet.length + 1;
  for (const line of below) if (!isBlank(line)) inner = Math.min(inner, marginOf(line));
  return {
    kind: ordered ? 'ol' : term ? 'dl' : 'ul',
    value: value?.groups?.['value'],
    status: status?.groups?.['status'],
    term: term ? behindStatus.slice(0, term.index).trim() : undefined,
    lines: [
      term ? behindStatus.slice(term.index + term[0].length) : behindStatus,
      ...below.map((line) => line.slice(Math.min(inner, marginOf(line)))),
    ],
  };
}

const STATUSES: Readonly<Record<string, string>> = { ' ': 'unchecked', '-': 'indeterminate' };

function itemOf(kind: Item['kind'], { value, status, term, lines }: Item, org: OrgScope): ElementContent[] {
  // The first item says what the list is: in a list without terms `::` is text, in one with them the rest have “?”.
  const [first = '', ...below] = lines;
  const whole = kind !== 'dl' && term !== undefined ? [`${term} :: ${first}`, ...below] : lines;
  const content = bareParagraph(org.inside(whole));
  const className = status === undefined ? undefined : (STATUSES[status] ?? 'checked');
  if (kind === 'dl') {
    const terms = bareParagraph(org.inside([term ?? '?']));
    return [
      element('dt', { class: className }, [newline, ...terms, newline]),
      newline,
      element('dd', {}, content),
      newline,
    ];
  }
  return [element('li', { ...(value !== undefined && { value }), class: className }, content), newline];
}

/** go-org: paragraphs have no tag in an item that holds nothing else; beside other blocks they keep theirs. */
function bareParagraph(html: readonly ElementContent[]): ElementContent[] {
  const blocks = html.filter((node) => node.type !== 'text' || !isBlank(node.value));
  const isText = blocks.every((node): node is Element => node.type === 'element' && node.tagName === 'p');
  if (!isText) return [newline, ...html];
  return blocks.flatMap(({ children }, at) => (at === 0 ? children : [text('\n\n'), ...children]));
}
