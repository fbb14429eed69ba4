/** What both frameworks on Next want of its configuration. */
import type { Redirect } from '../passes/links/url-table.ts';
import type { OutputFile } from './target.ts';
import type { UrlSite } from './url-site.ts';
import { decodeAddress } from '../model/address.ts';
import { json } from './code/json.ts';

/** The redirects of a new site: where every language has a folder, the root leads into that of the default one. */
export function withRootRedirect({
  redirects,
  languages,
}: Pick<UrlSite, 'redirects' | 'languages'>): readonly Redirect[] {
  const [first] = languages;
  if (!first || languages.some(({ folder }) => folder === '')) return redirects;
  return [...redirects, { from: '/', to: `/${first.folder}/`, kind: 'home' }];
}

/** The redirects as Next takes them; it puts the site's path before both ends. */
export const redirectFile = (redirects: readonly Redirect[]): OutputFile[] =>
  redirects.length > 0 ? [{ path: 'redirects.json', text: json(redirects.map(toNext)) }] : [];

const toNext = ({ from, to }: Redirect) => ({ source: literal(from), destination: to, permanent: true });

/** Some signs are those of a pattern to Next. */
const literal = (path: string): string => encodeURI(decodeAddress(path)).replaceAll(/[\\:*+?(){}]/g, '\\$&');
