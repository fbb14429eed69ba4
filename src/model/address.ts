/** The parts of addresses, and paths put together. */

export interface AddressParts {
  /** Lower-cased, without the colon. */
  readonly scheme?: string;
  /** Lower-cased, with the port. */
  readonly host?: string;
  readonly path: string;
  /** `?query`, or nothing. */
  readonly query: string;
  /** `#fragment`, or nothing. */
  readonly fragment: string;
}

/** Takes an address apart; every text is one. */
export function splitAddress(address: string): AddressParts {
  const hash = address.indexOf('#');
  const beforeHash = hash < 0 ? address : address.slice(0, hash);
  const mark = beforeHash.indexOf('?');
  const base = mark < 0 ? beforeHash : beforeHash.slice(0, mark);
  const scheme = schemeOf(base);
  const rest = scheme === undefined ? base : base.slice(scheme.length + 1);
  const suffix = {
    query: mark < 0 ? '' : beforeHash.slice(mark),
    fragment: hash < 0 ? '' : address.slice(hash),
  };
  const lower = scheme === undefined ? {} : { scheme: scheme.toLowerCase() };
  if (!rest.startsWith('//')) return { ...lower, path: rest, ...suffix };
  const slash = rest.indexOf('/', 2);
  const host = (slash < 0 ? rest.slice(2) : rest.slice(2, slash)).toLowerCase();
  return { ...lower, host, path: slash < 0 ? '' : rest.slice(slash), ...suffix };
}

/** What stands before the first colon, if that is a scheme and not a path with a colon in it. */
function schemeOf(text: string): string | undefined {
  const colon = text.indexOf(':');
  if (colon < 2) return undefined;
  for (let at = 0; at < colon; at++) {
    const code = text.charCodeAt(at) | 32;
    const isLetter = code >= 97 && code <= 122;
    const isOther = at > 0 && '+-.0123456789'.includes(text.charAt(at));
    if (!isLetter && !isOther) return undefined;
  }
  return text.slice(0, colon);
}

/**
 * A path seen from a folder, `.` and `..` resolved; it begins with a slash, never leads above the root, and ends in a slash
 * where it names a folder.
 * @example
 * joinAddress('/docs/setup/', '../faq/') // '/docs/faq/'
 */
export function joinAddress(base: string, path: string): string {
  const whole = path.startsWith('/') ? path : `${base.slice(0, base.lastIndexOf('/') + 1)}${path}`;
  const segments: string[] = [];
  const parts = whole.split('/');
  for (const part of parts) {
    if (part === '..') segments.pop();
    else if (part !== '' && part !== '.') segments.push(part);
  }
  const last = parts.at(-1);
  const isFolder = last === '' || last === '.' || last === '..';
  return segments.length === 0 ? '/' : `/${segments.join('/')}${isFolder ? '/' : ''}`;
}

/**
 * An address as it reads from a base; one that says where it is without one stays.
 * @example
 * withBase('/img/', 'a.png') // '/img/a.png'
 */
export function withBase(base: string, address: string): string {
  const { scheme, host, path } = splitAddress(address);
  return scheme === undefined && host === undefined && path !== '' && !path.startsWith('/') ? base + address : address;
}

/** The shortest path from the folder of one file to another; both begin with a slash. It begins with `./` or `../`. */
export function relativeAddress(from: string, to: string): string {
  const start = from.split('/').slice(0, -1);
  const end = to.split('/');
  let shared = 0;
  while (shared < start.length && shared < end.length - 1 && start[shared] === end[shared]) shared++;
  const up = '../'.repeat(start.length - shared);
  return `${up === '' ? './' : up}${end.slice(shared).join('/')}`;
}

/** The first part of all addresses of a site that does not stand at the root of its host: `/docs`, or nothing. */
export function basePathOf(baseUrl: string): string {
  const { path } = splitAddress(baseUrl);
  return path.endsWith('/') ? path.slice(0, -1) : path;
}

/** Percent signs resolved where they are an encoding of UTF-8. */
export function decodeAddress(path: string): string {
  if (!path.includes('%')) return path;
  try {
    return decodeURIComponent(path);
  } catch (cause) {
    if (cause instanceof URIError) return path;
    throw cause;
  }
}

/** A path of a file as it stands in an address. */
export const encodeFilePath = (path: string): string =>
  path
    .split('/')
    .map((part) => encodeURIComponent(part).replaceAll('%40', '@').replaceAll('%2B', '+').replaceAll('%2C', ','))
    .join('/');
