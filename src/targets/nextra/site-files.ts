/** The files of a new site that are the same for every site: what differs stands in `site.json`. */
import type { OutputFile } from '../target.ts';
import { typescriptConfig } from '../next-config.ts';

const LAYOUT = `import type { Metadata } from 'next';
import Link from 'next/link';
import type { ReactNode } from 'react';
import { Footer, Layout, Navbar } from 'nextra-theme-docs';
import { Head } from 'nextra/components';
import { getPageMap } from 'nextra/page-map';
import 'nextra-theme-docs/style.css';
import { LanguageSwitch } from './language-switch';
import { languageOf, site } from './site';

/** What every page of a language says of itself unless it says better. */
export const metadataFor = (code: string): Metadata => {
  const { title, description } = languageOf(code);
  return {
    title: { default: title, template: \`%s | \${title}\` },
    description,
    metadataBase: new URL(site.origin),
    icons: { icon: site.icon },
  };
};

/** The frame around the pages of a language. */
export function layoutFor(code: string) {
  const language = languageOf(code);
  const others = new Set(site.languages.map(({ folder }) => folder).filter((name) => name !== language.folder));
  return async function SiteLayout({ children }: { children: ReactNode }) {
    const pageMap = await getPageMap(\`/\${language.folder}\`);
    return (
      <html lang={language.lang} dir={language.dir} suppressHydrationWarning>
        <Head />
        <body>
          <Layout
            pageMap={pageMap.filter((item) => !('name' in item && others.has(item.name)))}
            navbar={
              <Navbar logo={<b>{language.title}</b>} logoLink={\`/\${language.folder}\`}>
                {site.languages.length > 1 && <LanguageSwitch current={code} languages={site.languages} />}
              </Navbar>
            }
            footer={<Footer>{footerOf(code)}</Footer>}
            editLink={null}
            feedback={{ content: null }}
          >
            {children}
          </Layout>
        </body>
      </html>
    );
  };
}

function footerOf(code: string): ReactNode {
  const links = languageOf(code).footer;
  if (links.length === 0 && !site.copyright) return undefined;
  return (
    <div>
      {links.length > 0 && (
        <p>
          {links.map(({ label, href }) => (
            <Link key={href + label} href={href} style={{ marginInlineEnd: '1.5em' }}>
              {label}
            </Link>
          ))}
        </p>
      )}
      {site.copyright && <p>{site.copyright}</p>}
    </div>
  );
}
`;

const PAGES = `import type { Metadata } from 'next';
import { generateStaticParamsFor, importPage } from 'nextra/pages';
import { useMDXComponents as getComponents } from '../mdx-components';
import { languageOf, site } from './site';
import translations from './translations.json';

interface PageProps {
  params: Promise<{ mdxPath?: string[] }>;
}

const allParams = generateStaticParamsFor('mdxPath');
const { wrapper: Wrapper } = getComponents();

/** The pages of a language: those below its folder, or all that are in no language's folder. */
export function pagesOf(code: string) {
  const { folder } = languageOf(code);
  const folders = new Set(site.languages.map((language) => language.folder));
  const pathOf = async ({ params }: PageProps) => {
    const { mdxPath = [] } = await params;
    return folder === '' ? mdxPath : [folder, ...mdxPath];
  };
  return {
    async generateStaticParams() {
      const all = (await allParams()) as { mdxPath: string[] }[];
      if (folder === '') return all.filter(({ mdxPath: [first = ''] }) => first === '' || !folders.has(first));
      return all
        .filter(({ mdxPath }) => mdxPath[0] === folder)
        .map(({ mdxPath }) => ({ mdxPath: mdxPath.slice(1) }));
    },
    async generateMetadata(props: PageProps): Promise<Metadata> {
      const path = await pathOf(props);
      const { metadata } = await importPage(path);
      const { title, description, keywords } = metadata as Metadata;
      const address = \`/\${path.map((part) => \`\${part}/\`).join('')}\`;
      const languages = (translations as Record<string, Record<string, string>>)[decodeURI(address)];
      return { title, description, keywords, ...(languages && { alternates: { languages } }) };
    },
    async Page(props: PageProps) {
      const { default: Content, toc, metadata, sourceCode } = await importPage(await pathOf(props));
      return (
        <Wrapper toc={toc} metadata={metadata} sourceCode={sourceCode}>
          <Content />
        </Wrapper>
      );
    },
  };
}
`;

const SITE = `import data from './site.json';

export interface SiteLanguage {
  code: string;
  name: string;
  lang: string;
  dir: string;
  title: string;
  description?: string;
  /** First part of its addresses; empty where they have none. */
  folder: string;
  /** The address of its first page. */
  home: string;
  footer: { label: string; href: string }[];
}

export interface SiteData {
  origin: string;
  icon: string;
  copyright?: string;
  languages: SiteLanguage[];
}

export const site: SiteData = data;

export function languageOf(code: string): SiteLanguage {
  const language = site.languages.find((one) => one.code === code);
  if (!language) throw new Error(\`site.json has no language \${code}\`);
  return language;
}
`;

const LANGUAGE_SWITCH = `'use client';
import type { SiteLanguage } from './site';

interface LanguageSwitchProps {
  current: string;
  languages: Pick<SiteLanguage, 'code' | 'name' | 'lang' | 'home'>[];
}

/** Leads to the same page in another language, or to the first page of that language where there is none. */
export function LanguageSwitch({ current, languages }: LanguageSwitchProps) {
  const goTo = (code: string) => {
    const language = languages.find((one) => one.code === code);
    const page = document.querySelector<HTMLLinkElement>(\`link[rel="alternate"][hreflang="\${language?.lang}"]\`);
    if (page) location.pathname = new URL(page.href).pathname;
    else if (language) location.pathname = language.home;
  };
  return (
    <select aria-label="Language" value={current} onChange={(event) => goTo(event.target.value)}>
      {languages.map(({ code, name, lang }) => (
        <option key={code} value={code} lang={lang}>
          {name}
        </option>
      ))}
    </select>
  );
}
`;

export const SITE_FILES: readonly OutputFile[] = [
  { path: 'site/layout.tsx', text: LAYOUT },
  { path: 'site/pages.tsx', text: PAGES },
  { path: 'site/site.ts', text: SITE },
  { path: 'site/language-switch.tsx', text: LANGUAGE_SWITCH },
  typescriptConfig(),
  { path: '.gitignore', text: 'node_modules\n.next\nout\nnext-env.d.ts\ntsconfig.tsbuildinfo\npublic/_pagefind\n' },
];
