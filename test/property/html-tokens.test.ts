import fc from 'fast-check';
import { Token, type TokenHandler, Tokenizer } from 'parse5';
import { describe, expect, it } from 'vitest';
import { readSimpleTokens } from '../../src/reader/html/simple-tokens.ts';

const PIECES = [
  [
    '<p>',
    '</p>',
    '<br/>',
    '<a href="x?a=1&amp;b=2">',
    "<a title='x'>",
    '<img src=x alt>',
    '<img alt="">',
    '<b',
    '<B A=1>',
  ],
  ['<p a a="2">', '<p a="1"b>', '<p a=>', '<p =a>', '<p a/b>', '<p / >', '<p a=x/>', '<p a="x', '</p >', '</p a>'],
  [
    '<!-- c -->',
    '<!---->',
    '<!-->',
    '<!--->',
    '<!--a--!>',
    '<!--a--->',
    '<!--',
    '<!doctype html>',
    '<![CDATA[x]]>',
    '<?x?>',
  ],
  ['&lt;', '&amp', '&copy', '&#65;', '&#x41;', '&#32;', '&#128;', '&NewLine;', '&nbsp;', '&x;', '&', '&;', '&#', '&#;'],
  [
    'text',
    ' ',
    '\n',
    ' a b ',
    '<',
    '>',
    '< a',
    '="',
    '"',
    "'",
    '`',
    'x/y',
    '=',
    'é😀',
    '\f',
    '<svg viewBox="0 0">',
    '<a:b @c.d_e-f:g=h>',
  ],
].flat();
const texts = fc.array(fc.constantFrom(...PIECES), { maxLength: 12 }).map((pieces) => `${pieces.join('')}<hr>`);

/** A token in short; text behind text is joined, as the tree joins it, but for the white space that it begins with. */
interface Seen {
  kind: string;
  value: unknown;
  start: number | undefined;
  end: number | undefined;
}

function recorder(): { readonly seen: Seen[]; readonly handler: TokenHandler } {
  const seen: Seen[] = [];
  const add = (kind: string, value: unknown, location: Token.Location | null): void => {
    seen.push({ kind, value, start: location?.startOffset, end: location?.endOffset });
  };
  const addText = ({ type, chars, location }: Token.CharacterToken): void => {
    const last = seen.at(-1);
    const kind = type === Token.TokenType.WHITESPACE_CHARACTER ? 'blank' : 'text';
    if (last?.kind !== 'text' && last?.kind !== kind) return add(kind, chars, location);
    last.value = `${String(last.value)}${chars}`;
    last.end = location?.endOffset;
  };
  const addTag = ({ tagName, tagID, selfClosing, attrs, location, type }: Token.TagToken): void => {
    const empty = attrs.filter(({ value }) => value === '').map(({ name }) => location?.attrs?.[name]?.endOffset);
    add('tag', { type, tagName, tagID, selfClosing, attrs, empty }, location);
  };
  const handler: TokenHandler = {
    onStartTag: addTag,
    onEndTag: addTag,
    onComment: ({ data, location }) => add('comment', data, location),
    onDoctype: ({ name, location }) => add('doctype', name, location),
    onCharacter: addText,
    onNullCharacter: addText,
    onWhitespaceCharacter: addText,
    onEof: () => {},
  };
  return { seen, handler };
}

/** parse5 is off by one about text that begins or ends at a `<` which opens nothing, so the neighbours' places have to do. */
const withoutTextPlace = ({ start, end, ...seen }: Seen): object =>
  seen.kind === 'text' || seen.kind === 'blank' ? seen : { ...seen, start, end };

describe('readSimpleTokens', () => {
  it('finds the tokens that parse5 finds, as far as it goes', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const own = recorder();
        const at = readSimpleTokens(text, 0, { handler: own.handler, isMarkup: () => true });
        const whole = recorder();
        new Tokenizer({ sourceCodeLocationInfo: true }, whole.handler).write(text, true);
        expect([...own.seen.map(({ start }) => start), at]).toEqual([0, ...own.seen.map(({ end }) => end)]);
        expect(own.seen.map(withoutTextPlace)).toEqual(whole.seen.slice(0, own.seen.length).map(withoutTextPlace));
      }),
      { numRuns: 3000 },
    );
  });

  it('reads ordinary HTML to its end', () => {
    const text =
      '<h2 id="a">A &amp; b</h2>\n<ul class=x>\n  <li>1 < 2<br/>\n<img src="a.png" alt></li></ul><!-- end -->';
    const { seen, handler } = recorder();
    expect(readSimpleTokens(text, 0, { handler, isMarkup: () => true })).toBe(text.length);
    expect(seen.map(({ kind }) => kind).join(' ')).toBe(
      'tag text tag blank tag blank tag text tag blank tag tag tag comment',
    );
  });
});
