/** Content types of components: one for each name, its fields inferred from all uses on the site. */
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { FieldPlan, TypePlan } from './content-types.ts';
import type { EntryDraft, FieldSpec } from './entry-types.ts';
import type { EntryValue, JsonValue } from './export.ts';
import type { WrittenPage } from './write-page.ts';
import { createDiagnostic } from '../../diagnostics/diagnostic.ts';
import { internalName } from './entry-types.ts';
import { nameFields } from './field-names.ts';
import { camelCase } from './ids.ts';
import { limits } from './limits.ts';
import { freeId } from './plan-types.ts';
import { convert, isConflict, namesOf, specFor } from './values.ts';
import { append } from '../../model/append.ts';

export interface Components {
  readonly types: readonly TypePlan[];
  readonly diagnostics: readonly Diagnostic[];
  /** The content type of a component and its props as fields. */
  complete(draft: EntryDraft & { readonly type: { readonly component: string } }): {
    readonly contentType: string;
    readonly fields: Readonly<Record<string, EntryValue>>;
  };
}

interface Model {
  readonly plan: TypePlan;
  /** By prop name: the field, or for one that found no room none. */
  readonly props: ReadonlyMap<string, { readonly id: string; readonly spec: FieldSpec | undefined }>;
}

interface Profile {
  hasBody: boolean;
  readonly kinds: Map<string, number>;
}

const OWN: ReadonlySet<string> = new Set([internalName, 'body', 'params']);

/** `taken` are the ids of the other content types. */
export function inferComponents(pages: readonly WrittenPage[], taken: ReadonlyMap<string, unknown>): Components {
  const diagnostics: Diagnostic[] = [];
  const models = new Map<string, Model>();
  const ids = new Map(taken);
  for (const [name, profile] of profilesOf(pages)) {
    const id = freeId(camelCase(name), ids, 'Component');
    ids.set(id, name);
    const model = modelOf(id, name, profile);
    models.set(name, model);
    append(diagnostics, conflicts(id, profile));
  }
  return {
    types: [...models.values()].map(({ plan }) => plan),
    diagnostics,
    complete({ type, fields, props = [] }) {
      const model = models.get(type.component);
      if (!model) throw new Error(`the component ${type.component} is on none of the pages`);
      const filled: Record<string, EntryValue> = { ...fields };
      const rest: Record<string, JsonValue> = {};
      for (const { name, value } of props) {
        const field = model.props.get(name);
        if (field?.spec) filled[field.id] = convert(value, field.spec);
        else rest[field?.id ?? name] = value.json;
      }
      if (Object.keys(rest).length > 0) filled['params'] = rest;
      return { contentType: model.plan.id, fields: filled };
    },
  };
}

/** In the order of names, so that ids do not depend on the order of pages. */
function profilesOf(pages: readonly WrittenPage[]): [string, Profile][] {
  const profiles = new Map<string, Profile>();
  for (const { components } of pages) {
    for (const { name, hasBody, props } of components) {
      const profile = profiles.get(name) ?? { hasBody: false, kinds: new Map<string, number>() };
      profile.hasBody ||= hasBody;
      for (const [prop, kinds] of props) profile.kinds.set(prop, (profile.kinds.get(prop) ?? 0) | kinds);
      profiles.set(name, profile);
    }
  }
  return [...profiles].toSorted(([a], [b]) => (a < b ? -1 : 1));
}

function modelOf(id: string, name: string, { hasBody, kinds }: Profile): Model {
  // Props that differ only in case are two props: each name is its own here, unlike a front matter key.
  const names = [...kinds.keys()].toSorted();
  const { ids } = nameFields(names, OWN);
  const used = new Map<string, string>();
  const props = new Map<string, { id: string; spec: FieldSpec | undefined }>();
  for (const [at, prop] of names.entries()) {
    const wanted = ids.get(prop.toLowerCase()) ?? camelCase(prop);
    const field = used.has(wanted) ? `${wanted}${at}` : wanted;
    used.set(field, prop);
    const spec = at < limits.fields - OWN.size ? specFor(kinds.get(prop) ?? 0) : undefined;
    props.set(prop, { id: field, spec });
  }
  const fields: FieldPlan[] = [{ id: internalName, label: internalName, spec: { type: 'Symbol' } }];
  for (const [prop, field] of props) {
    if (field.spec) fields.push({ id: field.id, label: prop, spec: field.spec });
  }
  if ([...props.values()].some((field) => !field.spec))
    fields.push({ id: 'params', label: 'params', spec: { type: 'Object' } });
  if (hasBody) fields.push({ id: 'body', label: 'body', spec: { type: 'RichText' } });
  const description = `The component ${name} of the mapping, with its props as fields.`;
  return { plan: { id, name, description, displayField: internalName, fields }, props };
}

function conflicts(contentType: string, { kinds }: Profile): Diagnostic[] {
  return [...kinds].flatMap(([field, mask]) => {
    if (!isConflict(mask)) return [];
    const became = specFor(mask).type;
    return [createDiagnostic('contentful-type-conflict', { contentType, field, kinds: namesOf(mask), became })];
  });
}
