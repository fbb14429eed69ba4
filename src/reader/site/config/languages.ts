import type { Language } from '../../../model/site.ts';
import type { SiteReport } from '../site-report.ts';
import type { MapValue } from './values.ts';
import { comparePaths } from '../site-files.ts';
import { lowerCase } from '../url/path-text.ts';
import { readMarkup } from './markup.ts';
import { forLanguage } from './merge.ts';
import { asBoolean, asNumber, asText, asTexts, EMPTY_MAP, fieldsAt, valueAt } from './values.ts';

/** A language with the configuration that holds for it. */
export interface SiteLanguage {
  readonly language: Language;
  /** The site's configuration with the language's section over it. */
  readonly config: MapValue;
  /** The language's own section. */
  readonly section: MapValue;
}

export interface SiteLanguages {
  readonly defaultLanguage: string;
  /** By weight and then code, those without weight last; the languages that are read. */
  readonly all: readonly SiteLanguage[];
  /** Codes of languages whose files are left out. */
  readonly leftOut: ReadonlySet<string>;
  /** Each language has a `baseURL` of its own: none has a folder in its URLs. */
  readonly multihost: boolean;
}

/** Reads the languages of a site. `disabled` says whether files in disabled languages are read all the same. */
export function readLanguages(config: MapValue, disabled: 'read' | 'skip', report: SiteReport): SiteLanguages {
  const sections = languageSections(config, report);
  const multihost = [...sections.values()].some((section) => valueAt(section, 'baseURL') !== undefined);
  const off = new Set(asTexts(valueAt(config, 'disableLanguages')).map(lowerCase));
  for (const [code, section] of sections) if (asBoolean(valueAt(section, 'disabled'))) off.add(code);
  const ordered = [...sections].toSorted(
    ([a, first], [b, second]) => weightOf(first) - weightOf(second) || comparePaths(a, b),
  );
  const defaultLanguage = chooseDefault(
    config,
    ordered.map(([code]) => code),
    off,
    report,
  );
  const inFolder = asBoolean(valueAt(config, 'defaultContentLanguageInSubdir')) ?? false;
  const kept = ordered.filter(([code]) => code === defaultLanguage || disabled === 'read' || !off.has(code));
  const all = kept.map(([code, section]) => {
    const own = forLanguage(config, section);
    const prefixed = !multihost && (code !== defaultLanguage || inFolder);
    const weight = asNumber(valueAt(section, 'weight')) ?? 0;
    return {
      section,
      config: own,
      language: {
        code,
        name: asText(valueAt(section, 'languageName')) ?? asText(valueAt(section, 'label')) ?? code,
        weight,
        title: asText(valueAt(own, 'title')) ?? '',
        disabled: off.has(code),
        markup: readMarkup(own, report),
        params: valueAt(own, 'params') ?? EMPTY_MAP,
        urlPrefix: prefixed ? code : '',
      },
    };
  });
  const codes = new Set(all.map(({ language }) => language.code));
  return { defaultLanguage, all, multihost, leftOut: new Set([...off].filter((code) => !codes.has(code))) };
}

/** A language without weight comes behind all that have one. */
const weightOf = (section: MapValue): number => asNumber(valueAt(section, 'weight')) || Number.MAX_SAFE_INTEGER;

const CODE = /^[\p{L}\p{Nd}_-]+$/u;

function languageSections(config: MapValue, report: SiteReport): ReadonlyMap<string, MapValue> {
  const sections = new Map<string, MapValue>();
  for (const { key, name, value } of fieldsAt(config, 'languages')) {
    if (name === '_merge') continue;
    if (CODE.test(name)) sections.set(name, value.type === 'map' ? value : EMPTY_MAP);
    else report.report('config-value', { key, expected: 'a language code such as en or pt-br' }, report.whereIs(value));
  }
  if (sections.size === 0) sections.set(statedDefault(config) ?? 'en', EMPTY_MAP);
  return sections;
}

function statedDefault(config: MapValue): string | undefined {
  const code = lowerCase(asText(valueAt(config, 'defaultContentLanguage')) ?? '');
  return CODE.test(code) ? code : undefined;
}

/** Where the site names no default language and has no `en`, its first language is the default. */
function chooseDefault(
  config: MapValue,
  codes: readonly string[],
  off: ReadonlySet<string>,
  report: SiteReport,
): string {
  const stated = statedDefault(config);
  const first = codes.find((code) => !off.has(code)) ?? codes[0] ?? 'en';
  const chosen = stated ?? (codes.includes('en') ? 'en' : first);
  const problem = !codes.includes(chosen) ? 'unknown' : off.has(chosen) ? 'disabled' : undefined;
  if (!problem) return chosen;
  const where = report.whereIs(valueAt(config, 'defaultContentLanguage'));
  report.report('config-default-language', { language: chosen, problem, used: first }, where);
  return first;
}
