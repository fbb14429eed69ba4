/** What a mapping may ask of the site: references, parameters and data, Markdown of one line. */
import type { ApplyHooks } from '../mapping/apply.ts';
import type { PlainValue } from '../model/field.ts';
import type { Markup } from '../model/markup.ts';
import type { CallTree, PageMeta } from '../model/page.ts';
import type { GeneratedPage } from '../model/site.ts';
import { basePathOf } from '../model/address.ts';
import { plainFields, plainValue } from '../model/field.ts';
import { createReferenceLookup, type ReferenceLookup } from '../passes/references.ts';
import type { RunFunction } from '../mapping/functions.ts';
import type { IncludeContext, NestedHooks } from './includes.ts';
import { includeFile, readMarkdown, readSiteText } from './includes.ts';
import { readSiteData } from './site-data.ts';
import { readTranslations } from './site-translations.ts';

/** What the hooks of a run rest on. */
export interface HookContext extends IncludeContext {
  /** Runs the functions that the mapping's rules name. */
  readonly run: RunFunction;
}

/** Makes the hooks for a page; `onRead` is told of each file that the page takes in, on which it then depends. */
export type HooksFor = (page: PageMeta, markup: Markup, onRead?: (file: string) => void) => ApplyHooks;

/** Prepares the hooks of a site; what it returns makes them for one page. */
export function createMappingHooks(context: HookContext): HooksFor {
  const { opened, run } = context;
  const { site } = opened;
  const lookUp = createReferenceLookup(site.pages, site.generated);
  const values = new Map<string, PlainValue>();
  const siteValues = (language: string): PlainValue => {
    const known = values.get(language);
    if (known !== undefined) return known;
    const { title, params } = site.languages.find(({ code }) => code === language) ?? {
      title: site.title,
      params: undefined,
    };
    const value = {
      title,
      baseurl: site.baseUrl,
      params: params ? plainValue(params) : {},
      data: plainValue(readSiteData(opened)),
    };
    values.set(language, value);
    return value;
  };
  const translations = new Map<string, { readonly [key: string]: PlainValue }>();
  const translate = (language: string, key: string): PlainValue | undefined => {
    let texts = translations.get(language);
    if (!texts) translations.set(language, (texts = readTranslations(opened, language)));
    if (texts[key] !== undefined || language === site.defaultLanguage) return texts[key];
    return translate(site.defaultLanguage, key);
  };
  const includeAt = createInclude(context, lookUp);
  const hooksFor: NestedHooks = (page, markup, { within, onRead }) => ({
    run,
    readText: (path) => {
      const found = readSiteText(path, page, opened);
      if (found) onRead(found.file);
      return found?.text;
    },
    include: (path, notation) => includeAt(path, notation, { page, markup, within, onRead, hooksFor }),
    resolve: ({ path, language, address }) => {
      const result = lookUp(path, page, language);
      if (result.found === 'fragment') return { url: result.fragment };
      if (result.found !== 'page' || result.page.permalink === '') return undefined;
      // Hugo's `.RelPermalink` has the path of `baseURL` in front; render hooks see it, and find no page by it.
      const url = basePathOf(site.baseUrl) + result.page.permalink + result.fragment;
      const title = 'title' in result.page ? result.page.title : titleOf(result.page);
      return {
        ...(title !== undefined && { title }),
        url: address === 'absolute' ? new URL(url, absoluteBase(site.baseUrl)).href : url,
      };
    },
    lookup: (path) => {
      const [scope, ...keys] = path.toLowerCase().split('.');
      if (scope === 'i18n') return translate(page.language, keys.join('.'));
      if (scope === 'site') return valueAt(siteValues(page.language), keys);
      return scope === 'page' ? valueAt(pageValues(page), keys) : undefined;
    },
    readMarkdown: (markdown) => readMarkdown(markdown, { page, markup, within, onRead, hooksFor }, context),
  });
  return (page, markup, onRead = () => {}) => hooksFor(page, markup, { within: [page.file], onRead });
}

/** Takes in a file; where there is none, the page that Hugo finds by the same text. */
const createInclude =
  (context: HookContext, lookUp: ReferenceLookup) =>
  (path: string, notation: CallTree['notation'] | undefined, inclusion: Parameters<typeof includeFile>[1]) => {
    const file = includeFile(path, inclusion, context, notation);
    if (file) return file;
    const found = lookUp(path, inclusion.page);
    return found.found === 'page' && 'file' in found.page
      ? includeFile(found.page.file, inclusion, context, notation)
      : undefined;
  };

const titleOf = (page: PageMeta | GeneratedPage): string | undefined => {
  const title = 'frontMatter' in page ? plainFields(page.frontMatter.fields)['title'] : page.title;
  return typeof title === 'string' && title !== '' ? title : undefined;
};

/** A base that URLs can be resolved against, also where the site has none or one without a host. */
const absoluteBase = (base: string): string => (URL.canParse(base) ? base : 'http://localhost/');

/** `.Params` of a page: its front matter, with the `params` map merged in and winning (Hugo 0.123). */
function pageValues({ frontMatter }: PageMeta): PlainValue {
  const fields = plainFields(frontMatter.fields);
  const params = fields['params'];
  return { params: isMap(params) ? { ...fields, ...params } : fields, title: fields['title'] ?? '' };
}

const isMap = (value: PlainValue | undefined): value is { readonly [name: string]: PlainValue } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function valueAt(value: PlainValue, keys: readonly string[]): PlainValue | undefined {
  let current: PlainValue | undefined = value;
  for (const key of keys) current = isMap(current) && Object.hasOwn(current, key) ? current[key] : undefined;
  return current;
}
