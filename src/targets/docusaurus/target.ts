import type { ComponentBlock } from '../../model/nodes.ts';
import type { Page, PageMeta } from '../../model/page.ts';
import type { GeneratedPage } from '../../model/site.ts';
import type { PageFields } from '../../writers/mdx/front-matter/shape.ts';
import type { MdxDialect } from '../../writers/mdx/dialect.ts';
import type { MdxPage, MdxRun, PageNeeds } from '../mdx-page.ts';
import type { WriterInput } from '../../writers/writer.ts';
import type { ComponentImports, OutputFile, Target, TargetContext, TargetSession } from '../target.ts';
import type { PagePlace, SitePlaces } from './places.ts';
import type { Sidebar } from './sidebar.ts';
import { createDiagnostic } from '../../diagnostics/diagnostic.ts';
import { createLinkResolver } from '../../passes/links/resolve.ts';
import { loadMdxParser } from '../../writers/mdx/parser.ts';
import { titleFromName, titleOf } from '../hugo-order.ts';
import { type ChildLists, createChildLists, withChildList } from '../child-list.ts';
import { booleanValue, isHiding, numberValue, textValue } from '../own-fields.ts';
import { filesBeside } from '../static-copies.ts';
import { withTitleHeading } from '../title-heading.ts';
import { createPageWriter, needsOf, withExtension, writeLists } from '../mdx-page.ts';
import { addedDate, undatedPost } from './post-date.ts';
import { authorsOf, isAuthorField } from './authors.ts';
import { DIALECTS } from './dialect.ts';
import { COMPONENT_FOLDER, VARIABLES_PATH } from './facts.ts';
import { finishSite } from './finish.ts';
import { createLinks } from './links.ts';
import { withVersionsInDocs } from './docs-versions.ts';
import { variablesPath } from '../variables.ts';
import { docsRouteOf, planPlaces } from './places.ts';
import { planSidebar } from './sidebar.ts';
import { keepTitleIds } from './title-ids.ts';

/** Docs, blog and pages of a Docusaurus 3 site, at the addresses that the pages have in Hugo. */
export const docusaurusTarget: Target = {
  name: 'docusaurus',
  open: async (given): Promise<TargetSession<PageNeeds>> => {
    const context = withVersionsInDocs(given, docsRouteOf(given.routes));
    const { site, pages } = context;
    const parser = await loadMdxParser();
    const places = planPlaces(context.routes, 'mdx');
    const sidebar = planSidebar(places);
    const resolver = createLinkResolver({ site, shown: new Set(pages.map(({ file }) => file)) });
    const lists = createChildLists(context);
    const ownLists = listsToWrite(context, places, lists);
    const { layout, book } = createLinks(context, places, new Set(ownLists));
    const dialectOf = (page: PageMeta): MdxDialect => DIALECTS[places.placeOf(page).area];
    const run: MdxRun = {
      context,
      parser,
      resolver,
      book,
      variablesFrom: (page) => `@site/${variablesPath(VARIABLES_PATH, page)}`,
      imports: OWN_IMPORTS,
      componentFolder: `@site/${COMPONENT_FOLDER}`,
      prepare: (input) => ({
        input: withOwnParts(input, places.placeOf(input.page), lists),
        dialect: dialectOf(input.page),
      }),
    };
    const writePage = createPageWriter(run);
    const writeOne = (input: WriterInput): MdxPage =>
      writePage(input, fieldsFor(input.page, places.placeOf(input.page), sidebar, site.title));
    const around = context.options.scaffold
      ? (await import('./scaffold.ts')).scaffold
      : (await import('./setup.ts')).setup;
    const contentFiles = new Set(site.pages.map(({ file }) => file));
    return {
      page(input) {
        const { page } = input;
        const place = places.placeOf(page);
        const written = writeOne(input);
        const files: OutputFile[] = [{ path: withExtension(place.file, written), text: written.text }];
        const diagnostics = [...written.diagnostics, ...undatedPost(page, place)];
        if (place.standIn !== undefined) {
          // Docusaurus knows a translation only by the page that it translates.
          const path = withExtension(place.standIn, written);
          files.push({ path, text: writePage(input, unlisted(fieldsFor(page, place, sidebar, site.title))).text });
          const facts = { language: page.language, written: path };
          diagnostics.push(createDiagnostic('docusaurus-translation-only', facts, { file: page.file }));
        }
        for (const file of filesBeside(page, written, contentFiles)) {
          files.push({ path: places.resourceOf(file, page), copyOf: file });
        }
        const contribution = needsOf(written, dialectOf(page), run);
        return { files, diagnostics, outcomes: written.outcomes, contribution };
      },
      finish(contributed) {
        const pathOf = (page: Page): string => places.placeOf(page).file;
        const written = writeLists(ownLists, site, { write: writeOne, pathOf });
        const needs = written.map(({ input, output }) => needsOf(output, dialectOf(input.page), run));
        const files = written.map(({ file }) => file);
        return finishSite([...contributed, ...needs], files, { context, places, sidebar, layout, resolver, around });
      },
    };
  },
};

/** The same for a page that menus do not show. */
const unlisted = ({ set, ...fields }: PageFields): PageFields => ({
  ...fields,
  set: { ...set, unlisted: booleanValue(true) },
});

/** The lists without a content file that Docusaurus does not make: a translation is only read where the original is. */
function listsToWrite({ site }: TargetContext, places: SitePlaces, { generated }: ChildLists): GeneratedPage[] {
  const own = generated.filter(({ kind, path }) => kind === 'section' && !places.lists.has(path));
  const originals = new Set(own.filter(({ language }) => language === site.defaultLanguage).map(({ path }) => path));
  return own.filter(({ path }) => originals.has(path));
}

/** What Docusaurus does not show of a page by itself: the title outside of docs and posts, and what a section holds. */
function withOwnParts(read: WriterInput, { area }: PagePlace, lists: ChildLists): WriterInput {
  const page = keepTitleIds(read.page);
  // The lists of posts are Docusaurus' own.
  const input = area === 'pages' ? withChildList({ ...read, page }, lists) : { ...read, page };
  const { body } = input.page;
  if (area === 'pages' && page.permalink !== '') return { ...input, page: withTitleHeading(input.page, titleOf(page)) };
  if (area !== 'docs' || page.kind !== 'section' || body.length > 0) return input;
  return { ...input, page: { ...page, body: [CARD_LIST] } };
}

const CARD_LIST: ComponentBlock = { type: 'componentBlock', name: 'DocCardList', props: [], children: [] };

const OWN_IMPORTS: ComponentImports = { DocCardList: { from: '@theme/DocCardList', kind: 'default' } };

/** What the front matter of a page says for Docusaurus alone. */
function fieldsFor(page: Page, place: PagePlace, { positionOf }: Sidebar, siteTitle: string): PageFields {
  const position = positionOf(place);
  const authors = place.area === 'blog' ? authorsOf(page) : [];
  const isHidden = place.area === 'docs' && page.frontMatter.fields.some(isHiding);
  const title = titleOf(page) === '' && page.kind !== 'page' ? titleFor(page, siteTitle) : undefined;
  const added = addedDate(page, place);
  return {
    set: {
      ...(added && { date: { type: 'date', value: added.date, source: added.date } }),
      ...(title !== undefined && { title: textValue(title) }),
      ...(place.slug !== undefined && { slug: textValue(place.slug) }),
      ...(position !== undefined && { sidebar_position: numberValue(position) }),
      ...(isHidden && { sidebar_class_name: textValue('hidden') }),
      ...(authors.length > 0 && { authors: { type: 'list', items: authors.map(({ key }) => textValue(key)) } }),
    },
    elsewhere: (field) =>
      field.name === 'slug' ||
      field.meaning === 'slug' ||
      field.meaning === 'hidden' ||
      (authors.length > 0 && isAuthorField(field)),
  };
}

/** What Hugo calls a list whose author gave it no title. */
const titleFor = ({ kind, path }: Page, siteTitle: string): string =>
  kind === 'home' ? siteTitle : titleFromName(path.slice(path.lastIndexOf('/') + 1));
