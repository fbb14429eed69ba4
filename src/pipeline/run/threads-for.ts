const PAGES_PER_THREAD = 800;
/** The first thread reads the site and keeps accounts, a fifth of the work: more than these would wait for it. */
const MOST = 4;

/**
 * How many threads convert so many pages in less time than fewer do, as measured: each has to load and warm up the code by itself, which
 * takes about as long as converting 800 pages of 3 KB.
 */
export const threadsFor = (pages: number, cores: number): number =>
  Math.max(1, Math.min(Math.floor(pages / PAGES_PER_THREAD), cores, MOST));
