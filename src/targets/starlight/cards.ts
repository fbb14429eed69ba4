import type { ComponentBlock, FlowContent } from '../../model/nodes.ts';
import type { Site } from '../../model/site.ts';
import type { ChildPage } from '../child-list.ts';
import { basePath } from '../scaffold/site-facts.ts';

/** The pages of a section as Starlight's cards, whose addresses nobody completes. */
export const cardsFor =
  (site: Site) =>
  (children: readonly ChildPage[]): FlowContent[] => {
    const base = basePath(site);
    return children.map(({ title, url, description }): ComponentBlock => ({
      type: 'componentBlock',
      name: 'LinkCard',
      props: [
        { name: 'title', value: title },
        { name: 'href', value: base + url },
        ...(description === undefined ? [] : [{ name: 'description', value: description }]),
      ],
      children: [],
    }));
  };
