import type { ShortcodeFact } from './shortcode-table.ts';

/** What a shortcode's template, or its calls where no template is at hand, show of it before any mapping speaks. */
export interface ShortcodeStudy {
  /** Lower-cased. */
  readonly name: string;
  readonly learnedFrom: ShortcodeFact['learnedFrom'];
  /** What becomes of the inner content; empty where the template has no use for it. */
  readonly inner: readonly InnerTreatment[];
  readonly arguments: readonly StudiedArgument[];
  readonly guess?: ShortcodeGuess;
}

/** `html` is as it is, `passed` is out of sight: to a partial that is not at hand, to another call. */
export type InnerTreatment = 'markdown' | 'code' | 'raw' | 'html' | 'plain' | 'passed';

export interface StudiedArgument {
  /** The names that stand for one thing, as in `title` and `0`. */
  readonly names: readonly string[];
  readonly type: 'text' | 'number' | 'boolean';
  /** The template stops the build where it is not given. */
  readonly required: boolean;
  readonly default?: string | number | boolean;
  /** It gives the element an id, and nothing that is seen. */
  readonly isId?: true;
  /** The values that the template knows. */
  readonly values: readonly string[];
}

/** What the shortcode seems to mean, in the words of a mapping. */
export interface ShortcodeGuess {
  /** A kind of the mapping language. */
  readonly as: GuessedKind;
  /** `form`: what it prints says so. `name`: only its name, and that its arguments fit. */
  readonly basis: 'form' | 'name';
  /** What speaks for it, as in `class alert` or `<details>`. */
  readonly evidence: readonly string[];
  readonly settings: Readonly<Record<string, GuessedValue | Readonly<Record<string, GuessedValue>>>>;
  /** What is shown in the place of the inner content where it is given. */
  readonly instead?: GuessedValue;
  /** What the file is that such an argument names, where it names one. */
  readonly insteadFile?: ShortcodeGuess;
  /** The argument that names a language: where it is given, the inner content is code. */
  readonly codeLang?: string;
}

/** Whether a setting is one value, and no group of settings. */
export const isGuessedValue = (setting: ShortcodeGuess['settings'][string] | undefined): setting is GuessedValue =>
  typeof setting?.type === 'string';

export type GuessedKind =
  | 'admonition'
  | 'audio'
  | 'badge'
  | 'button'
  | 'card'
  | 'cards'
  | 'code'
  | 'column'
  | 'columns'
  | 'container'
  | 'details'
  | 'diagram'
  | 'drop'
  | 'embed'
  | 'figure'
  | 'gallery'
  | 'icon'
  | 'image'
  | 'include'
  | 'link'
  | 'math'
  | 'reference'
  | 'step'
  | 'steps'
  | 'tab'
  | 'tabs'
  | 'text'
  | 'unwrap'
  | 'value'
  | 'variable'
  | 'video';

/** Where a setting's value comes from. */
export type GuessedValue =
  | { readonly type: 'literal'; readonly value: string | number | boolean }
  | {
      readonly type: 'argument';
      readonly names: readonly string[];
      readonly of: 'call' | 'parent';
      readonly default?: string | number | boolean;
      /** What stands in its place where it is not given; `unknown` for what a mapping cannot say. */
      readonly otherwise?: GuessedValue | 'unknown';
      readonly read?: 'markdown' | 'plain';
      /** What it is seen from where it is a relative address. */
      readonly base?: string;
    }
  /** The argument of the call around that has the call's own number among its siblings. */
  | { readonly type: 'ownPosition' }
  /** Text with `${argument}` in it. */
  | { readonly type: 'template'; readonly template: string }
  /** The text of a file, its path with `${argument}` in it. */
  | { readonly type: 'file'; readonly path: string }
  | { readonly type: 'lookup'; readonly paths: readonly string[] }
  | { readonly type: 'inner'; readonly as: 'raw' | 'plain' };
