/** Reads a site: configuration, languages, mounts, the page index, and what is known of its shortcodes. */
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Mount, Site } from '../../model/site.ts';
import type { ShortcodeTable } from '../../model/shortcode-table.ts';
import type { SiteLanguages } from './config/languages.ts';
import type { SiteMount } from './config/mounts.ts';
import type { LanguageSettings } from './config/settings.ts';
import type { MapValue } from './config/values.ts';
import type { Cascade, CascadeContext } from './content/cascade.ts';
import type { ContentContext } from './content/content-files.ts';
import type { SiteFiles } from './site-files.ts';
import { compareDiagnostics } from '../../diagnostics/diagnostic.ts';
import { readLanguages } from './config/languages.ts';
import { fillFromTheme, withoutMergeKeys } from './config/merge.ts';
import { readFolderConfig, readModules } from './config/modules.ts';
import { matchLanguages, readMounts } from './config/mounts.ts';
import { readLanguageSettings, readSettings } from './config/settings.ts';
import { asText, valueAt } from './config/values.ts';
import { applyVariables } from './config/variables.ts';
import { readCascades } from './content/cascade.ts';
import { listContent } from './content/content-files.ts';
import { collectCascades } from './content/inherit.ts';
import { collectLinkedPlaces } from './content/linked-places.ts';
import { indexPages } from './content/page-index.ts';
import { buildTree } from './content/page-tree.ts';
import { preparePages } from './content/prepare-pages.ts';
import { readSources } from './content/read-sources.ts';
import { createShortcodeEvidence } from './shortcodes/content-evidence.ts';
import type { FoundTemplates } from './shortcodes/find-templates.ts';
import { findTemplates, templateFile } from './shortcodes/find-templates.ts';
import { joinTables } from './shortcodes/join-tables.ts';
import { createSiteReport } from './site-report.ts';
import { findLinkHooks } from './link-hooks.ts';
import { readMenus } from './menus.ts';
import { listAssets, listStaticFiles } from './static-files.ts';
import { readPermalinks } from './url/permalink-patterns.ts';

export interface SiteOptions {
  /** Hugo's environment: which folder of `config/` counts, and which cascades. */
  readonly environment: string;
  /** Milliseconds since 1970: pages published later are hidden as future, those that end before as expired. */
  readonly now?: number;
  /** Whether files in disabled languages are read all the same. */
  readonly disabledLanguages: 'read' | 'skip';
  /** `HUGO_…` variables, which override the configuration. */
  readonly variables: Readonly<Record<string, string>>;
  /** What mappings say of shortcodes whose templates are not at hand. */
  readonly mappingFacts: ShortcodeTable;
  /** Learns from the shortcode templates: how a template is read is not the reader's business. */
  readonly learn: LearnShortcodes;
  /** Is told of each content file while its text is at hand. */
  readonly visit?: (file: string, text: ContentText) => void;
}

/** A content file's text, where its body begins, and the places that its addresses name, in a site of several languages. */
export interface ContentText {
  readonly source: string;
  readonly bodyStart: number;
  readonly linkedPlaces: ReadonlySet<string>;
}

type LearnShortcodes = (
  templates: readonly { readonly name: string; readonly file: string; readonly text: string }[],
  readTemplate: (path: string) => string | undefined,
) => {
  readonly table: ShortcodeTable;
  readonly undecided: ReadonlySet<string>;
  readonly diagnostics: readonly Diagnostic[];
};

export interface SiteReading {
  readonly site: Site;
  readonly templates: FoundTemplates;
  readonly diagnostics: readonly Diagnostic[];
  /** When a page next comes out or goes out of date, in milliseconds since 1970; absent where none does. */
  readonly validUntil?: number;
}

export function readSite(files: SiteFiles, options: SiteOptions): SiteReading {
  const report = createSiteReport();
  const context = { files, environment: options.environment, report };
  const own = readFolderConfig('', context);
  const stated = applyVariables(own.config, options.variables);
  const modules = readModules(stated, context);
  const config = withoutMergeKeys(modules.reduce((site, module) => fillFromTheme(site, module.config), stated));
  const languages = readLanguages(config, options.disabledLanguages, report);
  const mounts = readMounts(config, modules, { files, languages, report });
  const hasContent = mounts.some(
    ({ source, target }) => isContent(target) && (files.hasFolder(source) || files.exists(source)),
  );
  if (!own.found && !hasContent) report.report('site-not-found', {});

  const content = { files, mounts, languages, settings: readSettings(config, report), report };
  const read = readContent(content, config, options);
  const templates = findTemplates(mounts, files);
  const shortcodes = learnShortcodes(templates, content, read.evidence, options);
  const site: Site = {
    title: asText(valueAt(config, 'title')) ?? '',
    baseUrl: asText(valueAt(config, 'baseURL')) ?? '',
    defaultLanguage: languages.defaultLanguage,
    languages: languages.all.map(({ language }) => language),
    mounts: mounts.map(asMount),
    config,
    pages: read.index.pages,
    staticFiles: listStaticFiles(mounts, files, read.index.staticFiles),
    assets: listAssets(mounts, files),
    generated: read.index.generated,
    linkedPlaces: read.linkedPlaces,
    menus: readMenus({ languages, pages: read.index.pages, generated: read.index.generated }),
    hooks: findLinkHooks([...templates.files.keys()], config, languages),
    shortcodes,
  };
  const { nextChange } = read.index;
  const validUntil = nextChange === Number.POSITIVE_INFINITY ? {} : { validUntil: nextChange };
  return { site, templates, diagnostics: report.diagnostics.toSorted(compareDiagnostics), ...validUntil };
}

const isContent = (target: string): boolean => target === 'content' || target.startsWith('content/');

const asMount = ({ source, target, language }: SiteMount): Mount => ({
  source,
  target,
  ...(language !== undefined && { language }),
});

function readContent(content: ContentContext, config: MapValue, options: SiteOptions) {
  const { languages, settings, report } = content;
  const evidence = createShortcodeEvidence();
  const allPlaces = new Set<string>();
  const { files, sources } = readSources(listContent(content), content, (file, source, bodyStart) => {
    evidence.add(source, bodyStart);
    const linkedPlaces = linkedPlacesIn(source, file, languages.all);
    for (const place of linkedPlaces) allPlaces.add(place);
    options.visit?.(file, { source, bodyStart, linkedPlaces });
  });
  const tree = buildTree(files, report);
  const cascade: CascadeContext = {
    environment: options.environment,
    report,
    languagesOf: (globs) => matchLanguages(globs, languages),
  };
  const languageSettings = new Map<string, LanguageSettings>(
    languages.all.map((each) => [each.language.code, readLanguageSettings(each)]),
  );
  const prepared = preparePages(tree, {
    sources,
    settings: languageSettings,
    cascades: collectCascades(tree, sources, siteCascades(config, languages, cascade), cascade),
    report,
    reported: new WeakSet(),
  });
  const permalinks = new Map(languages.all.map((each) => [each.language.code, readPermalinks(each.config, report)]));
  const index = indexPages(tree, prepared, {
    languages,
    settings,
    languageSettings,
    permalinks,
    now: options.now,
    report,
  });
  return { index, evidence: evidence.table, linkedPlaces: [...allPlaces].toSorted() };
}

/** The places that a page's addresses name; only translations have a use for them. */
export const linkedPlacesIn = (source: string, file: string, { length }: readonly unknown[]): ReadonlySet<string> =>
  length > 1 ? collectLinkedPlaces(source, file) : new Set();

/** The cascades of the configuration: those of a language section for its own pages, before those of the whole site. */
function siteCascades(config: MapValue, languages: SiteLanguages, context: CascadeContext): readonly Cascade[] {
  const codes = languages.all.map(({ language }) => language.code);
  const at = (holder: MapValue, all: readonly string[]): readonly Cascade[] => {
    const value = valueAt(holder, 'cascade');
    const file = context.report.whereIs(value).file ?? '';
    return readCascades(value, { file, languages: all }, context);
  };
  return [...languages.all.flatMap(({ section, language }) => at(section, [language.code])), ...at(config, codes)];
}

function learnShortcodes(
  found: FoundTemplates,
  { files, report }: Pick<ContentContext, 'files' | 'report'>,
  evidence: ShortcodeTable,
  options: SiteOptions,
): ShortcodeTable {
  const textOf = (file: string | undefined): string | undefined => {
    const content = file === undefined ? undefined : files.read(file);
    return content?.ok ? content.text : undefined;
  };
  const templates = found.shortcodes.flatMap(({ name, file }) => {
    const text = textOf(file);
    return text === undefined ? [] : [{ name, file, text }];
  });
  const { table, undecided, diagnostics } = options.learn(templates, (path) => textOf(templateFile(found, path)));
  for (const { code, facts, file, place } of diagnostics) {
    report.report(code, facts, { ...(file !== undefined && { file }), ...(place && { place }) });
  }
  return joinTables({ templates: table, undecided, mapping: options.mappingFacts, content: evidence });
}
