/** Front matter in a document's head. */
import type { Element, ElementContent } from 'hast';
import type { Field, FieldValue, Page } from '../../model/page.ts';
import type { Outcome } from '../writer.ts';
import { element, newline, text } from './hast.ts';

/** What the fields of a page become: elements of the head, and an outcome for each field. */
export interface WrittenFields {
  readonly head: readonly Element[];
  readonly outcomes: readonly Outcome[];
}

/** A fragment has no head: all that a mapping left is dropped, and the ledger says so. */
export function dropFields({ frontMatter }: Page): WrittenFields {
  const own = frontMatter.fields.filter(isOwn);
  return { head: [], outcomes: own.map(({ key }) => outcome(key, 'dropped', 'fragment')) };
}

/**
 * `<title>` and the metadata names that HTML defines; every other field is a `<meta name="decant:KEY">`, so that nothing
 * the author wrote gets lost.
 */
export function writeFields({ frontMatter }: Page): WrittenFields {
  const head: Element[] = [];
  const outcomes: Outcome[] = [];
  const taken = new Set<string>();
  for (const field of frontMatter.fields) {
    const name = standardName(field);
    // The first field of a meaning counts: a page has one title.
    const isStandard = name !== undefined && isText(field.value) && !taken.has(name);
    if (isStandard) taken.add(name);
    head.push(
      isStandard ? standardElement(name, plainValue(field.value)) : metaElement(`decant:${field.key}`, field.value),
    );
    if (isOwn(field)) outcomes.push(outcome(field.key, 'kept', isStandard ? `html ${name}` : 'html meta'));
  }
  return { head, outcomes };
}

/** A field that a mapping made, or gave another key, is in the mapping's account under the key that the author wrote. */
const isOwn = ({ rule, keyPlace }: Field): boolean => rule === undefined || keyPlace !== undefined;

const outcome = (key: string, result: Outcome['result'], by: string): Outcome => ({
  kind: 'field',
  id: key,
  result,
  by,
});

type StandardName = 'title' | 'description' | 'keywords' | 'author';

function standardName({ name, meaning }: Field): StandardName | undefined {
  const means = meaning ?? name;
  if (means === 'title' || means === 'description' || means === 'keywords') return means;
  return means === 'author' || means === 'authors' ? 'author' : undefined;
}

function isText(value: FieldValue): boolean {
  if (value.type === 'list') return value.items.length > 0 && value.items.every((item) => item.type === 'text');
  return value.type !== 'map' && value.type !== 'null';
}

function standardElement(name: StandardName, value: string): Element {
  return name === 'title' ? element('title', {}, [text(value)]) : element('meta', { name, content: value }, []);
}

function metaElement(name: string, value: FieldValue): Element {
  return element('meta', { name, content: plainValue(value) }, []);
}

/** Text as it is, lists of words with commas, everything deeper as JSON. */
function plainValue(value: FieldValue): string {
  if (isText(value)) {
    if (value.type === 'list') return value.items.map(plainValue).join(', ');
    if ('value' in value) return String(value.value);
  }
  return JSON.stringify(jsonValue(value));
}

function jsonValue(value: FieldValue): unknown {
  switch (value.type) {
    case 'null':
      return null;
    case 'list':
      return value.items.map(jsonValue);
    case 'map':
      return Object.fromEntries(value.fields.map(({ key, value: inner }) => [key, jsonValue(inner)]));
    default:
      return value.value;
  }
}

/** The head's elements, one a line. */
export function headLines(elements: readonly Element[]): ElementContent[] {
  return elements.flatMap((node) => [node, newline]);
}
