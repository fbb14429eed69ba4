/** Names for components and props that were only shortcodes and arguments before. */

/**
 * The component that stands for a shortcode without a rule: `feature_block` becomes FeatureBlock, `blocks/cover`
 * BlocksCover. Always an identifier that begins with a capital, so that MDX does not take it for an HTML element.
 */
export function componentName(shortcode: string): string {
  const words = shortcode.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '');
  const name = words.map(capitalized).join('');
  return /^\p{Lu}/u.test(name) ? name : `Shortcode${name}`;
}

const capitalized = (word: string): string => {
  const first = String.fromCodePoint(word.codePointAt(0) ?? 0);
  return first.toUpperCase() + word.slice(first.length);
};

/**
 * Names that a component never gets to see as a prop: React takes two of them, one is its children, and one would be the
 * prototype of the props.
 */
const RESERVED: ReadonlySet<string> = new Set(['key', 'ref', 'children', '__proto__']);

/** An argument's name as a prop: as it is where JSX takes it for an attribute name, else in camel case. */
export function propName(argument: string): string {
  const isAttributeName = /^[\p{ID_Start}$_][\p{ID_Continue}$-]*$/u.test(argument);
  if (isAttributeName && !RESERVED.has(argument)) return argument;
  const words = argument.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '');
  const [first = '', ...rest] = words;
  const camel = [first, ...rest.map(capitalized)].join('');
  // `arg` in front of what cannot begin a name, or is taken: `key` becomes argKey, `1st` arg1st.
  return /^\p{ID_Start}/u.test(camel) && !RESERVED.has(camel) ? camel : `arg${capitalized(camel || '_')}`;
}

/** Prop names for all arguments of a call; two that come out alike are told apart by a number. */
export function propNames(args: readonly string[]): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  const taken = new Set<string>();
  // Names that need no change keep them, whatever stands before.
  const sorted = args.toSorted((a, b) => Number(propName(a) !== a) - Number(propName(b) !== b));
  for (const argument of sorted) {
    const wanted = propName(argument);
    let name = wanted;
    for (let count = 2; taken.has(name); count++) name = `${wanted}${count}`;
    taken.add(name);
    names.set(argument, name);
  }
  return names;
}
