/** Which folders make up the site: Hugo's mounts, the project's own first. */
import type { FieldValue } from '../../../model/page.ts';
import type { Mount } from '../../../model/site.ts';
import type { SiteFiles } from '../site-files.ts';
import type { SiteReport } from '../site-report.ts';
import type { SiteLanguages } from './languages.ts';
import type { SiteModule } from './modules.ts';
import type { MapValue } from './values.ts';
import { compileGlob } from '../glob.ts';
import { joinPath } from '../site-files.ts';
import { lowerCase } from '../url/path-text.ts';
import { asItems, asText, asTexts, valueAt } from './values.ts';
import { append } from '../../../model/append.ts';

/** A mount with what it leaves out. */
export interface SiteMount extends Mount {
  /** Whether a file, by its path below the source, belongs to the mount. */
  readonly takes: (path: string) => boolean;
  /** Whether the mount is the site's own and not a theme's. */
  readonly own: boolean;
}

const COMPONENTS = ['content', 'data', 'layouts', 'i18n', 'archetypes', 'assets', 'static'] as const;

/** The keys that name a component's folder, from before there were mounts. */
const FOLDER_KEYS: Readonly<Record<string, string>> = {
  content: 'contentDir',
  data: 'dataDir',
  layouts: 'layoutDir',
  i18n: 'i18nDir',
  archetypes: 'archetypeDir',
  assets: 'assetDir',
};

const takesAll = (): boolean => true;

export interface MountContext {
  readonly files: SiteFiles;
  readonly languages: SiteLanguages;
  readonly report: SiteReport;
}

/** All mounts: what `module.mounts` states, a default for every component that it does not, then those of the modules. */
export function readMounts(
  config: MapValue,
  modules: readonly SiteModule[],
  context: MountContext,
): readonly SiteMount[] {
  const own = statedMounts('', asItems(valueAt(config, 'module', 'mounts')), context);
  const configured = new Set(own.map(componentOf));
  for (const component of COMPONENTS) {
    if (!configured.has(component)) append(own, defaultMounts(component, config, context));
  }
  return [...own, ...modules.flatMap((module) => moduleMounts(module, context))];
}

const componentOf = (mount: Mount): string => mount.target.split('/')[0] ?? '';

function moduleMounts(module: SiteModule, context: MountContext): readonly SiteMount[] {
  if (module.mountsNothing) return [];
  const configured = asItems(valueAt(module.config, 'module', 'mounts'));
  const stated = module.mounts.length > 0 ? module.mounts : configured;
  if (stated.length > 0) return statedMounts(module.folder, stated, context);
  return COMPONENTS.filter((component) => context.files.hasFolder(`${module.folder}/${component}`)).map(
    (component) => ({
      source: `${module.folder}/${component}`,
      target: component,
      takes: takesAll,
      own: false,
    }),
  );
}

function statedMounts(folder: string, values: readonly FieldValue[], context: MountContext): SiteMount[] {
  return values.flatMap((value) => {
    const written = asText(valueAt(value, 'source')) ?? '';
    const source = joinPath(folder, written);
    const target = joinPath(asText(valueAt(value, 'target')) ?? '');
    const where = context.report.whereIs(value);
    if (source === undefined) {
      context.report.report('mount-outside-site', { source: written }, where);
      return [];
    }
    if (target === undefined || !COMPONENTS.some((component) => component === target.split('/')[0])) {
      context.report.report('config-value', { key: 'target', expected: `one of ${COMPONENTS.join(', ')}` }, where);
      return [];
    }
    if (!context.files.hasFolder(source) && !context.files.exists(source)) {
      if (target.startsWith('content')) context.report.report('mount-missing', { source }, where);
      return [];
    }
    const mount = { source, target, takes: filterOf(value), own: folder === '' };
    const languages = mountLanguages(value, context.languages);
    return languages ? languages.map((language) => Object.assign({ language }, mount)) : [mount];
  });
}

/** The languages that a mount names, by `sites.matrix.languages` or the older `lang`; `undefined` where it names none. */
function mountLanguages(value: FieldValue, languages: SiteLanguages): readonly string[] | undefined {
  const globs = asTexts(valueAt(value, 'sites', 'matrix', 'languages'));
  const lang = asText(valueAt(value, 'lang'));
  return matchLanguages(lang ? [lang, ...globs] : globs, languages);
}

/**
 * The languages that globs name, `! fr` taking one out; `undefined` for none at all. Globs that match no language of the
 * site are as good as none, as in Hugo.
 */
export function matchLanguages(globs: readonly string[], languages: SiteLanguages): readonly string[] | undefined {
  if (globs.length === 0) return undefined;
  const takes = globFilter(globs.map(lowerCase));
  const codes = languages.all.map(({ language }) => language.code).filter(takes);
  const isLeftOut = [...languages.leftOut].some(takes);
  return codes.length > 0 || isLeftOut ? codes : undefined;
}

function filterOf(value: FieldValue): (path: string) => boolean {
  const excluded = asTexts(valueAt(value, 'excludeFiles')).map((glob) => `! ${glob}`);
  const globs = [...asTexts(valueAt(value, 'files')), ...asTexts(valueAt(value, 'includeFiles')), ...excluded];
  if (globs.length === 0) return takesAll;
  const takes = globFilter(globs.map((glob) => lowerCase(glob).replace(/^(! ?)?\//, '$1')));
  return (path) => takes(lowerCase(path));
}

/** Globs in order: one with `!` takes out, the others take in; if there are only exclusions, the rest is in. */
function globFilter(globs: readonly string[]): (text: string) => boolean {
  const taking = globs.filter((glob) => !glob.startsWith('!')).map(compileGlob);
  const leaving = globs.filter((glob) => glob.startsWith('!')).map((glob) => compileGlob(glob.slice(1).trimStart()));
  return (text) =>
    (taking.length === 0 || taking.some((matches) => matches(text))) && !leaving.some((matches) => matches(text));
}

function defaultMounts(component: string, config: MapValue, context: MountContext): readonly SiteMount[] {
  const folders =
    component === 'static' ? staticFolders(config, context) : componentFolders(component, config, context);
  const mounts: SiteMount[] = [];
  for (const { folder, language } of folders) {
    const source = joinPath(folder);
    if (source === undefined) context.report.report('mount-outside-site', { source: folder });
    else if (!mounts.some((other) => other.source === source && other.language === language)) {
      mounts.push({ source, target: component, ...(language && { language }), takes: takesAll, own: true });
    }
  }
  return mounts;
}

interface Folder {
  readonly folder: string;
  readonly language?: string;
}

/** A `contentDir` of a language belongs to that language, unless it is the site's own. */
function componentFolders(component: string, config: MapValue, { languages }: MountContext): readonly Folder[] {
  const key = FOLDER_KEYS[component] ?? '';
  const base = asText(valueAt(config, key)) || component;
  if (component !== 'content') return [{ folder: base }];
  const defaultFirst = languages.all.toSorted(
    (a, b) =>
      Number(b.language.code === languages.defaultLanguage) - Number(a.language.code === languages.defaultLanguage),
  );
  return defaultFirst.map(({ config: own, language }) => {
    const folder = asText(valueAt(own, key)) || component;
    return folder === base ? { folder } : { folder, language: language.code };
  });
}

/** `staticDir`, a text or a list, and its numbered forms; of every language, as all are served from one place. */
function staticFolders(config: MapValue, { languages }: MountContext): readonly Folder[] {
  const keys = ['staticDir', ...Array.from({ length: 11 }, (_, at) => `staticDir${at}`)];
  return [config, ...languages.all.map((each) => each.config)].flatMap((each) => {
    const folders = keys.flatMap((key) => asTexts(valueAt(each, key)));
    return (folders.length > 0 ? folders : ['static']).map((folder) => ({ folder }));
  });
}
