/** Kinds that hold content. */
import type { KindInfo } from './setting.ts';
import { attributes, children, parts } from './setting.ts';

export const boxKinds = {
  admonition: {
    about: 'A call-out: a note, a tip, a warning.',
    settings: {
      kind: {
        form: 'text',
        required: true,
        about: 'note, info, tip, important, warning, caution, danger, success, or a word of your own.',
      },
      title: { form: 'content', about: 'The title; without one the target shows its own word for the kind.' },
      collapsible: {
        form: 'text',
        words: ['none', 'open', 'closed'],
        about: 'Whether readers can fold it, and how it starts.',
      },
      children,
    },
  },
  details: {
    about: 'Content that readers can unfold.',
    settings: {
      summary: { form: 'content', about: 'The line that is always seen; “Details” without it.' },
      open: { form: 'boolean', about: 'Whether it starts unfolded.' },
      attributes,
      children,
    },
  },
  tabs: {
    about: 'A set of tabs. Whatever its inner content yields as `tab` becomes a tab of it.',
    settings: {
      group: { form: 'text', about: 'Tab sets of one group switch together.' },
      label: {
        form: 'text',
        about:
          'The label of each tab that has none of its own, seen from the tab: `{ parent: items, split: ",", at: ordinal }`.',
      },
      children: parts,
    },
  },
  tab: {
    about: 'One tab. A tab outside of tabs gets a set of its own; neighbours share one.',
    settings: {
      label: { form: 'text', about: 'What the tab is called.' },
      value: { form: 'text', about: 'The value that identifies the tab in its group.' },
      children,
    },
  },
  steps: {
    about: 'Instructions in order. Whatever its inner content yields as `step` becomes a step of it.',
    settings: { children: parts },
  },
  step: {
    about: 'One step. A step outside of steps gets a set of its own; neighbours share one.',
    settings: {
      title: { form: 'content', about: 'What the step is called.' },
      children,
    },
  },
  cards: {
    about: 'Boxes side by side. Whatever its inner content yields as `card` becomes a card of it.',
    settings: { columns: { form: 'number', about: 'How many stand in a row.' }, children: parts },
  },
  card: {
    about: 'A box about one thing, often a link. A card outside of cards gets a set of its own; neighbours share one.',
    settings: {
      title: { form: 'content', about: 'What the card is called.' },
      subtitle: { form: 'content', about: 'A line below the title.' },
      footer: { form: 'content', about: 'A line at the end.' },
      link: { form: 'text', about: 'Where the card leads.' },
      image: { form: 'text', about: 'The address of its picture.' },
      icon: { form: 'text', about: 'The name of its icon.' },
      tag: { form: 'text', about: 'A word or two in a corner of it.' },
      children,
    },
  },
  columns: {
    about: 'Content side by side. Whatever its inner content yields as `column` becomes a column of it.',
    settings: { children: parts },
  },
  column: {
    about: 'One column. A column outside of columns gets a set of its own; neighbours share one.',
    settings: { width: { form: 'text', about: 'The width as CSS has it: `30%`.' }, children },
  },
  container: {
    about: 'A plain HTML element around the inner content.',
    settings: {
      tagName: { form: 'word', about: 'The element; div, or span in a line of text.' },
      attributes,
      children,
    },
  },
  component: {
    about: 'A component of yours.',
    settings: {
      name: { form: 'word', required: true, about: 'Its name, as in `FeatureBlock` or `Tabs.Tab`.' },
      props: { form: 'map', about: 'Its props. Without this key every argument becomes a prop of the same name.' },
      children,
    },
  },
} as const satisfies Readonly<Record<string, KindInfo>>;
