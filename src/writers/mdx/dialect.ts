import type { FieldMeaning } from '../../model/meaning.ts';
import type { Code } from '../../model/nodes.ts';
import type { FieldForm } from './front-matter/form.ts';
import type { ComponentImport } from './options.ts';
import type { TreeHandlers } from './tree/state.ts';

/**
 * What makes one MDX target differ from another, as data; `handlers` are for what data cannot say, such as an admonition
 * that is no component.
 */
export interface MdxDialect {
  readonly name: string;
  /** `markdown`: the page is read as Markdown, with raw HTML in it and without tags, braces and imports that mean anything. */
  readonly syntax: 'mdx' | 'markdown';
  /** How attributes of HTML elements are named: as React wants them, with styles as objects, or as HTML has them. */
  readonly attributes: 'react' | 'html';
  readonly headingId: HeadingIdForm;
  /**
   * What `<a id="x">` or `<a name="x">` without an address becomes: a component that renders it, where the framework knows no
   * other places on a page than those of headings and of its own components.
   */
  readonly linkTarget?: string;
  /** What the comment at the summary divider says. */
  readonly summaryDivider: string;
  /** The target's keys for fields that a mapping has given a meaning; others keep theirs. */
  readonly fieldKeys: Partial<Readonly<Record<FieldMeaning, string>>>;
  /** The keys whose values the target checks, and what it takes there. */
  readonly fieldForms?: Readonly<Record<string, FieldForm>>;
  /** Where the components come from that the target brings along; a mapping's own imports go before these. */
  readonly imports?: Readonly<Record<string, ComponentImport>>;
  readonly admonition: AdmonitionForm;
  readonly tabs: TabsForm;
  readonly steps: StepsForm;
  readonly cards: CardsForm;
  readonly columns: ColumnsForm;
  readonly gallery: GalleryForm;
  readonly button: ButtonForm;
  readonly badge: BadgeForm;
  readonly icon: IconForm;
  readonly diagram: DiagramForm;
  /** Information on a code block that stands behind its language, in the order in which it is written. */
  readonly codeMeta: (code: Code) => readonly string[];
  /**
   * The component for a block of code that is no Markdown, with its props for the language and for what stands behind it, and for
   * the code where this is not its content; a plain `<pre>` where there is none.
   */
  readonly liveCode?: {
    readonly component: string;
    readonly lang: string;
    readonly meta?: string;
    readonly code?: string;
  };
  /** Titles of components are text, or text in which Markdown is read. */
  readonly titles?: 'markdown';
  /** What stands between dollar signs is a formula, so that those of a text need a backslash. */
  readonly formulas?: 'dollars';
  /** The elements that may stand among blocks, where the target leaves out all others; and the component that stands for such a one. */
  readonly blockElements?: { readonly known: ReadonlySet<string>; readonly componentFor: (tagName: string) => string };
  readonly handlers?: Partial<TreeHandlers>;
}

/**
 * How an id is written that the author gave to a heading.
 * `element`: `<h2 id="id">Text</h2>`, which every MDX compiler understands; `comment`: a comment `#id` behind the text;
 * `attribute`: `{#id}` behind the text, as Goldmark has it; `hashes`: the same, on a line that starts with `#`; `brackets`: `[#id]`
 * behind it.
 */
export type HeadingIdForm = 'element' | 'comment' | 'attribute' | 'hashes' | 'brackets';

/** The component of an admonition and the names of its props. */
export interface AdmonitionForm {
  readonly component: string;
  readonly kind: string;
  readonly title: string;
  readonly collapsible: string;
}

/** The components of a tab set and the names of their props. */
export interface TabsForm {
  readonly component: string;
  /** Left out where no set follows another. */
  readonly group?: string;
  /** The prop of the set that lists the labels of its tabs, where tabs do not have their own. */
  readonly items?: string;
  readonly tab: string;
  readonly label?: string;
  /** Left out where tabs of a group are told by their labels. */
  readonly value?: string;
}

/*
 * Of the forms below a prop that is left out is one that the target has not: a title, a footer, a link or a picture then
 * becomes content, and what can be no content is left out with a finding.
 */

/**
 * Steps: a component for each, in one for all; items of an ordered list; or headings of some depth with the text below them.
 * Steps that begin with a heading keep it in every form.
 */
export type StepsForm =
  | { readonly form: 'components'; readonly component: string; readonly step: string; readonly title?: string }
  | { readonly form: 'list'; readonly component?: string }
  | { readonly form: 'headings'; readonly component?: string; readonly depth: 2 | 3 | 4 };

export interface CardsForm {
  readonly component: string;
  readonly columns?: string;
  readonly card: string;
  readonly title?: string;
  readonly subtitle?: string;
  readonly footer?: string;
  readonly link?: string;
  readonly image?: string;
  readonly icon?: string;
  readonly tag?: string;
  /**
   * The component of the site that stands for a card which the target's cannot be: as a whole such a card is a link, so that none
   * can be in it; and `leading` ones must lead somewhere.
   */
  readonly plain?: { readonly component: string; readonly cards: 'any' | 'leading' };
}

export interface ColumnsForm {
  readonly component: string;
  /** The prop that says how many there are, where that is not two. */
  readonly count?: string;
  readonly column: string;
  readonly width?: string;
}

export interface GalleryForm {
  readonly component: string;
}

export interface ButtonForm {
  readonly component: string;
  readonly url: string;
  readonly kind?: string;
  readonly icon?: string;
}

export interface BadgeForm {
  readonly component: string;
  readonly kind?: string;
  /** The prop that holds the text; without one the text is the component's content. */
  readonly text?: string;
}

export interface IconForm {
  readonly component: string;
  readonly name: string;
  readonly set?: string;
  readonly label?: string;
}

/** `code`: a code block in the diagram's language, which most frameworks draw; else a component with the text as a prop. */
export type DiagramForm =
  | 'code'
  | { readonly component: string; readonly value: string; readonly lang?: string; readonly title?: string };
