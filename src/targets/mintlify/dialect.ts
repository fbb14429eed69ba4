import type { Code } from '../../model/nodes.ts';
import type { MdxDialect } from '../../writers/mdx/dialect.ts';
import type { TreeHandlers } from '../../writers/mdx/tree/state.ts';
import { braceMeta, plainMdx } from '../../writers/mdx/plain-mdx.ts';
import { accordions } from '../../writers/mdx/tree/handlers/accordion.ts';
import { calloutAdmonition } from '../../writers/mdx/tree/handlers/callout.ts';
import { card } from '../../writers/mdx/tree/handlers/cards.ts';
import { dollarHandlers } from '../../writers/mdx/tree/handlers/formula.ts';
import { frames } from '../../writers/mdx/tree/handlers/frame.ts';
import { badge, icon } from '../../writers/mdx/tree/handlers/marks.ts';
import { elementComponent } from './elements.ts';
import { BADGE_COLORS, BLOCK_ELEMENTS, CALLOUTS, FIELD_FORMS, FIELD_KEYS } from './facts.ts';

const handlers: Partial<TreeHandlers> = {
  ...dollarHandlers,
  ...accordions({ component: 'Accordion', title: 'title', open: 'defaultOpen' }),
  admonition: calloutAdmonition(CALLOUTS),
  figure: frames({ component: 'Frame', caption: 'caption' }),
  card: (node, state) => card(node.icon === undefined ? node : { ...node, icon: iconName(node.icon) }, state),
  icon: (node, state) => icon({ ...node, name: iconName(node.name) }, state),
  badge: (node, state) => {
    const { kind = '', ...rest } = node;
    const color = Object.hasOwn(BADGE_COLORS, kind) ? BADGE_COLORS[kind] : undefined;
    if (kind !== '' && color === undefined) {
      state.writing.draft.report('mdx-detail-dropped', { component: 'Badge', detail: 'kind' }, node.place);
    }
    return badge(color === undefined ? rest : { ...rest, kind: color }, state);
  },
};

/** How MDX is written for Mintlify. */
export const mintlifyMdx: MdxDialect = {
  ...plainMdx,
  name: 'mintlify',
  headingId: 'hashes',
  titles: 'markdown',
  formulas: 'dollars',
  blockElements: { known: BLOCK_ELEMENTS, componentFor: elementComponent },
  fieldKeys: FIELD_KEYS,
  fieldForms: FIELD_FORMS,
  tabs: { component: 'Tabs', tab: 'Tab', label: 'title' },
  steps: { form: 'components', component: 'Steps', step: 'Step', title: 'title' },
  cards: {
    component: 'Columns',
    columns: 'cols',
    card: 'Card',
    title: 'title',
    link: 'href',
    image: 'img',
    icon: 'icon',
    plain: { component: 'CardBox', cards: 'any' },
  },
  columns: { component: 'Columns', column: 'Column', count: 'cols' },
  badge: { component: 'Badge', kind: 'color' },
  icon: { component: 'Icon', name: 'icon' },
  liveCode: { component: 'CodeBlock', lang: 'language' },
  codeMeta,
  handlers,
};

/** What stands behind a language and is none of its words, Mintlify takes for the title. */
function codeMeta(code: Code): string[] {
  return braceMeta(code).flatMap((part) => {
    if (part.startsWith('title=') || part.startsWith('{')) return [part];
    return part.startsWith('showLineNumbers') ? ['lines'] : [];
  });
}

/** The name of an icon among the classes that Font Awesome's are written with: `rocket` of `fas fa-rocket`. */
function iconName(written: string): string {
  const last = written.trim().split(/\s+/).at(-1) ?? written;
  return last.startsWith('fa-') ? last.slice('fa-'.length) : last;
}
