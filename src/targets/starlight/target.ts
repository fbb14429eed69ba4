import type { Field, FieldValue, Page, PageMeta } from '../../model/page.ts';
import type { FlowContent } from '../../model/nodes.ts';
import type { PageFields } from '../../writers/mdx/front-matter/shape.ts';
import type { MdxRun, PageNeeds } from '../mdx-page.ts';
import type { OutputFile, Target, TargetContext, TargetSession } from '../target.ts';
import type { PagePlace } from './places.ts';
import { plainText } from '../../model/plain-text.ts';
import { relativeAddress } from '../../model/address.ts';
import { checkAnchors } from '../../passes/links/anchors.ts';
import { type AddressBook, createAddressBook, type LinkLayout } from '../../passes/links/address-book.ts';
import { createLinkResolver } from '../../passes/links/resolve.ts';
import { loadMdxParser } from '../../writers/mdx/parser.ts';
import { labelOf, titleFromName, titleOf, weightOf } from '../hugo-order.ts';
import { createPageWriter, joinNeeds, needsOf, withExtension } from '../mdx-page.ts';
import { factsOf } from '../scaffold/site-facts.ts';
import { publishedCopies, staticCopies } from '../static-copies.ts';
import { urlFile } from '../url-file.ts';
import { VARIABLES_FILE, variablesModule } from '../variables.ts';
import { starlightMdx } from './dialect.ts';
import { CONTENT_FOLDER, siteComponent, STATIC_FOLDER } from './facts.ts';
import { placePage, placeResource } from './places.ts';
import { planSidebar } from './sidebar.ts';

const VARIABLES_PATH = `src/${VARIABLES_FILE}`;

/** A Starlight site’s content, at the addresses that the pages have in Hugo. */
export const starlightTarget: Target = {
  name: 'starlight',
  open: async (context): Promise<TargetSession<Contribution>> => {
    const { site, pages } = context;
    const parser = await loadMdxParser({ headingAttributes: true });
    const resolver = createLinkResolver({ site, shown: new Set(pages.map(({ file }) => file)) });
    const { layout, book } = createLinks(context);
    const run: MdxRun = {
      context,
      parser,
      resolver,
      book,
      prepare: (input) => ({ input, dialect: starlightMdx }),
      variablesFrom: (page) => relativeAddress(`/${placePage(page, site, 'mdx').file}`, `/${VARIABLES_PATH}`),
      otherwiseFrom: (page) => {
        const { file } = placePage(page, site, 'mdx');
        return (name) => siteComponent(name, file);
      },
    };
    const writePage = createPageWriter(run);
    const scaffold = context.options.scaffold ? (await import('./scaffold.ts')).scaffold : undefined;
    const contentFiles = new Set(site.pages.map(({ file }) => file));
    return {
      page(input) {
        const { page } = input;
        const place = placePage(page, site, 'mdx');
        const written = writePage(input, fieldsFor(page, place, site.title));
        const files: OutputFile[] = [
          { path: withExtension(place.file, written), text: written.text },
          ...page.resources
            .filter(({ file }) => !contentFiles.has(file))
            .map(({ file }) => ({
              path: `${CONTENT_FOLDER}/${placeResource(file, page.language, site)}`,
              copyOf: file,
            })),
        ];
        const hidden = page.frontMatter.fields.some(isHiding) ? { hidden: page.file } : {};
        const contribution = { ...needsOf(written, starlightMdx, run), ...hidden };
        return { files, diagnostics: written.diagnostics, outcomes: written.outcomes, contribution };
      },
      finish(contributions) {
        const bundled = new Set(site.pages.flatMap(({ resources }) => resources.map(({ file }) => file)));
        const links = contributions.map((page) => page.links);
        const urls = urlFile({ site, pages, layout });
        const variables = variablesModule(VARIABLES_PATH, contributions);
        const files = [
          ...staticCopies(site, STATIC_FOLDER, bundled),
          ...publishedCopies(links, STATIC_FOLDER),
          ...variables.files,
          urls.file,
        ];
        const diagnostics = [...checkAnchors(links), ...variables.diagnostics, ...urls.diagnostics];
        if (!scaffold) return { files, diagnostics };
        const hidden = new Set(contributions.flatMap((page) => page.hidden ?? []));
        const sidebar = planSidebar(site, pages, ({ file }) => hidden.has(file));
        const shape = { site, pages, needs: joinNeeds(contributions), sidebar, redirects: redirectsOf(context) };
        return { files: [...files, ...scaffold(shape)], diagnostics };
      },
    };
  },
};

interface Contribution extends PageNeeds {
  /** The page's source file, where menus leave it out. */
  readonly hidden?: string;
}

function createLinks({ site }: TargetContext): { readonly layout: LinkLayout; readonly book: AddressBook } {
  const layout: LinkLayout = {
    fileOf: (page) => placePage(page, site, 'mdx').path,
    urlOf: ({ permalink }) => (permalink === '' ? undefined : permalink),
    // Starlight makes no lists.
    urlOfList: () => undefined,
    // A page that a language lacks is shown in it too, and its files are not there.
    originOf: ({ permalink }, to) => (to === 'file' && site.languages.length > 1 ? undefined : permalink || undefined),
    besideOf: (file, { language }) => placeResource(file, language, site),
    rootOf: () => '',
  };
  const book = createAddressBook(layout, {
    pages: 'url',
    // Astro takes care of pictures in Markdown, and of no other file.
    files: { link: 'url', image: 'asWritten', figure: 'url', href: 'url', src: 'url' },
    base: factsOf(site).base.slice(0, -1),
  });
  return { layout, book };
}

const textValue = (value: string): FieldValue => ({ type: 'text', value, source: value });
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

const isHiding = ({ meaning, value }: Field): boolean =>
  meaning === 'hidden' && value.type === 'boolean' && value.value;

/** Starlight wants a title of every page: that of its first heading, or a name. */
function fallbackTitle(page: Page, siteTitle: string): string {
  const label = labelOf(page);
  if (label !== '') return label;
  if (page.kind === 'home') return siteTitle || 'Home';
  const heading = page.body.find((node: FlowContent) => node.type === 'heading' && node.depth === 1);
  const text = heading ? plainText([heading]).trim() : '';
  return text || titleFromName(page.path.slice(page.path.lastIndexOf('/') + 1)) || siteTitle || 'Page';
}

/** Old addresses of pages, as Astro has them; what stands at an address today goes before what stood there. */
function redirectsOf({ site, pages }: TargetContext): Record<string, string> {
  const base = factsOf(site).base.slice(0, -1);
  const taken = new Set(pages.map(({ permalink }) => permalink));
  const redirects = new Map<string, string>();
  const byAlias = (page: PageMeta): void => {
    for (const alias of page.aliases) {
      // Brackets are Astro's sign for parts that vary.
      if (taken.has(alias) || redirects.has(alias) || /[[\]]/.test(alias)) continue;
      redirects.set(alias, base + page.permalink);
    }
  };
  for (const page of pages) if (page.permalink !== '') byAlias(page);
  return Object.fromEntries([...redirects].toSorted(([a], [b]) => (a < b ? -1 : 1)));
}
