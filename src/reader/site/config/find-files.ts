import type { SiteFiles } from '../site-files.ts';
import { extensionOf, fileName } from '../site-files.ts';

/** A configuration file, and the keys under which what it says belongs. */
export interface ConfigFile {
  readonly file: string;
  /** Empty for a file that holds the root, `['languages', 'fr', 'params']` for `params.fr.toml`. */
  readonly keys: readonly string[];
}

const NAMES = ['hugo', 'config'];
const EXTENSIONS = ['toml', 'yaml', 'yml', 'json'];

/**
 * The configuration files of a site or a theme, least specific first: one root file, then those of `config/_default`, then
 * those of `config/<environment>`.
 */
export function findConfigFiles(files: SiteFiles, folder: string, environment: string): readonly ConfigFile[] {
  const below = (name: string): string => (folder === '' ? name : `${folder}/${name}`);
  const root = NAMES.flatMap((name) => EXTENSIONS.map((extension) => below(`${name}.${extension}`)));
  const first = root.find((file) => files.exists(file));
  const found: ConfigFile[] = first === undefined ? [] : [{ file: first, keys: [] }];
  for (const name of ['_default', environment]) {
    for (const file of files.below(below(`config/${name}`))) {
      if (EXTENSIONS.includes(extensionOf(file))) found.push({ file, keys: keysOf(fileName(file)) });
    }
  }
  return found;
}

/** `hugo.toml` is the root, `params.toml` the key, `menus.fr.toml` that key of a language, `x.fr.toml` the language itself. */
function keysOf(name: string): readonly string[] {
  const [key = '', ...rest] = name.slice(0, name.lastIndexOf('.')).split('.');
  const language = rest.at(-1);
  if (language === undefined) return NAMES.includes(key) ? [] : [key];
  const section = key === 'menu' ? 'menus' : key;
  return ['languages', language, ...(section === 'menus' || section === 'params' ? [section] : [])];
}
