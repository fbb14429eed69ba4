import { createHash } from 'node:crypto';
import { limits } from './limits.ts';

/** Hexadecimal digits of a hash, enough of them that no two things of one site share them. */
export const hashOf = (content: string, digits: number): string =>
  createHash('sha1').update(content).digest('hex').slice(0, digits);

/**
 * An entity id made of a path, within `^[a-zA-Z0-9-_.]{1,64}$`. A path of plain segments stays readable and alone
 * (`/docs/setup` → `page.docs.setup`); one that has to be cleaned or cut gets eight digits of its hash, so that `/a b` and
 * `/a-b` stay two.
 */
export function idOfPath(prefix: string, path: string): string {
  const segments = path.split('/').filter((segment) => segment !== '');
  const plain = `${prefix}.${segments.join('.')}`;
  if (segments.length > 0 && segments.every(isPlainSegment) && plain.length <= limits.id) return plain;
  const cleaned = segments.map(cleanSegment).filter(Boolean).join('.') || 'home';
  const room = limits.id - prefix.length - 10;
  return `${prefix}.${cleaned.slice(0, room)}-${hashOf(path, 8)}`;
}

/** The id of an entry that stands inside a page: type, the end of the page's own id, and a hash of what it holds. */
export function idOfContent(type: string, pageId: string, content: string): string {
  const page = pageId.slice(pageId.indexOf('.') + 1);
  const tail = page.slice(-26);
  return `${cleanSegment(type).slice(0, 20)}.${tail}.${hashOf(`${pageId}\n${type}\n${content}`, 16)}`;
}

const isPlainSegment = (segment: string): boolean => /^[a-zA-Z0-9_-]+$/.test(segment);

const cleanSegment = (segment: string): string => segment.replace(/[^a-zA-Z0-9_]+/g, '-').replace(/^-|-$/g, '');

/**
 * A name as an id of a field or content type: camelCase, letters and digits, a letter first. Capitals that the author wrote
 * inside a word stay (`linkTitle`). What has no such character at all is named by its hash.
 */
export function camelCase(name: string): string {
  const words = name.split(/[^a-zA-Z0-9]+/).filter(Boolean);
  const joined = words.map((word, at) => (at === 0 ? lowerFirst(word) : upperFirst(word))).join('');
  if (joined === '') return `field${hashOf(name, 8)}`;
  return (/^[a-zA-Z]/.test(joined) ? joined : `n${joined}`).slice(0, 48);
}

/** `URL` becomes `url`, `companyName` stays. */
function lowerFirst(word: string): string {
  return word === word.toUpperCase() ? word.toLowerCase() : word.slice(0, 1).toLowerCase() + word.slice(1);
}

const upperFirst = (word: string): string => word.slice(0, 1).toUpperCase() + word.slice(1);

/** A name for people: `doc_type` → `Doc type`. Contentful allows 50 characters. */
export function titleOf(name: string): string {
  const spaced = name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/[_\s-]+/g, ' ')
    .trim();
  const words = spaced.split(' ').map((word, at) => (at > 0 && /^[A-Z][a-z]+$/.test(word) ? word.toLowerCase() : word));
  const title = words.join(' ').slice(0, 50).trim();
  return title === '' ? 'Field' : upperFirst(title);
}
