/** The JavaScript of the TypeScript module `source`; throws on syntax that cannot be erased. */
export declare function eraseTypes(source: string): string;
