import type { Page } from '../../model/page.ts';
import type { Site } from '../../model/site.ts';
import type { PageFields } from '../../writers/mdx/front-matter/shape.ts';
import type { Target } from '../target.ts';
import type { UrlPlace } from '../url-places.ts';
import type { UrlFramework } from '../url-target.ts';
import { cardList } from '../child-list.ts';
import { titleOf } from '../hugo-order.ts';
import { fallbackTitle, textValue } from '../own-fields.ts';
import { openUrlTarget } from '../url-target.ts';
import { fumadocsMdx } from './dialect.ts';
import { COMPONENT_FOLDER, CONTENT_FOLDER, PARTIAL_FOLDER, STATIC_FOLDER, VARIABLES_PATH } from './facts.ts';

/** A Fumadocs site’s content, at the addresses that the pages have in Hugo. */
export const fumadocsTarget: Target = {
  name: 'fumadocs',
  open: async (context) =>
    openUrlTarget(context, {
      ...fumadocs,
      around: context.options.scaffold ? (await import('./scaffold.ts')).scaffold : (await import('./setup.ts')).setup,
    }),
};

const fumadocs: Omit<UrlFramework, 'around'> = {
  dialect: fumadocsMdx,
  staticFolder: STATIC_FOLDER,
  partialFolder: PARTIAL_FOLDER,
  variablesPath: VARIABLES_PATH,
  componentFolder: `@/${COMPONENT_FOLDER}`,
  fileOf: ({ folder, stem }) => [CONTENT_FOLDER, folder, stem].filter((part) => part !== '').join('/'),
  // Links in Markdown are Next's own.
  links: { baseIn: ['image', 'figure', 'href', 'src'] },
  // A page that a language lacks is shown in it too.
  isShownElsewhere: ({ languages }) => languages.length > 1,
  children: cardList,
  fieldsFor,
};

/** What the front matter of a page says for Fumadocs alone: it wants a title of every page. */
function fieldsFor(page: Page, _: UrlPlace | undefined, site: Site): PageFields {
  return { set: titleOf(page) === '' ? { title: textValue(fallbackTitle(page, site.title)) } : {} };
}
