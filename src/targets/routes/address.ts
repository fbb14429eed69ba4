/** The address of a page that has moved. */
import { decodeAddress } from '../../model/address.ts';
import { escapePath, type PathRules, sanitizePath } from '../../reader/site/url/path-text.ts';

/** Where a page was and where it comes to be, as paths below the content folder without extension. */
export interface PathChange {
  readonly from: string;
  readonly to: string;
}

/**
 * The address below its language's: the part of it that came from the folders follows them, a slug behind it stays. One that its
 * author has written out, or that Hugo makes by a pattern, has no such part and stays as it is: `undefined`.
 */
export function moveAddress(url: string, change: PathChange, rules: PathRules): string | undefined {
  const path = decodeAddress(url);
  const ending = path.endsWith('/') ? '/' : path.endsWith('.html') ? '.html' : '';
  const own = path.slice(1, path.length - ending.length);
  const whole = withoutCommonEnd(change);
  const moved = swap(own, whole, rules) ?? slugged(own, whole, rules);
  if (moved === undefined) return undefined;
  return moved === '' ? '/' : escapePath(`/${moved}${ending}`);
}

/** The address with one part at its beginning in place of another. */
function swap(own: string, { from, to }: PathChange, rules: PathRules): string | undefined {
  const before = sanitizePath(from, rules);
  if (before !== '' && own !== before && !own.startsWith(`${before}/`)) return undefined;
  const rest = before === '' ? own : own.slice(before.length + 1);
  return [sanitizePath(to, rules), rest].filter((part) => part !== '').join('/');
}

/** A page that has a slug instead of its file's name keeps it where its folder goes. */
function slugged(own: string, { from, to }: PathChange, rules: PathRules): string | undefined {
  const folder = folderOf(from);
  const depth = own.split('/').length;
  if (depth !== from.split('/').length) return undefined;
  return swap(own, { from: folder, to: folderOf(to) }, rules);
}

const folderOf = (path: string): string => path.slice(0, Math.max(path.lastIndexOf('/'), 0));

/** What has changed of a path: without the folders and the name at its end that have not. */
function withoutCommonEnd({ from, to }: PathChange): PathChange {
  const before = from.split('/');
  const after = to.split('/');
  while (before.length > 0 && after.length > 0 && before.at(-1) === after.at(-1)) {
    before.pop();
    after.pop();
  }
  return { from: before.join('/'), to: after.join('/') };
}
