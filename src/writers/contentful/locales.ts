import type { Collector } from '../../diagnostics/diagnostic.ts';
import type { Site } from '../../model/site.ts';
import type { Locale } from './export.ts';
import type { ContentfulOptions } from './options.ts';

export interface LocalePlan {
  readonly all: readonly Locale[];
  readonly default: string;
  /** The locale of a language of the site. */
  of(language: string): string;
}

/** A locale for each language. Second ones fall back to none, as in Hugo, and may leave required fields empty. */
export function planLocales(site: Site, options: ContentfulOptions, findings: Collector): LocalePlan {
  const codes = new Map<string, string>();
  for (const { code } of site.languages) {
    const given = options.locales?.[code] ?? (code === site.defaultLanguage ? options.defaultLocale : undefined);
    const locale = given ?? localeCode(code);
    if (!LOCALE.test(locale)) findings.report('contentful-locale-invalid', { language: code, code: locale });
    codes.set(code, locale);
  }
  const defaultLocale = codes.get(site.defaultLanguage) ?? localeCode(site.defaultLanguage);
  const all = site.languages.map(({ code, name }): Locale => {
    const locale = codes.get(code) ?? code;
    const isDefault = code === site.defaultLanguage;
    return {
      sys: { type: 'Locale', id: `locale.${locale}` },
      name: name === '' ? locale : name,
      code: locale,
      default: isDefault,
      fallbackCode: null,
      optional: !isDefault,
      contentManagementApi: true,
      contentDeliveryApi: true,
    };
  });
  return {
    // The default one first: the importer compares it with the space's own before all else.
    all: [...all.filter((locale) => locale.default), ...all.filter((locale) => !locale.default)],
    default: defaultLocale,
    of: (language) => codes.get(language) ?? defaultLocale,
  };
}

const LOCALE = /^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/;

/** Hugo's lower-cased key as a locale is usually written: `pt-br` → `pt-BR`, `zh-hans-cn` → `zh-Hans-CN`. */
function localeCode(language: string): string {
  const [first = '', ...rest] = language.replaceAll('_', '-').split('-');
  return [first.toLowerCase(), ...rest.map(subtag)].join('-');
}

function subtag(part: string): string {
  if (part.length === 2) return part.toUpperCase();
  return part.length === 4 ? part.slice(0, 1).toUpperCase() + part.slice(1).toLowerCase() : part;
}
