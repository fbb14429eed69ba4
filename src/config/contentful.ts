/** The part of `decant.yaml` that is about exports for Contentful: what `ContentfulOptions` holds, as a schema. */
import type { Schema } from '../mapping/schema/terms.ts';
import { mapOf, object, text, words } from '../mapping/schema/terms.ts';

const FIELD_TYPES = ['Symbol', 'Text', 'Integer', 'Number', 'Date', 'Boolean', 'Object', 'Array'] as const;

const flag = (about: string): Schema => ({ type: 'boolean', description: about });

const field: Schema = object({
  id: text('The field’s id; without it, the key in camelCase.'),
  name: text('What editors see.'),
  type: words(FIELD_TYPES, 'Instead of the narrowest type that takes all values; Array is a list of Symbols.'),
  localized: flag('Whether each locale has its own value; without it, where translations differ.'),
  required: flag('Whether an entry must have it to be published.'),
  unique: flag('Whether no two entries may have the same value.'),
  in: {
    type: 'array',
    minItems: 1,
    items: { type: ['string', 'number'] },
    description: 'The only values it may have.',
  },
});

const contentType: Schema = object({
  id: text('The content type’s id; two of Hugo’s types with one id become one content type.'),
  name: text('What editors see.'),
  description: text('What editors read about it.'),
  fields: mapOf(field, 'By front matter key.'),
});

export const contentfulSettings: Schema = {
  ...object({
    defaultLocale: text('The locale of the site’s default language: the default locale of the space.'),
    locales: mapOf(text('A locale code, such as de-DE.'), 'Locales by language code, where they are to be others.'),
    chunkSize: { type: 'integer', minimum: 1, description: 'Files of at most so many assets or entries.' },
    contentTypes: mapOf(contentType, 'By Hugo’s content type, by `section`, or by the plural name of a taxonomy.'),
  }),
  description: 'What only an export for Contentful needs.',
};
