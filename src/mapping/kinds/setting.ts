/** What a kind and its settings are described with. */

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
  | 'rule'
  /** What cuts the inner content into parts. */
  | 'parts';

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

export const attributes = { form: 'map', about: 'Further attributes, by name.' } as const;

export const children = {
  form: 'rule',
  about: 'A rule for the inner content, for example `{ as: code, lang: go }` where the inner text is code.',
} as const;

export const parts = {
  form: 'parts',
  about: 'How inner content that has no calls for its parts is cut into them: `{ split: { heading: 3 } }`.',
} as const;
