import type { Tab, Tabs } from '../../model/nodes.ts';
import type { MdxDialect } from '../../writers/mdx/dialect.ts';
import type { TreeHandlers } from '../../writers/mdx/tree/state.ts';
import { braceMeta, plainMdx } from '../../writers/mdx/plain-mdx.ts';
import { calloutAdmonition } from '../../writers/mdx/tree/handlers/callout.ts';
import { formulaHandlers } from '../../writers/mdx/tree/handlers/formula.ts';
import { tabs } from '../../writers/mdx/tree/handlers/semantic.ts';
import { CALLOUTS, FIELD_FORMS, FIELD_KEYS, IMPORTS } from './facts.ts';

const handlers: Partial<TreeHandlers> = {
  ...formulaHandlers,
  admonition: calloutAdmonition(CALLOUTS),
  tabs: (node, state) => tabs(withOwnLabels(node), state),
};

/** How MDX is written for Fumadocs. */
export const fumadocsMdx: MdxDialect = {
  ...plainMdx,
  name: 'fumadocs',
  headingId: 'brackets',
  fieldKeys: FIELD_KEYS,
  fieldForms: FIELD_FORMS,
  imports: IMPORTS,
  tabs: { component: 'Tabs', group: 'groupId', items: 'items', tab: 'Tab', label: 'value' },
  steps: { form: 'components', component: 'Steps', step: 'Step' },
  cards: {
    component: 'Cards',
    card: 'Card',
    title: 'title',
    link: 'href',
    plain: { component: 'CardBox', cards: 'any' },
  },
  codeMeta: (code) => braceMeta(code).filter(isKnown).map(inItsWords),
  handlers,
};

/** Whether numbers stand in a column of their own is the theme's business. */
const isKnown = (part: string): boolean => !part.toLowerCase().startsWith('linenos=');

/** Numbers of lines have another name. */
const inItsWords = (part: string): string =>
  part === 'showLineNumbers' || part.startsWith('showLineNumbers=') ? `lineNumbers${part.slice(15)}` : part;

/** A tab is told by its label, which no other of its set may have. */
function withOwnLabels(node: Tabs): Tabs {
  const used = new Set<string>();
  const children = node.children.map((tab): Tab => {
    let { label } = tab;
    for (let count = 2; used.has(label); count++) label = `${tab.label} ${count}`;
    used.add(label);
    return label === tab.label ? tab : { ...tab, label };
  });
  return { ...node, children };
}
