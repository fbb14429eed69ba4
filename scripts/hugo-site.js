/** The cases in `test/hugo` as one Hugo site: a page for each, a language for each way that Markdown is set up. */
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parse } from 'yaml';

/** Without this a site in several languages rewrites links to pages. */
const PLAIN_LINKS = { link: { useEmbedded: 'never' }, image: { useEmbedded: 'never' } };
const NO_LISTS = ['home', 'section', 'taxonomy', 'term', 'rss', 'sitemap', '404'];

export function readCases(folder) {
  const files = readdirSync(folder).filter((file) => file.endsWith('.yaml'));
  return files.toSorted().flatMap((file) => {
    const { cases, ...shared } = parse(readFileSync(join(folder, file), 'utf8'));
    return cases.map((aCase, index) => ({
      ...aCase,
      group: basename(file, '.yaml'),
      index,
      config: merge(shared.config ?? {}, aCase.config ?? {}),
      site: merge(shared.site ?? {}, aCase.site ?? {}),
    }));
  });
}

export function createHugoSite(cases, templates) {
  const languages = new Map();
  const names = new Set();
  const pages = [];
  const files = new Map();
  for (const { group, name, input, config = {}, site = {} } of cases) {
    const settings = JSON.stringify([config, site]);
    const code = languages.get(settings)?.code ?? `c${languages.size}`;
    if (!languages.has(settings)) languages.set(settings, { code, ...languageOf(code, config, site) });
    const slug = name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-');
    const page = { file: `content/${code}/${group}/${slug}.md`, output: `${code}/${group}/${slug}/index.html` };
    if (names.has(`${group}/${slug}`)) throw new Error(`${group}.yaml has two cases called “${name}”`);
    names.add(`${group}/${slug}`);
    files.set(page.file, `---\ntitle: Case\n---\n${input}`);
    pages.push(page);
  }
  const config = {
    baseURL: 'https://example.org/',
    disableKinds: NO_LISTS,
    defaultContentLanguage: 'c0',
    defaultContentLanguageInSubdir: true,
    languages: Object.fromEntries([...languages.values()].map(({ code, ...language }) => [code, language])),
  };
  files.set('hugo.json', JSON.stringify(config, null, 2));
  for (const [file, template] of templates) files.set(`layouts/${file}`, template);
  return { files, pages };
}

export function readTemplates(folder) {
  const files = readdirSync(folder, { recursive: true }).filter((file) => file.endsWith('.html'));
  return new Map(
    files.toSorted().map((file) => [file.replaceAll('\\', '/'), readFileSync(join(folder, file), 'utf8')]),
  );
}

function languageOf(code, config, site) {
  const markup = { goldmark: merge({ renderHooks: PLAIN_LINKS }, config) };
  return merge({ contentDir: `content/${code}`, markup: merge({ highlight: { codeFences: false } }, markup) }, site);
}

/** Maps are merged deeply, the second one's values win. */
function merge(base, over) {
  const isMap = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);
  const merged = { ...base };
  for (const [key, value] of Object.entries(over))
    merged[key] = isMap(value) && isMap(merged[key]) ? merge(merged[key], value) : value;
  return merged;
}

/** Nothing but CommonMark. */
const COMMONMARK = {
  parser: { autoHeadingID: false, attribute: { title: false } },
  renderer: { unsafe: true },
  extensions: {
    definitionList: false,
    footnote: false,
    linkify: false,
    strikethrough: false,
    table: false,
    taskList: false,
    typographer: false,
  },
};

export function specCases(examples) {
  return examples.map(({ markdown, html }, at) => ({
    group: 'commonmark',
    name: `example ${at + 1}`,
    input: markdown,
    html,
    config: COMMONMARK,
  }));
}
