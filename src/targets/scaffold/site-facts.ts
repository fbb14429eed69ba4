/** What a new site is told of the old one's configuration. */
import type { PageMeta } from '../../model/page.ts';
import type { Language, Site } from '../../model/site.ts';
import { asText, valueAt } from '../../reader/site/config/values.ts';

export interface SiteFacts {
  readonly title: string;
  readonly description: string | undefined;
  /** Scheme and host, without a slash at the end. */
  readonly origin: string;
  /** Path that the site stands below, with a slash at both ends. */
  readonly base: string;
  readonly copyright: string | undefined;
}

// What a framework wants to know though the old site never said it.
const NO_ORIGIN = 'https://example.org';

/** Reads off a site's configuration what frameworks ask for. */
export function factsOf(site: Site): SiteFacts {
  // An address without a scheme, or without a host, is one all the same.
  const url = URL.canParse(site.baseUrl, NO_ORIGIN) ? new URL(site.baseUrl, NO_ORIGIN) : new URL(NO_ORIGIN);
  const isWeb = url.protocol === 'http:' || url.protocol === 'https:';
  const path = isWeb ? url.pathname : '/';
  const copyright = asText(valueAt(site.config, 'copyright')) ?? asText(valueAt(site.config, 'params', 'copyright'));
  const language = site.languages.find(({ code }) => code === site.defaultLanguage);
  return {
    title: language?.title || site.title || 'Documentation',
    description: asText(valueAt(site.config, 'params', 'description')),
    origin: isWeb ? url.origin : NO_ORIGIN,
    base: path.endsWith('/') ? path : `${path}/`,
    copyright,
  };
}

/** What stands before every address of the site: the path that it stands below, without a slash at its end. */
export const basePath = (site: Site): string => factsOf(site).base.slice(0, -1);

/** The site with the languages that the run has pages in, and its default one. */
export function withShownLanguages(site: Site, pages: readonly PageMeta[]): Site {
  const shown = new Set([site.defaultLanguage, ...pages.map(({ language }) => language)]);
  return { ...site, languages: site.languages.filter(({ code }) => shown.has(code)) };
}

/** A language as HTML names it: `pt-br` is `pt-BR`. */
export function htmlLanguage({ code }: Pick<Language, 'code'>): string {
  const tag = code.replaceAll('_', '-');
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? tag;
  } catch (cause) {
    // The one way to ask whether a tag is well formed.
    if (cause instanceof RangeError) return tag;
    throw cause;
  }
}

/** Whether a language is written from right to left. */
export const isRightToLeft = (code: string): boolean => RIGHT_TO_LEFT.has(code.split(/[-_]/)[0] ?? '');

const RIGHT_TO_LEFT = new Set(['ar', 'dv', 'fa', 'he', 'ku', 'ps', 'ug', 'ur', 'yi']);
