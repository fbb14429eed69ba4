/** The lists that Hugo makes without a content file: sections, taxonomies and their terms. */
import type { PageMeta } from '../../../model/page.ts';
import type { GeneratedPage } from '../../../model/site.ts';
import type { PreparedPage } from './prepare-pages.ts';
import { fieldOf } from '../../../model/field.ts';
import { asTexts } from '../config/values.ts';
import { comparePaths, fileName } from '../site-files.ts';
import { normalizePath, sanitizePath, type PathRules } from '../url/path-text.ts';
import { sectionOf } from './page-tree.ts';

export interface GeneratedContext {
  readonly language: string;
  readonly pathRules: PathRules;
  readonly taxonomies: readonly string[];
  readonly disabledKinds: ReadonlySet<string>;
  /** The language's sections, with files of their own or not. */
  readonly sections: ReadonlySet<string>;
  readonly pages: ReadonlyMap<string, PreparedPage>;
  /** Entries of the page index. */
  readonly metas: readonly PageMeta[];
  readonly addressOf: (path: string) => string;
}

/** The lists of one language that have no file, by path. */
export function generatedPages(context: GeneratedContext): readonly GeneratedPage[] {
  const { pages, disabledKinds } = context;
  const built = context.metas.filter(({ hidden, owner }) => hidden.length === 0 && owner === undefined);
  const candidates = [...listSections(built, context), ...listTaxonomies(built, context)];
  return candidates
    .filter(({ path, kind }) => !pages.has(path) && !disabledKinds.has(kind))
    .toSorted((a, b) => comparePaths(a.path, b.path));
}

function listSections(built: readonly PageMeta[], context: GeneratedContext): readonly GeneratedPage[] {
  const taxonomies = new Set(context.taxonomies);
  const listed = new Map<string, PageMeta[]>(
    [...context.sections].filter((path) => !taxonomies.has(path)).map((path) => [path, []]),
  );
  for (const page of built) if (page.path !== '/') listed.get(sectionOf(page.path, context.sections))?.push(page);
  return [...listed].map(([path, pages]) =>
    made(path === '/' ? 'home' : 'section', path, fileName(path), pages, context),
  );
}

function listTaxonomies(built: readonly PageMeta[], context: GeneratedContext): readonly GeneratedPage[] {
  return context.taxonomies.flatMap((taxonomy) => {
    const terms = new Map<string, { readonly title: string; readonly pages: PageMeta[] }>();
    for (const page of built) {
      const field = fieldOf(page.frontMatter.fields, taxonomy.slice(1));
      for (const term of asTexts(field?.value)) {
        const name = normalizePath(sanitizePath(term, context.pathRules));
        if (name === '') continue;
        const known = terms.get(name);
        if (known) known.pages.push(page);
        else terms.set(name, { title: term, pages: [page] });
      }
    }
    const lists = [...terms].map(([name, term]) =>
      made('term', `${taxonomy}/${name}`, term.title, term.pages, context),
    );
    return [made('taxonomy', taxonomy, fileName(taxonomy), [], context), ...lists];
  });
}

function made(
  kind: GeneratedPage['kind'],
  path: string,
  title: string,
  pages: readonly PageMeta[],
  { language, addressOf }: GeneratedContext,
): GeneratedPage {
  return { kind, path, language, permalink: addressOf(path), title, pages: pages.map(({ file }) => file) };
}
