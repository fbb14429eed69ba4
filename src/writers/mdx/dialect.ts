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
  /** How attributes of HTML elements are named: as React wants them, with styles as objects, or as HTML has them. */
  readonly attributes: 'react' | 'html';
  readonly headingId: HeadingIdForm;
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
  /** Information on a code block that stands behind its language, in the order in which it is written. */
  readonly codeMeta: (code: Code) => readonly string[];
  readonly handlers?: Partial<TreeHandlers>;
}

/**
 * How an id is written that the author gave to a heading.
 * `element`: `<h2 id="id">Text</h2>`, which every MDX compiler understands; `comment`: a comment `#id` behind the text;
 * `attribute`: `{#id}` behind the text, as Goldmark has it.
 */
export type HeadingIdForm = 'element' | 'comment' | 'attribute';

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
  readonly group: string;
  readonly tab: string;
  readonly label: string;
  readonly value: string;
}
