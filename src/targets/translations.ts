import type { PageMeta } from '../model/page.ts';
import { fieldOf } from '../model/field.ts';
import { asText } from '../reader/site/config/values.ts';

/** What a page and its translations have in common. A version from a site of its own may bind its pages by the same words. */
export function translationKey(page: PageMeta): string {
  const key = asText(fieldOf(page.frontMatter, 'translationkey')?.value)?.trim();
  if (!key) return page.path;
  return page.version === undefined ? key : `${page.version}\n${key}`;
}
