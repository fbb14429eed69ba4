/** Endings of the files that a path may name instead of the page. */
const FILE_NAMES = ['/_index', '/index'];

/** A path as pages have it: without slashes at its ends, extension and the name that a folder's own file has. */
export function pagePath(written: string): string | undefined {
  const parts = partsOf(written);
  if (parts.includes('..') || parts.includes('.') || written.includes('\\')) return undefined;
  const path = parts.join('/');
  const bare = path.endsWith('.md') ? path.slice(0, -'.md'.length) : path;
  const name = FILE_NAMES.find((ending) => bare.endsWith(ending));
  return name === undefined ? bare : bare.slice(0, -name.length);
}

export const partsOf = (path: string): string[] => path.split('/').filter((part) => part !== '');
