import type { AddressBook } from '../../passes/links/address-book.ts';
import type { LinkPlan } from '../../writers/contentful/links.ts';

/**
 * Pages, terms and files have their addresses on the Hugo site, from its root, whatever the author wrote: an entry has no place that
 * others could be seen from. All files count as published, for each that is addressed becomes an asset.
 */
export const addressBook = (plan: Pick<LinkPlan, 'termAt'>): AddressBook => ({
  footnotes: 'hugo',
  page: ({ page }) => page.permalink,
  list: ({ page }) => (plan.termAt(page.path) === undefined ? undefined : page.permalink),
  file: ({ file }) => ({ path: file.url, publish: true }),
});
