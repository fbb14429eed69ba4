/** What a site says of itself beside its pages: one entry, its menus and parameters as JSON. */
import type { FieldValue } from '../../model/page.ts';
import type { TypePlan } from './content-types.ts';
import type { Entry, EntryValue, JsonObject } from './export.ts';
import type { ContentfulPlan } from './plan.ts';
import { fieldOf } from '../../model/field.ts';
import { limits } from './limits.ts';
import { cut } from './plain-text.ts';
import { cleanText, typeOfField } from './values.ts';

export const settingsType: TypePlan = {
  id: 'siteSettings',
  name: 'Site settings',
  description: 'The site’s own configuration: title, address, parameters and menus.',
  displayField: 'title',
  fields: [
    { id: 'title', label: 'title', spec: { type: 'Symbol' }, localized: true },
    { id: 'baseUrl', label: 'baseUrl', spec: { type: 'Symbol' } },
    { id: 'params', label: 'params', spec: { type: 'Object' }, localized: true },
    { id: 'menus', label: 'menus', spec: { type: 'Object' }, localized: true },
  ],
};

/** The entry of the settings; a language has its own title, and the parameters that its part of the configuration adds up to. */
export function settingsEntry({ site, locales }: ContentfulPlan): Entry {
  const title: Record<string, EntryValue> = {};
  const params: Record<string, EntryValue> = {};
  const menus: Record<string, EntryValue> = {};
  for (const language of site.languages) {
    const locale = locales.of(language.code);
    const name = cleanText(language.title || site.title).trim();
    if (name !== '') title[locale] = cut(name, limits.symbol);
    put(params, locale, jsonOf(language.params));
    put(menus, locale, jsonOf(menusOf(site.config, language.code)));
  }
  const baseUrl = cut(cleanText(site.baseUrl), limits.symbol);
  return {
    sys: {
      type: 'Entry',
      id: 'site.settings',
      contentType: { sys: { type: 'Link', linkType: 'ContentType', id: settingsType.id } },
      publishedVersion: 1,
    },
    fields: {
      ...(Object.keys(title).length > 0 && { title }),
      ...(baseUrl !== '' && { baseUrl: { [locales.default]: baseUrl } }),
      ...(Object.keys(params).length > 0 && { params }),
      ...(Object.keys(menus).length > 0 && { menus }),
    },
  };
}

function put(values: Record<string, EntryValue>, locale: string, value: JsonObject | undefined): void {
  if (value) values[locale] = value;
}

/** A language's own menus, else the site's. */
function menusOf(config: FieldValue, language: string): FieldValue | undefined {
  const own = at(at(at(config, 'languages'), language), 'menus') ?? at(at(at(config, 'languages'), language), 'menu');
  return own ?? at(config, 'menus') ?? at(config, 'menu');
}

const at = (value: FieldValue | undefined, name: string): FieldValue | undefined =>
  value?.type === 'map' ? fieldOf(value, name)?.value : undefined;

function jsonOf(value: FieldValue | undefined): JsonObject | undefined {
  const typed = value && typeOfField(value);
  return typed?.kind === 'object' ? (typed.json as JsonObject) : undefined; // a map, or a list, which is JSON to Contentful too
}
