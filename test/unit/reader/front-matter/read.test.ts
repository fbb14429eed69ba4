import { describe, expect, it } from 'vitest';
import { endOf } from '../../../../src/model/place.ts';
import { readHead } from './support.ts';

describe('the start of a page', () => {
  it.each([
    ['YAML', '---\ntitle: Setup\n---\nText', 'yaml', 'Text'],
    ['TOML', '+++\ntitle = "Setup"\n+++\nText', 'toml', 'Text'],
    ['JSON', '{ "title": "Setup" }\nText', 'json', 'Text'],
    ['Org', '#+TITLE: Setup\nText', 'org', 'Text'],
    ['white space before it', '\n \t\v\f\r\n---\ntitle: Setup\n---\nText', 'yaml', 'Text'],
    ['a byte order mark before it', '\ufeff---\ntitle: Setup\n---\nText', 'yaml', 'Text'],
    ['both before it', '\ufeff\n---\ntitle: Setup\n---\nText', 'yaml', 'Text'],
    ['line ends of Windows', '---\r\ntitle: Setup\r\n---\r\nText\r\n', 'yaml', 'Text\r\n'],
    ['line ends of old', '---\rtitle: Setup\r---\rText', 'yaml', 'Text'],
    ['content on the line of the opening delimiter', '--- title: Setup\n---\nText', 'yaml', 'Text'],
    ['content that touches the opening delimiter', '---title: Setup\n---\nText', 'yaml', 'Text'],
    ['a comment behind the opening delimiter', '--- # head\ntitle: Setup\n---\nText', 'yaml', 'Text'],
    ['text behind the closing delimiter', '---\ntitle: Setup\n---Text', 'yaml', 'Text'],
    ['a closing delimiter that is too long', '---\ntitle: Setup\n-----\nText', 'yaml', '--\nText'],
    ['spaces behind the closing delimiter', '---\ntitle: Setup\n---  \nText', 'yaml', '  \nText'],
    ['an empty line behind it', '---\ntitle: Setup\n---\n\nText', 'yaml', '\nText'],
    ['a delimiter inside a value', '---\ntitle: Setup\nrule: "a --- b"\n---\nText', 'yaml', 'Text'],
    ['no body', '---\ntitle: Setup\n---', 'yaml', ''],
    ['JSON with braces in strings', '{"title": "Setup", "x": "} \\" {"}\n\nText', 'json', '\nText'],
    ['text behind JSON', '{"title": "Setup"}Text', 'json', 'Text'],
    ['Org at the end of the file', '#+TITLE: Setup', 'org', ''],
  ])('is read with %s', (_, source, format, body) => {
    expect(readHead(source)).toMatchObject({ format, body, values: { title: 'Setup' }, findings: [] });
  });

  it.each([
    ['text', 'Text'],
    ['nothing', ''],
    ['white space', ' \n\n'],
    ['white space and text', '\n\n  Text'],
    ['a heading', '# Setup\n\nText'],
    ['raw HTML', '<p>Text</p>'],
    ['a comment with what looks like front matter', '<!--\n---\ntitle: Setup\n---\n-->\nText'],
    ['a no-break space before a delimiter', '\u00a0---\ntitle: Setup\n---\nText'],
    ['a byte order mark behind white space', ' \ufeff---\ntitle: Setup\n---\nText'],
    ['a NUL before a delimiter', '\0---\ntitle: Setup\n---\nText'],
    ['a shortcode behind text', 'See {{< note >}}'],
  ])('may be without front matter: %s', (_, source) => {
    expect(readHead(source)).toMatchObject({ format: 'none', body: source, fields: [], findings: [] });
  });

  it('may be a byte order mark, which is not text', () => {
    expect(readHead('\ufeffText')).toMatchObject({ format: 'none', body: 'Text' });
  });

  it.each([
    ['empty YAML', '---\n---\nText'],
    ['YAML with a space behind the delimiter', '--- \n---\nText'],
    ['YAML that is all comment', '---\n# draft\n---\nText'],
    ['empty TOML', '+++\n+++\nText'],
    ['an empty JSON object', '{}\nText'],
  ])('may have front matter without fields: %s', (_, source) => {
    expect(readHead(source)).toMatchObject({ body: 'Text', fields: [], findings: [] });
  });

  it('has places for the whole and for what is between the delimiters', () => {
    const source = '\n---\ntitle: Setup\n---\nText';
    const { place, contentPlace } = readHead(source).frontMatter;
    expect(source.slice(place.offset, endOf(place))).toBe('---\ntitle: Setup\n---');
    expect(source.slice(contentPlace.offset, endOf(contentPlace))).toBe('title: Setup\n');
    expect(place).toMatchObject({ line: 2, column: 1 });
  });
});

describe('a page that Hugo refuses for its start', () => {
  it.each([
    ['begins with a list item', '- a\n- b\n', 'front-matter-mistaken 1:1'],
    ['begins with a list item in the other notation', '+ a\n', 'front-matter-mistaken 1:1'],
    ['begins with a shortcode', '{{< note >}}\n', 'front-matter-mistaken 1:1'],
    ['begins with an attribute list', '{.lead}\nText', 'front-matter-mistaken 1:1'],
    ['begins with two dashes', '\n--\nText', 'front-matter-mistaken 2:1'],
    ['begins with a rule', '---\n\ntext\n', 'front-matter-not-closed 1:1'],
    ['has a longer rule', '------\nText', 'front-matter-not-closed 1:1'],
    ['ends in YAML', '---\ntitle: Setup\n', 'front-matter-not-closed 1:1'],
    ['ends in TOML', '+++\ntitle = "Setup"\n', 'front-matter-not-closed 1:1'],
    ['ends in JSON', '{ "title": "Setup"\nText', 'front-matter-not-closed 1:1'],
    ['has an indented closing delimiter', '---\ntitle: Setup\n ---\nText', 'front-matter-not-closed 1:1'],
  ])('%s: it is all body', (_, source, finding) => {
    expect(readHead(source)).toMatchObject({ format: 'none', body: source, fields: [], findings: [finding] });
  });

  it('closes YAML with dots: they are taken for the end', () => {
    expect(readHead('---\ntitle: Setup\n...\nText')).toMatchObject({
      values: { title: 'Setup' },
      body: 'Text',
      findings: ['front-matter-not-closed 1:1'],
    });
  });

  it('has a delimiter that is too long: it is read as it is meant', () => {
    expect(readHead('----\ntitle: Setup\n----\nText')).toMatchObject({
      values: { title: 'Setup' },
      body: '-\nText',
      findings: ['front-matter-delimiter-long 1:1'],
    });
  });

  it.each([
    ['a list', '---\n- a\n---\nText', 'front-matter-not-a-map 2:1'],
    ['text', '---\ntitle:Setup\n---\nText', 'front-matter-not-a-map 2:1'],
    ['nothing', '---\n~\n---\nText', 'front-matter-not-a-map 2:1'],
  ])('has front matter that is no map but %s', (_, source, finding) => {
    expect(readHead(source)).toMatchObject({ format: 'yaml', fields: [], findings: [finding] });
  });
});
