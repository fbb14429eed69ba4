import { expect, it } from 'vitest';
import { append } from '../../../src/model/append.ts';

it('takes more items than a call takes arguments', () => {
  const list = [0];
  append(
    list,
    Array.from({ length: 500_000 }, (_, at) => at + 1),
  );
  expect(list).toHaveLength(500_001);
  expect(list.at(-1)).toBe(500_000);
});
