/** A mapping file as YAML has it, once the schema has found nothing wrong with it. */
import type { Kind } from '../kinds.ts';
import type { LiteralValue, Scalar } from '../mapping.ts';
import type { FieldMeaning } from '../../model/meaning.ts';
import type { InnerReading } from '../../model/nodes.ts';
import type { UnmappedPolicy } from '../../model/outcome.ts';

type OneOrMore<T> = T | readonly T[];
type RawMap<T> = Readonly<Record<string, T>>;

export interface RawFile extends RawTables {
  readonly version: 1;
  readonly extends?: OneOrMore<string>;
  readonly plugin?: OneOrMore<string>;
  readonly perTarget?: RawMap<RawTables>;
  readonly examples?: readonly RawExample[];
}

export interface RawTables {
  readonly frontMatter?: RawMap<RawField>;
  readonly components?: RawMap<{ readonly import: string; readonly named?: boolean }>;
  readonly shortcodes?: RawMap<RawRules>;
  readonly elements?: readonly RawRule[];
  readonly code?: RawMap<RawRules>;
  readonly alerts?: RawMap<RawRules>;
  readonly links?: readonly { readonly match: OneOrMore<string>; readonly rewrite: string }[];
  readonly unmapped?:
    | UnmappedPolicy
    | { readonly default?: UnmappedPolicy; readonly shortcodes?: RawMap<UnmappedPolicy> };
}

export interface RawExample {
  readonly name?: string;
  readonly source: string;
  readonly expect: RawMap<string>;
}

export type RawField =
  | 'keep'
  | 'drop'
  | {
      readonly as?: FieldMeaning;
      readonly invert?: boolean;
      readonly rename?: string;
      readonly value?: LiteralValue;
      readonly default?: LiteralValue;
    };

export type RawRules = RawRule | readonly (RawRule | 'inherit')[];

/** A rule: the keys that every kind has. Its settings are beside them, as the table of kinds says. */
export interface RawRule {
  readonly as: Kind;
  readonly match?: string;
  readonly when?: RawWhen;
  readonly inner?: InnerReading | { readonly standard?: InnerReading; readonly markdown?: InnerReading };
  readonly body?: 'paired' | 'single';
  readonly display?: 'block' | 'inline';
  readonly ignore?: OneOrMore<string | number>;
  readonly rest?: 'keep' | 'report';
}

export interface RawWhen {
  readonly args?: RawMap<OneOrMore<Scalar> | { readonly present: boolean }>;
  readonly notation?: 'standard' | 'markdown';
  readonly body?: 'none' | 'selfClosed' | 'paired';
  readonly inner?: boolean;
  readonly parent?: boolean | OneOrMore<string>;
  readonly parentArgs?: RawWhen['args'];
  readonly page?: OneOrMore<string>;
  readonly language?: OneOrMore<string>;
}

export type RawExpression = Scalar | RawSource;

export interface RawSource {
  readonly arg?: OneOrMore<string | number>;
  readonly parent?: OneOrMore<string | number>;
  readonly inner?: 'raw' | 'plain';
  readonly from?: OneOrMore<string>;
  readonly text?: string;
  readonly asset?: string;
  readonly file?: string;
  readonly child?: string;
  readonly value?: Scalar;
  readonly split?: string;
  readonly at?: 'ordinal' | number;
  readonly map?: RawMap<Scalar>;
  readonly type?: 'text' | 'number' | 'boolean' | 'list';
  readonly base?: string;
  readonly read?: 'text' | 'markdown' | 'plain';
  readonly default?: RawExpression;
}

/** The items of a value that may be one or several. */
export const several = <T>(value: OneOrMore<T> | undefined): readonly T[] =>
  value === undefined ? [] : isSeveral(value) ? value : [value];

const isSeveral = <T>(value: OneOrMore<T>): value is readonly T[] => Array.isArray(value);

/** What cuts inner content into parts: exactly one of the keys. */
export interface RawParts {
  readonly split: {
    readonly heading?: number;
    readonly items?: true;
    readonly break?: true;
    readonly text?: string;
  };
}
