import type { Page } from '../../model/page.ts';
import type { Site } from '../../model/site.ts';
import type { PageFields } from '../../writers/mdx/front-matter/shape.ts';
import type { Target } from '../target.ts';
import type { UrlPlace } from '../url-places.ts';
import type { UrlFramework } from '../url-target.ts';
import { cardList } from '../child-list.ts';
import { titleOf } from '../hugo-order.ts';
import { fallbackTitle, isWithoutContents, textValue } from '../own-fields.ts';
import { openUrlTarget } from '../url-target.ts';
import { checkSite, isServed } from './check.ts';
import { importFor } from './components.ts';
import { mintlifyMdx } from './dialect.ts';
import { SNIPPET_FOLDER, VARIABLES_PATH } from './facts.ts';
import { keepMintlifyIds } from './heading-ids.ts';
import { addressOf, pathOf } from './paths.ts';

/** A Mintlify site’s content, at the addresses that the pages have in Hugo. */
export const mintlifyTarget: Target = {
  name: 'mintlify',
  open: async (context) =>
    openUrlTarget(context, {
      ...mintlify,
      around: context.options.scaffold ? (await import('./scaffold.ts')).scaffold : (await import('./setup.ts')).setup,
    }),
};

const mintlify: Omit<UrlFramework, 'around'> = {
  dialect: mintlifyMdx,
  staticFolder: '',
  partialFolder: SNIPPET_FOLDER,
  variablesPath: VARIABLES_PATH,
  variablesKind: 'named',
  componentFolder: `/${SNIPPET_FOLDER}`,
  otherwiseFrom: importFor,
  fileOf: pathOf,
  urlOf: addressOf,
  addresses: 'root',
  pages: 'mdx',
  features: { headingAttributes: true, math: true },
  versions: 'apart',
  // Where the site stands is a setting of its host, which puts the path before all addresses.
  links: { baseIn: [] },
  keepIds: keepMintlifyIds,
  children: cardList,
  fieldsFor,
  isServed,
  check: checkSite,
};

/** What the front matter of a page says for Mintlify alone, which would make a title of the file’s name. */
function fieldsFor(page: Page, _: UrlPlace | undefined, site: Site): PageFields {
  return {
    set: {
      ...(titleOf(page) === '' && { title: textValue(fallbackTitle(page, site.title)) }),
      ...(page.frontMatter.fields.some(isWithoutContents) && { mode: textValue('wide') }),
    },
    elsewhere: ({ meaning }) => meaning === 'tableOfContents',
  };
}
