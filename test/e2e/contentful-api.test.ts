import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ContentfulApi } from '../support/contentful-api/server.ts';
import { runImport } from '../support/contentful-api/import.ts';
import { startContentfulApi } from '../support/contentful-api/server.ts';

let api: ContentfulApi;
beforeEach(async () => {
  // The importer talks about its progress on the console.
  vi.spyOn(console, 'log').mockReturnValue();
  vi.spyOn(console, 'error').mockReturnValue();
  api = await startContentfulApi('en-US');
});
afterEach(async () => {
  vi.restoreAllMocks();
  await api.close();
});

const link = (linkType: string, id: string) => ({ sys: { type: 'Link', linkType, id } });
const text = (value: string) => ({ nodeType: 'text', value, marks: [], data: {} });
const paragraph = (value: string) => ({ nodeType: 'paragraph', data: {}, content: [text(value)] });
const documentOf = (...content: object[]) => ({ nodeType: 'document', data: {}, content });

/** An export of two entries, the first with `fields` laid over what it has. */
function exportWith(fields: Record<string, unknown>) {
  const type = { sys: { id: 'page', type: 'ContentType', publishedVersion: 1 }, name: 'Page', displayField: 'title' };
  const entry = (id: string, own: object) => ({
    sys: { id, type: 'Entry', publishedVersion: 1, contentType: link('ContentType', 'page') },
    fields: { title: { 'en-US': id }, ...own },
  });
  return {
    locales: [
      { name: 'English', code: 'en-US', default: true, fallbackCode: null, sys: { id: 'l1', type: 'Locale' } },
      {
        name: 'German',
        code: 'de',
        default: false,
        fallbackCode: null,
        optional: true,
        sys: { id: 'l2', type: 'Locale' },
      },
    ],
    contentTypes: [
      {
        ...type,
        fields: [
          { id: 'title', name: 'Title', type: 'Symbol', localized: true, required: true },
          {
            id: 'body',
            name: 'Body',
            type: 'RichText',
            localized: true,
            validations: [{ enabledNodeTypes: ['hyperlink'] }],
          },
          { id: 'next', name: 'Next', type: 'Link', linkType: 'Entry' },
          { id: 'order', name: 'Order', type: 'Integer' },
        ],
      },
    ],
    entries: [entry('first', { next: { 'en-US': link('Entry', 'second') }, ...fields }), entry('second', {})],
  };
}

describe('the stand-in for the Management API', () => {
  it('takes an import twice and stores what the file says', async () => {
    const content = exportWith({
      body: { 'en-US': documentOf(paragraph('Hello')), de: documentOf(paragraph('Hallo')) },
    });
    await runImport(api, content);
    await runImport(api, content);
    expect(api.refusals).toEqual([]);
    expect([...api.space.entries.keys()].toSorted()).toEqual(['first', 'second']);
    expect(api.space.entries.get('first')?.fields).toEqual(content.entries[0]?.fields);
    expect(api.space.entries.get('first')?.sys.publishedVersion).toBeGreaterThan(1);
    expect([...api.space.locales.values()].map((locale) => locale.code)).toEqual(['en-US', 'de']);
  });

  it.each([
    ['a value of the wrong type', { order: { 'en-US': '7' } }, 'expected type: Integer'],
    ['a field that the type has not', { weight: { 'en-US': 7 } }, 'UnknownField'],
    ['a locale that the space has not', { title: { 'en-US': 'a', fr: 'b' } }, 'Invalid field locale code'],
    [
      'a paragraph in a paragraph',
      { body: { 'en-US': documentOf({ ...paragraph(''), content: [paragraph('x')] }) } },
      'InvalidEntry',
    ],
    [
      'a node type that is not enabled',
      { body: { 'en-US': documentOf({ nodeType: 'hr', data: {}, content: [] }) } },
      'enabledNodeTypes',
    ],
    ['a link to nothing', { next: { 'en-US': link('Entry', 'third') } }, 'notResolvable'],
    ['no title', { title: {} }, 'is required here'],
  ])('refuses %s', async (_, fields, reason) => {
    await expect(runImport(api, exportWith(fields))).rejects.toThrow(reason);
  });
});
