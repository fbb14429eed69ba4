/** What becomes of a shortcode that no rule takes. */
export type UnmappedPolicy = 'component' | 'unwrap' | 'keep' | 'drop' | 'error' | 'marker';

/** What became of something in the source, for the ledger. */
export interface Outcome {
  readonly kind: 'call' | 'argument' | 'field' | 'element';
  /** Call path (`3.0`), `path/argument`, front matter key, or `tagName@offset`. */
  readonly id: string;
  readonly result: 'mapped' | 'kept' | 'dropped';
  /** The mapping rule or the writer's rule that decided. */
  readonly by: string;
}
