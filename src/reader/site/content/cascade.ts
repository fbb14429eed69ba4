/** `cascade`: fields that a page, or the site's configuration, hands down to the pages below. */
import type { Field, FieldValue } from '../../../model/page.ts';
import type { SiteReport } from '../site-report.ts';
import { fieldOf } from '../../../model/field.ts';
import { asItems, asText, asTexts, fieldsAt, valueAt } from '../config/values.ts';
import { compileGlob } from '../glob.ts';
import { lowerCase } from '../url/path-text.ts';

export interface Cascade {
  readonly matches: (page: CascadeTarget) => boolean;
  readonly fields: readonly Field[];
  /** What goes below `params`. */
  readonly params: readonly Field[];
}

export interface CascadeTarget {
  readonly kind: string;
  readonly path: string;
  readonly language: string;
}

export interface CascadeContext {
  readonly environment: string;
  readonly report: SiteReport;
  /** The languages that globs name; `undefined` for all. */
  readonly languagesOf: (globs: readonly string[]) => readonly string[] | undefined;
}

/** Keys that make the tree of pages and cannot be handed down. */
const FORBIDDEN = new Set(['kind', 'path', 'lang', 'cascade']);
const KINDS = ['home', 'section', 'page', 'taxonomy', 'term'];

/**
 * Reads a `cascade`: a map, or a list of maps each with a `target`. One without a target for languages is for the
 * `languages` in which it is stated.
 */
export function readCascades(
  value: FieldValue | undefined,
  where: { readonly file: string; readonly languages: readonly string[] },
  context: CascadeContext,
): readonly Cascade[] {
  return asItems(value).flatMap((item) => {
    if (item.type !== 'map') return [];
    const target = valueAt(item, 'target') ?? valueAt(item, '_target');
    const fields = item.fields.filter(({ name }) => name !== 'target' && name !== '_target' && name !== 'params');
    const forbidden = fields.find(({ name }) => FORBIDDEN.has(name));
    if (forbidden) {
      const place = forbidden.keyPlace ? { file: where.file, place: forbidden.keyPlace } : { file: where.file };
      context.report.report('cascade-key', { key: forbidden.key }, place);
    }
    const allowed = fields.filter(({ name }) => !FORBIDDEN.has(name));
    const params = fieldsAt(item, 'params');
    if (allowed.length === 0 && params.length === 0) return [];
    const handDown = (field: Field): Field => handedDown(field, where.file, context.report);
    const matches = readTarget(target, where, context);
    return [{ matches, fields: allowed.map(handDown), params: params.map(handDown) }];
  });
}

function readTarget(
  target: FieldValue | undefined,
  where: { readonly file: string; readonly languages: readonly string[] },
  context: CascadeContext,
): Cascade['matches'] {
  const refuse = (key: string, expected: string): void => {
    const place = valueAt(target, key)?.place;
    context.report.report('config-value', { key, expected }, { file: where.file, ...(place && { place }) });
  };
  const glob = (key: string): ((text: string) => boolean) => {
    const value = valueAt(target, key);
    const text = asText(value);
    if (value && value.type !== 'null' && text === undefined) refuse(key, 'one pattern');
    return text ? compileGlob(lowerCase(text)) : () => true;
  };
  const kind = glob('kind');
  if (!KINDS.some((name) => kind(name))) refuse('kind', KINDS.join(', '));
  if (!glob('environment')(context.environment)) return () => false;
  const path = glob('path');
  const lang = asText(valueAt(target, 'lang'));
  const stated = [...asTexts(valueAt(target, 'sites', 'matrix', 'languages')), ...(lang ? [lang] : [])];
  const named = stated.length > 0 ? context.languagesOf(stated) : where.languages;
  const languages = named && new Set(named);
  return (page) => kind(page.kind) && path(page.path) && (languages?.has(page.language) ?? true);
}

/**
 * The fields of a page with what cascades add: the page's own win, then the first cascade that has the name. What a cascade
 * states below `params` becomes a parameter unless the page has one of that name, below `params` or not.
 */
export function applyCascades(
  own: readonly Field[],
  cascades: readonly Cascade[],
  page: CascadeTarget,
): readonly Field[] {
  const matching = cascades.filter(({ matches }) => matches(page));
  if (matching.length === 0) return own;
  const names = new Set(own.map(({ name }) => name));
  const paramNames = new Set(fieldsAt({ type: 'map', fields: own }, 'params').map(({ name }) => name));
  const added: Field[] = [];
  const params: Field[] = [];
  for (const cascade of matching) {
    for (const field of cascade.fields) {
      if (names.has(field.name)) continue;
      names.add(field.name);
      added.push(field);
    }
    for (const field of cascade.params) {
      if (paramNames.has(field.name) || isOwnParam(own, field.name)) continue;
      paramNames.add(field.name);
      params.push(field);
    }
  }
  const withParams = params.length === 0 ? own : addParams(own, params);
  return [...withParams, ...added];
}

/** A field on its way down: the places in it are of another file, so the page has none for it. */
function handedDown({ key, name, value, place }: Field, from: string, report: SiteReport): Field {
  const copy = withoutPlaces(value);
  const where = place ?? value.place;
  report.rememberAt(copy, { file: from, ...(where && { place: where }) });
  return { key, name, value: copy, cascadedFrom: from };
}

function withoutPlaces(value: FieldValue): FieldValue {
  const { place: _, ...rest } = value;
  if (rest.type === 'list') return { ...rest, items: rest.items.map(withoutPlaces) };
  if (rest.type !== 'map') return rest;
  return {
    ...rest,
    fields: rest.fields.map(({ key, name, value: inner }) => ({ key, name, value: withoutPlaces(inner) })),
  };
}

const isOwnParam = (own: readonly Field[], name: string): boolean =>
  name !== 'params' && fieldOf(own, name) !== undefined;

function addParams(own: readonly Field[], params: readonly Field[]): readonly Field[] {
  const at = own.findLastIndex(({ name }) => name === 'params');
  const field = own[at];
  const from = params[0]?.cascadedFrom;
  if (!field || field.value.type !== 'map') {
    const value: FieldValue = { type: 'map', fields: params };
    return [...own, { key: 'params', name: 'params', value, ...(from !== undefined && { cascadedFrom: from }) }];
  }
  const value: FieldValue = { ...field.value, fields: [...field.value.fields, ...params] };
  return own.map((each, index) => (index === at ? { ...field, value } : each));
}
