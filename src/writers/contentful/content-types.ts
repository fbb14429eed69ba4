/** Content types as the importer wants them. */
import type { FieldSpec } from './entry-types.ts';
import type { ContentType, ContentTypeField, EditorInterface, Validation } from './export.ts';
import type { PageModel } from './page-model.ts';
import { entryTypes, internalName } from './entry-types.ts';
import type { EntryTypeId } from './entry-types.ts';
import { titleOf } from './ids.ts';

export interface FieldPlan {
  readonly id: string;
  readonly label: string;
  readonly spec: FieldSpec;
  readonly localized?: boolean;
  readonly required?: boolean;
  readonly unique?: boolean;
  readonly allowed?: readonly (string | number)[];
  /** Front matter key or prop that it comes from, and on how many pages it stands; none for decant's own fields. */
  readonly from?: { readonly name: string; readonly pages: number };
}

export interface TypePlan {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly displayField: string;
  readonly fields: readonly FieldPlan[];
}

export const contentType = ({ id, name, description, displayField, fields }: TypePlan): ContentType => ({
  sys: { type: 'ContentType', id, publishedVersion: 1 },
  name: titleOf(name),
  description,
  displayField,
  fields: fields.map(fieldOf),
});

function fieldOf(field: FieldPlan): ContentTypeField {
  const { id, label, spec, localized = false, required = false } = field;
  const validations = validationsOf(field);
  return {
    id,
    name: titleOf(label),
    type: spec.type,
    ...(spec.linkType && { linkType: spec.linkType }),
    ...(spec.type === 'Array' && { items: itemsOf(spec, validations) }),
    localized,
    required,
    validations: spec.type === 'Array' ? [] : validations,
    disabled: false,
    omitted: false,
  };
}

const validationsOf = ({ spec, unique = false, allowed }: FieldPlan): Validation[] => [
  ...(spec.to ? [{ linkContentType: spec.to }] : []),
  ...(spec.images ? [{ linkMimetypeGroup: ['image'] as const }] : []),
  ...(unique ? [{ unique: true } as const] : []),
  ...(allowed ? [{ in: allowed }] : []),
];

const itemsOf = (spec: FieldSpec, validations: readonly Validation[]): NonNullable<ContentTypeField['items']> =>
  spec.items === 'Entry' || spec.items === 'Asset'
    ? { type: 'Link', linkType: spec.items, validations }
    : { type: 'Symbol', validations };

/** The editors of fields that Contentful would open in the wrong one: code as Markdown, a slug as plain text. */
export function editorInterface({ id, fields }: TypePlan): EditorInterface | undefined {
  const controls = fields.flatMap((field) =>
    field.spec.widget === undefined
      ? []
      : [{ fieldId: field.id, widgetNamespace: 'builtin' as const, widgetId: field.spec.widget }],
  );
  if (controls.length === 0) return undefined;
  return {
    sys: {
      type: 'EditorInterface',
      id: 'default',
      contentType: { sys: { type: 'Link', linkType: 'ContentType', id } },
    },
    controls,
  };
}

/** The content type of an entry inside a page. */
export function knownType(id: EntryTypeId): TypePlan {
  const { name, description, fields } = entryTypes[id];
  const specs: Readonly<Record<string, FieldSpec>> = fields;
  return {
    id,
    name,
    description,
    displayField: internalName,
    fields: [
      { id: internalName, label: internalName, spec: { type: 'Symbol' } },
      ...Object.entries(specs).map(([field, spec]): FieldPlan => ({ id: field, label: field, spec })),
    ],
  };
}

export interface PageTypeFacts {
  readonly model: PageModel;
  readonly hasExcerpt: boolean;
  readonly hasFullTitle: boolean;
  readonly hasHeadingIds: boolean;
  readonly hasResources: boolean;
  readonly titleRequired: boolean;
  readonly slugRequired: boolean;
  readonly slugUnique: boolean;
  /** The links among the model's fields, by field id, with what all of them lead to. */
  readonly specs: ReadonlyMap<string, FieldSpec>;
}

/** The fields of a page's content type; those of decant's own that no page has are left out. */
export function pageFields(facts: PageTypeFacts): FieldPlan[] {
  const { model } = facts;
  const text: FieldSpec = { type: 'Text', widget: 'multipleLine' };
  const maybe = (is: boolean, field: FieldPlan): FieldPlan[] => (is ? [field] : []);
  const slug: FieldSpec = { type: 'Symbol', widget: 'slugEditor' };
  return [
    { id: 'title', label: 'title', spec: { type: 'Symbol' }, localized: true, required: facts.titleRequired },
    ...maybe(facts.hasFullTitle, { id: 'fullTitle', label: 'fullTitle', spec: text, localized: true }),
    { id: 'slug', label: 'slug', spec: slug, localized: true, required: facts.slugRequired, unique: facts.slugUnique },
    ...model.fields.map((field): FieldPlan => {
      const { name, spec, pages } = field;
      const own = facts.specs.get(field.id) ?? spec;
      const widened = spec.type === 'Text' ? { ...own, widget: 'multipleLine' as const } : own;
      return { ...field, spec: widened, from: { name, pages } };
    }),
    ...maybe(facts.hasExcerpt, { id: 'excerpt', label: 'excerpt', spec: text, localized: true }),
    { id: 'body', label: 'body', spec: { type: 'RichText' }, localized: true },
    ...maybe(facts.hasHeadingIds, { id: 'headingIds', label: 'headingIds', spec: { type: 'Object' }, localized: true }),
    ...maybe(facts.hasResources, {
      id: 'pageResources',
      label: 'pageResources',
      spec: { type: 'Array', items: 'Asset' },
      localized: true,
    }),
    ...maybe(model.params.size > 0, {
      id: 'params',
      label: 'params',
      spec: { type: 'Object' },
      localized: model.paramsLocalized,
    }),
  ];
}
