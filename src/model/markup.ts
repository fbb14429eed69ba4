/** Hugo's `markup` settings as far as they change what a page means, with Hugo 0.169's defaults filled in. */
export interface Markup {
  readonly autoHeadingId: boolean;
  readonly autoIdType: 'github' | 'github-ascii' | 'blackfriday';
  readonly autoDefinitionTermId: boolean;
  readonly attributes: { readonly title: boolean; readonly block: boolean };
  readonly wrapStandAloneImageWithinParagraph: boolean;
  readonly unsafe: boolean;
  readonly hardWraps: boolean;
  readonly xhtml: boolean;
  readonly table: boolean;
  readonly strikethrough: boolean;
  readonly linkify: boolean;
  readonly linkifyProtocol: string;
  readonly taskList: boolean;
  readonly definitionList: boolean;
  readonly footnote: FootnoteMarkup;
  readonly typographer: TypographerMarkup | null;
  readonly cjk: {
    readonly enable: boolean;
    readonly eastAsianLineBreaks: boolean;
    readonly eastAsianLineBreaksStyle: 'simple' | 'css3draft';
    readonly escapedSpace: boolean;
  };
  readonly extras: {
    readonly insert: boolean;
    readonly mark: boolean;
    readonly subscript: boolean;
    readonly superscript: boolean;
    readonly delete: boolean;
  };
  readonly passthrough: {
    readonly block: readonly (readonly [string, string])[];
    readonly inline: readonly (readonly [string, string])[];
  } | null;
  readonly emoji: boolean;
  readonly highlight: {
    readonly codeFences: boolean;
    readonly options: readonly { readonly name: string; readonly value: string | number | boolean }[];
  };
}

export interface FootnoteMarkup {
  readonly enable: boolean;
  readonly backlinkHtml: string;
  readonly enableAutoIdPrefix: boolean;
}

/** The replacement for each mark; an empty one deletes the characters. */
export interface TypographerMarkup {
  readonly apostrophe: string;
  readonly ellipsis: string;
  readonly emDash: string;
  readonly enDash: string;
  readonly leftAngleQuote: string;
  readonly leftDoubleQuote: string;
  readonly leftSingleQuote: string;
  readonly rightAngleQuote: string;
  readonly rightDoubleQuote: string;
  readonly rightSingleQuote: string;
}

/** What Hugo 0.169 does where the site configuration is silent. */
export const defaultMarkup: Markup = {
  autoHeadingId: true,
  autoIdType: 'github',
  autoDefinitionTermId: false,
  attributes: { title: true, block: false },
  wrapStandAloneImageWithinParagraph: true,
  unsafe: false,
  hardWraps: false,
  xhtml: false,
  table: true,
  strikethrough: true,
  linkify: true,
  linkifyProtocol: 'https',
  taskList: true,
  definitionList: true,
  footnote: { enable: true, backlinkHtml: '&#x21a9;&#xfe0e;', enableAutoIdPrefix: false },
  typographer: {
    apostrophe: '&rsquo;',
    ellipsis: '&hellip;',
    emDash: '&mdash;',
    enDash: '&ndash;',
    leftAngleQuote: '&laquo;',
    leftDoubleQuote: '&ldquo;',
    leftSingleQuote: '&lsquo;',
    rightAngleQuote: '&raquo;',
    rightDoubleQuote: '&rdquo;',
    rightSingleQuote: '&rsquo;',
  },
  cjk: { enable: false, eastAsianLineBreaks: false, eastAsianLineBreaksStyle: 'simple', escapedSpace: false },
  extras: { insert: false, mark: false, subscript: false, superscript: false, delete: false },
  passthrough: null,
  emoji: false,
  highlight: { codeFences: true, options: [] },
};

/** The same settings with code printed as it is. */
export const withoutHighlighting = (markup: Markup): Markup => ({
  ...markup,
  highlight: { ...markup.highlight, codeFences: false },
});
