import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { parse } from 'yaml';

/** A case: a folder with `input.md` and what may stand beside it. */
export interface CaseFolder {
  /** Path below `test`, without the first part: what the case is called. */
  readonly name: string;
  readonly folder: string;
  readonly config: CaseConfig;
}

/** `config.yaml` of a case; `test/README.md` says what the keys mean. */
export interface CaseConfig {
  readonly site?: Readonly<Record<string, unknown>>;
  readonly file?: string;
  readonly shortcodes?: Readonly<Record<string, string>>;
  readonly files?: Readonly<Record<string, string>>;
  readonly unmapped?: 'component' | 'unwrap' | 'keep' | 'drop' | 'error' | 'marker';
  readonly html?: 'page' | 'fragment';
  readonly extension?: 'mdx' | 'md' | 'auto';
  readonly engine?: 'satteri' | 'micromark';
}

const CONFIG_KEYS = new Set(['site', 'file', 'shortcodes', 'files', 'unmapped', 'html', 'extension', 'engine']);
const TESTS = join(import.meta.dirname, '..');

/** All cases below a folder of `test`, by name. */
export function findCases(group: string): CaseFolder[] {
  const root = join(TESTS, group);
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('input.md'))
    .toSorted()
    .map((file) => {
      const folder = dirname(join(root, file));
      return { name: relative(root, folder).replaceAll('\\', '/'), folder, config: readConfig(folder) };
    });
}

function readConfig(folder: string): CaseConfig {
  const file = join(folder, 'config.yaml');
  if (!existsSync(file)) return {};
  const config: unknown = parse(readFileSync(file, 'utf8'));
  if (typeof config !== 'object' || config === null) throw new Error(`${file} holds no keys`);
  const unknown = Object.keys(config).filter((key) => !CONFIG_KEYS.has(key));
  if (unknown.length > 0) throw new Error(`${file} has unknown keys: ${unknown.join(', ')}`);
  return config; // its values are taken as the types say; a wrong one fails the case
}

/** The page's path in the site of a case. */
export const pageFile = ({ config }: CaseFolder): string => config.file ?? 'content/page.md';

/** Writes the case as a site into `dir`. */
export function writeSite(aCase: CaseFolder, dir: string): void {
  const { config, folder } = aCase;
  const put = (path: string, content: string | Uint8Array): void => {
    mkdirSync(dirname(join(dir, path)), { recursive: true });
    writeFileSync(join(dir, path), content);
  };
  put('hugo.json', JSON.stringify({ baseURL: 'https://example.org/', title: 'Case', ...config.site }));
  for (const [name, template] of Object.entries(config.shortcodes ?? {}))
    put(`layouts/shortcodes/${name}.html`, template);
  for (const [path, content] of Object.entries(config.files ?? {})) put(path, content);
  const mapping = join(folder, 'mapping.yaml');
  if (existsSync(mapping)) {
    put('decant.yaml', 'version: 1\nmapping: ./mapping.yaml\n');
    put('mapping.yaml', readFileSync(mapping));
  }
  put(pageFile(aCase), readFileSync(join(folder, 'input.md')));
}
