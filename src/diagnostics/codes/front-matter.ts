import type { Rules } from '../rule.ts';

type Format = 'yaml' | 'toml' | 'json';

/** What is wrong with a text in a data format, as far as it can be told apart. */
export type DataProblem =
  | 'alias'
  | 'bracket'
  | 'character'
  | 'colon'
  | 'escape'
  | 'indentation'
  | 'key'
  | 'quote'
  | 'tab'
  | 'other';

export interface FrontMatterFacts {
  'front-matter-mistaken': { format: Format; begins: string };
  'front-matter-not-closed': { format: Format; closedBy: 'nothing' | 'dots' };
  'front-matter-not-a-map': { found: string };
  'data-invalid': { format: Format; problem: DataProblem; detail: string };
  'data-key-repeated': { key: string; line: number };
  'data-key-shadowed': { key: string; other: string; by: 'case' | 'repetition' | 'merge' };
  'data-key-not-text': { key: string; found: string };
  'data-merge-not-a-map': { found: string };
  'data-alias-unknown': { name: string; problem: 'unknown' | 'cycle' };
  'data-second-document': Record<never, never>;
  'data-limit': { limit: 'depth' | 'aliases' | 'length'; most: number };
}

export const frontMatterRules: Rules<FrontMatterFacts> = {} as never;
