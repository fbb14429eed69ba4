import type { Field, FieldValue, Page, PageMeta } from '../../model/page.ts';
import type { PageFields } from '../../writers/mdx/front-matter/shape.ts';
import type { GeneratedPage } from '../../model/site.ts';
import type { WriterInput } from '../../writers/writer.ts';
import type { MdxPage, MdxRun } from '../mdx-page.ts';
import type { OutputFile, Target, TargetContext, TargetSession } from '../target.ts';
import type { PagePlace } from './places.ts';
import { relativeAddress } from '../../model/address.ts';
import { type AddressBook, createAddressBook, type LinkLayout } from '../../passes/links/address-book.ts';
import { createLinkResolver } from '../../passes/links/resolve.ts';
import { loadMdxParser } from '../../writers/mdx/parser.ts';
import { labelOf, titleOf, weightOf } from '../hugo-order.ts';
import { fallbackTitle, isHiding, textValue } from '../own-fields.ts';
import { createChildLists, withChildList } from '../child-list.ts';
import { createPageWriter, needsOf, withExtension, writeLists } from '../mdx-page.ts';
import { filesBeside } from '../static-copies.ts';
import { createTwins } from '../routes/twins.ts';
import { basePath } from '../scaffold/site-facts.ts';
import { variablesPath } from '../variables.ts';
import { starlightMdx } from './dialect.ts';
import { CONTENT_FOLDER, LINK_CARD, siteComponent, VARIABLES_PATH } from './facts.ts';
import { type Contribution, finishSite } from './finish.ts';
import { cardsFor } from './cards.ts';
import { placePage, placeResource } from './places.ts';

/** A Starlight site’s content, at the addresses that the pages have in Hugo. */
export const starlightTarget: Target = {
  name: 'starlight',
  open: async (context): Promise<TargetSession<Contribution>> => {
    const { site, routes, pages } = context;
    const parser = await loadMdxParser({ headingAttributes: true });
    const resolver = createLinkResolver({ site, shown: new Set(pages.map(({ file }) => file)) });
    const lists = createChildLists(context);
    // What stands at the root of an existing site is its own.
    const ownLists = lists.generated.filter(({ kind }) => kind !== 'home' || context.options.scaffold);
    const { layout, book } = createLinks(context, new Set(ownLists));
    const pathOf = (page: PageMeta): string => placePage(page, routes, 'mdx').file;
    const run: MdxRun = {
      context,
      parser,
      resolver,
      book,
      imports: { LinkCard: LINK_CARD },
      prepare: (input) => ({ input: withChildList(input, lists, cardsFor(site)), dialect: starlightMdx }),
      variablesFrom: (page) => relativeAddress(`/${pathOf(page)}`, `/${variablesPath(VARIABLES_PATH, page)}`),
      otherwiseFrom: (page) => {
        const { file } = placePage(page, routes, 'mdx');
        return (name) => siteComponent(name, file);
      },
    };
    const writePage = createPageWriter(run);
    const writeOne = (input: WriterInput): MdxPage =>
      writePage(input, fieldsFor(input.page, placePage(input.page, routes, 'mdx'), site.title));
    const around = context.options.scaffold
      ? (await import('./scaffold.ts')).scaffold
      : (await import('./setup.ts')).setup;
    const contentFiles = new Set(site.pages.map(({ file }) => file));
    return {
      page(input) {
        const { page } = input;
        const written = writeOne(input);
        const files: OutputFile[] = [
          { path: withExtension(pathOf(page), written), text: written.text },
          ...filesBeside(page, written, contentFiles).map((file) => ({
            path: `${CONTENT_FOLDER}/${placeResource(file, page, routes)}`,
            copyOf: file,
          })),
        ];
        const hidden = page.frontMatter.fields.some(isHiding) ? { hidden: page.file } : {};
        const contribution = { ...needsOf(written, starlightMdx, run), ...hidden };
        return { files, diagnostics: written.diagnostics, outcomes: written.outcomes, contribution };
      },
      finish(given) {
        const written = writeLists(ownLists, site, { write: writeOne, pathOf });
        const contributions = [...given, ...written.map(({ output }) => needsOf(output, starlightMdx, run))];
        const files = written.map(({ file }) => file);
        return finishSite(contributions, files, { context, layout, resolver, around });
      },
    };
  },
};

function createLinks(
  { site, routes }: TargetContext,
  lists: ReadonlySet<GeneratedPage>,
): { readonly layout: LinkLayout; readonly book: AddressBook } {
  const layout: LinkLayout = {
    fileOf: (page) => placePage(page, routes, 'mdx').path,
    urlOf: (page) => routes.of(page).url || undefined,
    urlOfList: (list) => (lists.has(list) ? routes.of(list).url : undefined),
    // A page that a language lacks is shown in it too, and its files are not there.
    originOf: (page, to) => (to === 'file' && site.languages.length > 1 ? undefined : routes.of(page).url || undefined),
    besideOf: (file, owner) => placeResource(file, owner, routes),
    rootOf: () => '',
    twinOf: createTwins(routes),
  };
  const book = createAddressBook(layout, {
    pages: 'url',
    // Astro takes care of pictures in Markdown, and of no other file.
    files: { link: 'url', image: 'asWritten', figure: 'url', href: 'url', src: 'url', prop: 'url' },
    base: basePath(site),
  });
  return { layout, book };
}

const field = (key: string, value: FieldValue): Field => ({ key, name: key.toLowerCase(), value });

/** What the front matter of a page says for Starlight alone. */
function fieldsFor(page: Page, place: PagePlace, siteTitle: string): PageFields {
  const sidebar = sidebarFields(page);
  const title = titleOf(page) === '' ? fallbackTitle(page, siteTitle) : undefined;
  return {
    set: {
      ...(title !== undefined && { title: textValue(title) }),
      ...(place.slug !== undefined && { slug: textValue(place.slug) }),
      ...(sidebar.length > 0 && { sidebar: { type: 'map', fields: sidebar } }),
    },
    elsewhere: ({ name, meaning }) =>
      name === 'slug' || meaning === 'slug' || meaning === 'label' || meaning === 'order' || meaning === 'hidden',
  };
}

function sidebarFields(page: Page): Field[] {
  const weight = weightOf(page);
  const label = labelOf(page);
  return [
    ...(label !== '' && label !== titleOf(page) ? [field('label', textValue(label))] : []),
    ...(weight === undefined ? [] : [field('order', { type: 'integer', value: weight, source: String(weight) })]),
    ...(page.frontMatter.fields.some(isHiding)
      ? [field('hidden', { type: 'boolean', value: true, source: 'true' })]
      : []),
  ];
}
