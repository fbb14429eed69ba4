/** The files of a new site that are the same for every site: what differs stands in `site.json`. */
import type { OutputFile } from '../target.ts';
import { CONFIG_FILES } from './config-files.ts';

const LAYOUT = `import type { Metadata } from 'next';
import type { ReactNode } from 'react';
import { defineI18nUI } from 'fumadocs-ui/i18n';
import { DocsLayout } from 'fumadocs-ui/layouts/docs';
import { RootProvider } from 'fumadocs-ui/provider/next';
import '@/app/global.css';
import { i18n } from './i18n';
import { languageOf, site } from './site';
import { source } from './source';

interface LayoutProps {
  children: ReactNode;
  params: Promise<{ lang?: string }>;
}

const names = Object.fromEntries(site.languages.map(({ locale, name }) => [locale, { displayName: name }]));
const ui = i18n && defineI18nUI(i18n, names);

export const metadata: Metadata = {
  title: { default: site.title, template: \`%s | \${site.title}\` },
  description: site.description,
  metadataBase: new URL(site.origin),
  icons: { icon: site.icon },
};

export default async function SiteLayout({ children, params }: LayoutProps) {
  const { lang } = await params;
  const language = languageOf(lang);
  return (
    <html lang={language.lang} dir={language.dir} suppressHydrationWarning>
      <body>
        <RootProvider i18n={ui?.provider(lang)} search={{ options: { api: site.search } }}>
          <DocsLayout
            tree={source.getPageTree(lang)}
            nav={{ title: language.title, url: language.home }}
            links={language.links}
            sidebar={{ footer: site.copyright && <p>{site.copyright}</p> }}
          >
            {children}
          </DocsLayout>
        </RootProvider>
      </body>
    </html>
  );
}
`;

const PAGE = `import type { Metadata } from 'next';
import { DocsBody, DocsDescription, DocsPage, DocsTitle } from 'fumadocs-ui/layouts/docs/page';
import { notFound } from 'next/navigation';
import { getMDXComponents } from '@/mdx-components';
import { source } from './source';

interface PageProps {
  params: Promise<{ lang?: string; slug?: string[] }>;
}

async function pageOf({ params }: PageProps) {
  const { lang, slug } = await params;
  return source.getPage(slug, lang) ?? notFound();
}

export default async function Page(props: PageProps) {
  const page = await pageOf(props);
  const { body: Body, toc, full, title, description, tableOfContents } = page.data;
  const contents = { enabled: tableOfContents !== false };
  return (
    <DocsPage toc={toc} full={full} tableOfContent={contents} tableOfContentPopover={contents}>
      {/* A text may begin with a title of its own. */}
      {toc[0]?.depth !== 1 && <DocsTitle>{title}</DocsTitle>}
      <DocsDescription>{description}</DocsDescription>
      <DocsBody>
        <Body components={getMDXComponents()} />
      </DocsBody>
    </DocsPage>
  );
}

export const generateStaticParams = () => source.generateParams();

export async function generateMetadata(props: PageProps): Promise<Metadata> {
  const { title, description } = (await pageOf(props)).data;
  return { title, description };
}
`;

const SOURCE = `import { docs } from 'fumadocs-mdx:collections/server';
import { loader } from 'fumadocs-core/source';
import { i18n } from './i18n';

export const source = loader({
  baseUrl: '/',
  source: docs.toFumadocsSource(),
  i18n,
  pageTree: {
    transformers: [
      {
        // What menus call a page where that is not its title.
        file(node, path) {
          const file = path === undefined ? undefined : this.storage.read(path);
          const { sidebarTitle } = (file?.data ?? {}) as { sidebarTitle?: string };
          return sidebarTitle === undefined ? node : { ...node, name: sidebarTitle };
        },
      },
    ],
  },
});
`;

const SITE = `import data from './site.json';

export interface SiteLink {
  text: string;
  url: string;
}

export interface SiteLanguage {
  /** First part of its addresses, or its code where they have none. */
  locale: string;
  name: string;
  lang: string;
  dir: 'ltr' | 'rtl';
  title: string;
  home: string;
  links: SiteLink[];
}

export interface SiteData {
  title: string;
  description?: string;
  origin: string;
  icon: string;
  copyright?: string;
  search: string;
  /** Whether the default language has a part of its addresses too. */
  isPrefixed: boolean;
  /** The default language first. */
  languages: SiteLanguage[];
}

export const site = data as SiteData;

export function languageOf(locale: string | undefined): SiteLanguage {
  const language = site.languages.find((one) => one.locale === locale) ?? site.languages[0];
  if (!language) throw new Error('site.json names no language');
  return language;
}
`;

const I18N = `import { defineI18n } from 'fumadocs-core/i18n';
import { site } from './site';

const [first] = site.languages;

/** Nothing where the site has one language. */
export const i18n =
  site.languages.length > 1 && first
    ? defineI18n({
        languages: site.languages.map(({ locale }) => locale),
        defaultLanguage: first.locale,
        hideLocale: site.isPrefixed ? 'never' : 'default-locale',
        parser: 'dir',
      })
    : undefined;
`;

const PICTURE = `import type { ComponentProps } from 'react';

/** Pictures of Markdown, whose sizes nobody need know. */
export const Picture = ({ alt = '', ...props }: ComponentProps<'img'>) => <img alt={alt} loading="lazy" {...props} />;
`;

const SEARCH = `import { createFromSource } from 'fumadocs-core/search/server';
import { source } from '@/site/source';

export const { GET } = createFromSource(source);
`;

/** In every new site. */
export const SITE_FILES: readonly OutputFile[] = [
  ...CONFIG_FILES,
  { path: 'site/layout.tsx', text: LAYOUT },
  { path: 'site/page.tsx', text: PAGE },
  { path: 'site/source.ts', text: SOURCE },
  { path: 'site/site.ts', text: SITE },
  { path: 'site/i18n.ts', text: I18N },
  { path: 'site/picture.tsx', text: PICTURE },
  { path: 'app/api/search/route.ts', text: SEARCH },
  { path: '.gitignore', text: 'node_modules\n.next\n.source\nnext-env.d.ts\ntsconfig.tsbuildinfo\n' },
];

const LAYOUT_ROUTE = `export { default, metadata } from '@/site/layout';
`;

const PAGE_ROUTE = `export { default, generateMetadata, generateStaticParams } from '@/site/page';

export const dynamicParams = false;
`;

const PROXY = `import { createI18nMiddleware } from 'fumadocs-core/i18n/middleware';
import { NextResponse } from 'next/server';
import { i18n } from '@/site/i18n';

/** Finds the language that an address is in. */
export default i18n ? createI18nMiddleware(i18n) : () => NextResponse.next();

/** Pages only: not what Next serves by itself, and no files. */
export const config = { matcher: ['/((?!_next/|api/search|.*\\\\.[^/]+$).*)'] };
`;

/** Where pages are found: below their language where there are several. */
export const routeFiles = (hasLanguages: boolean): readonly OutputFile[] => {
  const folder = hasLanguages ? 'app/[lang]' : 'app';
  return [
    { path: `${folder}/layout.tsx`, text: LAYOUT_ROUTE },
    { path: `${folder}/[[...slug]]/page.tsx`, text: PAGE_ROUTE },
    ...(hasLanguages ? [{ path: 'proxy.ts', text: PROXY }] : []),
  ];
};
