/** A string in a node, and the property that it is the value of. */
export type ChangeString = (text: string) => string;

type Plain = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

/** What of a node is not text that an author wrote, or is read on its own. */
const KEPT = new Set(['type', 'children', 'position']);

/** Changes the strings of a node in place, also those in its attributes; `skipped` names properties to leave alone. */
export function changeStrings(node: object, change: ChangeString, skipped: ReadonlySet<string> = KEPT): void {
  const stack: [holder: object, isNode: boolean][] = [[node, true]];
  const seen = new Set<object>(isObject(node) ? [node] : []);
  for (let entry = stack.pop(); entry; entry = stack.pop()) {
    const [holder, isNode] = entry;
    for (const [key, value] of Object.entries(holder)) {
      if (isNode && skipped.has(key)) continue;
      if (typeof value === 'string') {
        const changed = change(value);
        if (changed !== value) Object.defineProperty(holder, key, { ...VALUE, value: changed });
      } else if (isObject(value) && !seen.has(value)) {
        seen.add(value);
        stack.push([value, false]);
      }
    }
  }
}

// Not by assignment, which `__proto__` answers in its own way.
const VALUE = { writable: true, enumerable: true, configurable: true };

/** A copy of a value with its strings changed; the value itself where none is. */
export function withStrings<T>(value: T, change: ChangeString, skipped: ReadonlySet<string>): T;
export function withStrings(value: unknown, change: ChangeString, skipped: ReadonlySet<string>): unknown {
  if (typeof value === 'string') return change(value);
  if (Array.isArray(value)) {
    const items = value.map((item: unknown) => withStrings(item, change, skipped));
    return items.some((item, index) => item !== value[index]) ? items : value;
  }
  if (!isObject(value)) return value;
  const changed: [string, unknown][] = [];
  for (const [key, item] of Object.entries(value)) {
    if (skipped.has(key)) continue;
    const after = withStrings(item, change, skipped);
    if (after !== item) changed.push([key, after]);
  }
  const plain: Plain = Object.fromEntries(changed);
  return changed.length > 0 ? { ...value, ...plain } : value;
}
