import type { CodeOptions, Tab } from '../../model/nodes.ts';
import type { MdxDialect } from '../../writers/mdx/dialect.ts';
import type { TreeHandlers } from '../../writers/mdx/tree/state.ts';
import { braceMeta, plainMdx } from '../../writers/mdx/plain-mdx.ts';
import { directiveAdmonition } from '../../writers/mdx/tree/handlers/directive.ts';
import { formulaHandlers } from '../../writers/mdx/tree/handlers/formula.ts';
import { tabs } from '../../writers/mdx/tree/handlers/semantic.ts';
import { keyFromText } from '../key-from-text.ts';
import { ADMONITIONS, type Area, FIELD_FORMS, FIELD_KEYS, IMPORTS, LINK_TARGET } from './facts.ts';

const handlers: Partial<TreeHandlers> = {
  ...formulaHandlers,
  admonition: directiveAdmonition(ADMONITIONS),
  tabs: (node, state) => tabs({ ...node, children: withValues(node.children) }, state),
};

const dialectOf = (area: Area): MdxDialect => ({
  ...plainMdx,
  name: 'docusaurus',
  headingId: 'comment',
  linkTarget: LINK_TARGET,
  summaryDivider: 'truncate',
  fieldKeys: FIELD_KEYS[area],
  fieldForms: FIELD_FORMS[area],
  imports: IMPORTS,
  tabs: { component: 'Tabs', group: 'groupId', tab: 'TabItem', label: 'label', value: 'value' },
  steps: { form: 'list' },
  liveCode: { component: 'CodeBlock', lang: 'language', meta: 'metastring' },
  // Whether numbers stand in a column of their own is the theme's business.
  codeMeta: ({ options, ...code }) => braceMeta({ ...code, ...(options && { options: withoutColumns(options) }) }),
  handlers,
});

/** How MDX is written for each area. */
export const DIALECTS: { readonly [A in Area]: MdxDialect } = {
  docs: dialectOf('docs'),
  blog: dialectOf('blog'),
  pages: dialectOf('pages'),
};

const withoutColumns = ({ other, ...options }: CodeOptions): CodeOptions => ({
  ...options,
  ...(other && { other: other.filter(({ name }) => name.toLowerCase() !== 'linenos') }),
});

/** Every tab needs a value that no other tab of its set has. */
function withValues(children: readonly Tab[]): Tab[] {
  const used = new Set<string>();
  return children.map((tab) => {
    const base = tab.value ?? keyFromText(tab.label, 'tab');
    let value = base;
    for (let count = 2; used.has(value); count++) value = `${base}-${count}`;
    used.add(value);
    return { ...tab, value };
  });
}
