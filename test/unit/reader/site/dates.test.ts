import { describe, expect, it } from 'vitest';
import { formatGoDate } from '../../../../src/reader/site/dates/go-date.ts';
import { instantOf, isTimeZone } from '../../../../src/reader/site/dates/instant.ts';
import { parseDateText } from '../../../../src/reader/site/dates/parse-date.ts';
import { findings, open, page, permalinks } from './memory-site.ts';

const iso = (text: string, zone = 'UTC'): string | undefined => {
  const time = parseDateText(text);
  return time && new Date(instantOf(time, zone)).toISOString();
};

describe('dates', () => {
  it.each([
    ['2024-01-02', '2024-01-02T00:00:00.000Z'],
    ['2024-01-02T03:04:05Z', '2024-01-02T03:04:05.000Z'],
    ['2024-01-02T03:04:05-07:00', '2024-01-02T10:04:05.000Z'],
    ['2024-01-02T03:04:05.25+0530', '2024-01-01T21:34:05.000Z'],
    ['2024-01-02T03:04:05', '2024-01-02T03:04:05.000Z'],
    ['2024-01-02 03:04:05', '2024-01-02T03:04:05.000Z'],
    ['2024-01-02 03:04:05 +0100', '2024-01-02T02:04:05.000Z'],
    ['2024-01-02 03:04:05 +0100 CET', '2024-01-02T02:04:05.000Z'],
    ['Tue, 02 Jan 2024 03:04:05 +0100', '2024-01-02T02:04:05.000Z'],
    ['Tue, 02 Jan 2024 03:04:05 GMT', '2024-01-02T03:04:05.000Z'],
    ['02 Jan 24 03:04 +0000', '2024-01-02T03:04:00.000Z'],
    ['Tuesday, 02-Jan-24 03:04:05 GMT', '2024-01-02T03:04:05.000Z'],
    ['Tue Jan  2 03:04:05 2024', '2024-01-02T03:04:05.000Z'],
    ['Tue Jan 02 03:04:05 -0700 2024', '2024-01-02T10:04:05.000Z'],
    ['02 Jan 2024', '2024-01-02T00:00:00.000Z'],
  ])('%s is read', (text, expected) => {
    expect(iso(text)).toBe(expected);
  });

  it.each([
    'Jan 2, 2024',
    '2024-02-01 10:00',
    'not a date',
    '2024-13-01',
    '2024-02-30',
    '2024-01-02T25:00:00',
    '03:04:05',
    '',
  ])('%j is not, as in Hugo', (text) => {
    expect(iso(text)).toBeUndefined();
  });

  it.each([
    ['2024-01-02', '2024-01-01T23:00:00.000Z'],
    ['2024-07-02', '2024-07-01T22:00:00.000Z'],
    ['2024-03-31T01:30:00', '2024-03-31T00:30:00.000Z'],
    ['2024-03-31T03:30:00', '2024-03-31T01:30:00.000Z'],
    ['2024-01-02T00:00:00Z', '2024-01-02T00:00:00.000Z'],
  ])('%s without a zone is in the site’s', (text, expected) => {
    expect(iso(text, 'Europe/Oslo')).toBe(expected);
  });

  it('do without a zone that nobody knows', () => {
    expect(isTimeZone('Mars/Olympus')).toBe(false);
    expect(iso('2024-01-02', 'Mars/Olympus')).toBe('2024-01-02T00:00:00.000Z');
  });

  it('are written by a layout', () => {
    const time = { year: 2024, month: 3, day: 5, hour: 14, minute: 6, second: 7 };
    expect(formatGoDate('Mon Monday Jan January 2 02 002 06 2006 15 03 3 PM pm 04 4 05 5 MST', time)).toBe(
      'Tue Tuesday Mar March 5 05 065 24 2024 14 02 2 PM pm 06 6 07 7 UTC',
    );
    expect(formatGoDate('nothing', time)).toBeUndefined();
  });
});

describe('the dates of a page', () => {
  const year = (fields: string, yaml = '', file = 'content/s/a.md'): string | undefined =>
    permalinks(open({ 'hugo.yaml': `permalinks: {s: "/:year/:month/"}\n${yaml}`, [file]: page(fields) }))[
      file.slice(8)
    ];

  it.each([
    ['date: 2024-01-02', '/2024/01/'],
    ['publishDate: 2024-03-01T00:00:00Z', '/2024/03/'],
    ['pubdate: 2024-04-01', '/2024/04/'],
    ['published: 2024-08-01', '/2024/08/'],
    ['lastmod: 2024-05-01', '/2024/05/'],
    ['modified: 2024-05-01', '/2024/05/'],
    ['lastmod: 2024-05-01\npublishDate: 2024-03-01', '/2024/03/'],
    ['date: 1704153600', '/2024/01/'],
    ['date: 2024-01-01T23:00:00-07:00', '/2024/01/'],
    ['date: ""\nlastmod: 2024-05-01', '/2024/05/'],
  ])('are looked for in order: %s', (fields, expected) => {
    expect(year(fields)).toBe(expected);
  });

  it('can be looked for elsewhere, in the file’s name too', () => {
    expect(year('created: 2024-02-01\ndate: 2020-01-01', 'frontmatter: {date: [created, ":default"]}')).toBe(
      '/2024/02/',
    );
    expect(year('title: T', 'frontmatter: {date: [":filename", ":default"]}', 'content/s/2024-06-07-x.md')).toBe(
      '/2024/06/',
    );
  });

  it('come with a slug from the file’s name, unless the page has one', () => {
    const reading = open({
      'hugo.yaml': 'frontmatter: {date: [":filename", ":default"], lastmod: [lastmod, ":fileModTime"]}',
      'content/2024-06-07-g-h.md': page(),
      'content/2024-06-08-x.md': page('slug: own'),
      'content/2024-06-09.md': page(),
      'content/2024-06-10_Bundle One/index.md': page(),
    });
    expect(permalinks(reading)).toEqual({
      '2024-06-07-g-h.md': '/g-h/',
      '2024-06-08-x.md': '/own/',
      '2024-06-09.md': '/2024-06-09/',
      '2024-06-10_Bundle One/index.md': '/bundle-one/',
    });
  });

  it('are reported if they cannot be read, once', () => {
    const reading = open({
      'content/a.md': page('title: T\ndate: Jan 2, 2024'),
      'content/b.md': page('date: 2024-01-02\nlastmod: 2024-02-01 10:00'),
      'content/c.md': page('date: ~\nexpiryDate: [1]'),
      'content/d/_index.md': page('cascade: {date: soon}'),
      'content/d/e.md': page(),
    });
    expect(findings(reading)).toEqual([
      'date-unreadable content/a.md 3',
      'date-unreadable content/b.md 3',
      'date-unreadable content/c.md 3',
      'date-unreadable content/d/_index.md 2',
    ]);
  });

  it('count in the language’s time zone', () => {
    const hidden = (zone: string): unknown =>
      open({ 'hugo.yaml': `timeZone: ${zone}`, 'content/a.md': page('date: 2026-01-01') }).site.pages[0]?.hidden;
    expect(hidden('Pacific/Auckland')).toEqual([]);
    expect(hidden('America/New_York')).toEqual(['future']);
  });
});
