import type { ElementContent } from 'hast';
import type { OrgPage } from './state.ts';
import { element, newline, text } from './hast.ts';
import { inlinesOf } from './inlines.ts';
import { append } from '../../../model/append.ts';

const NO_BREAK = '\u00a0';
const STARS = /^(\*+)(?:[ \t]|$)/;
const STATUS = /^(TODO|DONE)(?:\s+|$)/;
const PRIORITY = /^\[#([A-Za-z])\](?:\s+|$)/;
const TAGS = /^:(?:[\p{L}\p{N}_@#%]+:)+$/u;

/** The level of a headline, 0 for any other line. */
export const levelOf = (line: string): number => STARS.exec(line)?.[1]?.length ?? 0;

/** A headline: `* TODO [#A] Title :tag:`. */
export function headlineOf(line: string, id: string, page: OrgPage): ElementContent[] {
  const level = levelOf(line);
  let rest = line.slice(level).trim();
  const content: ElementContent[] = [newline];
  const status = STATUS.exec(rest);
  if (status?.[1]) {
    rest = rest.slice(status[0].length);
    content.push(element('span', { class: `todo status-${status[1].toLowerCase()}` }, [text(status[1])]), newline);
  }
  const priority = PRIORITY.exec(rest);
  if (priority?.[1]) {
    rest = rest.slice(priority[0].length);
    const className = `priority priority-${priority[1].toLowerCase()}`;
    content.push(element('span', { class: className }, [text(`[${priority[1]}]`)]), newline);
  }
  const lastWord = rest.slice(rest.search(/\S*$/));
  const tags = TAGS.test(lastWord) ? lastWord.slice(1, -1).split(':') : [];
  if (tags.length > 0) rest = rest.slice(0, -lastWord.length).trim();
  append(content, [...inlinesOf(rest, page), ...tagsOf(tags), newline]);
  // The page's title is <h1>; HTML has no more than six.
  return [element(`h${Math.min(level + 1, 6)}`, { id }, content), newline];
}

function tagsOf(tags: readonly string[]): ElementContent[] {
  if (tags.length === 0) return [];
  const spans = tags.flatMap((tag, at) => [
    ...(at > 0 ? [text(NO_BREAK)] : []),
    element('span', { class: `tag-${tag}` }, [text(tag)]),
  ]);
  return [text(NO_BREAK.repeat(3)), element('span', { class: 'tags' }, spans)];
}
