import { describe, expect, it } from 'vitest';
import type { Field, Page } from '../../../../src/model/page.ts';
import { convert, mdxOf } from './convert.ts';

const changed = (source: string, change: (fields: readonly Field[]) => readonly Field[]): string =>
  mdxOf(source, {
    change: (page: Page) => ({
      ...page,
      frontMatter: { ...page.frontMatter, fields: change(page.frontMatter.fields) },
    }),
  });

const YAML =
  '---\n# first\ntitle:  "A"   # why\n\ntags: [a,\n  b]\nwhen: 2024-01-02\nn: 007\ntext: |\n  # no\n  comment\n# last\n---\nbody\n';

describe('YAML front matter', () => {
  it('stays byte for byte where nothing changes', () => {
    expect(mdxOf(YAML)).toBe(YAML);
  });

  it('loses the lines of a field that is dropped, and no comments', () => {
    expect(changed(YAML, (fields) => fields.filter(({ key }) => key !== 'tags' && key !== 'text'))).toBe(
      '---\n# first\ntitle:  "A"   # why\n\nwhen: 2024-01-02\nn: 007\n# last\n---\nbody\n',
    );
  });

  it('gets new keys in the place of the old', () => {
    expect(
      changed(YAML, (fields) => fields.map((field) => (field.key === 'n' ? { ...field, key: 'order' } : field))),
    ).toContain('\norder: 007\n');
  });

  it('gets new values and fields', () => {
    const value = { type: 'text', value: 'yes', source: '' } as const;
    expect(
      changed('---\na: 1\n---\n', ([a]) => [
        { ...(a as Field), value },
        { key: 'b', name: 'b', value, cascadedFrom: 'x' },
      ]),
    ).toBe('---\na: "yes"\nb: "yes"\n---\n');
  });

  it('is written anew where lines refer to each other', () => {
    expect(changed('---\na: &x [1]\nb: *x\n---\n', (fields) => fields.slice(1))).toBe('---\nb:\n  - 1\n---\n');
  });

  it('is kept as a comment where it could not be read', () => {
    expect(mdxOf('---\n- a\n---\nb\n')).toBe('---\n#- a\n---\nb\n');
  });
});

describe('other front matter', () => {
  it('becomes YAML, dates and numbers as they are written', () => {
    const toml =
      '+++\n# why\ntitle = "yes"\ndate = 2024-01-02T03:04:05Z\nday = 2024-01-02\nrate = 1.10\nbig = 9007199254740993\nflag = true\nlist = ["a", "1_000"]\n[map]\n"a b" = "1:30"\n+++\nb\n';
    expect(mdxOf(toml)).toBe(
      '---\n# why\ntitle: "yes"\ndate: 2024-01-02T03:04:05Z\nday: 2024-01-02\nrate: 1.10\nbig: 9007199254740993\nflag: true\nlist:\n  - a\n  - "1_000"\nmap:\n  a b: "1:30"\n---\nb\n',
    );
  });

  it('comes from JSON too', () => {
    expect(mdxOf('{ "a": null, "b": "x\\ny\\n" }\nc\n')).toBe('---\na: null\nb: |\n  x\n  y\n---\nc\n');
  });

  it('is none where there is none', () => {
    expect(mdxOf('a\n')).toBe('a\n');
    expect(convert('\n\na').outcomes).toEqual([]);
  });

  it('accounts for each field', () => {
    expect(convert('---\na: 1\nB: 2\n---\n').outcomes).toEqual([
      { kind: 'field', id: 'a', result: 'kept', by: 'mdx' },
      { kind: 'field', id: 'B', result: 'kept', by: 'mdx' },
    ]);
  });

  it('cannot be made by a rule at the start of a page', () => {
    expect(mdxOf('\ufeff\n---\n\nx').startsWith('---')).toBe(false);
  });
});
