/** What a site holds, counted: the result of `decant scan`. */
import type { FilePlace } from './place.ts';
import type { ShortcodeStudy } from './shortcode-study.ts';

/** How often something stands in the content, and where first. */
export interface Count {
  readonly name: string;
  readonly count: number;
  readonly first: FilePlace;
}

export interface Inventory {
  /** The site's folder as it was named. */
  readonly site: string;
  readonly title: string;
  readonly themes: readonly ThemeUse[];
  readonly pages: PageCounts;
  /** The most used first. */
  readonly shortcodes: readonly ShortcodeUse[];
  readonly frontMatter: readonly FieldUse[];
  /** Raw HTML by tag name. */
  readonly elements: readonly Count[];
  /** Code fences by language; one without has an empty name. */
  readonly fences: readonly Count[];
  /** What the content takes from Goldmark and Hugo beyond CommonMark. */
  readonly extensions: readonly Count[];
  readonly links: readonly LinkCount[];
  readonly risks: readonly Risk[];
}

/** A theme that the configuration names, or that the shortcodes point to. */
export interface ThemeUse {
  /** As the configuration has it; empty for one that only the shortcodes show. */
  readonly name: string;
  /** Whether its files are there. */
  readonly isAtHand: boolean;
  /** The shipped mapping that fits, if there is one. */
  readonly mapping?: string;
  readonly evidence: string;
}

export interface PageCounts {
  readonly total: number;
  readonly byKind: Readonly<Record<string, number>>;
  readonly byLanguage: Readonly<Record<string, number>>;
  readonly byFormat: Readonly<Record<string, number>>;
  /** Pages that Hugo leaves out of a build, by reason. */
  readonly leftOut: Readonly<Record<string, number>>;
}

export interface ShortcodeUse {
  /** As it is written most often. */
  readonly name: string;
  readonly calls: number;
  readonly pages: number;
  readonly notations: { readonly standard: number; readonly markdown: number };
  readonly bodies: { readonly paired: number; readonly selfClosed: number; readonly none: number };
  readonly arguments: readonly ArgumentUse[];
  /** Where its calls stand: alone among blocks, in text, in addresses, in code. */
  readonly places: { readonly block: number; readonly text: number; readonly address: number; readonly code: number };
  /** The shortcodes around its calls, lower-cased. */
  readonly parents: Readonly<Record<string, number>>;
  readonly first: FilePlace;
  /** The file of its template, or whose it is where there is none. */
  readonly template?: string;
  readonly isBuiltIn: boolean;
  /** Whether the template is the site's own and not a theme's. */
  readonly isOwn: boolean;
  /** Arguments of its calls that none of its rules speaks of. */
  readonly unspoken: readonly string[];
  readonly study: ShortcodeStudy;
  /** The rules that take its calls, by id. */
  readonly rules: readonly RuleUse[];
}

export interface RuleUse {
  /** `file#shortcodes.name`; `unmapped` for calls that no rule takes. */
  readonly id: string;
  /** The kind, or the policy. */
  readonly as: string;
  readonly calls: number;
}

export interface ArgumentUse {
  /** A name, or a position from 0. */
  readonly name: string;
  readonly count: number;
  readonly types: Readonly<Partial<Record<'text' | 'number' | 'boolean', number>>>;
  /** Some of the values, those that stand first. */
  readonly samples: readonly string[];
  /** How many values there are; as many as are told apart. */
  readonly distinct: number;
}

export interface FieldUse {
  /** As it is written first. */
  readonly key: string;
  readonly count: number;
  readonly types: Readonly<Record<string, number>>;
  /** Whether its values are of kinds that do not go together. */
  readonly conflict: boolean;
  readonly samples: readonly string[];
  readonly first: FilePlace;
  /** What the mapping makes of it; absent where no rule speaks of it. */
  readonly rule?: string;
}

export interface LinkCount {
  readonly kind:
    | 'external'
    | 'own address'
    | 'from the root'
    | 'relative'
    | 'anchor'
    | 'mail'
    | 'with a shortcode'
    | 'other scheme';
  readonly links: number;
  readonly images: number;
  readonly first: FilePlace;
}

/** Something that makes the migration harder. */
export interface Risk {
  readonly kind: RiskKind;
  /** What it is about, where the kind does not say it: a shortcode, a code of a finding. */
  readonly subject?: string;
  readonly count: number;
  readonly first?: FilePlace;
}

export type RiskKind =
  /** Breaks MDX where pages are only renamed. */
  | 'brace-in-text'
  | 'less-than-in-text'
  | 'html-comment'
  | 'autolink'
  | 'indented-code'
  | 'style-attribute'
  | 'void-element'
  | 'import-in-text'
  /** Costs content. */
  | 'omitted-html'
  | 'finding'
  /** Makes what shortcodes mean a guess. */
  | 'missing-template'
  | 'missing-theme'
  /** Is left out, or needs more than decant. */
  | 'hidden-pages'
  | 'other-format';
