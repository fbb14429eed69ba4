import type { Field, FieldValue, Page } from '../../model/page.ts';
import type { PageFields } from '../../writers/mdx/front-matter/shape.ts';
import type { OutputFile, Target, TargetContext } from '../target.ts';
import type { PagePlace, SitePlaces } from './places.ts';
import type { Sidebar } from './sidebar.ts';
import { createDiagnostic } from '../../diagnostics/diagnostic.ts';
import { keepHeadingIds } from '../../passes/heading-ids.ts';
import { loadMdxParser } from '../../writers/mdx/parser.ts';
import { writeMdx } from '../../writers/mdx/write.ts';
import { createGithubIds } from '../github-ids.ts';
import { titleFromName, titleOf } from '../hugo-order.ts';
import { staticCopies } from '../static-copies.ts';
import { authorsOf, isAuthorField, printAuthors } from './authors.ts';
import { DIALECTS } from './dialect.ts';
import { FOLDERS, STATIC_FOLDER } from './facts.ts';
import { planPlaces } from './places.ts';
import { planSidebar } from './sidebar.ts';

/** Docs, blog and pages of a Docusaurus 3 site, at the addresses that the pages have in Hugo. */
export const docusaurusTarget: Target = {
  name: 'docusaurus',
  open: async (context) => {
    const { site, components, options } = context;
    const parser = await loadMdxParser();
    const places = planPlaces(site, 'mdx');
    const sidebar = planSidebar(site, places);
    return {
      page(given) {
        const page = keepHeadingIds(given.page, createGithubIds);
        const input = { ...given, page };
        const place = places.placeOf(page);
        const shared = { dialect: DIALECTS[place.area], imports: components, unmapped: options.unmapped, parser };
        const fields = fieldsFor(page, place, sidebar, site.title);
        const { text, diagnostics, outcomes } = writeMdx(input, { ...shared, fields });
        const files: OutputFile[] = [{ path: place.file, text }];
        const found = [...diagnostics];
        if (place.standIn !== undefined) {
          // Docusaurus knows a translation only by the page that it translates.
          const unlisted = { ...fields, set: { ...fields.set, unlisted: booleanValue(true) } };
          files.push({ path: place.standIn, text: writeMdx(input, { ...shared, fields: unlisted }).text });
          const facts = { language: page.language, written: place.standIn };
          found.push(createDiagnostic('docusaurus-translation-only', facts, { file: page.file }));
        }
        const copies = page.resources.map(({ file }) => ({ path: places.resourceOf(file, page), copyOf: file }));
        return { files: [...files, ...copies], diagnostics: found, outcomes };
      },
      finish: () => ({ files: siteFiles(context, places, sidebar), diagnostics: [] }),
    };
  },
};

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

function siteFiles({ site, pages }: TargetContext, places: SitePlaces, sidebar: Sidebar): OutputFile[] {
  const posts = pages.filter((page) => places.placeOf(page).area === 'blog');
  const authors = posts.flatMap(authorsOf);
  const bundled = new Set(site.pages.flatMap(({ resources }) => resources.map(({ file }) => file)));
  return [
    ...sidebar.categories,
    ...(authors.length > 0 ? [{ path: `${FOLDERS.blog.main}/authors.yml`, text: printAuthors(authors) }] : []),
    ...staticCopies(site, STATIC_FOLDER, bundled),
  ];
}
