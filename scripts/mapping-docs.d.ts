/** What the reference of mappings is made from. */
export interface MappingReferenceSource {
  readonly kinds: object;
  readonly meanings: readonly string[];
  readonly configSchema: object;
  readonly mappingSchema: object;
}

/** The text of docs/mapping-reference.md. */
export function createMappingReference(source: MappingReferenceSource): string;
