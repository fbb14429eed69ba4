/** What a user may say about an export; all of it may be left out. */
import type { FieldType } from './export.ts';

export interface ContentfulOptions {
  /** Locale code for the site's default language; it must be the default locale of the space. */
  readonly defaultLocale?: string;
  /** Locale codes by Hugo's language keys, where they are not to be made from them. */
  readonly locales?: Readonly<Record<string, string>>;
  /** By Hugo's content type, by `section`, or by the plural name of a taxonomy for its terms. */
  readonly contentTypes?: Readonly<Record<string, ContentTypeOptions>>;
  /** Most entries or assets of one file; without it everything is in one. */
  readonly chunkSize?: number;
  /** What is written: the whole site, or its content model in one of three forms. */
  readonly form?: ContentfulForm;
}

export type ContentfulForm = 'export' | 'report' | 'json' | 'migration';

export interface ContentTypeOptions {
  /** Two of Hugo's types with one id become one content type. */
  readonly id?: string;
  readonly name?: string;
  readonly description?: string;
  /** By front matter key, whatever its case. */
  readonly fields?: Readonly<Record<string, FieldOptions>>;
}

export interface FieldOptions {
  readonly id?: string;
  readonly name?: string;
  /** Instead of the narrowest type that takes all values; `Array` is a list of Symbols. */
  readonly type?: OptionalType;
  readonly localized?: boolean;
  readonly required?: boolean;
  readonly unique?: boolean;
  /** The values that the field may have. */
  readonly in?: readonly (string | number)[];
}

export type OptionalType = Exclude<FieldType, 'RichText' | 'Link'>;
