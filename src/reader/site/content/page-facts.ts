/** What the fields of a page say to Hugo itself. */
import type { Field, FieldValue } from '../../../model/page.ts';
import { asBoolean, asText, asWords, valueAt } from '../config/values.ts';

export interface PageFacts {
  readonly title: string;
  readonly slug: string;
  readonly url: string;
  readonly type: string;
  readonly markup: string;
  readonly aliases: readonly string[];
  readonly draft: boolean;
  readonly headless: boolean;
  /** `link`: no output, but an address. */
  readonly render: 'always' | 'never' | 'link';
  readonly publishesResources: boolean;
}

/** Fields by name; of several of one name the last, which is the one that Hugo keeps. */
export type FieldsByName = ReadonlyMap<string, Field>;

export const byName = (fields: readonly Field[]): FieldsByName => new Map(fields.map((field) => [field.name, field]));

/** Reads the fields, those that a cascade brought included. */
export function readPageFacts(fields: FieldsByName): PageFacts {
  const valueOf = (name: string): FieldValue | undefined => fields.get(name)?.value;
  const text = (name: string): string => asText(valueOf(name)) ?? '';
  const build = valueOf('_build') ?? valueOf('build');
  return {
    title: text('title'),
    slug: trimHyphens(text('slug')),
    url: text('url'),
    type: text('type'),
    markup: text('markup'),
    aliases: asWords(valueOf('aliases')),
    draft: isDraft(valueOf('draft'), valueOf('published')),
    headless: asBoolean(valueOf('headless')) ?? false,
    render: renderOf(valueAt(build, 'render')),
    publishesResources: asBoolean(valueAt(build, 'publishResources')) ?? true,
  };
}

/** `draft` decides; without it a `published` that is no date and says false. Text such as `yes` is not true. */
function isDraft(draft: FieldValue | undefined, published: FieldValue | undefined): boolean {
  if (draft) return asBoolean(draft) ?? false;
  return published?.type !== 'integer' && asBoolean(published) === false;
}

function renderOf(value: FieldValue | undefined): PageFacts['render'] {
  if (value?.type === 'boolean') return value.value ? 'always' : 'never';
  const word = asText(value)?.toLowerCase();
  return word === 'never' || word === 'link' ? word : 'always';
}

function trimHyphens(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && text.charAt(start) === '-') start++;
  while (end > start && text.charAt(end - 1) === '-') end--;
  return text.slice(start, end);
}
