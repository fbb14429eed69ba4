import { describe, expect, it } from 'vitest';
import { moveAddress } from '../../../../src/targets/routes/address.ts';

const RULES = { keepCase: false, removeAccents: false };

describe('moveAddress', () => {
  it.each([
    // As the folders say it.
    ['/docs/reference/cli/', 'docs/reference/cli', 'api/cli', '/api/cli/'],
    ['/docs/reference/', 'docs/reference', 'api', '/api/'],
    ['/docs/setup/', 'docs/setup', 'start/install', '/start/install/'],
    ['/docs/setup.html', 'docs/setup', 'start/install', '/start/install.html'],
    ['/', '', 'handbook', '/handbook/'],
    ['/docs/', 'docs', '', '/'],
    ['/about-us/', 'About us', 'Company/About us', '/company/about-us/'],
    ['/caf%C3%A9/men%C3%BC/', 'café/menü', 'Küche/menü', '/k%C3%BCche/men%C3%BC/'],
    // A slug goes with its folder.
    ['/docs/reference/command-line/', 'docs/reference/cli', 'api/cli', '/api/command-line/'],
    ['/docs/set-up/', 'docs/setup', 'start/install', '/start/set-up/'],
    // Written out, or made by a pattern.
    ['/cli/', 'docs/reference/cli', 'api/cli', undefined],
    ['/2026/01/cli/', 'docs/reference/cli', 'api/cli', undefined],
  ])('of %s with %s as %s is %s', (url, from, to, expected) => {
    expect(moveAddress(url, { from, to }, RULES)).toBe(expected);
  });

  it('keeps capitals where the site does', () => {
    const rules = { ...RULES, keepCase: true };
    expect(moveAddress('/Docs/Setup/', { from: 'Docs/Setup', to: 'Start/Setup' }, rules)).toBe('/Start/Setup/');
  });
});
