import type { ElementContent } from 'hast';
import type { OrgScope } from './state.ts';
import { blocksOf } from './blocks.ts';
import { element, newline } from './hast.ts';
import { headlineOf, levelOf } from './headline.ts';
import { findProperties } from './properties.ts';
import { append } from '../../../model/append.ts';

interface Section {
  readonly level: number;
  readonly id: string;
  readonly title: readonly ElementContent[];
  readonly content: ElementContent[];
}

/** A whole page: sections in the two boxes that go-org puts around each, without recursion however deep they are. */
export function pageOf(lines: readonly string[], scope: OrgScope): ElementContent[] {
  const content: ElementContent[] = [];
  const open: Section[] = [];
  const close = (level: number): void => {
    for (let top = open.at(-1); top && top.level >= level; top = open.at(-1)) {
      open.pop();
      append(open.at(-1)?.content ?? content, boxOf(top));
    }
  };
  for (let at = 0; at < lines.length;) {
    const line = lines[at] ?? '';
    const level = levelOf(line);
    if (level > 0) close(level);
    const start = level > 0 ? at + 1 : at;
    const properties = findProperties(lines, start);
    if (level > 0) {
      scope.page.headlines++;
      const id = properties.customId ?? `headline-${scope.page.headlines}`;
      open.push({ level, id, title: headlineOf(line, id, scope.page), content: [] });
    }
    let end = properties.end;
    while (end < lines.length && levelOf(lines[end] ?? '') === 0) end++;
    append(open.at(-1)?.content ?? content, blocksOf(lines.slice(properties.end, end), scope));
    at = end;
  }
  close(0);
  return content;
}

function boxOf({ level, id, title, content }: Section): ElementContent[] {
  const box = element('div', { id: `outline-text-${id}`, class: `outline-text-${level + 1}` }, [newline, ...content]);
  const children = [newline, ...title, ...(content.length > 0 ? [box, newline] : [])];
  return [element('div', { id: `outline-container-${id}`, class: `outline-${level + 1}` }, children), newline];
}
