const BYTES_PER_THREAD = 3_500_000;
/** The first thread reads the site and keeps accounts, a fifth of the work: more than these would wait for it. */
const MOST = 4;

/**
 * How many threads convert so many bytes of text in less time than fewer do, as measured: each has to load and warm up the code by itself.
 * They are counted where there could be several.
 */
export const threadsFor = (countBytes: () => number, cores: number): number =>
  cores === 1 ? 1 : Math.max(1, Math.min(Math.floor(countBytes() / BYTES_PER_THREAD), cores, MOST));
