import type { ElementContent } from 'hast';
import type { NodeOf } from '../../../model/nodes.ts';
import type { HtmlState } from '../state.ts';
import { properties } from '../attributes.ts';
import { element, newline, text } from '../hast.ts';
import { escapeUrl } from '../url.ts';

/** Where a provider shows its content: as a page, and in a frame of another page where it allows that. */
interface Provider {
  readonly page: (id: string) => string;
  readonly frame?: (id: string) => string;
  readonly title: string;
}

const PROVIDERS: ReadonlyMap<string, Provider> = new Map([
  [
    'youtube',
    {
      title: 'YouTube video',
      page: (id) => `https://www.youtube.com/watch?v=${id}`,
      frame: (id) => `https://www.youtube.com/embed/${id}?autoplay=0&controls=1&end=0&loop=0&mute=0&start=0`,
    },
  ],
  [
    'vimeo',
    {
      title: 'Vimeo video',
      page: (id) => `https://vimeo.com/${id}`,
      frame: (id) => `https://player.vimeo.com/video/${id}?dnt=0`,
    },
  ],
  ['codepen', { title: 'CodePen', page: (id) => `https://codepen.io/${id}` }],
  ['gist', { title: 'Gist', page: (id) => `https://gist.github.com/${id}` }],
  ['instagram', { title: 'Instagram post', page: (id) => `https://www.instagram.com/p/${id}/` }],
  ['x', { title: 'Post on X', page: (id) => `https://x.com/i/status/${id}` }],
]);

/** A frame as Hugo's own shortcodes print it; what no frame can show becomes a link to its page. */
export function embed(node: NodeOf<'embed'>, state: HtmlState): ElementContent[] {
  const provider = PROVIDERS.get(node.provider);
  const id = escapeUrl(node.id);
  const title = node.title ?? provider?.title;
  const own = properties(node.attributes, state);
  const data = { class: `embed embed-${node.provider}`, 'data-provider': node.provider, 'data-id': node.id };
  if (provider?.frame) {
    const box = 'position: relative; padding-bottom: 56.25%; height: 0; overflow: hidden;';
    const fill = 'position: absolute; top: 0; left: 0; width: 100%; height: 100%; border: 0;';
    const frame = { src: provider.frame(id), title, allowfullscreen: true, loading: 'lazy', style: fill, ...own };
    return [element('div', { ...data, style: box }, [newline, element('iframe', frame, []), newline])];
  }
  const url = node.url === undefined ? provider?.page(id) : escapeUrl(node.url);
  const label = [text(node.title ?? url ?? `${node.provider} ${node.id}`)];
  const content = url === undefined ? label : [element('a', { href: url, ...own }, label)];
  return [element('p', data, content)];
}
