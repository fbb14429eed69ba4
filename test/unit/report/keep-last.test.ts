import { expect, it } from 'vitest';
import { keepLast } from '../../../src/report/keep-last.ts';

it('asks once for a file whose findings come together', () => {
  const asked: string[] = [];
  const textOf = keepLast((file) => {
    asked.push(file);
    return file === 'gone.md' ? undefined : `text of ${file}`;
  });
  const files = ['a.md', 'a.md', 'gone.md', 'gone.md', 'a.md'];
  expect(files.map(textOf)).toEqual(['text of a.md', 'text of a.md', undefined, undefined, 'text of a.md']);
  expect(asked).toEqual(['a.md', 'gone.md', 'a.md']);
});
