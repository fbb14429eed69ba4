import type { Code, Steps } from '../../model/nodes.ts';
import type { MdxDialect } from '../../writers/mdx/dialect.ts';
import type { TreeHandlers } from '../../writers/mdx/tree/state.ts';
import { plainMdx } from '../../writers/mdx/plain-mdx.ts';
import { calloutAdmonition } from '../../writers/mdx/tree/handlers/callout.ts';
import { formulaHandlers } from '../../writers/mdx/tree/handlers/formula.ts';
import { listedSteps, steps } from '../../writers/mdx/tree/handlers/steps.ts';
import { CALLOUTS, FIELD_FORMS, FIELD_KEYS, IMPORTS } from './facts.ts';

/** Headings are what Nextra counts: where a step has none, the steps are a list. */
const areHeaded = ({ children }: Steps): boolean =>
  children.every(({ title, children: [first] }) => title !== undefined || first?.type === 'heading');

const handlers: Partial<TreeHandlers> = {
  ...formulaHandlers,
  admonition: calloutAdmonition(CALLOUTS),
  steps: (node, state) => (areHeaded(node) ? steps(node, state) : listedSteps(node, state)),
};

/** How MDX is written for Nextra. */
export const nextraMdx: MdxDialect = {
  ...plainMdx,
  name: 'nextra',
  headingId: 'brackets',
  fieldKeys: FIELD_KEYS,
  fieldForms: FIELD_FORMS,
  imports: IMPORTS,
  tabs: { component: 'Tabs', group: 'storageKey', items: 'items', tab: 'Tabs.Tab' },
  steps: { form: 'headings', component: 'Steps', depth: 3 },
  cards: {
    component: 'Cards',
    columns: 'num',
    card: 'Cards.Card',
    title: 'title',
    link: 'href',
    plain: { component: 'CardBox', cards: 'leading' },
  },
  codeMeta,
  handlers,
};

/** What Rehype Pretty Code reads. Any other text in quotes would be words for it to mark. */
function codeMeta({ options }: Code): string[] {
  const parts: string[] = [];
  const { title, highlightedLines = [], lineNumbers, startLine } = options ?? {};
  if (title !== undefined) parts.push(`filename="${title.replace(/\s+/g, ' ').replaceAll('"', '')}"`);
  const ranges = highlightedLines.map(([first, last]) => (first === last ? `${first}` : `${first}-${last}`));
  if (ranges.length > 0) parts.push(`{${ranges.join(',')}}`);
  if (lineNumbers) parts.push(startLine === undefined ? 'showLineNumbers' : `showLineNumbers{${startLine}}`);
  return parts;
}
