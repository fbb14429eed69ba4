import { describe, expect, it } from 'vitest';
import { show, type Case } from './read-text.ts';

const CASES: readonly Case[] = [
  ['one or two tildes strike out', '~a~ ~~b~~ ~~~c~~~\n', 'paragraph(delete("a") " " delete("b") " ~~~c~~~")'],
  [
    'tildes are text where strikethrough is off',
    '~a~ ~~b~~\n',
    'paragraph("~a~ ~~b~~")',
    { markup: { strikethrough: false } },
  ],
  [
    'every line break is hard where Hugo is told so',
    'a\nb  \nc\n',
    'paragraph("a" break "b" break "c")',
    { markup: { hardWraps: true } },
  ],
  ['a carriage return ends no text', 'a\r\nb\\\r\nc\r\n', 'paragraph("a\\nb" break "c")'],
  [
    'emoji',
    'a :smile: :+1: :nope: `:smile:` :a:b:\n',
    'paragraph("a " emoji.name=smile.value=😄 " " emoji.name=+1.value=👍 " :nope: " inlineCode.value=:smile: " " emoji.name=a.value=🅰️ "b:")',
    { markup: { emoji: true } },
  ],
  ['emoji are text where they are off', ':smile:\n', 'paragraph(":smile:")'],
  [
    'references keep their label',
    '[a][B] [b] [b][] ![c][b]\n\n[B]: /u "t"\n',
    'paragraph(linkReference.identifier=b.label=B.referenceType=full("a") " " linkReference.identifier=b.label=b.referenceType=shortcut("b") " " linkReference.identifier=b.label=b.referenceType=collapsed("b") " " imageReference.identifier=b.label=b.referenceType=full.alt=c) definition.identifier=b.label=B.url=/u.title=t',
  ],
  ['a tag behind two signs is none where the typographer is on', 'cat <<EOF > a\n', 'paragraph("cat <<EOF > a")'],
  ['nor an autolink', '<<https://a.b>\n', 'paragraph("<<" link.notation=linkify.url=https://a.b("https://a.b") ">")'],
  ['three signs leave one', 'a <<<b>c</b>\n', 'paragraph("a <<" elementInline.tagName=b("c"))'],
  [
    'a tag where it is off',
    'cat <<b>c</b>\n',
    'paragraph("cat <" elementInline.tagName=b("c"))',
    { markup: { typographer: null } },
  ],
  ['NUL is the replacement character', 'a\u0000b\n', 'paragraph("a�b")'],
];

describe('inlines', () => {
  it.each(CASES)('%s', (_name, source, expected, options) => {
    expect(show(source, options)).toBe(expected);
  });
});
