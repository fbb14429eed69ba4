import { existsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

/** Names of the files that hold a site's configuration. */
const CONFIG_NAMES = ['hugo', 'config'].flatMap((name) =>
  ['toml', 'yaml', 'yml', 'json'].map((end) => `${name}.${end}`),
);

/** The nearest folder from `file` upwards that holds a Hugo configuration. */
export function findSite(file: string): string | undefined {
  for (let folder = dirname(resolve(file)); ; folder = dirname(folder)) {
    const has = (name: string): boolean => existsSync(resolve(folder, name));
    if (CONFIG_NAMES.some(has) || has('config/_default')) return folder;
    if (folder === dirname(folder)) return undefined;
  }
}
