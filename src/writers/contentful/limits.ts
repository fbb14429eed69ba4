/** Contentful's technical limits, as its documentation gives them. */
export const limits = {
  /** Characters of a Symbol, also of one in a list. */
  symbol: 256,
  /** Characters of a Text. */
  text: 50_000,
  /** Members of a list. */
  items: 1000,
  /** Fields of a content type. */
  fields: 50,
  /** Characters of an id. */
  id: 64,
  /** Bytes of one request: an entry with all its locales. */
  request: 1024 * 1024,
  /** Above this an entry has little room left for an editor's additions. */
  largeEntry: 700_000,
  /** Bytes of an image that Contentful's image service still handles. */
  image: 20 * 1024 * 1024,
  /** Bytes of a file on the free plan; paid plans allow 1,000 MB. */
  file: 50 * 1024 * 1024,
} as const;
