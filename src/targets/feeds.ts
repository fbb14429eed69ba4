/** The feeds of a Hugo site that readers subscribe to: that of the whole site and that of its blog, in each language. */
import type { FieldValue } from '../model/page.ts';
import type { Site } from '../model/site.ts';
import { asText, valueAt } from '../reader/site/config/values.ts';

/** The section that holds a site's posts. */
export const blogOf = ({ pages }: Site): string | undefined => blogIn(pages);

/** The same among pages of which no more is known than where they are. */
export const blogIn = (pages: readonly { readonly section: string }[]): string | undefined =>
  BLOG_SECTIONS.find((section) => pages.some((page) => page.section === section));

/** Sections whose pages are posts, the first that a site has. */
export const BLOG_SECTIONS = ['blog', 'posts', 'post'] as const;

/** `to` gives the feed that stands for both in a language, by the prefix of its addresses. */
export function feedsOf(
  site: Site,
  blog: string | undefined,
  to: (prefix: string) => string | undefined,
): readonly { readonly from: string; readonly to?: string }[] {
  return site.languages.flatMap(({ urlPrefix }) => {
    const prefix = urlPrefix === '' ? '' : `/${urlPrefix}`;
    const target = to(prefix);
    const lists = [
      ...(hasFeed(site, 'home') ? [''] : []),
      ...(blog !== undefined && hasFeed(site, 'section') ? [`/${blog}`] : []),
    ];
    return lists.map((list) => ({ from: `${prefix}${list}/index.xml`, ...(target !== undefined && { to: target }) }));
  });
}

/** Hugo makes a feed of every list unless it is told otherwise. */
function hasFeed({ config }: Site, kind: 'home' | 'section'): boolean {
  const isRss = (value: FieldValue): boolean => asText(value)?.toLowerCase() === 'rss';
  const disabled = valueAt(config, 'disablekinds');
  if (disabled?.type === 'list' && disabled.items.some(isRss)) return false;
  const outputs = valueAt(config, 'outputs', kind);
  return outputs?.type !== 'list' || outputs.items.some(isRss);
}
