/** `docs.json`: the whole configuration of a site. */
import type { Redirect } from '../../passes/links/url-table.ts';
import type { UrlSite } from '../url-site.ts';
import { decodeAddress } from '../../model/address.ts';
import { json } from '../code/json.ts';
import { iconFor } from '../scaffold/icon.ts';
import { factsOf } from '../scaffold/site-facts.ts';
import { withRootRedirect } from '../url-site.ts';
import { chromeOf } from './chrome.ts';
import { PRIMARY_COLOR, THEME } from './facts.ts';
import { navigationOf } from './navigation.ts';

/** The configuration of a new site. */
export function docsJson(shape: UrlSite): string {
  const { site, languages, pages, isHidden } = shape;
  const { title, description } = factsOf(site);
  const redirects = redirectsOf(withRootRedirect(shape));
  const [only] = languages;
  return json({
    $schema: 'https://mintlify.com/docs.json',
    theme: THEME,
    name: title,
    ...(description !== undefined && { description }),
    colors: { primary: PRIMARY_COLOR },
    favicon: iconFor(site),
    // Search engines are kept from what no menu names, unless it is said here.
    ...(pages.some(isHidden) && { seo: { indexing: 'all' } }),
    ...(only && languages.length === 1 && chromeOf(shape, only.code)),
    navigation: navigationOf(shape),
    ...(redirects.length > 0 && { redirects }),
  });
}

/** The redirects as Mintlify takes them: each address once, without a slash at its end. */
export function redirectsOf(redirects: readonly Redirect[]): readonly unknown[] {
  const rows = redirects.flatMap(({ from, to }) => {
    const source = withoutSlash(literal(from));
    return source === withoutSlash(to) ? [] : [[source, { source, destination: to }] as const];
  });
  return [...new Map(rows.toReversed()).values()].toReversed();
}

const withoutSlash = (path: string): string => (path.length > 1 && path.endsWith('/') ? path.slice(0, -1) : path);

/** Some signs are those of a pattern to Mintlify. */
const literal = (path: string): string => encodeURI(decodeAddress(path)).replaceAll(/[\\:*+?(){}]/g, '\\$&');
