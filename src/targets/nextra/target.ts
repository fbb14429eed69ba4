import type { FlowContent } from '../../model/nodes.ts';
import type { Page } from '../../model/page.ts';
import type { Site } from '../../model/site.ts';
import type { PageFields } from '../../writers/mdx/front-matter/shape.ts';
import type { Target } from '../target.ts';
import type { UrlPlace } from '../url-places.ts';
import type { UrlFramework } from '../url-target.ts';
import { titleOf } from '../hugo-order.ts';
import { booleanValue, fallbackTitle, textValue } from '../own-fields.ts';
import { withTitleHeading } from '../title-heading.ts';
import { openUrlTarget } from '../url-target.ts';
import { nextraMdx } from './dialect.ts';
import { COMPONENT_FOLDER, CONTENT_FOLDER, PARTIAL_FOLDER, STATIC_FOLDER, VARIABLES_PATH } from './facts.ts';
import { keepNextraIds } from './heading-ids.ts';

/** A Nextra 4 site’s content, at the addresses that the pages have in Hugo. */
export const nextraTarget: Target = {
  name: 'nextra',
  open: async (context) =>
    openUrlTarget(context, {
      ...nextra,
      around: context.options.scaffold ? (await import('./scaffold.ts')).scaffold : (await import('./setup.ts')).setup,
    }),
};

const nextra: Omit<UrlFramework, 'around'> = {
  dialect: nextraMdx,
  staticFolder: STATIC_FOLDER,
  partialFolder: PARTIAL_FOLDER,
  variablesPath: VARIABLES_PATH,
  componentFolder: `@/${COMPONENT_FOLDER}`,
  fileOf: ({ folder, stem }) => [CONTENT_FOLDER, folder, stem].filter((part) => part !== '').join('/'),
  // Links in Markdown are Next's own.
  links: { baseIn: ['image', 'figure', 'href', 'src'] },
  keepIds: keepNextraIds,
  prepare: (page, site) => (page.permalink === '' ? page : withTitleHeading(page, titleFor(page, site))),
  fieldsFor,
};

/** A page whose author gave it a heading for a title has one. */
const titleFor = (page: Page, site: Site): string =>
  titleOf(page) || (page.body.some(isTitle) ? '' : fallbackTitle(page, site.title));

const isTitle = (node: FlowContent): boolean => node.type === 'heading' && node.depth === 1;

/** What the front matter of a page says for Nextra alone: a folder's own page is not one of those in it. */
function fieldsFor(page: Page, place: UrlPlace | undefined, site: Site): PageFields {
  const title = titleOf(page) === '' ? fallbackTitle(page, site.title) : undefined;
  return {
    set: {
      ...(title !== undefined && { title: textValue(title) }),
      ...(place?.stem.endsWith('/index') && { asIndexPage: booleanValue(true) }),
    },
  };
}
