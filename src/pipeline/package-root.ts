/** decant's own folder, by which it finds the files that it ships: two above this module in `src` and in `dist` alike. */
export const packageRoot = new URL('../../', import.meta.url);
