import type { RootContent } from 'mdast';
import type { Embed } from '../../../../model/nodes.ts';
import type { TreeState } from '../state.ts';
import { writeAttributes } from '../attributes.ts';
import { flowElement, text } from '../nodes.ts';
import { paragraph } from '../phrasing.ts';

interface Provider {
  /** The address for a frame; providers without one want a script on the page, so that a link takes the reader there. */
  readonly frame?: (id: string) => string;
  readonly page: (id: string) => string;
}

const encode = encodeURIComponent;

const PROVIDERS: Readonly<Record<string, Provider>> = {
  youtube: {
    frame: (id) => `https://www.youtube-nocookie.com/embed/${encode(id)}`,
    page: (id) => `https://www.youtube.com/watch?v=${encode(id)}`,
  },
  vimeo: {
    frame: (id) => `https://player.vimeo.com/video/${encode(id)}?dnt=1`,
    page: (id) => `https://vimeo.com/${encode(id)}`,
  },
  // Its ids are `user/hash`, and a pen has another address in a frame.
  codepen: {
    frame: (id) => `https://codepen.io/${encodeURI(id.replace('/pen/', '/embed/'))}`,
    page: (id) => `https://codepen.io/${encodeURI(id)}`,
  },
  codesandbox: {
    frame: (id) => `https://codesandbox.io/embed/${encode(id)}`,
    page: (id) => `https://codesandbox.io/s/${encode(id)}`,
  },
  gist: { page: (id) => `https://gist.github.com/${encodeURI(id)}` },
  x: { page: (id) => `https://x.com/i/status/${encode(id)}` },
  twitter: { page: (id) => `https://x.com/i/status/${encode(id)}` },
  instagram: { page: (id) => `https://www.instagram.com/p/${encode(id)}/` },
};

/** Content of another site: a frame where the site has one, else a link. */
export function embed(node: Embed, { writing }: TreeState): RootContent[] {
  const provider = Object.hasOwn(PROVIDERS, node.provider) ? PROVIDERS[node.provider] : undefined;
  const title = node.title ?? `${node.provider} ${node.id}`;
  if (provider?.frame) {
    const attributes = [
      { name: 'src', value: provider.frame(node.id) },
      { name: 'title', value: title },
      { name: 'width', value: '100%' },
      { name: 'style', value: 'aspect-ratio: 16 / 9; border: 0' },
      { name: 'loading', value: 'lazy' },
      { name: 'allowfullscreen', value: true },
    ].filter(({ name }) => !node.attributes?.some((attribute) => attribute.name === name));
    return [
      flowElement('iframe', writeAttributes('iframe', [...attributes, ...(node.attributes ?? [])], node, writing), []),
    ];
  }
  const url = node.url ?? provider?.page(node.id);
  writing.draft.report('mdx-embed-as-link', { provider: node.provider }, node.place);
  return [paragraph(url === undefined ? [text(title)] : [{ type: 'link', url, title: null, children: [text(title)] }])];
}
