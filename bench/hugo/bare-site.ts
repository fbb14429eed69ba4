/** A Hugo site of nothing but the pages of another one: what rendering the Markdown alone costs Hugo. */
import { plainValue } from '../../src/model/field.ts';
import type { PageMeta } from '../../src/model/page.ts';
import type { Site } from '../../src/model/site.ts';
import { type OpenedSite, openSite } from '../../src/pipeline/open-site.ts';
import { asBoolean, valueAt } from '../../src/reader/site/config/values.ts';
import { lexBody } from '../../src/reader/shortcode/lex.ts';

const LAYOUTS = ['_default/single.html', '_default/list.html', 'index.html'];
const NO_LISTS = ['taxonomy', 'term', 'RSS', 'sitemap', 'robotsTXT', '404'];

/** The files of the bare site, by path. */
export async function layOutBareSite(dir: string): Promise<ReadonlyMap<string, string>> {
  const opened = await openSite(dir, { disabledLanguages: 'read' });
  const files = new Map<string, string>([['hugo.json', JSON.stringify(configOf(opened.site), null, 2)]]);
  for (const layout of LAYOUTS) files.set(`layouts/${layout}`, '{{ .Content }}');
  for (const page of opened.site.pages) {
    if (page.format === 'markdown' || page.format === 'html') files.set(page.file, withoutTags(page, opened));
  }
  return files;
}

function configOf({ config, languages, mounts, defaultLanguage }: Site): object {
  const markup = plainValue(valueAt(config, 'markup') ?? { type: 'map', fields: [] });
  return {
    baseURL: 'https://example.org/',
    disableAliases: true,
    disableKinds: NO_LISTS,
    buildDrafts: true,
    buildFuture: true,
    buildExpired: true,
    defaultContentLanguage: defaultLanguage,
    enableEmoji: asBoolean(valueAt(config, 'enableEmoji')) ?? false,
    languages: Object.fromEntries(languages.map(({ code, weight }) => [code, { weight }])),
    markup: { ...(markup as object), highlight: { codeFences: false } },
    security: { allowContent: ['.*'] },
    module: {
      mounts: mounts
        .filter(({ target }) => target === 'content' || target.startsWith('content/'))
        .map(({ source, target, language }) => ({
          source,
          target,
          ...(language !== undefined && { sites: { matrix: { languages: [language] } } }),
        })),
    },
  };
}

/** A page's text with a word for every shortcode tag: Hugo has no template to run, and no call to look for. */
function withoutTags(page: PageMeta, opened: OpenedSite): string {
  const { source, bodyStart } = opened.load(page);
  const { tags, literals } = lexBody(source, bodyStart, () => {});
  let text = '';
  let at = 0;
  for (const { start, end } of [...tags, ...literals].toSorted((a, b) => a.start - b.start)) {
    text += `${source.slice(at, start)}XTAG${start}X`;
    at = end;
  }
  return text + source.slice(at);
}
