import type { Value } from './value.ts';
import { withBase } from '../../model/address.ts';
import { literal } from './value.ts';

/** An address that `relURL` and the like see from the site's root. */
export function seenFromRoot(value: Value): Value {
  if (value.type === 'argument') return { ...value, base: value.base ?? '/' };
  if (value.type === 'literal') return literal(withBase('/', String(value.value ?? '')) || '/');
  if (value.type !== 'text') return value;
  const [start, ...rest] = value.parts;
  return typeof start === 'string' ? { type: 'text', parts: [withBase('/', start), ...rest] } : value;
}
