/** A mapping as it is once loaded: checked, with every shorthand written out. Plain data, so that it can be sent to workers. */
import type { FieldMeaning } from '../model/meaning.ts';
import type { InnerReading } from '../model/nodes.ts';
import type { UnmappedPolicy } from '../model/outcome.ts';
import type { Place } from '../model/place.ts';
import type { KINDS, Kind, SettingForm } from './kinds.ts';

export interface Mapping {
  /** One for each file, the most general first: a later layer's rules replace those of the same name before it. */
  readonly layers: readonly Layer[];
  /** What becomes of shortcodes that no rule takes, where nothing more special is said. */
  readonly unmapped: UnmappedPolicy;
  readonly examples: readonly Example[];
}

/** What one file says. */
export interface Layer {
  readonly file: string;
  /** Modules with functions, as the file names them and where. */
  readonly plugins: readonly PluginReference[];
  readonly rules: RuleTables;
  /** What the file says for one target alone. */
  readonly perTarget: readonly (readonly [target: string, rules: RuleTables])[];
}

export interface PluginReference {
  /** A path from the mapping file’s folder, or the name of a package. */
  readonly module: string;
  readonly place: Place;
}

export interface RuleTables {
  /** By lower-cased key. */
  readonly frontMatter: readonly FieldRule[];
  readonly components: readonly ComponentImport[];
  readonly shortcodes: readonly ShortcodeRules[];
  readonly elements: readonly ElementRule[];
  readonly code: readonly CodeRules[];
  readonly alerts: readonly AlertRules[];
  readonly links: readonly LinkRule[];
  readonly unmapped: UnmappedRules;
}

/** `INHERIT` stands for what the layers before say. */
export const INHERIT = 'inherit';

export interface ShortcodeRules {
  /** Lower-cased: Hugo ignores case there. */
  readonly name: string;
  /** Where the name stands in its file. */
  readonly place: Place;
  readonly rules: readonly (Rule | typeof INHERIT)[];
  readonly facts: ShortcodeFacts;
}

/** What a mapping tells the reader about a shortcode. */
export interface ShortcodeFacts {
  readonly inner?: InnerReading;
  /** For `{{% %}}`, where it differs. */
  readonly markdownInner?: InnerReading;
  readonly body?: 'paired' | 'single';
}

export interface ElementRule {
  /** A CSS selector. */
  readonly match: string;
  readonly rule: Rule;
}

export interface CodeRules {
  /** Lower-cased language. */
  readonly lang: string;
  readonly place: Place;
  readonly rules: readonly (Rule | typeof INHERIT)[];
}

export interface AlertRules {
  /** Lower-cased kind, or `*` for those that are not named. */
  readonly kind: string;
  readonly place: Place;
  readonly rules: readonly (Rule | typeof INHERIT)[];
}

/** What becomes of addresses. */
export interface LinkRule {
  readonly id: string;
  readonly place: Place;
  /** Globs on the address as it is written, of which one must match. */
  readonly match: readonly string[];
  /** The new address, in which `$1` stands for what the first wildcard stood for. */
  readonly rewrite: string;
}

export interface UnmappedRules {
  readonly policy?: UnmappedPolicy;
  /** By lower-cased shortcode name. */
  readonly shortcodes: readonly (readonly [name: string, policy: UnmappedPolicy])[];
}

export interface ComponentImport {
  readonly name: string;
  /** The module. */
  readonly from: string;
  readonly kind: 'default' | 'named';
}

/** One rule: when it applies, and what it makes. */
export interface RuleBase {
  /** `file#shortcodes.name`, for the ledger. */
  readonly id: string;
  /** It speaks of one of Hugo's own shortcodes, which is closed or not: a call that cannot be that one's is another's of the same name. */
  readonly isOfHugo?: 'paired' | 'single';
  /** Where the rule stands in its file. */
  readonly place: Place;
  readonly when?: When;
  /** Where the result stands, whatever the position of the call. */
  readonly display?: 'block' | 'inline';
  /** Arguments that mean nothing for the target and are dropped without a finding. */
  readonly ignore: readonly string[];
  /** `keep` makes props or attributes of the arguments that nothing else uses. */
  readonly rest: 'report' | 'keep';
}

interface FormValues {
  readonly text: Expression;
  readonly content: Expression;
  readonly number: Expression;
  readonly boolean: Expression;
  readonly map: readonly NamedExpression[];
  readonly word: string;
  readonly paths: readonly Template[];
  readonly rule: Rule;
  readonly parts: Split;
}

/** Where inner content is cut into parts. */
export type Split =
  /** Each heading of a depth begins a part. */
  | { readonly at: 'heading'; readonly depth: number }
  /** Each item of the list is a part. */
  | { readonly at: 'item' }
  /** A thematic break, or a paragraph of nothing but a text, stands between two parts. */
  | { readonly at: 'break' }
  | { readonly at: 'text'; readonly text: string };

type SettingTable = Readonly<Record<string, { readonly form: SettingForm; readonly required?: true }>>;

type SettingValues<S extends SettingTable> = {
  readonly [K in keyof S as S[K] extends { readonly required: true } ? K : never]: FormValues[S[K]['form']];
} & {
  readonly [K in keyof S as S[K] extends { readonly required: true } ? never : K]?: FormValues[S[K]['form']];
};

/** A rule of one kind, with its settings as the table of kinds has them. */
export type RuleOf<K extends Kind> = K extends Kind
  ? RuleBase & { readonly as: K; readonly settings: SettingValues<(typeof KINDS)[K]['settings']> }
  : never;

export type Rule = RuleOf<Kind>;

/** Conditions, all of which must hold. */
export interface When {
  /** Arguments of the call around. */
  readonly parentArgs?: readonly ArgumentCondition[];
  readonly args?: readonly ArgumentCondition[];
  readonly notation?: 'standard' | 'markdown';
  readonly body?: 'none' | 'selfClosed' | 'paired';
  /** Whether there is inner text, white space aside. */
  readonly inner?: boolean;
  /** Lower-cased names of the enclosing call, of which it must have one; or whether there must be one. */
  readonly parent?: readonly string[] | boolean;
  /** Globs on the page's logical path and on its file. */
  readonly page?: readonly string[];
  readonly language?: readonly string[];
}

export interface ArgumentCondition {
  /** A name, or a position from 0. */
  readonly name: string;
  /** The values of which one must be given, as text; none where only the presence counts. */
  readonly values: readonly string[];
  readonly present: boolean;
}

export type Scalar = string | number | boolean;

/** Where a value comes from and what is done with it. */
export interface Expression {
  readonly source: Source;
  /** Cuts text into a list. */
  readonly split?: string;
  /** Takes one item of the list. */
  readonly at?: 'ordinal' | number;
  /** Replaces values, compared as text. */
  readonly map?: readonly (readonly [from: string, to: Scalar])[];
  readonly type?: 'text' | 'number' | 'boolean' | 'list';
  /** What an address is seen from that does not say where it is. */
  readonly base?: string;
  /** How text becomes content: as it is, as Markdown, or as the plain text of Markdown. */
  readonly read?: 'text' | 'markdown' | 'plain';
  /** What counts where there is no value. */
  readonly default?: Expression;
}

export type Source =
  | { readonly type: 'literal'; readonly value: Scalar | readonly Scalar[] }
  /** The first argument that is given; of the enclosing call with `of: 'parent'`. */
  | { readonly type: 'argument'; readonly names: readonly string[]; readonly of: 'call' | 'parent' }
  /** What the enclosing call was given by position, as a list. */
  | { readonly type: 'positions' }
  | { readonly type: 'inner'; readonly as: 'raw' | 'plain' }
  | { readonly type: 'lookup'; readonly paths: readonly Template[] }
  | { readonly type: 'template'; readonly template: Template; readonly asset: boolean }
  /** The text of a file of the site. */
  | { readonly type: 'file'; readonly path: Template }
  /** The content of the first child element that the selector matches, which is then no child any more. */
  | { readonly type: 'child'; readonly selector: string };

/** Text in which arguments stand: `/img/${image}`. */
export type Template = readonly (string | { readonly names: readonly string[] })[];

export interface NamedExpression {
  readonly name: string;
  readonly value: Expression;
}

/** What becomes of a front matter field. */
export interface FieldRule {
  readonly id: string;
  readonly place: Place;
  /** Lower-cased. */
  readonly key: string;
  /** The key as the mapping has it, for a field that it adds. */
  readonly written: string;
  readonly action:
    | { readonly type: 'keep' }
    | { readonly type: 'drop' }
    | { readonly type: 'rename'; readonly to: string }
    | { readonly type: 'meaning'; readonly meaning: FieldMeaning; readonly invert: boolean }
    /** `replace` changes a field that is there, `default` adds one that is not. */
    | { readonly type: 'replace' | 'default'; readonly value: LiteralValue };
}

export type LiteralValue = Scalar | null | readonly LiteralValue[] | { readonly [key: string]: LiteralValue };

/** A source text and what targets make of it. */
export interface Example {
  readonly name: string;
  readonly file: string;
  readonly place: Place;
  readonly source: string;
  /** The expected text, by target. */
  readonly expect: readonly (readonly [target: string, text: string])[];
}
