import type { PlainValue } from '../model/field.ts';
import type { OpenedSite } from './open-site.ts';
import { createCollector } from '../diagnostics/diagnostic.ts';
import { plainFields } from '../model/field.ts';
import { parseConfig } from '../reader/site/config/parse-config.ts';

const FORMATS = ['.yaml', '.yml', '.toml', '.json'];

/** The texts of the site's `i18n` files for a language, by lower-cased key. Those with plurals or placeholders are no plain texts and left out. */
export function readTranslations(
  { site, ...opened }: OpenedSite,
  language: string,
): { readonly [key: string]: PlainValue } {
  const texts: { [key: string]: PlainValue } = Object.create(null);
  // The first mount wins in Hugo, so later ones go in first and are overwritten.
  for (const mount of site.mounts.filter(({ target }) => target === 'i18n').toReversed()) {
    for (const file of opened.below(mount.source)) {
      const format = FORMATS.find((end) => file.endsWith(end));
      const name = format === undefined ? '' : file.slice(file.lastIndexOf('/') + 1, -format.length);
      const text = name.toLowerCase() === language.toLowerCase() ? opened.read(file) : undefined;
      if (text === undefined) continue;
      const messages = plainFields(parseConfig(file, text, createCollector(file)).fields);
      for (const [key, message] of Object.entries(messages)) Object.assign(texts, textsOf(key, message));
    }
  }
  return texts;
}

/** What go-i18n takes for a message and not for messages with keys of their own. */
const FORMS: ReadonlySet<string> = new Set(['id', 'description', 'hash', 'zero', 'one', 'two', 'few', 'many', 'other']);

function textsOf(key: string, message: PlainValue): { readonly [key: string]: PlainValue } {
  if (typeof message === 'string') return isPlain(message) ? { [key]: message } : {};
  if (typeof message !== 'object' || message === null || Array.isArray(message)) return {};
  const entries = Object.entries(message);
  if (!entries.every(([form]) => FORMS.has(form))) {
    return Object.assign({}, ...entries.map(([name, nested]) => textsOf(`${key}.${name}`, nested)));
  }
  const isPlural = entries.some(([form]) => form === 'one' || form === 'few' || form === 'many');
  const other = entries.find(([form]) => form === 'other')?.[1];
  return !isPlural && typeof other === 'string' ? textsOf(key, other) : {};
}

/** Placeholders want values, and markup is no text. */
const isPlain = (text: string): boolean => !text.includes('{{') && !text.includes('<') && !text.includes('&');
