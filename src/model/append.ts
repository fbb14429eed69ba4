/** Puts items at the end of a list: spread into `push` they are arguments, and of more than about 120,000 the stack runs over. */
export function append<T>(list: T[], items: Iterable<T>): void {
  for (const item of items) list.push(item);
}
