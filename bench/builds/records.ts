/** What Hugo recorded of a site, as far as it says which addresses led somewhere. */
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { type DefaultTreeAdapterTypes, parseFragment } from 'parse5';

interface PageRecord {
  readonly relPermalink: string;
  readonly aliases: readonly string[];
  readonly content: string;
  readonly ids: readonly string[] | null;
  readonly resources: readonly { readonly name: string }[];
  readonly shortcodes: readonly { readonly inner?: string; readonly params: unknown }[];
}

export interface HugoSite {
  /** The ids of the page at an address, also at an old one; `undefined` where there is no page. */
  readonly idsAt: (key: string) => ReadonlySet<string> | undefined;
  /** The address without a language before it, where a page is there. */
  readonly original: (key: string) => string | undefined;
  /** Whether a page, an alias or a page's file is there. */
  readonly has: (key: string) => boolean;
  /** Whether the page at an address, or where there is none any page, names another address. */
  readonly names: (page: string, key: string, fragment: string) => boolean;
  /** The pages on which an address stands as it is written. */
  readonly pagesWith: (address: string) => readonly string[];
}

/** An address without its encoding and without what servers add at its end. */
export function keyOf(pathname: string): string {
  const path = decode(pathname);
  const folder = path.endsWith('/index.html') ? path.slice(0, -'index.html'.length) : path;
  return folder.length > 1 && folder.endsWith('/') ? folder.slice(0, -1) : folder;
}

export interface Address {
  readonly key: string;
  readonly fragment: string;
}

/** An address seen from a page: `undefined` for one of another site. `hosts` are the site's own. */
export function resolveAddress(address: string, page: string, hosts: readonly string[] = []): Address | undefined {
  const from = `${ORIGIN}${encodeURI(page).replace(/(?<!\/)$/, '/')}`;
  if (!URL.canParse(address, from)) return undefined;
  const url = new URL(address, from);
  const isOwn = url.origin === ORIGIN || (url.protocol.startsWith('http') && hosts.includes(url.host));
  return isOwn ? { key: keyOf(url.pathname), fragment: decode(url.hash.slice(1)) } : undefined;
}

/** Reads the records, a line a page, gzipped or not. `hosts` are the hosts of the old site. */
export function readHugoSite(file: string, hosts: readonly string[]): HugoSite {
  const bytes = readFileSync(file);
  const text = (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
  const ids = new Map<string, Set<string>>();
  const files = new Set<string>();
  const named = new Map<string, Set<string>>();
  const everywhere = new Set<string>();
  const written = new Map<string, string[]>();
  for (const line of text.split('\n').filter((part) => part !== '')) {
    const record = JSON.parse(line) as PageRecord;
    if (record.relPermalink === '') continue;
    const page = keyOf(record.relPermalink);
    const { attributes, own } = readContent(record.content);
    const places = new Set([...(record.ids ?? []), ...own]);
    for (const address of [page, ...record.aliases.map((alias) => keyOf(encodeURI(alias)))]) {
      if (!ids.has(address) || address === page) ids.set(address, places);
    }
    for (const { name } of record.resources) files.add(keyOf(`${encodeURI(page)}/${encodeURI(name)}`));
    const words = new Set(attributes.concat(record.shortcodes.flatMap(({ inner, params }) => wordsIn(inner, params))));
    const targets = new Set<string>();
    for (const word of words) {
      const users = written.get(decode(word));
      if (users) users.push(page);
      else written.set(decode(word), [page]);
      const to = resolveAddress(word, page, hosts);
      if (to) targets.add(`${to.key}#${to.fragment}`).add(`${to.key}#`);
    }
    named.set(page, targets);
    for (const target of targets) everywhere.add(target);
  }
  return {
    idsAt: (key) => ids.get(key),
    has: (key) => ids.has(key) || files.has(key),
    original: (key) => {
      const rest = key.slice(key.indexOf('/', 1));
      return key.indexOf('/', 1) > 0 && ids.has(rest) ? rest : undefined;
    },
    pagesWith: (address) => written.get(decode(address)) ?? [],
    names: (page, key, fragment) => {
      const targets = named.get(page) ?? everywhere;
      return targets.has(`${key}#${fragment}`) || [...targets].some((target) => isCalled(target, `${key}#${fragment}`));
    },
  };
}

// What a call in an address is in the records.
const CALL = /XSC[\dZ]+XSC/;

/** Whether an address is another one whose calls have been answered. */
function isCalled(target: string, address: string): boolean {
  if (!CALL.test(target)) return false;
  const parts = target.split(CALL).map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${parts.join('.*')}$`).test(address);
}

const ORIGIN = 'http://site.invalid';

/** The words of inner text and of arguments, any of which may be an address. */
const wordsIn = (inner: string | undefined, params: unknown): string[] =>
  `${inner ?? ''} ${JSON.stringify(params ?? '')}`.split(/[\s()<>[\]"'\\]+/).filter((word) => /[/.#]/.test(word));

/** All values of attributes, and the ids among them. */
function readContent(html: string): { attributes: string[]; own: string[] } {
  const attributes: string[] = [];
  const own: string[] = [];
  const visit = (node: DefaultTreeAdapterTypes.ParentNode): void => {
    for (const child of node.childNodes) {
      if (!('tagName' in child)) continue;
      for (const { name, value } of child.attrs) {
        if (name === 'id' || (name === 'name' && child.tagName === 'a')) own.push(value);
        else if (name === 'data-params') attributes.push(...wordsIn(undefined, JSON.parse(value)));
        else attributes.push(value);
      }
      visit(child);
    }
  };
  visit(parseFragment(html));
  return { attributes, own };
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch (cause) {
    if (cause instanceof URIError) return text;
    throw cause;
  }
}
