/**
 * What a rule can make of a shortcode, an element or a code fence: the one list that the schema, the loader and the
 * builders are made from.
 */

/** How a setting is written in a mapping. */
export type SettingForm =
  /** An expression that yields text, inline content, a number or a boolean. */
  | 'text'
  | 'content'
  | 'number'
  | 'boolean'
  /** Expressions by name. */
  | 'map'
  /** A word that stands in the mapping itself. */
  | 'word'
  /** Where a value is looked up: a path, or several of which the first that exists counts. */
  | 'paths'
  /** A rule that takes the inner content. */
  | 'rule';

export interface SettingInfo {
  readonly form: SettingForm;
  readonly required?: true;
  /** The words that the setting takes, where it does not take any. */
  readonly words?: readonly string[];
  /** For the docs and for completion in editors. */
  readonly about: string;
}

export interface KindInfo {
  readonly about: string;
  readonly settings: Readonly<Record<string, SettingInfo>>;
}

const attributes = { form: 'map', about: 'Further attributes, by name.' } as const;
const children = {
  form: 'rule',
  about: 'A rule for the inner content, for example `{ as: code, lang: go }` where the inner text is code.',
} as const;

export const KINDS = {
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
  tabs: {
    about: 'A set of tabs. Whatever its inner content yields as `tab` becomes a tab of it.',
    settings: {
      group: { form: 'text', about: 'Tab sets of one group switch together.' },
      label: {
        form: 'text',
        about:
          'The label of each tab that has none of its own, seen from the tab: `{ parent: items, split: ",", at: ordinal }`.',
      },
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
  figure: {
    about: 'A picture with a caption. Inside a line of text it becomes a plain image.',
    settings: {
      src: { form: 'text', required: true, about: 'The address of the picture.' },
      alt: { form: 'text', about: 'The text for those who do not see the picture.' },
      title: { form: 'text', about: 'The heading of the caption.' },
      caption: { form: 'content', about: 'The caption.' },
      attribution: { form: 'content', about: 'Who made the picture; stands behind the caption.' },
      attributionLink: { form: 'text', about: 'Where the attribution links to.' },
      link: { form: 'text', about: 'Where the picture links to.' },
      width: { form: 'text', about: 'The width, in pixels or as CSS has it.' },
      height: { form: 'text', about: 'The height.' },
      attributes,
      imageAttributes: { form: 'map', about: 'Further attributes of the picture.' },
      linkAttributes: { form: 'map', about: 'Further attributes of the link around the picture.' },
    },
  },
  image: {
    about: 'A picture in a line of text, or in a paragraph of its own.',
    settings: {
      src: { form: 'text', required: true, about: 'The address of the picture.' },
      alt: { form: 'text', about: 'The text for those who do not see the picture.' },
      title: { form: 'text', about: 'The tooltip.' },
      attributes,
    },
  },
  link: {
    about: 'A link around the inner content or a text.',
    settings: {
      url: { form: 'text', required: true, about: 'Where it leads.' },
      title: { form: 'text', about: 'The tooltip.' },
      text: { form: 'content', about: 'The text; without it the inner content, else the address.' },
    },
  },
  code: {
    about: 'A code block, or code in a line of text.',
    settings: {
      value: { form: 'text', about: 'The code; without it the inner text.' },
      lang: { form: 'text', about: 'The language.' },
      title: { form: 'text', about: 'The title, often a file name.' },
      options: {
        form: 'text',
        about: 'Options as Hugo’s highlight shortcode takes them: `linenos=true, hl_lines=3 6-8`.',
      },
      highlight: { form: 'text', about: 'Lines to highlight, counted from 1: `3 6-8`.' },
      lineNumbers: { form: 'boolean', about: 'Whether lines are numbered.' },
      startLine: { form: 'number', about: 'The number of the first line.' },
      inline: { form: 'boolean', about: 'Whether it is code in a line of text.' },
      dedent: {
        form: 'boolean',
        about: 'Takes the indentation of the call off every line, as Hugo’s `.InnerDeindent`.',
      },
    },
  },
  math: {
    about: 'A formula in TeX.',
    settings: { value: { form: 'text', about: 'The formula; without it the inner text.' } },
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
  embed: {
    about: 'Content of another site: a video, a gist, a post. Inside a line of text it becomes a link.',
    settings: {
      provider: { form: 'text', required: true, about: 'youtube, vimeo, gist, x, instagram, codepen, …' },
      id: { form: 'text', required: true, about: 'What identifies the content at the provider.' },
      url: { form: 'text', about: 'The address of the page that shows it.' },
      title: { form: 'text', about: 'A title for those who do not see it.' },
      attributes,
    },
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
  text: {
    about: 'Text.',
    settings: { value: { form: 'content', required: true, about: 'The text.' } },
  },
  value: {
    about: 'A value of the page, the site or a data file, as text.',
    settings: {
      from: {
        form: 'paths',
        required: true,
        about: 'Where it stands: `page.params.x`, `site.params.x` or `site.data.x`, with `${0}` for an argument.',
      },
    },
  },
  reference: {
    about: 'The address of another page, as `ref` and `relref` give it.',
    settings: {
      path: { form: 'text', required: true, about: 'The page, as Hugo looks it up.' },
      language: { form: 'text', about: 'The language of the page, where it is not this page’s own.' },
      outputFormat: { form: 'text', about: 'The output format, where it is not HTML.' },
      address: { form: 'word', words: ['absolute', 'relative'], about: 'Whether the address includes the host.' },
    },
  },
  unwrap: { about: 'The inner content alone.', settings: {} },
  drop: { about: 'Nothing. The ledger counts what is dropped.', settings: {} },
  keep: { about: 'Left as it is.', settings: {} },
} as const satisfies Readonly<Record<string, KindInfo>>;

export type Kind = keyof typeof KINDS;

/** The names of all kinds, in the order of the docs. */
export const KIND_NAMES = Object.keys(KINDS) as readonly Kind[]; // the keys of a constant are its type's keys

/** The settings of a kind, with every form seen alike. */
export const settingsOf = (kind: Kind): Readonly<Record<string, SettingInfo>> => KINDS[kind].settings;
