import type { ElementContent } from 'hast';
import type { Headline, Section } from 'orga';
import type { OrgPage } from './state.ts';
import { element, newline, text } from './hast.ts';
import { inlinesOf } from './inlines.ts';

const NO_BREAK = '\u00a0';

/** A headline: `TODO [#A] Title :tag:`. */
export function headlineOf(headline: Headline, id: string, page: OrgPage): ElementContent[] {
  const { level, keyword, priority, tags = [] } = headline;
  // go-org: the first level is <h2>, as the page's title is <h1>; HTML has no more than six.
  const tagName = `h${Math.min(level + 1, 6)}`;
  const content: ElementContent[] = [newline];
  if (keyword !== undefined) {
    const status = headline.actionable ? 'todo' : 'done';
    content.push(element('span', { class: `todo status-${status}` }, [text(keyword)]), newline);
  }
  if (priority !== undefined) {
    const letter = priority.replace(/^\[#|\]$/g, '');
    content.push(
      element('span', { class: `priority priority-${letter.toLowerCase()}` }, [text(`[${letter}]`)]),
      newline,
    );
  }
  content.push(...inlinesOf(headline.children, page));
  if (tags.length > 0) {
    const spans = tags.flatMap((tag, at) => [
      ...(at > 0 ? [text(NO_BREAK)] : []),
      element('span', { class: `tag-${tag}` }, [text(tag)]),
    ]);
    content.push(text(NO_BREAK.repeat(3)), element('span', { class: 'tags' }, spans));
  }
  content.push(newline);
  return [element(tagName, { id }, content), newline];
}

/** The id of a section: its `CUSTOM_ID`, else its number among all. */
export function idOfSection({ properties }: Section, page: OrgPage): string {
  page.headlines++;
  const id = properties['custom_id'];
  return typeof id === 'string' ? id : `headline-${page.headlines}`;
}
