/** The JSON Schema (draft-07) of a page that has been read, made from the types in `src/model`, as text. */
export declare function createModelSchema(): string;
