import type { ComponentBlock, Heading } from '../../model/nodes.ts';
import type { Field, FieldValue, Page } from '../../model/page.ts';
import type { PageFields } from '../../writers/mdx/front-matter/shape.ts';
import type { MdxRun, PageNeeds } from '../mdx-page.ts';
import type { WriterInput } from '../../writers/writer.ts';
import type { ComponentImports, OutputFile, Target, TargetContext, TargetSession } from '../target.ts';
import type { PagePlace, SitePlaces } from './places.ts';
import type { Redirect } from './scaffold.ts';
import type { Sidebar } from './sidebar.ts';
import { createDiagnostic } from '../../diagnostics/diagnostic.ts';
import type { PageLinks } from '../../passes/links/rewrite-links.ts';
import { checkAnchors } from '../../passes/links/anchors.ts';
import { createLinkResolver } from '../../passes/links/resolve.ts';
import { loadMdxParser } from '../../writers/mdx/parser.ts';
import { titleFromName, titleOf } from '../hugo-order.ts';
import { createPageWriter, joinNeeds, needsOf, withExtension } from '../mdx-page.ts';
import { publishedCopies, staticCopies } from '../static-copies.ts';
import { urlFile } from '../url-file.ts';
import { VARIABLES_FILE, variablesModule } from '../variables.ts';
import { authorsOf, isAuthorField, printAuthors } from './authors.ts';
import { DIALECTS } from './dialect.ts';
import { COMPONENT_FOLDER, FOLDERS, STATIC_FOLDER } from './facts.ts';
import { createLinks } from './links.ts';
import { belowLanguage, planPlaces } from './places.ts';
import { planSidebar } from './sidebar.ts';
import { keepTitleIds } from './title-ids.ts';

const VARIABLES_PATH = `src/${VARIABLES_FILE}`;

/** Docs, blog and pages of a Docusaurus 3 site, at the addresses that the pages have in Hugo. */
export const docusaurusTarget: Target = {
  name: 'docusaurus',
  open: async (context): Promise<TargetSession<PageNeeds>> => {
    const { site, pages } = context;
    const parser = await loadMdxParser();
    const places = planPlaces(site, 'mdx');
    const sidebar = planSidebar(site, places);
    const resolver = createLinkResolver({ site, shown: new Set(pages.map(({ file }) => file)) });
    const { layout, book } = createLinks(context, places);
    const run: MdxRun = {
      context,
      parser,
      resolver,
      book,
      variablesFrom: () => `@site/${VARIABLES_PATH}`,
      imports: OWN_IMPORTS,
      componentFolder: `@site/${COMPONENT_FOLDER}`,
      prepare: (input) => {
        const place = places.placeOf(input.page);
        return { input: withOwnParts(input, place), dialect: DIALECTS[place.area] };
      },
    };
    const writePage = createPageWriter(run);
    const scaffold = context.options.scaffold ? (await import('./scaffold.ts')).scaffold : undefined;
    const contentFiles = new Set(site.pages.map(({ file }) => file));
    return {
      page(input) {
        const { page } = input;
        const place = places.placeOf(page);
        const fields = fieldsFor(page, place, sidebar, site.title);
        const written = writePage(input, fields);
        const files: OutputFile[] = [{ path: withExtension(place.file, written), text: written.text }];
        const diagnostics = [...written.diagnostics];
        if (place.standIn !== undefined) {
          // Docusaurus knows a translation only by the page that it translates.
          const unlisted = { ...fields, set: { ...fields.set, unlisted: booleanValue(true) } };
          const path = withExtension(place.standIn, written);
          files.push({ path, text: writePage(input, unlisted).text });
          const facts = { language: page.language, written: path };
          diagnostics.push(createDiagnostic('docusaurus-translation-only', facts, { file: page.file }));
        }
        for (const { file } of page.resources) {
          if (!contentFiles.has(file)) files.push({ path: places.resourceOf(file, page), copyOf: file });
        }
        return {
          files,
          diagnostics,
          outcomes: written.outcomes,
          contribution: needsOf(written, DIALECTS[place.area], run),
        };
      },
      finish(contributions) {
        const links = contributions.map((page) => page.links);
        const urls = urlFile({ site, pages, layout });
        const variables = variablesModule(VARIABLES_PATH, contributions);
        const files = [...siteFiles(context, places, sidebar, links), ...variables.files, urls.file];
        const diagnostics = [...checkAnchors(links), ...variables.diagnostics, ...urls.diagnostics];
        if (!scaffold) return { files, diagnostics };
        const needs = scaffoldNeeds(context, places, contributions);
        return { files: [...files, ...scaffold(site, pages, places, needs)], diagnostics };
      },
    };
  },
};

/** What the files of a whole site must know of its pages. */
const scaffoldNeeds = (context: TargetContext, places: SitePlaces, contributions: readonly PageNeeds[]) => ({
  ...joinNeeds(contributions),
  hasMarkdown: context.options.extension !== 'mdx',
  redirects: redirectsOf(context, places),
});

/** What Docusaurus does not show of a page by itself: the title outside of docs and posts, and what a section holds. */
function withOwnParts(read: WriterInput, { area }: PagePlace): WriterInput {
  const page = keepTitleIds(read.page);
  const input = { ...read, page };
  const title = titleOf(page);
  const [first] = page.body;
  const isTitled = first?.type === 'heading' && first.depth === 1;
  if (area === 'pages' && page.permalink !== '' && title !== '' && !isTitled) {
    const heading: Heading = {
      type: 'heading',
      depth: 1,
      idSource: 'none',
      children: [{ type: 'text', value: title }],
    };
    return { ...input, page: { ...page, body: [heading, ...page.body] } };
  }
  if (area !== 'docs' || page.kind !== 'section' || page.body.length > 0) return input;
  return { ...input, page: { ...page, body: [CARD_LIST] } };
}

const CARD_LIST: ComponentBlock = { type: 'componentBlock', name: 'DocCardList', props: [], children: [] };

const OWN_IMPORTS: ComponentImports = { DocCardList: { from: '@theme/DocCardList', kind: 'default' } };

/** Old addresses, in all languages: the plugin makes each in every language. */
function redirectsOf({ site, pages }: TargetContext, places: SitePlaces): Redirect[] {
  const taken = new Set(pages.map((page) => places.routeOf(page) || '/'));
  const redirects = new Map<string, Redirect>();
  for (const page of pages) {
    if (page.permalink === '') continue;
    for (const alias of page.aliases) {
      // One that ends in `.html` is another address than the same without it.
      const from = belowLanguage({ permalink: alias, language: page.language }, site) || '/';
      if (!taken.has(from) && !redirects.has(from)) redirects.set(from, { from, to: places.routeOf(page) || '/' });
    }
  }
  return [...redirects.values()].toSorted((a, b) => (a.from < b.from ? -1 : 1));
}

const booleanValue = (value: boolean): FieldValue => ({ type: 'boolean', value, source: String(value) });
const numberValue = (value: number): FieldValue => ({ type: 'integer', value, source: String(value) });
const textValue = (value: string): FieldValue => ({ type: 'text', value, source: value });

/** What the front matter of a page says for Docusaurus alone. */
function fieldsFor(page: Page, place: PagePlace, { positions }: Sidebar, siteTitle: string): PageFields {
  const position = place.area === 'docs' ? positions.get(place.path) : undefined;
  const authors = place.area === 'blog' ? authorsOf(page) : [];
  const isHidden = place.area === 'docs' && page.frontMatter.fields.some(isHiding);
  const title = titleOf(page) === '' && page.kind !== 'page' ? titleFor(page, siteTitle) : undefined;
  return {
    set: {
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

const isHiding = ({ meaning, value }: Field): boolean =>
  meaning === 'hidden' && value.type === 'boolean' && value.value;

function siteFiles(
  { site, pages }: TargetContext,
  places: SitePlaces,
  sidebar: Sidebar,
  links: readonly PageLinks[],
): OutputFile[] {
  const posts = pages.filter((page) => places.placeOf(page).area === 'blog');
  const authors = posts.flatMap(authorsOf);
  const bundled = new Set(site.pages.flatMap(({ resources }) => resources.map(({ file }) => file)));
  return [
    ...sidebar.categories,
    ...(authors.length > 0 ? [{ path: `${FOLDERS.blog.main}/authors.yml`, text: printAuthors(authors) }] : []),
    ...staticCopies(site, STATIC_FOLDER, bundled),
    ...publishedCopies(links, STATIC_FOLDER),
  ];
}
