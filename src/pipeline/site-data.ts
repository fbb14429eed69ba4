import type { Field, FieldValue } from '../model/page.ts';
import type { OpenedSite } from './open-site.ts';
import { createCollector } from '../diagnostics/diagnostic.ts';
import { parseConfig } from '../reader/site/config/parse-config.ts';

const FORMATS = ['.yaml', '.yml', '.toml', '.json'];

/** `.Site.Data`: the files of the mounted data folders as one map, folders and file names as keys. */
export function readSiteData({ site, ...opened }: OpenedSite): FieldValue {
  const root: Folder = new Map();
  // The first mount of a path wins in Hugo, so later ones go in first and are overwritten.
  for (const mount of site.mounts
    .filter(({ target }) => target === 'data' || target.startsWith('data/'))
    .toReversed()) {
    for (const file of opened.below(mount.source)) {
      const format = FORMATS.find((end) => file.endsWith(end));
      const text = format === undefined ? undefined : opened.read(file);
      if (format === undefined || text === undefined) continue;
      const below = file.slice(mount.source.length + 1, -format.length);
      const path = [...mount.target.split('/').slice(1), ...below.split('/')];
      put(root, path, parseConfig(file, text, createCollector(file)));
    }
  }
  return toValue(root);
}

type Folder = Map<string, Folder | FieldValue>;

function put(folder: Folder, [name = '', ...rest]: readonly string[], value: FieldValue): void {
  if (rest.length === 0) {
    folder.set(name, value);
    return;
  }
  const known = folder.get(name);
  const child: Folder = known instanceof Map ? known : new Map();
  folder.set(name, child);
  put(child, rest, value);
}

function toValue(folder: Folder): FieldValue {
  const fields = [...folder].map(([key, value]): Field => {
    return { key, name: key.toLowerCase(), value: value instanceof Map ? toValue(value) : value };
  });
  return { type: 'map', fields };
}
