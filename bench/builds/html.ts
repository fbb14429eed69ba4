/** The pages of a built site: what they link to and show, and the places on them. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { type DefaultTreeAdapterTypes, parse } from 'parse5';
import { keyOf } from './records.ts';

type Parent = DefaultTreeAdapterTypes.ParentNode;
type Element = DefaultTreeAdapterTypes.Element;

export interface BuiltPage {
  /** Address, with the path that the site stands below. */
  readonly url: string;
  readonly ids: ReadonlySet<string>;
  /** Links and pictures of the content, or of what stands around it. */
  readonly addresses: readonly BuiltAddress[];
  /** Where a page that only redirects leads to. */
  readonly redirect?: string;
}

export interface BuiltAddress {
  readonly kind: 'link' | 'image';
  readonly value: string;
  readonly where: 'content' | 'around';
}

export interface BuiltSite {
  readonly pages: readonly BuiltPage[];
  /** The page at an address. */
  readonly pageAt: (key: string) => BuiltPage | undefined;
  /** Whether a page or a file is there. */
  readonly has: (key: string) => boolean;
}

/** Reads the folder of a built site that stands below `base`, which ends with a slash. */
export function readBuiltSite(folder: string, base: string): BuiltSite {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .toSorted();
  const pages = new Map<string, BuiltPage>();
  const keys = new Set<string>();
  for (const file of files) {
    const url = base + file.replace(/(?:^|(?<=\/))index\.html$/, '');
    const key = keyOf(encodeURI(url));
    keys.add(key);
    if (!file.endsWith('.html') || file.endsWith('404.html')) continue;
    // `page.html` is also served without its extension.
    const page = readPage(url, readFileSync(join(folder, file), 'utf8'));
    for (const name of file.endsWith('index.html') ? [key] : [key, key.replace(/\.html$/, '')]) {
      keys.add(name);
      if (!pages.has(name)) pages.set(name, page);
    }
  }
  return { pages: [...new Set(pages.values())], pageAt: (key) => pages.get(key), has: (key) => keys.has(key) };
}

function readPage(url: string, html: string): BuiltPage {
  const ids = new Set<string>();
  const addresses: BuiltAddress[] = [];
  let redirect: string | undefined;
  const visit = (parent: Parent, where: BuiltAddress['where']): void => {
    for (const node of parent.childNodes) {
      if (!('tagName' in node)) continue;
      const id = attribute(node, 'id') ?? (node.tagName === 'a' ? attribute(node, 'name') : undefined);
      if (id !== undefined) ids.add(id);
      redirect ??= refreshOf(node);
      const inside = node.tagName === 'main' ? 'content' : where;
      const kind = node.tagName === 'a' ? 'link' : 'image';
      const value = ADDRESSES[node.tagName]?.map((name) => attribute(node, name)).find((found) => found !== undefined);
      if (value !== undefined) addresses.push({ kind, value, where: inside });
      visit(node, inside);
    }
  };
  const document = parse(html);
  visit(document, 'around');
  return { url, ids, addresses, ...(redirect !== undefined && { redirect }) };
}

const ADDRESSES: Readonly<Record<string, readonly string[]>> = {
  a: ['href'],
  img: ['src'],
  source: ['src'],
  video: ['src'],
  audio: ['src'],
};

const attribute = ({ attrs }: Element, wanted: string): string | undefined =>
  attrs.find(({ name }) => name === wanted)?.value;

/** `<meta http-equiv="refresh" content="0; url=/x/">` */
function refreshOf(element: Element): string | undefined {
  if (element.tagName !== 'meta' || attribute(element, 'http-equiv')?.toLowerCase() !== 'refresh') return undefined;
  const content = attribute(element, 'content') ?? '';
  const at = content.toLowerCase().indexOf('url=');
  return at < 0 ? undefined : content.slice(at + 'url='.length).trim();
}
