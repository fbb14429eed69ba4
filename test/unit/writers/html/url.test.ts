import { describe, expect, it } from 'vitest';
import { escapeUrl, isDangerousUrl } from '../../../../src/writers/html/url.ts';

describe('escapeUrl', () => {
  // The right-hand sides are Hugo 0.169's.
  it.each([
    ['/docs/a b.md', '/docs/a%20b.md'],
    ['x!"#$%&\'*+,-./09:;=?@AZ[]^_`az{|}~', "x!%22#$%25&'*+,-./09:;=?@AZ%5B%5D%5E_%60az%7B%7C%7D~"],
    ['%zz%20%e4%', '%25zz%20%e4%25'],
    ['a<b>\\c', 'a%3Cb%3E%5Cc'],
    ['é日😀', '%C3%A9%E6%97%A5%F0%9F%98%80'],
    ['a\tb', 'a%09b'],
    ['', ''],
  ])('%s', (url, escaped) => {
    expect(escapeUrl(url)).toBe(escaped);
  });

  it('writes U+FFFD for half a surrogate pair', () => {
    expect(escapeUrl('a\ud800b')).toBe('a%EF%BF%BDb');
  });
});

describe('isDangerousUrl', () => {
  it.each(['javascript:x', 'JavaScript:x', 'vbscript:x', 'file:///x', 'data:text/html,x', 'data:image/bmp;base64,AA'])(
    '%s',
    (url) => {
      expect(isDangerousUrl(url)).toBe(true);
    },
  );

  it.each(['/javascript:x', 'https://x.org', 'data:image/png;base64,AA', 'data:image/svg+xml;x', '#file:', ''])(
    'not %s',
    (url) => {
      expect(isDangerousUrl(url)).toBe(false);
    },
  );
});
