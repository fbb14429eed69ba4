import type { Heading } from '../model/nodes.ts';
import type { Page } from '../model/page.ts';

/** The page with its title above its text, for frameworks that show none by themselves; one that begins with a title keeps it. */
export function withTitleHeading(page: Page, title: string): Page {
  const [first] = page.body;
  if (title === '' || (first?.type === 'heading' && first.depth === 1)) return page;
  const heading: Heading = {
    type: 'heading',
    depth: 1,
    idSource: 'none',
    children: [{ type: 'text', value: title }],
  };
  return { ...page, body: [heading, ...page.body] };
}
