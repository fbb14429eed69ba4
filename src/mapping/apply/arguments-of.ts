/** The arguments of a call, looked up quickly also where a call has thousands and each of thousands of calls in it asks for one. */
import type { ArgumentValue, Call } from '../../model/nodes.ts';

/** Up to here, going through all of them is the quickest way. */
const FEW = 8;

const byName = new WeakMap<Call['arguments'], ReadonlyMap<string, ArgumentValue>>();
const byPosition = new WeakMap<Call['arguments'], readonly ArgumentValue[]>();

/** The value of a call's argument by name, or by position from 0; of a name that stands twice, the last. */
export function argumentOf({ arguments: given }: Call, name: string): ArgumentValue | undefined {
  if (given.kind === 'positional') return /^\d+$/.test(name) ? given.items[Number(name)]?.value : undefined;
  if (given.items.length <= FEW) return given.items.findLast((item) => item.name === name)?.value;
  const known = byName.get(given) ?? new Map(given.items.map((item) => [item.name, item.value]));
  byName.set(given, known);
  return known.get(name);
}

/** All that a call was given by position. */
export function positionalOf(call: Call): readonly ArgumentValue[] {
  const known = byPosition.get(call.arguments);
  if (known) return known;
  const values: ArgumentValue[] = [];
  for (let value = argumentOf(call, '0'); value !== undefined; value = argumentOf(call, String(values.length)))
    values.push(value);
  byPosition.set(call.arguments, values);
  return values;
}
