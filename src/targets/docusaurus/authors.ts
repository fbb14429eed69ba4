/** Authors of posts: `authors.yml` describes them, and posts name their keys. */
import type { Field, FieldValue, PageMeta } from '../../model/page.ts';
import { stringify } from 'yaml';
import { plainValue } from '../../model/field.ts';
import { keyFromText } from '../key-from-text.ts';

export interface Author {
  readonly key: string;
  readonly name: string;
  readonly url?: string;
  readonly title?: string;
}

/** Whether a field names the authors of a post. */
export const isAuthorField = ({ name, meaning }: Field): boolean =>
  meaning === 'authors' || name === 'author' || name === 'authors';

/** The authors that a post names, each once; of fields that say nothing a person could be told by, none. */
export function authorsOf({ frontMatter }: PageMeta): Author[] {
  const authors = new Map<string, Author>();
  for (const field of frontMatter.fields) {
    if (!isAuthorField(field)) continue;
    const items = field.value.type === 'list' ? field.value.items : [field.value];
    for (const item of items) {
      const author = authorOf(item);
      if (author) authors.set(author.key, author);
    }
  }
  return [...authors.values()];
}

function authorOf(value: FieldValue): Author | undefined {
  const plain = plainValue(value);
  if (typeof plain === 'string' && plain.trim() !== '')
    return { key: keyFromText(plain, 'author'), name: plain.trim() };
  if (typeof plain !== 'object' || plain === null || Array.isArray(plain)) return undefined;
  const { name, url, link, title } = plain as Readonly<Record<string, unknown>>;
  if (typeof name !== 'string' || name.trim() === '') return undefined;
  const address = typeof url === 'string' ? url : link;
  return {
    key: keyFromText(name, 'author'),
    name: name.trim(),
    ...(typeof address === 'string' && address !== '' && { url: address }),
    ...(typeof title === 'string' && title !== '' && { title }),
  };
}

/** `authors.yml`, by key. */
export function printAuthors(authors: Iterable<Author>): string {
  const known = new Map<string, Omit<Author, 'key'>>();
  for (const { key, ...author } of authors) known.set(key, { ...known.get(key), ...author });
  const sorted = [...known].toSorted(([a], [b]) => (a < b ? -1 : 1));
  return stringify(Object.fromEntries(sorted), { lineWidth: 0 });
}
