/** What a Docusaurus site's configuration says of the content. */
import type { PageMeta } from '../../model/page.ts';
import type { Site } from '../../model/site.ts';
import type { ComponentUse } from '../../writers/mdx/uses.ts';
import type { OutputFile } from '../target.ts';
import type { SitePlaces } from './places.ts';
import { fieldOf } from '../../model/field.ts';
import { asText } from '../../reader/site/config/values.ts';
import { json } from '../code/json.ts';
import { printCode } from '../code/print.ts';
import { type CodeValue, constant, exportDefault, expression, importOf, member, name, typed } from '../code/tree.ts';
import { titleOf } from '../hugo-order.ts';
import { iconFor } from '../scaffold/icon.ts';
import { factsOf, htmlLanguage, isRightToLeft, withShownLanguages } from '../scaffold/site-facts.ts';
import { versionSettings } from './docs-versions.ts';
import { FOLDERS } from './facts.ts';
import { footerLinks, navbarItems, type ThemeMenus, withParts } from './menus.ts';
import { additionalLanguages } from './prism.ts';

/** What the content asks of the site. */
export interface Needs {
  readonly components: readonly ComponentUse[];
  readonly languages: readonly string[];
  readonly math: boolean;
  readonly hasMarkdown: boolean;
  readonly redirects: readonly Redirect[];
}

export interface Redirect {
  readonly from: string;
  readonly to: string;
}

/** The content of a site, around which the rest is built. */
export interface SiteAround {
  readonly site: Site;
  readonly pages: readonly PageMeta[];
  readonly places: SitePlaces;
  readonly needs: Needs;
  readonly menus: ThemeMenus;
}

/** What of that the configuration asks for again and again. */
export interface Shape extends SiteAround {
  readonly mermaid: boolean;
  /** Whether pages may be `.md`. */
  readonly hasMarkdown: boolean;
  readonly hasDocs: boolean;
  readonly hasBlog: boolean;
}

export function shapeOf({ site, pages, places, needs, menus }: SiteAround): Shape {
  const areas = new Set(pages.map((page) => places.placeOf(page).area));
  return {
    site: withShownLanguages(site, pages),
    pages,
    places,
    needs,
    menus,
    mermaid: needs.languages.includes('mermaid'),
    hasMarkdown: needs.hasMarkdown,
    hasDocs: areas.has('docs'),
    hasBlog: areas.has('blog'),
  };
}

/** The redirects as the plugin takes them. */
export const redirectFile = ({ redirects }: Needs): OutputFile[] =>
  redirects.length > 0 ? [{ path: 'redirects.json', text: json(redirects) }] : [];

/** The configuration of a new site. */
export function configOf(shape: Shape): string {
  const { needs } = shape;
  return printCode([
    importOf(['themes'], 'prism-react-renderer'),
    importOf(['Config'], '@docusaurus/types', 'type'),
    ...(needs.redirects.length > 0 ? [importOf('redirects', './redirects.json')] : []),
    constant(typed('config', 'Config'), expression(settingsOf(shape))),
    exportDefault(name('config')),
  ]);
}

function settingsOf(shape: Shape): CodeValue {
  const { site, needs, mermaid, hasMarkdown, menus, places } = shape;
  const facts = factsOf(site);
  const report = 'warn';
  return {
    title: facts.title,
    tagline: facts.description,
    favicon: iconFor(site).slice(1),
    url: facts.origin,
    baseUrl: facts.base,
    trailingSlash: true,
    onBrokenLinks: report,
    onBrokenAnchors: report,
    markdown: {
      // Otherwise Markdown is read as MDX.
      format: hasMarkdown ? 'detect' : undefined,
      mermaid: mermaid || undefined,
      hooks: { onBrokenMarkdownLinks: report, onBrokenMarkdownImages: report },
    },
    future: { v4: true, faster: true },
    i18n: localesOf(site),
    presets: [['classic', { ...contentOf(shape), theme: { customCss: './src/css/custom.css' } }]],
    ...pluginsOf(shape),
    themeConfig: {
      colorMode: { respectPrefersColorScheme: true },
      navbar: { title: facts.title, items: navbarItems(withParts(menus, shape), site, places.versions.length > 0) },
      footer: footerOf(footerLinks(menus), facts.copyright),
      prism: {
        theme: member('themes', 'github'),
        darkTheme: member('themes', 'dracula'),
        additionalLanguages: highlighted(needs),
      },
    },
  };
}

/** What docs and posts are set to, so that pages have the addresses that they have in Hugo. */
export function contentOf({ site, pages, places, hasDocs, hasBlog }: Shape): { readonly [key: string]: CodeValue } {
  const blog = pages.find(({ path, language }) => path === `/${places.blog}` && language === site.defaultLanguage);
  return {
    docs: hasDocs && {
      path: FOLDERS.docs.main,
      routeBasePath: places.docsRoute === '' ? '/' : places.docsRoute,
      numberPrefixParser: false,
      onInlineTags: 'ignore',
      ...versionSettings(site, places.versions, places.hasCurrent),
    },
    blog: hasBlog && {
      path: FOLDERS.blog.main,
      routeBasePath: places.blog,
      blogTitle: blog && titleOf(blog) ? titleOf(blog) : 'Blog',
      blogDescription: blog && asText(fieldOf(blog.frontMatter, 'description')?.value),
      blogSidebarCount: 'ALL',
      onInlineTags: 'ignore',
      onInlineAuthors: 'ignore',
      onUntruncatedBlogPosts: 'ignore',
    },
  };
}

/** Plugins and themes for what the content has. */
export const pluginsOf = ({ needs, mermaid }: Shape): { readonly [key: string]: CodeValue } => ({
  plugins:
    needs.redirects.length > 0
      ? [['@docusaurus/plugin-client-redirects', { redirects: name('redirects') }]]
      : undefined,
  themes: mermaid ? ['@docusaurus/theme-mermaid'] : undefined,
});

/** The languages of code that must be named. */
export const highlighted = ({ languages }: Needs): readonly string[] =>
  additionalLanguages(languages.filter((language) => language !== 'mermaid'));

export function localesOf(site: Site): CodeValue {
  const configs = site.languages.map((language) => [
    language.code,
    {
      label: language.name,
      htmlLang: htmlLanguage(language),
      direction: isRightToLeft(language.code) ? 'rtl' : undefined,
    },
  ]);
  return {
    defaultLocale: site.defaultLanguage,
    locales: [...new Set([site.defaultLanguage, ...site.languages.map(({ code }) => code)])],
    localeConfigs: Object.fromEntries(configs),
  };
}

const footerOf = (links: CodeValue[] | undefined, copyright: string | undefined): CodeValue =>
  links || copyright !== undefined ? { links, copyright } : undefined;
