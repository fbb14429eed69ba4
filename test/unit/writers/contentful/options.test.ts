import { describe, expect, it } from 'vitest';
import type { FieldOptions } from '../../../../src/writers/contentful/options.ts';
import { migrationScript } from '../../../../src/writers/contentful/migration.ts';
import { modelReport } from '../../../../src/writers/contentful/model-report.ts';
import { chunkFiles } from '../../../../src/writers/contentful/serialize.ts';
import { codes, exported, p, page, site } from './hand-built.ts';

const pages = [
  page({ frontMatter: { title: 'A', weight: 1, status: 'new' } }),
  page({ path: '/docs/b', frontMatter: { title: 'B', weight: 2, status: 'old', note: 'x' } }),
];

const withField = (key: string, options: FieldOptions) =>
  exported(pages, site(), { contentTypes: { docs: { fields: { [key]: options } } } });

const fieldOf = ({ json }: ReturnType<typeof exported>, id: string) =>
  json.contentTypes
    .find((type: { sys: { id: string } }) => type.sys.id === 'docs')
    .fields.find((field: { id: string }) => field.id === id);

describe('what the user says about the model', () => {
  it('names content types and fields, and widens types', () => {
    const output = exported(pages, site(), {
      contentTypes: { docs: { id: 'article', name: 'Article', fields: { Weight: { id: 'order', type: 'Number' } } } },
    });
    const [article] = output.json.contentTypes;
    expect(article).toMatchObject({ sys: { id: 'article' }, name: 'Article' });
    expect(article.fields).toContainEqual(expect.objectContaining({ id: 'order', type: 'Number' }));
    expect(output.json.entries[0].fields.order).toEqual({ en: 1 });
    expect(output.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  it('adds validations that all values meet', () => {
    expect(fieldOf(withField('status', { in: ['new', 'old'], required: true }), 'status')).toMatchObject({
      required: true,
      validations: [{ in: ['new', 'old'] }],
    });
    expect(fieldOf(withField('weight', { unique: true }), 'weight').validations).toEqual([{ unique: true }]);
  });

  it.each<[string, string, FieldOptions]>([
    ['values-of-other-types', 'status', { type: 'Integer' }],
    ['values-not-listed', 'status', { in: ['new'] }],
    ['missing-on-pages', 'note', { required: true }],
    ['id-taken', 'note', { id: 'status' }],
    ['no-scalar', 'status', { type: 'Object', unique: true }],
  ])('refuses what would not hold: %s', (reason, key, options) => {
    const { diagnostics } = withField(key, options);
    expect(diagnostics.filter(({ code }) => code === 'contentful-override-refused')).toMatchObject([
      { facts: { reason } },
    ]);
  });

  it('is told in a report and in a script', () => {
    const output = exported(pages);
    expect(modelReport(output)).toContain('weight  Integer');
    // The script is CommonJS: what it does with a migration is what counts.
    const made: string[] = [];
    const module: { exports?: (migration: unknown) => void } = {};
    new Function('module', migrationScript(output))(module);
    module.exports?.({
      createContentType: (id: string) => ({
        createField: (field: string) => made.push(`${id}.${field}`),
        changeFieldControl: (field: string) => made.push(`${id}.${field}: editor`),
      }),
    });
    expect(made).toContain('docs.weight');
    expect(made).toContain('docs.slug: editor');
  });
});

describe('an export in several files', () => {
  const link = (url: string) => p({ type: 'link', notation: 'inline', url, children: [{ type: 'text', value: 'x' }] });

  it('has targets ahead of what links to them', () => {
    const output = exported([page({ body: [link('/docs/b/')] }), page({ path: '/docs/b' })]);
    const { files, linksAhead } = chunkFiles(output, 1);
    expect(linksAhead).toBe(0);
    expect(files.map(({ path }) => path)).toEqual([
      'contentful/0-model.json',
      'contentful/2-entries-1.json',
      'contentful/2-entries-2.json',
      'contentful/2-entries-3.json',
    ]);
    expect(files[1]?.text).toContain('"id":"page.docs.b"');
  });

  // convert reports these as contentful-links-ahead.
  it('counts the links that lead ahead where pages link to one another', () => {
    const output = exported([
      page({ body: [link('/docs/b/')] }),
      page({ path: '/docs/b', body: [link('/docs/page/')] }),
    ]);
    expect(chunkFiles(output, 1).linksAhead).toBe(1);
    expect(codes(output.diagnostics)).not.toContain('contentful-links-ahead');
  });
});
