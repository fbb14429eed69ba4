/** The `permalinks` section: which pattern holds for which page. */
import type { FieldValue } from '../../../model/page.ts';
import type { MapValue } from '../config/values.ts';
import type { SiteReport } from '../site-report.ts';
import { asText, valueAt } from '../config/values.ts';
import { compileGlob } from '../glob.ts';
import { isPattern } from './expand-pattern.ts';
import { lowerCase } from './path-text.ts';

export interface PermalinkRule {
  readonly pattern: string;
  readonly matches: (page: { readonly kind: string; readonly path: string; readonly language: string }) => boolean;
}

const KINDS = ['page', 'section', 'taxonomy', 'term'];
/** A list of rules may also name the home page; the older maps cannot. */
const LIST_KINDS = [...KINDS, 'home'];

/**
 * Reads a language's `permalinks`: a list of targets and patterns, of which the first that matches holds; or a map of
 * sections, which are for pages and terms; or a map of such maps by kind. Of the sections of a map the deeper goes first.
 */
export function readPermalinks(config: MapValue, report: SiteReport): readonly PermalinkRule[] {
  const value = valueAt(config, 'permalinks');
  const rules = value?.type === 'list' ? value.items.flatMap(listRule) : mapRules(value);
  return rules.filter((rule) => {
    const fine = isPattern(rule.pattern);
    if (!fine) report.report('permalink-pattern', { pattern: rule.pattern }, report.whereIs(rule.value));
    return fine;
  });
}

interface FoundRule extends PermalinkRule {
  readonly value: FieldValue;
}

function listRule(value: FieldValue): FoundRule[] {
  const pattern = asText(valueAt(value, 'pattern'));
  if (pattern === undefined) return [];
  const glob = (key: string): ((text: string) => boolean) => {
    const text = asText(valueAt(value, 'target', key));
    return text ? compileGlob(lowerCase(text)) : () => true;
  };
  const [kind, path, language] = [glob('kind'), glob('path'), glob('lang')];
  return [
    {
      value,
      pattern,
      matches: (page) =>
        LIST_KINDS.includes(page.kind) && kind(page.kind) && path(page.path) && language(page.language),
    },
  ];
}

function mapRules(value: FieldValue | undefined): FoundRule[] {
  if (value?.type !== 'map') return [];
  const rules: { section: string; rule: FoundRule }[] = [];
  const add = (kinds: readonly string[], section: string, at: FieldValue): void => {
    const pattern = asText(at);
    if (pattern === undefined) return;
    const below = sectionMatcher(section);
    const matches = (page: { kind: string; path: string }): boolean => kinds.includes(page.kind) && below(page.path);
    rules.push({ section, rule: { value: at, pattern, matches } });
  };
  for (const field of value.fields) {
    if (field.value.type !== 'map') add(['page', 'term'], field.name, field.value);
    else if (KINDS.includes(field.name)) {
      for (const inner of field.value.fields) add([field.name], inner.name, inner.value);
    }
  }
  return rules.toSorted((a, b) => depthOf(b.section) - depthOf(a.section)).map(({ rule }) => rule);
}

const depthOf = (section: string): number => section.split('/').filter((part) => part !== '').length;

/** `/` and an empty name are the pages right below the root; any other name that folder and everything in it. */
function sectionMatcher(section: string): (path: string) => boolean {
  const name = section
    .split('/')
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .join('/');
  if (name === '') return (path) => path !== '/' && path.lastIndexOf('/') === 0;
  return (path) => path === `/${name}` || path.startsWith(`/${name}/`);
}
