import type { PlainValue } from '../model/field.ts';
import type { OpenedSite } from './open-site.ts';
import { createCollector } from '../diagnostics/diagnostic.ts';
import { plainValue } from '../model/field.ts';
import { decodeReferences } from '../reader/html/references.ts';
import { parseData } from '../reader/site/config/parse-config.ts';

const FORMATS = ['.yaml', '.yml', '.toml', '.json'];

/**
 * The texts of the site's `i18n` files for a language, by lower-cased key; of one with plurals that for no number in particular, as
 * Hugo takes it. Those with placeholders or markup are no plain texts and left out.
 */
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
      const value = parseData(file, text, createCollector(file));
      for (const [key, message] of value ? messagesIn(plainValue(value)) : []) {
        Object.assign(texts, textsOf(key, message));
      }
    }
  }
  return texts;
}

/** Messages by key. In older files they stand in a list, as in `- { id: next, translation: Next }`. */
function messagesIn(value: PlainValue): readonly (readonly [key: string, message: PlainValue])[] {
  if (isMap(value)) return Object.entries(value);
  if (!Array.isArray(value)) return [];
  return value.flatMap((message: PlainValue) => {
    const id = isMap(message) ? message['id'] : undefined;
    if (!isMap(message) || typeof id !== 'string') return [];
    return [[id.toLowerCase(), message['translation'] ?? message] as const];
  });
}

/** What go-i18n takes for a message and not for messages with keys of their own. */
const FORMS: ReadonlySet<string> = new Set(['id', 'description', 'hash', 'zero', 'one', 'two', 'few', 'many', 'other']);

function textsOf(key: string, message: PlainValue): { readonly [key: string]: PlainValue } {
  if (typeof message === 'string') return isPlain(message) ? { [key]: message } : {};
  if (!isMap(message)) return {};
  const entries = Object.entries(message);
  if (!entries.every(([form]) => FORMS.has(form))) {
    return Object.assign({}, ...entries.map(([name, nested]) => textsOf(`${key}.${name}`, nested)));
  }
  const other = message['other'];
  return typeof other === 'string' ? textsOf(key, other) : {};
}

const isMap = (value: PlainValue): value is { readonly [key: string]: PlainValue } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Placeholders want values, and markup is no text. */
const isPlain = (text: string): boolean =>
  !text.includes('{{') && !text.includes('<') && decodeReferences(text, 'text') === text;
