/** Shortcodes that are called after a parameter or a data value of the site, and have no arguments: they print it. */
import type { PlainValue } from '../../model/field.ts';
import type { ShortcodeGuess } from '../../model/shortcode-study.ts';
import type { OpenedSite } from '../open-site.ts';
import type { CallCounts } from './calls.ts';
import { fieldOf, plainValue } from '../../model/field.ts';
import { readSiteData } from '../site-data.ts';

/** Data deeper than this is no value of the whole site. */
const MAX_DEPTH = 3;

/** Looks up what a shortcode is called after; data files are read the first time that one is asked for. */
export function createValueGuess(opened: OpenedSite): (use: CallCounts) => ShortcodeGuess | undefined {
  let known: ReadonlyMap<string, readonly string[]> | undefined;
  const titleWords = new Set(opened.site.title.toLowerCase().split(/[^\p{L}\p{N}]+/u));
  return (use) => {
    if (use.arguments.length > 0 || use.bodies.paired > 0) return undefined;
    known ??= valuesOf(opened);
    const words = use.name.toLowerCase().split(/[^\p{L}\p{N}]+/u);
    // `istio_version` on the site of Istio is the version.
    const own = words.findIndex((word) => !titleWords.has(word));
    const paths = known.get(words.join('')) ?? (own > 0 ? known.get(words.slice(own).join('')) : undefined);
    const [path] = paths ?? [];
    // A name that several values have says nothing.
    if (path === undefined || paths?.length !== 1) return undefined;
    return {
      as: 'value',
      basis: 'name',
      evidence: [`the value ${path}`],
      settings: { from: { type: 'lookup', paths: [path] } },
    };
  };
}

/** Paths of the site's plain values, by their last key without signs; parameters of the site go before data. */
function valuesOf(opened: OpenedSite): ReadonlyMap<string, readonly string[]> {
  const { site } = opened;
  const parameters = new Map<string, string[]>();
  const language = site.languages.find(({ code }) => code === site.defaultLanguage);
  const own = site.config.type === 'map' ? fieldOf(site.config.fields, 'params')?.value : undefined;
  for (const params of [language?.params, own]) if (params) collect(plainValue(params), 'site.params', parameters, 1);
  const data = new Map<string, string[]>();
  collect(plainValue(readSiteData(opened)), 'site.data', data, MAX_DEPTH);
  return new Map([...data, ...parameters]);
}

function collect(value: PlainValue, path: string, into: Map<string, string[]>, depth: number): void {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return;
  for (const [key, item] of Object.entries(value)) {
    const at = `${path}.${key}`;
    if (typeof item === 'string' || typeof item === 'number') {
      const name = key
        .split(/[^\p{L}\p{N}]+/u)
        .join('')
        .toLowerCase();
      const paths = into.get(name) ?? [];
      if (!paths.includes(at)) into.set(name, [...paths, at]);
    } else if (depth > 1) collect(item, at, into, depth - 1);
  }
}
