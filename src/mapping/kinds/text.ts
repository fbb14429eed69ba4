/** Kinds that are text, or stand in it, and what is done without a kind. */
import type { KindInfo } from './setting.ts';
import { attributes } from './setting.ts';

export const textKinds = {
  code: {
    about: 'A code block, or code in a line of text.',
    settings: {
      value: { form: 'text', about: 'The code; without it the inner text.' },
      lang: { form: 'text', about: 'The language; of code from a file, without it what the file’s name ends in.' },
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
  link: {
    about: 'A link around the inner content or a text.',
    settings: {
      url: { form: 'text', required: true, about: 'Where it leads.' },
      title: { form: 'text', about: 'The tooltip.' },
      text: { form: 'content', about: 'The text; without it the inner content, else the address.' },
    },
  },
  button: {
    about: 'A link that looks like a button.',
    settings: {
      url: { form: 'text', about: 'Where it leads.' },
      text: { form: 'content', about: 'What stands on it; without it the inner content, else the address.' },
      kind: { form: 'text', about: 'How it looks: primary, secondary, or a word of your own.' },
      icon: { form: 'text', about: 'The name of its icon.' },
      attributes,
    },
  },
  badge: {
    about: 'A word or two on a coloured ground.',
    settings: {
      text: { form: 'content', about: 'The words; without this key the inner content.' },
      kind: { form: 'text', about: 'note, info, tip, warning, danger, success, or a word of your own.' },
      url: { form: 'text', about: 'Where it leads.' },
    },
  },
  icon: {
    about: 'An icon in a line of text.',
    settings: {
      name: { form: 'text', required: true, about: 'Its name in the set.' },
      set: { form: 'text', about: 'The set, as in `fontawesome`.' },
      label: { form: 'text', about: 'What it says to those who do not see it; without it, it only adorns.' },
    },
  },
  text: {
    about: 'Text.',
    settings: { value: { form: 'content', required: true, about: 'The text.' } },
  },
  value: {
    about: 'A value of the page, the site, a data file or the site’s translations, as text.',
    settings: {
      from: {
        form: 'paths',
        required: true,
        about:
          'Where it stands: `page.params.x`, `site.params.x`, `site.data.x`, or `i18n.x` for a translation, with `${0}` for an argument.',
      },
    },
  },
  variable: {
    about:
      'A value of the whole site that has a name in the target: text, code and addresses of links go on following it where the target can do that, and say what it is elsewhere. Headings say what it is everywhere.',
    settings: {
      name: { form: 'text', required: true, about: 'Its name, as in `version`, or `docs-${0}`.' },
      from: {
        form: 'paths',
        about: 'Where its value stands: `site.params.x` or `site.data.x`, with `${0}` for an argument.',
      },
      value: { form: 'text', about: 'Its value, where it stands nowhere.' },
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
  crossReference: {
    about: 'A link to another page of the site.',
    settings: {
      path: { form: 'text', required: true, about: 'The page, as Hugo looks it up.' },
      text: { form: 'content', about: 'The text; without it the inner content, else the title of the page.' },
      language: { form: 'text', about: 'The language of the page, where it is not this page’s own.' },
      outputFormat: { form: 'text', about: 'The output format, where it is not HTML.' },
    },
  },
  function: {
    about: 'What a function makes of it that a module of yours exports: see `plugin`.',
    settings: { name: { form: 'word', required: true, about: 'The name under which the module exports it.' } },
  },
  unwrap: {
    about: 'The inner content alone.',
    settings: {
      read: {
        form: 'word',
        words: ['markdown'],
        about: '`markdown` reads inner text that is left unread where other calls of the shortcode hold code.',
      },
    },
  },
  drop: { about: 'Nothing. The ledger counts what is dropped.', settings: {} },
  keep: { about: 'Left as it is.', settings: {} },
} as const satisfies Readonly<Record<string, KindInfo>>;
