/** Which themes a site uses, and which shipped mappings speak of them. */
import type { ThemeUse } from '../../model/inventory.ts';
import type { FieldValue } from '../../model/page.ts';
import type { OpenedSite } from '../open-site.ts';
import type { CallCounts } from './calls.ts';
import { fieldOf } from '../../model/field.ts';
import { readMapping, shippedMappings } from '../read-mapping.ts';
import { resolveRules } from '../../mapping/resolve.ts';

/** No themes: what every site extends anyway, and the worked example of one site's own shortcodes. */
const NO_THEMES: ReadonlySet<string> = new Set(['hugo', 'istio']);

/** Themes whose names do not lead to the mapping's by themselves. */
const ALIASES: Readonly<Record<string, string>> = {
  book: 'hugo-book',
  'doks-core': 'doks',
  'blox-bootstrap': 'hugo-blox',
  'blox-tailwind': 'hugo-blox',
  'blox-plugin-netlify': 'hugo-blox',
  wowchemy: 'hugo-blox',
  academic: 'hugo-blox',
  learn: 'relearn',
};

/** The themes that the configuration names; where none of them has a mapping, the one that the shortcodes point to. */
export function findThemes(opened: OpenedSite, shortcodes: readonly CallCounts[]): readonly ThemeUse[] {
  const missing = new Set(
    opened.diagnostics.flatMap(({ code, facts }) => (code === 'module-missing' && 'path' in facts ? [facts.path] : [])),
  );
  const shipped = Object.keys(shippedMappings()).filter((name) => !NO_THEMES.has(name));
  const named = themesOf(opened).map(({ name, evidence }): ThemeUse => {
    const mapping = mappingFor(name, shipped);
    return { name, isAtHand: !missing.has(name), ...(mapping !== undefined && { mapping }), evidence };
  });
  if (named.some(({ mapping }) => mapping !== undefined)) return named;
  // A shortcode whose template is at hand says nothing of a theme that is not.
  const own = new Set(opened.templates.shortcodes.map(({ name }) => name));
  const strangers = shortcodes.filter(({ name }) => !own.has(name.toLowerCase()));
  const guessed = mappingByUse(strangers, shipped);
  return guessed ? [...named, guessed] : named;
}

interface NamedTheme {
  readonly name: string;
  readonly evidence: string;
}

function themesOf({ site }: OpenedSite): readonly NamedTheme[] {
  const named = [
    ...textsAt(site.config, ['theme']).map((name) => ({ name, evidence: 'theme in the configuration' })),
    ...importsOf(site.config).map((name) => ({ name, evidence: 'module.imports in the configuration' })),
    ...site.mounts.flatMap(({ source }) => {
      const parts = source.split('/');
      const at = parts.indexOf('node_modules');
      const name = parts.slice(at + 1, at + (parts[at + 1]?.startsWith('@') ? 3 : 2)).join('/');
      return at < 0 || name === '' || !source.includes('layouts') ? [] : [{ name, evidence: 'a mounted package' }];
    }),
  ];
  return named.filter(({ name }, at) => named.findIndex((other) => other.name === name) === at);
}

function textsAt(config: FieldValue, path: readonly string[]): string[] {
  let value: FieldValue | undefined = config;
  for (const key of path) value = value?.type === 'map' ? fieldOf(value.fields, key)?.value : undefined;
  if (value?.type === 'text') return [value.value];
  return value?.type === 'list' ? value.items.flatMap((item) => (item.type === 'text' ? [item.value] : [])) : [];
}

function importsOf(config: FieldValue): string[] {
  const modules = config.type === 'map' ? fieldOf(config.fields, 'module')?.value : undefined;
  const imports = modules?.type === 'map' ? fieldOf(modules.fields, 'imports')?.value : undefined;
  const items = imports?.type === 'list' ? imports.items : imports ? [imports] : [];
  return items.flatMap((item) => textsAt(item, ['path']));
}

/** The shipped mapping for a theme, by its name or path: `github.com/google/docsy/v2`, `docsy` and `themes/docsy-0.10` are docsy. */
export function mappingFor(theme: string, shipped: readonly string[]): string | undefined {
  const parts = theme
    .toLowerCase()
    .split('/')
    .filter((part) => part !== '' && !/^v\d+$/.test(part));
  const candidates = parts.toReversed().flatMap((part) => [part, ALIASES[part] ?? part]);
  for (const candidate of candidates) {
    const found = shipped.find((name) => bare(name) === bare(candidate));
    if (found !== undefined) return found;
  }
  return undefined;
}

/** `hugo-theme-relearn` and `hugo_relearn` are relearn. */
const bare = (name: string): string =>
  name
    .split(/[^a-z0-9]+/)
    .filter((word) => !['hugo', 'theme', 'main', 'master'].includes(word) && !/^v?\d+$/.test(word))
    .join('');

/** A mapping is taken for the theme's if it knows at least so many shortcodes in use that no other mapping knows. */
const MIN_DISTINCTIVE = 2;

/** The mapping that knows most of the calls that Hugo's own shortcodes do not explain. */
function mappingByUse(shortcodes: readonly CallCounts[], shipped: readonly string[]): ThemeUse | undefined {
  const namesIn = (files: readonly string[]): ReadonlyMap<string, unknown> =>
    resolveRules(readMapping({ files }).mapping, 'mdx').shortcodes;
  const own = namesIn([]);
  const open = shortcodes.filter(({ name }) => !own.has(name.toLowerCase()));
  if (open.length === 0) return undefined;
  const mappings = shipped.map((name) => ({ name, names: namesIn([name]) }));
  const isDistinctive = (name: string): boolean =>
    mappings.filter(({ names }) => names.has(name.toLowerCase())).length === 1;
  const distinctive = open.filter(({ name }) => isDistinctive(name));
  const [best] = mappings
    .map(({ name, names }) => {
      const telling = distinctive.filter((use) => names.has(use.name.toLowerCase()));
      const known = open.filter((use) => names.has(use.name.toLowerCase()));
      return { name, telling, calls: known.reduce((sum, { calls }) => sum + calls, 0) };
    })
    .filter(({ telling }) => telling.length >= MIN_DISTINCTIVE)
    .toSorted((a, b) => b.calls - a.calls);
  if (!best) return undefined;
  const names = best.telling.slice(0, 3).map(({ name }) => name);
  return { name: '', isAtHand: false, mapping: best.name, evidence: `the shortcodes ${names.join(', ')}` };
}
