/** decant's own folder, by which it finds the files that it ships: two above this module in `src` and in `dist` alike. */
export const packageRoot = new URL('../../', import.meta.url);

/** Where the build notes which build it is; a checkout that runs from `src` has no such file. */
export const buildFile = new URL('../build-id', import.meta.url);

/** Where the build keeps the shipped mappings in the form in which they are used. */
export const compiledMappings = new URL('../mappings/', import.meta.url);
