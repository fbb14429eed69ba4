/** The phrases that the schema is made of. */

/** A part of a JSON Schema. */
export interface Schema {
  readonly [keyword: string]: unknown;
}

export const ref = (name: string, about?: string): Schema =>
  about === undefined
    ? { $ref: `#/definitions/${name}` }
    : { allOf: [{ $ref: `#/definitions/${name}` }], description: about };

export const text = (about: string): Schema => ({ type: 'string', minLength: 1, description: about });

/** One text or several of them. */
export const texts = (about: string): Schema => ({
  type: ['string', 'array'],
  minLength: 1,
  minItems: 1,
  items: { type: 'string' },
  description: about,
});

export const words = (values: readonly string[], about: string): Schema => ({ enum: values, description: about });

export const object = (properties: Schema, more: Schema = {}): Schema => ({
  type: 'object',
  properties,
  additionalProperties: false,
  ...more,
});

export const mapOf = (values: Schema, about: string): Schema => ({
  type: 'object',
  additionalProperties: values,
  description: about,
});

/** `whether`, and what then holds and what else. */
export const when = (whether: Schema, holds: Schema, otherwise?: Schema): Schema => ({
  if: whether,
  // oxlint-disable-next-line unicorn/no-thenable -- a keyword of JSON Schema
  then: holds,
  ...(otherwise && { else: otherwise }),
});

/** Names or positions of arguments. */
export const names = (about: string): Schema => ({
  type: ['string', 'integer', 'array'],
  minLength: 1,
  minimum: 0,
  minItems: 1,
  items: { type: ['string', 'integer'] },
  description: about,
});

export const scalars: Schema = { type: ['string', 'number', 'boolean'] };
