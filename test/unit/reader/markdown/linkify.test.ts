import { describe, expect, it } from 'vitest';
import { show, type Case } from './read-text.ts';

const CASES: readonly Case[] = [
  [
    'http, https, ftp',
    'http://a.b https://a.b/c?d=e ftp://f.g\n',
    'paragraph(link.notation=linkify.url=http://a.b("http://a.b") " " link.notation=linkify.url=https://a.b/c?d=e("https://a.b/c?d=e") " " link.notation=linkify.url=ftp://f.g("ftp://f.g"))',
  ],
  [
    'www gets the protocol of the settings',
    'www.a.org\n',
    'paragraph(link.notation=linkify.url=http://www.a.org("www.a.org"))',
    { markup: { linkifyProtocol: 'http' } },
  ],
  ['mail', 'me@x.org\n', 'paragraph(link.notation=linkify.url=mailto:me@x.org("me@x.org"))'],
  [
    'end before the sentence ends',
    'https://a.b/c. (https://a.b/c) https://a.b/(c), www.x.org?\n',
    'paragraph(link.notation=linkify.url=https://a.b/c("https://a.b/c") ". (" link.notation=linkify.url=https://a.b/c("https://a.b/c") ") " link.notation=linkify.url=https://a.b/(c)("https://a.b/(c)") ", " link.notation=linkify.url=https://www.x.org("www.x.org") "?")',
  ],
  [
    'an entity at the end is left out',
    'https://a.b/c&amp; d\n',
    'paragraph(link.notation=linkify.url=https://a.b/c("https://a.b/c") "& d")',
  ],
  [
    'the host needs a dot and a name',
    'http://localhost https://a.b1\n',
    'paragraph("http://localhost " link.notation=linkify.url=https://a.b("https://a.b") "1")',
  ],
  ['behind a letter there is none', 'xhttp://a.b\n', 'paragraph("xhttp://a.b")'],
  [
    'behind emphasis there is one',
    '**https://a.b** _https://c.d/e_f\n',
    'paragraph(strong(link.notation=linkify.url=https://a.b("https://a.b")) " _" link.notation=linkify.url=https://c.d/e_f("https://c.d/e_f"))',
  ],
  [
    'an address is longer than emphasis in it',
    'https://a.b/_c_/d *e*\n',
    'paragraph(link.notation=linkify.url=https://a.b/_c_/d("https://a.b/_c_/d") " " emphasis("e"))',
  ],
  [
    'an address holds back-ticks',
    'https://a.b/`c` d\n',
    'paragraph(link.notation=linkify.url=https://a.b/`c`("https://a.b/`c`") " d")',
  ],
  [
    'it ends before other scripts',
    'https://a.b/c한글\n',
    'paragraph(link.notation=linkify.url=https://a.b/c("https://a.b/c") "한글")',
  ],
  [
    'none in a link or behind an open bracket',
    '[https://a.b](c) [d https://e.f\n',
    'paragraph(link.notation=inline.url=c("https://a.b") " [d https://e.f")',
  ],
  [
    'one behind a closed bracket',
    '[a] https://b.c\n',
    'paragraph("[a] " link.notation=linkify.url=https://b.c("https://b.c"))',
  ],
  ['none in code', '`https://a.b`\n', 'paragraph(inlineCode.value=https://a.b)'],
  [
    'quotes that the typographer knows do not hide one',
    '"https://a.b"\n',
    'paragraph("\\"" link.notation=linkify.url=https://a.b("https://a.b") "\\"")',
  ],
  [
    'quotes hide one where it is off',
    '"https://a.b"\n',
    'paragraph("\\"https://a.b\\"")',
    { markup: { typographer: null } },
  ],
  [
    'GFM’s longer addresses give back what they took',
    'https://a.b<https://c.d> http://x.y*z*\n',
    'paragraph(link.notation=linkify.url=https://a.b("https://a.b") link.notation=autolink.url=https://c.d("https://c.d") " " link.notation=linkify.url=http://x.y("http://x.y") emphasis("z"))',
  ],
  [
    'with a call in it',
    'https://a.b/{{< x >}}/c\n',
    'paragraph(link.notation=linkify.url=https://a.b/<x>/c("https://a.b/" shortcodeInline:x "/c"))',
  ],
  [
    'autolinks are another notation',
    '<https://a.b> <me@x.org>\n',
    'paragraph(link.notation=autolink.url=https://a.b("https://a.b") " " link.notation=autolink.url=mailto:me@x.org("me@x.org"))',
  ],
  ['none where they are turned off', 'https://a.b\n', 'paragraph("https://a.b")', { markup: { linkify: false } }],
];

describe('bare addresses', () => {
  it.each(CASES)('%s', (_name, source, expected, options) => {
    expect(show(source, options)).toBe(expected);
  });
});
