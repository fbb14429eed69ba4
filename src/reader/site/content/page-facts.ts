/** What the fields of a page say to Hugo itself. */
import type { FieldValue, FrontMatter } from '../../../model/page.ts';
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

/** Reads the fields, those that a cascade brought included. */
export function readPageFacts(fields: FrontMatter['fields']): PageFacts {
  const values: Values = new Map(fields.map(({ name, value }) => [name, value]));
  const text = (name: string): string => asText(values.get(name)) ?? '';
  const build = values.get('_build') ?? values.get('build');
  return {
    title: text('title'),
    slug: trimHyphens(text('slug')),
    url: text('url'),
    type: text('type'),
    markup: text('markup'),
    aliases: asWords(values.get('aliases')),
    draft: isDraft(values),
    headless: asBoolean(values.get('headless')) ?? false,
    render: renderOf(valueAt(build, 'render')),
    publishesResources: asBoolean(valueAt(build, 'publishResources')) ?? true,
  };
}

/** By name; of several of one name the last, which is the one that Hugo keeps. */
type Values = ReadonlyMap<string, FieldValue>;

/** `draft` decides; without it a `published` that is no date and says false. Text such as `yes` is not true. */
function isDraft(values: Values): boolean {
  const draft = values.get('draft');
  if (draft) return asBoolean(draft) ?? false;
  const published = values.get('published');
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
