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

function fieldOf({
  id,
  label,
  spec,
  localized = false,
  required = false,
  unique = false,
}: FieldPlan): ContentTypeField {
  const to: Validation[] = spec.to ? [{ linkContentType: spec.to }] : [];
  const own: Validation[] = spec.type === 'Link' ? to : unique ? [{ unique: true }] : [];
  return {
    id,
    name: titleOf(label),
    type: spec.type,
    ...(spec.linkType && { linkType: spec.linkType }),
    ...(spec.type === 'Array' && { items: itemsOf(spec, to) }),
    localized,
    required,
    validations: own,
    disabled: false,
    omitted: false,
  };
}

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
  /** Content types that the links of a field lead to, by field id. */
  readonly targets: ReadonlyMap<string, readonly string[]>;
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
    ...model.fields.map(({ id, label, spec, localized }): FieldPlan => {
      const to = facts.targets.get(id);
      const widened = spec.type === 'Text' ? { ...spec, widget: 'multipleLine' as const } : spec;
      return { id, label, spec: to ? { ...widened, to } : widened, localized };
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
