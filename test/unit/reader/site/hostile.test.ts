import { describe, expect, it } from 'vitest';
import { cpuTime } from '../../../support/cpu-time.ts';
import { open, page } from './memory-site.ts';

/** Runs a site that nobody would write; all that counts is that there is an answer, without much work: a busy machine is slow. */
function survive(entries: Readonly<Record<string, string>>): ReturnType<typeof open> {
  const started = cpuTime();
  const reading = open(entries);
  expect(cpuTime() - started).toBeLessThan(5000);
  return reading;
}

describe('hostile sites', () => {
  it('with deep folders', () => {
    const deep = 'd/'.repeat(2000);
    const { site } = survive({ [`content/${deep}a.md`]: page(), [`content/${deep}x.png`]: 'x' });
    expect(site.pages[0]?.permalink).toHaveLength(deep.length + 3);
  });

  it('with deep configuration', () => {
    const { site } = survive({ 'hugo.json': `${'{"a":'.repeat(5000)}1${'}'.repeat(5000)}`, 'content/a.md': page() });
    expect(site.pages).toHaveLength(1);
  });

  it('with keys that objects have', () => {
    const keys = ['__proto__', 'constructor', 'hasOwnProperty', 'toString'];
    const yaml = keys.map((key) => `${key}: {a: 1}`).join('\n');
    const { site } = survive({
      'hugo.yaml': `languages: {constructor: {weight: 1}, toString: {weight: 2}}\npermalinks: {__proto__: /x/}\n${yaml}`,
      'content/__proto__.md': page(yaml),
      'content/constructor/index.toString.md': page(`cascade:\n  __proto__: 1\n${yaml}`),
      'content/a.md': `---\ntitle: T\n---\n{{< constructor >}}{{< __proto__ />}}\n`,
    });
    expect(site.pages.map(({ permalink }) => permalink)).toEqual(['/x/', '/a/', '/tostring/constructor/']);
    expect(site.shortcodes.get('__proto__')?.takesInner).toBe(true);
  });

  it('with many files of one path', () => {
    const names = Array.from({ length: 2000 }, (_, at) => `content/a${' '.repeat(at % 100)}${'-'.repeat(at % 99)}.md`);
    const { site } = survive(Object.fromEntries(names.map((name) => [name, page()])));
    expect(site.pages.length).toBeLessThan(400);
  });

  it('with a nasty ignoreFiles', () => {
    const { site } = survive({
      'hugo.yaml': `ignoreFiles: ["(a+)+$", "(a|a)*b", "(.*)*(.*)*(.*)*x", "((a{1000}){1000}){1000}"]`,
      [`content/${'a'.repeat(5000)}!.md`]: page(),
    });
    expect(site.pages).toHaveLength(1);
  });

  it('with odd characters in names and values', () => {
    const odd = ['\u0000', '\ud800', '\ufeff', '\u202e', '\u2028', '%', '%zz', '..', '...', ' '];
    const { site } = survive(
      Object.fromEntries(odd.map((text) => [`content/s/x${text}y.md`, page(`slug: ${JSON.stringify(text)}`)])),
    );
    expect(site.pages.length).toBeGreaterThan(0);
  });

  it('with long values', () => {
    const long = '-a'.repeat(200_000);
    const { site } = survive({
      'content/a.md': page(`slug: "${long}"\naliases: ["/${'../'.repeat(50_000)}x"]\nurl: "${':x'.repeat(20_000)}"`),
    });
    expect(site.pages[0]?.aliases).toEqual(['/x/']);
  });

  it('with a cascade on every page', () => {
    const entries: Record<string, string> = {};
    for (let depth = 0; depth < 300; depth++) {
      entries[`content/${'d/'.repeat(depth)}_index.md`] = page(
        `cascade: [{a${depth}: 1}, {target: {path: "**${'*a'.repeat(20)}"}, b: 1}]`,
      );
    }
    const { site } = survive(entries);
    expect(site.pages).toHaveLength(300);
  });
});
