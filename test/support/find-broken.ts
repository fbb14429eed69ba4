import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { type DefaultTreeAdapterTypes, parse } from 'parse5';

interface BuiltPage {
  readonly ids: ReadonlySet<string>;
  readonly addresses: readonly string[];
}

const ORIGIN = 'http://site.invalid';

/**
 * What leads nowhere in a folder of built pages, as `page -> address`: links, places on pages, pictures and other files. `host` is the
 * address that the site will have: a link that names it is the site's own too.
 */
export function findBroken(folder: string, host: string): readonly string[] {
  const pages = readPages(folder);
  const broken: string[] = [];
  for (const [path, { addresses }] of pages) {
    for (const address of addresses) {
      const url = new URL(address, ORIGIN + path);
      if ((url.origin === ORIGIN || url.origin === host) && !isThere(url, folder, pages))
        broken.push(`${path} -> ${address}`);
    }
  }
  return broken;
}

function isThere(url: URL, folder: string, pages: ReadonlyMap<string, BuiltPage>): boolean {
  const path = decodeURIComponent(url.pathname);
  const page = pages.get(path) ?? pages.get(`${path}/`);
  // A slash behind a file's name is for servers to forgive.
  if (!page) return !path.endsWith('/') && statSync(join(folder, path), { throwIfNoEntry: false })?.isFile() === true;
  const id = decodeURIComponent(url.hash.slice(1));
  return id === '' || id === '_top' || page.ids.has(id);
}

/** The pages by path. */
function readPages(folder: string): ReadonlyMap<string, BuiltPage> {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
    // What a server shows in place of a page that is not there names that page's address.
    (file) => file.endsWith('.html') && basename(file) !== '404.html' && statSync(join(folder, file)).isFile(),
  );
  return new Map(
    files.toSorted().map((file) => {
      const path = `/${file.replaceAll('\\', '/')}`;
      const address = path.endsWith('/index.html') ? path.slice(0, -'index.html'.length) : path;
      return [address, readPage(readFileSync(join(folder, file), 'utf8'))];
    }),
  );
}

function readPage(html: string): BuiltPage {
  const ids = new Set<string>();
  const addresses: string[] = [];
  const visit = (node: DefaultTreeAdapterTypes.ParentNode): void => {
    for (const child of node.childNodes) {
      if (!('tagName' in child)) continue;
      for (const { name, value } of child.attrs) {
        if (name === 'id' || (name === 'name' && child.tagName === 'a')) ids.add(value);
        if (name === 'src' || (name === 'href' && child.tagName === 'a')) addresses.push(value);
      }
      visit(child);
    }
  };
  visit(parse(html));
  return { ids, addresses };
}
