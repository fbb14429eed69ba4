/** A new Starlight site around the content: configuration, packages, components. */
import type { PageMeta } from '../../model/page.ts';
import type { Site } from '../../model/site.ts';
import type { SiteNeeds } from '../mdx-page.ts';
import type { OutputFile } from '../target.ts';
import type { SidebarItem } from './sidebar.ts';
import { json } from '../code/json.ts';
import { printCode } from '../code/print.ts';
import {
  call,
  type CodeValue,
  exportConstant,
  exportDefault,
  expression,
  importOf,
  member,
  name,
} from '../code/tree.ts';
import { keyFromText } from '../key-from-text.ts';
import { iconFile, iconFor } from '../scaffold/icon.ts';
import { factsOf, htmlLanguage, isRightToLeft, withShownLanguages } from '../scaffold/site-facts.ts';
import { languageAliases } from '../scaffold/code-names.ts';
import type { SocialLink } from './menus.ts';
import { componentFiles } from './components.ts';
import { STYLE_FILE, styleFile } from './styles.ts';
import { FIELD_FORMS, NODE, OPTIONAL_PACKAGES, PACKAGES, STATIC_FOLDER } from './facts.ts';

export interface StarlightShape {
  readonly site: Site;
  readonly pages: readonly PageMeta[];
  readonly needs: SiteNeeds;
  readonly sidebar: readonly SidebarItem[];
  readonly social: readonly SocialLink[];
  readonly redirects: Readonly<Record<string, string>>;
}

/** The files of a site that `npm install && npm run build` builds. */
export function scaffold(shape: StarlightShape): OutputFile[] {
  const { needs, sidebar } = shape;
  return [
    { path: 'package.json', text: json(packageOf(shape)) },
    { path: 'astro.config.mjs', text: configOf(shape, 'new') },
    { path: 'sidebar.json', text: json(sidebar) },
    ...iconFile(shape.site, factsOf(shape.site).title, STATIC_FOLDER),
    ...redirectFile(shape),
    { path: 'src/content.config.ts', text: contentConfig(shape) },
    {
      path: 'tsconfig.json',
      text: json({ extends: 'astro/tsconfigs/strict' }),
    },
    { path: '.gitignore', text: 'node_modules\n.astro\ndist\n' },
    ...componentFiles(needs.components),
    ...styleFile(needs.components),
  ];
}

/** The redirects as Astro takes them. */
export const redirectFile = ({ redirects }: StarlightShape): OutputFile[] =>
  Object.keys(redirects).length > 0 ? [{ path: 'redirects.json', text: json(redirects) }] : [];

const packageOf = ({ site, needs }: StarlightShape): unknown => ({
  name: keyFromText(factsOf(site).title, 'site'),
  private: true,
  type: 'module',
  scripts: { dev: 'astro dev', build: 'astro build', preview: 'astro preview' },
  dependencies: { ...PACKAGES, ...(needs.math && OPTIONAL_PACKAGES.math) },
  engines: { node: NODE },
});

/** The configuration of a new site, or what an existing one has to have in its own. */
export function configOf({ site, pages, needs, redirects, social }: StarlightShape, whose: 'new' | 'existing'): string {
  const langAlias = languageAliases(needs.languages);
  const facts = factsOf(site);
  const hasRedirects = Object.keys(redirects).length > 0;
  const settings: CodeValue = {
    ...(whose === 'new' && { site: facts.origin, base: facts.base === '/' ? undefined : facts.base }),
    trailingSlash: 'always',
    redirects: hasRedirects ? name('redirects') : undefined,
    markdown: { processor: call(name('satteri'), { features: { headingAttributes: true } }) },
    integrations: [
      call(name('starlight'), {
        ...(whose === 'new' && { title: facts.title, description: facts.description, favicon: iconFor(site) }),
        ...localesOf(withShownLanguages(site, pages)),
        social: social.length > 0 ? social.map((link) => ({ ...link })) : undefined,
        sidebar: name('sidebar'),
        customCss: whose === 'new' && styleFile(needs.components).length > 0 ? [`./${STYLE_FILE}`] : undefined,
        expressiveCode: Object.keys(langAlias).length > 0 ? { shiki: { langAlias } } : undefined,
      }),
    ],
  };
  return printCode([
    importOf(['satteri'], '@astrojs/markdown-satteri'),
    importOf('starlight', '@astrojs/starlight'),
    importOf(['defineConfig'], 'astro/config'),
    ...(hasRedirects ? [importOf('redirects', './redirects.json', 'json')] : []),
    importOf('sidebar', './sidebar.json', 'json'),
    exportDefault(call(name('defineConfig'), settings)),
  ]);
}

/** A single language without a folder needs no locales, only its name. */
function localesOf(site: Site): Readonly<Record<string, CodeValue>> {
  const locales = site.languages.map((language): [string, CodeValue] => {
    const isRoot = language.urlPrefix === '' && language.code === site.defaultLanguage;
    const direction = isRightToLeft(language.code) ? { dir: 'rtl' } : {};
    return [
      isRoot ? 'root' : language.urlPrefix || language.code,
      { label: language.name, lang: htmlLanguage(language), ...direction },
    ];
  });
  const first = site.languages.findIndex(({ code }) => code === site.defaultLanguage);
  return { defaultLocale: locales[first]?.[0] ?? 'root', locales: Object.fromEntries(locales) };
}

/** The schema takes the fields that pages have, which it would leave out otherwise. */
export function contentConfig({ pages }: StarlightShape): string {
  const keys = new Set(pages.flatMap(({ frontMatter }) => frontMatter.fields.map(({ key }) => key)));
  const own = [...keys].filter((key) => !Object.hasOwn(FIELD_FORMS, key)).toSorted();
  const anything = call(member(call(member('z', 'any')), 'optional'));
  const extend = call(member('z', 'object'), Object.fromEntries(own.map((key) => [key, anything])));
  const docs = call(name('defineCollection'), {
    loader: call(name('docsLoader')),
    schema: call(name('docsSchema'), { extend }),
  });
  return printCode([
    importOf(['docsLoader'], '@astrojs/starlight/loaders'),
    importOf(['docsSchema'], '@astrojs/starlight/schema'),
    importOf(['defineCollection'], 'astro:content'),
    importOf(['z'], 'astro/zod'),
    exportConstant('collections', expression({ docs })),
  ]);
}
