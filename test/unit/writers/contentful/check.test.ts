import { describe, expect, it } from 'vitest';
import { checkExport } from '../../../../src/writers/contentful/check/check-export.ts';
import { codes, exported, p, page } from './hand-built.ts';

// An export as a user may have edited it.
// oxlint-disable-next-line typescript/no-explicit-any
type Json = any;

const image = p({ type: 'image', url: '/logo.png', alt: 'Logo' });
const sound = (): Json => exported([page({ frontMatter: { title: 'A', weight: 1 }, body: [image] })]).json;

const check = (...contents: readonly unknown[]) =>
  checkExport(contents.map((content, at) => ({ file: `${at}.json`, text: JSON.stringify(content) })));

/** Which faults are found once the export was changed. */
function faultsOf(change: (json: Json, entry: Json) => void): string[] {
  const json = sound();
  change(
    json,
    json.entries.find(({ sys }: Json) => sys.id === 'page.docs.page'),
  );
  return check(json).diagnostics.map(({ code, facts }) => ('fault' in facts ? String(facts.fault) : code));
}

describe('the check of an export', () => {
  it('finds nothing in what decant writes', () => {
    const { diagnostics, counts } = check(sound());
    expect(diagnostics).toEqual([]);
    expect(counts).toEqual({ contentTypes: 2, entries: 2, assets: 1 });
  });

  it.each<[string, (json: Json, entry: Json) => void]>([
    ['no-id', (_, { sys }) => delete sys.id],
    ['bad-id', (_, { sys }) => (sys.id = 'a b')],
    ['twice', ({ entries }, entry) => entries.push(entry)],
    ['no-content-type', (_, { sys }) => (sys.contentType.sys.id = 'nothing')],
    ['not-activated', ({ contentTypes }) => delete contentTypes[0].sys.publishedVersion],
    ['bad-field-id', ({ contentTypes }) => contentTypes[1].fields.push({ id: 'a-b', name: 'a', type: 'Symbol' })],
    ['link-type', ({ contentTypes }) => contentTypes[1].fields.push({ id: 'a', name: 'a', type: 'Link' })],
    ['display-field', ({ contentTypes }) => (contentTypes[0].displayField = 'body')],
    ['unknown-field', (_, { fields }) => (fields.other = { en: 'a' })],
    ['unknown-locale', (_, { fields }) => (fields.title.fr = 'a')],
    ['default-locale', ({ locales }) => (locales[0].default = false)],
    ['value-type', (_, { fields }) => (fields.weight.en = '1')],
    ['too-long', (_, { fields }) => (fields.title.en = 'a'.repeat(257))],
    ['empty', (_, { fields }) => (fields.slug.en = '')],
    ['required', (_, { fields }) => delete fields.title],
    ['rich-text', (_, { fields }) => fields.body.en.content.push({ nodeType: 'text' })],
    ['no-file', ({ assets }) => (assets[0].fields.file = {})],
    ['contentful-check-link', ({ assets }) => assets.pop()],
  ])('finds %s', (fault, change) => {
    expect(faultsOf(change)).toContain(fault);
  });

  it('says which entries repeat a value that must be unique', () => {
    const { json } = exported([page(), page({ path: '/docs/b' })]);
    json.entries[1].fields.slug = json.entries[0].fields.slug;
    expect(check(json).diagnostics).toMatchObject([
      { code: 'contentful-check-entity', facts: { fault: 'not-unique', detail: json.entries[0].sys.id } },
    ]);
  });

  it('says what is no export', () => {
    expect(codes(checkExport([{ file: 'a.json', text: '{' }]).diagnostics)).toEqual(['contentful-check-file']);
    expect(codes(check([], { pages: {} }).diagnostics)).toEqual(['contentful-check-file', 'contentful-check-file']);
  });

  it('takes several files as one, and knows which links lead ahead', () => {
    const link = (to: string) =>
      p({ type: 'link', notation: 'inline', url: to, children: [{ type: 'text', value: 'x' }] });
    const { json } = exported([
      page({ frontMatter: { title: 'A' }, body: [link('/docs/b/')] }),
      page({ path: '/docs/b', frontMatter: { title: 'B' } }),
    ]);
    const { entries, ...model } = json;
    const parts = [model, { entries: [entries[0]] }, { entries: entries.slice(1) }];
    expect(codes(check(...parts).diagnostics)).toEqual(['contentful-check-order']);
    expect(codes(check(parts[0], parts[2], parts[1]).diagnostics)).toEqual([]);
  });

  it('looks for the files of assets where it is told', () => {
    const text = JSON.stringify(sound());
    const asked: string[] = [];
    const { diagnostics } = checkExport([{ file: 'a.json', text }], (path) => asked.push(path) < 0);
    expect(asked).toEqual(['docs.example.org/logo.png']);
    expect(codes(diagnostics)).toEqual(['contentful-check-asset']);
  });
});
