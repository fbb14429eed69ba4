import { describe, expect, it } from 'vitest';
import { compileMove } from '../../../../src/targets/routes/moves.ts';

const move = (from: string, to: string, path: string): string | undefined => {
  const compiled = compileMove({ from, to });
  if (typeof compiled !== 'function') throw new Error(compiled);
  return compiled(path);
};

describe('compileMove', () => {
  it.each([
    ['docs/reference/**', 'api/**', 'docs/reference/cli/flags', 'api/cli/flags'],
    ['docs/reference/**', 'api/**', 'docs/reference', 'api'],
    ['docs/reference/**', 'api/**', 'docs/referenced', undefined],
    ['Docs/Reference/**', 'api/**', 'docs/reference/CLI', 'api/CLI'],
    ['docs/*/cli/**', 'cli/*/**', 'docs/v2/cli/flags', 'cli/v2/flags'],
    ['docs/{old,older}/*', 'archive/*/*', 'docs/older/a', 'archive/older/a'],
    ['**', 'handbook/**', '', 'handbook'],
    ['docs/**', '**', 'docs', ''],
    ['docs/**', '**', 'docs/a', 'a'],
    ['docs/setup', 'start/install', 'docs/setup', 'start/install'],
    ['docs/setup.md', 'start/install.md', 'docs/setup', 'start/install'],
    ['/docs/setup/_index.md', '/start/', 'docs/setup', 'start'],
    ['docs/setup', 'start', 'docs/setup/install', undefined],
    ['docs/v1.2/**', 'old/**', 'docs/v1.2/.hidden/a', 'old/.hidden/a'],
    ['docs/v1.2/**', 'old/**', 'docs/v1x2/a', undefined],
  ])('%s: %s makes of %s %s', (from, to, path, expected) => {
    expect(move(from, to, path)).toBe(expected);
  });

  it.each([
    ['docs/**', '../x/**', 'outside'],
    ['docs/./a', 'b', 'outside'],
    ['docs/a', 'c:\\x', 'outside'],
    ['docs/**', 'x', 'wildcards'],
    ['docs/a', 'x/*', 'wildcards'],
    ['docs/*/**', 'x/**', 'wildcards'],
  ])('refuses %s: %s for %s', (from, to, fault) => {
    expect(compileMove({ from, to })).toBe(fault);
  });
});
