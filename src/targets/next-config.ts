/** What the frameworks on Next have in common: its configuration, and what an existing site of theirs is told. */
import type { Redirect } from '../passes/links/url-table.ts';
import type { ReactKit } from './scaffold/react-components.ts';
import type { SetupPart } from './setup-file.ts';
import type { OutputFile } from './target.ts';
import type { UrlSite } from './url-site.ts';
import { decodeAddress } from '../model/address.ts';
import { json } from './code/json.ts';
import { printCode } from './code/print.ts';
import { call, type Code, type CodeValue, constant, exportDefault, importOf, name, promiseOf } from './code/tree.ts';
import { basePath } from './scaffold/site-facts.ts';

/** Where Next looks for the components of pages. */
export const REGISTRATION_FILE = 'mdx-components.tsx';

/** How components are written in a site of Next. */
export const kitFor = (folder: string): ReactKit => ({
  folder,
  classes: {},
  link: { from: 'next/link', address: 'href' },
  formulaStyle: 'katex/dist/katex.min.css',
});

/** A framework as a function around Next's settings: how it is imported, what it is called and what makes it. */
export interface NextPlugin {
  readonly imported: Code;
  readonly name: string;
  readonly made: Code;
}

/** `next.config`: of a new site, or what an existing one has to have in its own. */
export function nextConfig({ site }: Pick<UrlSite, 'site'>, hasRedirects: boolean, plugin: NextPlugin): string {
  const base = basePath(site);
  const settings: CodeValue = {
    basePath: base === '' ? undefined : base,
    trailingSlash: true,
    redirects: hasRedirects ? promiseOf(name('redirects')) : undefined,
  };
  return printCode([
    plugin.imported,
    ...(hasRedirects ? [importOf('redirects', './redirects.json', 'json')] : []),
    constant(name(plugin.name), plugin.made),
    exportDefault(call(name(plugin.name), settings)),
  ]);
}

/** `tsconfig.json` of a new site; `paths` are what the framework makes and is imported by name. */
export const typescriptConfig = (paths: Readonly<Record<string, readonly string[]>> = {}): OutputFile => ({
  path: 'tsconfig.json',
  text: json({
    compilerOptions: {
      target: 'ES2022',
      lib: ['dom', 'dom.iterable', 'esnext'],
      allowJs: true,
      skipLibCheck: true,
      strict: true,
      noEmit: true,
      incremental: true,
      module: 'esnext',
      esModuleInterop: true,
      moduleResolution: 'bundler',
      resolveJsonModule: true,
      isolatedModules: true,
      jsx: 'react-jsx',
      paths: { '@/*': ['./*'], ...paths },
      plugins: [{ name: 'next' }],
    },
    include: ['next-env.d.ts', '**/*.ts', '**/*.tsx', '.next/types/**/*.ts', '.next/dev/types/**/*.ts'],
    exclude: ['node_modules'],
  }),
});

/** A file of the content's root, which an existing site has one of its own of. */
export const mergedPart = (file: OutputFile, about: string, lang: string): SetupPart[] =>
  'text' in file ? [{ title: file.path, about, code: { lang, value: file.text } }] : [];

/** The components that an existing site has to write, and how they are registered. */
export const componentPart = (names: readonly string[], folder: string, registration: string): SetupPart[] =>
  names.length === 0
    ? []
    : [
        {
          title: REGISTRATION_FILE,
          about: `Pages show components that the site must have: ${names.join(', ')}. Write a file for each below ${folder}, or have a mapping say where it is, and register them:`,
          code: { lang: 'tsx', value: registration },
        },
      ];

/** The redirects as Next takes them; it puts the site's path before both ends. */
export const redirectFile = (redirects: readonly Redirect[]): OutputFile[] =>
  redirects.length > 0 ? [{ path: 'redirects.json', text: json(redirects.map(toNext)) }] : [];

const toNext = ({ from, to }: Redirect) => ({ source: literal(from), destination: to, permanent: true });

/** Some signs are those of a pattern to Next. */
const literal = (path: string): string => encodeURI(decodeAddress(path)).replaceAll(/[\\:*+?(){}]/g, '\\$&');
