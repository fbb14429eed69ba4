import type { PageMeta } from '../model/page.ts';
import { fieldOf } from '../model/field.ts';
import { asText } from '../reader/site/config/values.ts';

/** What a page and its translations have in common. */
export const translationKey = (page: PageMeta): string =>
  asText(fieldOf(page.frontMatter, 'translationkey')?.value)?.trim() || page.path;
