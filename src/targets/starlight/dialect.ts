import type { MdxDialect } from '../../writers/mdx/dialect.ts';
import type { TreeHandlers } from '../../writers/mdx/tree/state.ts';
import { plainMdx } from '../../writers/mdx/plain-mdx.ts';
import { directiveAdmonition } from '../../writers/mdx/tree/handlers/directive.ts';
import { formulaHandlers } from '../../writers/mdx/tree/handlers/formula.ts';
import { ASIDES, FIELD_FORMS, FIELD_KEYS, IMPORTS } from './facts.ts';

const handlers: Partial<TreeHandlers> = {
  ...formulaHandlers,
  admonition: directiveAdmonition(ASIDES),
};

/** How MDX is written for Starlight. */
export const starlightMdx: MdxDialect = {
  ...plainMdx,
  name: 'starlight',
  attributes: 'html',
  headingId: 'attribute',
  fieldKeys: FIELD_KEYS,
  fieldForms: FIELD_FORMS,
  imports: IMPORTS,
  tabs: { component: 'Tabs', group: 'syncKey', tab: 'TabItem', label: 'label' },
  steps: { form: 'list', component: 'Steps' },
  liveCode: { component: 'Code', lang: 'lang', meta: 'meta', code: 'code' },
  cards: { component: 'CardGrid', card: 'Card', title: 'title' },
  handlers,
};
