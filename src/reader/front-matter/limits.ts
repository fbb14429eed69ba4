/** How deep lists and maps may stand in each other; nobody writes that, a hostile file does. */
export const MAX_DEPTH = 200;

/** How many values aliases may stand for together, so that a few lines cannot become gigabytes. */
export const MAX_ALIASED_VALUES = 100_000;

/** How long one value of a TOML text may be: the parser that finds its place cannot take more. */
export const MAX_TOML_VALUE = 50_000;
