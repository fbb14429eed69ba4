/** The site's own folder and the themes and modules that it imports, as far as they are on disk. */
import type { FieldValue } from '../../../model/page.ts';
import type { SiteFiles } from '../site-files.ts';
import type { SiteReport } from '../site-report.ts';
import type { MapValue } from './values.ts';
import { joinPath } from '../site-files.ts';
import { findConfigFiles } from './find-files.ts';
import { overlay } from './merge.ts';
import { parseConfig } from './parse-config.ts';
import { asBoolean, asItems, asText, asTexts, EMPTY_MAP, fieldsAt, valueAt } from './values.ts';

export interface SiteModule {
  /** The folder below the site's; empty for the site itself. */
  readonly folder: string;
  readonly config: MapValue;
  /** The mounts that the import states, which take the place of the module's own. */
  readonly mounts: readonly FieldValue[];
  readonly mountsNothing: boolean;
}

export interface ModuleContext {
  readonly files: SiteFiles;
  readonly environment: string;
  readonly report: SiteReport;
}

/** Reads and merges the configuration files of one folder. */
export function readFolderConfig(folder: string, context: ModuleContext): { config: MapValue; found: boolean } {
  const { files, environment, report } = context;
  let config = EMPTY_MAP;
  const found = findConfigFiles(files, folder, environment);
  for (const { file, keys } of found) {
    const content = files.read(file);
    if (!content.ok) continue;
    const value = report.within(file, (collector) => parseConfig(file, content.text, collector));
    report.remember(value, file);
    config = overlay(config, renameMenus(underKeys(value, keys)));
  }
  return { config, found: found.length > 0 };
}

/** The themes and modules that a site imports, and those that they import, in Hugo's order: the first wins. */
export function readModules(site: MapValue, context: ModuleContext): readonly SiteModule[] {
  const modules: SiteModule[] = [];
  const seen = new Set<string>();
  const vendored = readVendorList(context.files);
  const replaced = readReplacements(site);
  const themes = asText(valueAt(site, 'themesdir')) ?? 'themes';
  const visit = (owner: MapValue): void => {
    for (const entry of importsOf(owner)) {
      if (seen.has(entry.path.toLowerCase()) || entry.disabled) continue;
      seen.add(entry.path.toLowerCase());
      const path = replaced.get(entry.path) ?? entry.path;
      const folder = vendored.has(path) ? joinPath('_vendor', path) : joinPath(themes, path);
      if (folder === undefined)
        context.report.report('module-outside-site', { path }, context.report.whereIs(entry.value));
      else if (!context.files.hasFolder(folder)) {
        context.report.report('module-missing', { path, folder }, context.report.whereIs(entry.value));
      } else {
        const config = entry.ignoreConfig ? EMPTY_MAP : readFolderConfig(folder, context).config;
        modules.push({ folder, config, mounts: entry.mounts, mountsNothing: entry.noMounts });
        if (!entry.ignoreImports) visit(config);
      }
    }
  };
  visit(site);
  return modules;
}

interface Import {
  readonly path: string;
  readonly value: FieldValue;
  readonly mounts: readonly FieldValue[];
  readonly disabled: boolean;
  readonly noMounts: boolean;
  readonly ignoreConfig: boolean;
  readonly ignoreImports: boolean;
}

function importsOf(config: MapValue): readonly Import[] {
  const imports: Import[] = [];
  for (const value of asItems(valueAt(config, 'module', 'imports'))) {
    const path = asText(valueAt(value, 'path'));
    if (path === undefined || path === '') continue;
    const flag = (key: string): boolean => asBoolean(valueAt(value, key)) ?? false;
    imports.push({
      path,
      value,
      mounts: asItems(valueAt(value, 'mounts')),
      disabled: flag('disable'),
      noMounts: flag('nomounts'),
      ignoreConfig: flag('ignoreconfig'),
      ignoreImports: flag('ignoreimports'),
    });
  }
  const plain = { mounts: [], disabled: false, noMounts: false, ignoreConfig: false, ignoreImports: false };
  for (const value of asItems(valueAt(config, 'theme'))) {
    const path = asText(value);
    if (path !== undefined && path !== '') imports.push({ path, value, ...plain });
  }
  return imports;
}

/** `_vendor/modules.txt` names a module a line: `# github.com/acme/docs v1.2.0`. */
function readVendorList(files: SiteFiles): ReadonlySet<string> {
  const list = files.exists('_vendor/modules.txt') ? files.read('_vendor/modules.txt') : undefined;
  if (!list?.ok) return new Set();
  const paths = list.text.split('\n').map((line) => line.split(/[# \t\r]+/).find((word) => word !== '') ?? '');
  return new Set(paths.filter((path) => path !== ''));
}

/** `module.replacements`, as a list or one text with commas: `github.com/acme/docs -> ../docs`. */
function readReplacements(config: MapValue): ReadonlyMap<string, string> {
  const pairs = asTexts(valueAt(config, 'module', 'replacements')).flatMap((text) => text.split(','));
  const replaced = new Map<string, string>();
  for (const pair of pairs) {
    const [from = '', to = ''] = pair.split('->').map((side) => side.trim());
    if (from !== '' && to !== '') replaced.set(from, to);
  }
  return replaced;
}

function underKeys(value: MapValue, keys: readonly string[]): MapValue {
  let map = value;
  for (const key of keys.toReversed()) map = { type: 'map', fields: [{ key, name: key.toLowerCase(), value: map }] };
  return map;
}

/** Before Hugo 0.53 menus were configured as `menu`, for the site and for a language. */
function renameMenus(config: MapValue): MapValue {
  const languages = fieldsAt(config, 'languages');
  if (!languages.some(({ value }) => valueAt(value, 'menu')) && !valueAt(config, 'menu')) return config;
  const root = renameMenu(config);
  return {
    ...root,
    fields: root.fields.map((field) => {
      if (field.name !== 'languages' || field.value.type !== 'map') return field;
      const each = field.value.fields.map((language) =>
        language.value.type === 'map' ? { ...language, value: renameMenu(language.value) } : language,
      );
      return { ...field, value: { ...field.value, fields: each } };
    }),
  };
}

const renameMenu = (map: MapValue): MapValue => ({
  ...map,
  fields: map.fields.map((field) => (field.name === 'menu' ? { ...field, key: 'menus', name: 'menus' } : field)),
});
