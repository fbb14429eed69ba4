import { describe, expect, it } from 'vitest';
import { camelCase, idOfContent, idOfPath, titleOf } from '../../../../src/writers/contentful/ids.ts';
import { mediaType } from '../../../../src/writers/contentful/mime.ts';
import { exported, page, site, value } from './hand-built.ts';

const ID = /^[a-zA-Z0-9\-_.]{1,64}$/;

describe('an id made of a path', () => {
  it.each([
    ['/docs/setup', 'page.docs.setup'],
    ['/docs/get-started_2', 'page.docs.get-started_2'],
  ])('%s stays readable', (path, id) => expect(idOfPath('page', path)).toBe(id));

  it.each(['/', '/docs/v1.2', '/docs/a b', '/docs/日本', '/docs/a#b', `/${'x'.repeat(200)}`, '/docs/\u{1F600}'])(
    '%s is cleaned and hashed',
    (path) => {
      const id = idOfPath('page', path);
      expect(id).toMatch(ID);
      expect(id).toMatch(/-[0-9a-f]{8}$/);
    },
  );
  it('is another for each path', () => {
    const paths = ['/a/b', '/a.b', '/a b', '/a-b', '/a_b', '/ab', '/', '/root'];
    expect(new Set(paths.map((path) => idOfPath('page', path))).size).toBe(paths.length);
  });
});

describe('an id made of content', () => {
  it('fits, and differs by page, type and content', () => {
    const ids = [
      idOfContent('codeBlock', 'page.docs.a', 'x'),
      idOfContent('codeBlock', 'page.docs.b', 'x'),
      idOfContent('image', 'page.docs.a', 'x'),
      idOfContent('image', 'page.docs.a', 'y'),
      idOfContent('日本', `page.${'x'.repeat(60)}`, 'y'),
    ];
    for (const id of ids) expect(id).toMatch(ID);
    expect(new Set(ids).size).toBe(ids.length);
  });
});

describe('a name as an id', () => {
  it.each([
    ['doc_type', 'docType'],
    ['data-id', 'dataId'],
    ['linkTitle', 'linkTitle'],
    ['URL', 'url'],
    ['Tabs.Tab', 'tabsTab'],
    ['2nd', 'n2nd'],
    ['__proto__', 'proto'],
  ])('%s is %s', (name, id) => expect(camelCase(name)).toBe(id));
  it('of no usable character is a hash', () => expect(camelCase('日本')).toMatch(/^field[0-9a-f]{8}$/));
  it('has a title for people', () => {
    expect([titleOf('doc_type'), titleOf('linkTitle'), titleOf('x'.repeat(80)).length, titleOf('_')]).toEqual([
      'Doc type',
      'Link title',
      50,
      'Field',
    ]);
  });
});

describe('the media type of a file', () => {
  const bytes = (start: string): Uint8Array => Uint8Array.from(start, (character) => character.charCodeAt(0));
  it.each([
    ['a.jpg', '\x89PNG\r\n\x1a\n', 'image/png'],
    ['a.png', '\xff\xd8\xff\xe0', 'image/jpeg'],
    ['a', 'RIFF....WEBP', 'image/webp'],
    ['a', '....ftypisom', 'video/mp4'],
    ['a', '....ftypavif', 'image/avif'],
    ['a.txt', '%PDF-1.7', 'application/pdf'],
    ['a.svg', '<?xml version="1.0"?>\n<!-- x -->\n<svg width="1">', 'image/svg+xml'],
    ['a.xml', '<?xml version="1.0"?>\n<feed>', 'application/xml'],
    ['a.yaml', 'a: 1', 'application/yaml'],
    ['LICENSE', 'Permission is granted', 'text/plain'],
    ['a.bin', 'a\0b', 'application/octet-stream'],
    ['empty', '', 'text/plain'],
  ])('%s %j is %s', (name, head, type) => expect(mediaType(name, bytes(head))).toBe(type));
});

describe('the settings of a site', () => {
  it('are one entry with parameters and menus', () => {
    const config = { ...value({ menu: { main: [{ name: 'Docs' }] } }) };
    const { json } = exported([page()], site(['en'], { config }));
    expect(json.entries.at(-1)).toMatchObject({
      sys: { id: 'site.settings' },
      fields: {
        title: { en: 'Docs' },
        baseUrl: { en: 'https://docs.example.org/' },
        menus: { en: { main: [{ name: 'Docs' }] } },
      },
    });
  });
});
