import { describe, expect, it } from 'vitest';
import type { FlowContent, Inline, ShortcodeInline, Text } from '../../../src/model/nodes.ts';
import type { Page } from '../../../src/model/page.ts';
import { defaultMarkup, type TypographerMarkup } from '../../../src/model/markup.ts';
import { indexLines, placeAt } from '../../../src/model/place.ts';
import { plainText } from '../../../src/model/plain-text.ts';
import { applyTypographer } from '../../../src/passes/typographer.ts';
import records from './typographer-records.json' with { type: 'json' };

const pageOf = (body: readonly FlowContent[], calls: readonly ShortcodeInline['call'][] = []): Page =>
  // The pass looks at nothing else of a page.
  ({ format: 'markdown', body, calls: calls.map((call) => ({ ...call, calls: [] })) }) as unknown as Page;

/** Text nodes that stand in `source` where their value does. */
function textsIn(source: string): (value: string) => Text {
  const lines = indexLines(source);
  let from = 0;
  return (value) => {
    const start = source.indexOf(value, from);
    from = start + value.length;
    return { type: 'text', value, place: placeAt(lines, start, from) };
  };
}

const p = (...children: Inline[]): FlowContent => ({ type: 'paragraph', children });

function typeset(source: string, body: readonly FlowContent[], marks: Partial<TypographerMarkup> = {}): string {
  const typographer = { ...(defaultMarkup.typographer ?? ({} as TypographerMarkup)), ...marks };
  return plainText(applyTypographer(pageOf(body), source, { ...defaultMarkup, typographer }).body);
}

// What Hugo 0.169 makes of random paragraphs without Markdown in them.
describe('Goldmark’s rules', () => {
  it.each(records as [string, string][])('%j', (source, expected) => {
    expect(typeset(source, [p(textsIn(source)(source))])).toBe(expected);
  });
});

describe('the typographer', () => {
  // `=a -- b=` of an Org page is code in which Hugo leaves the dashes alone.
  it('leaves pages alone that Goldmark does not read', () => {
    const page: Page = { ...pageOf([p(textsIn('a -- b')('a -- b'))]), format: 'org' };
    expect(applyTypographer(page, 'a -- b', defaultMarkup)).toBe(page);
  });

  it('takes the site’s own marks, and deletes where one is empty', () => {
    const source = '"a" -- b...';
    const marks = { leftDoubleQuote: '&bdquo;', rightDoubleQuote: '&ldquo;', enDash: '', ellipsis: '<i>…</i>' };
    expect(typeset(source, [p(textsIn(source)(source))], marks)).toBe('„a“  b…');
  });

  it('returns the same page where the site has it off, and the same nodes where nothing changes', () => {
    const page = pageOf([p({ type: 'text', value: '"a"' })]);
    expect(applyTypographer(page, '', { ...defaultMarkup, typographer: null })).toBe(page);
    const plain = pageOf([p({ type: 'text', value: 'a' }), p({ type: 'text', value: '"b"' })]);
    const changed = applyTypographer(plain, '', defaultMarkup);
    expect(changed.body[0]).toBe(plain.body[0]);
    expect(changed.body[1]).not.toBe(plain.body[1]);
  });

  it('leaves escaped marks and character references', () => {
    const source = String.raw`\"a\" &quot;b&quot; "c"`;
    const lines = indexLines(source);
    const text: Text = { type: 'text', value: '"a" "b" "c"', place: placeAt(lines, 0, source.length) };
    expect(typeset(source, [p(text)])).toBe('"a" "b" “c”');
  });

  it('sees the markup beside the text', () => {
    const source = '*"a"*"';
    const at = textsIn(source);
    expect(typeset(source, [p({ type: 'emphasis', children: [at('"a"')] }, at('"'))])).toBe('“a”"');
  });

  it('counts open quotes over blocks', () => {
    const source = '"a\n\nb"';
    const at = textsIn(source);
    expect(typeset(source, [p(at('"a')), p(at('b"'))])).toBe('“ab”');
  });

  it('leaves code, bare addresses and raw HTML', () => {
    const value = '"a" -- b';
    const text: Text = { type: 'text', value };
    const body: FlowContent[] = [
      p({ type: 'inlineCode', value }, { type: 'link', notation: 'autolink', url: value, children: [text] }),
      { type: 'code', notation: 'fenced', value },
      { type: 'elementBlock', tagName: 'div', attributes: [], children: [text] },
    ];
    expect(typeset('', body)).toBe(value.repeat(4));
  });

  it('does its work in alternative text', () => {
    const source = '![a "b" -- c](d)';
    const image: Inline = {
      type: 'image',
      url: 'd',
      alt: 'a "b" -- c',
      place: placeAt(indexLines(source), 0, source.length),
    };
    expect(typeset(source, [p(image)])).toBe('a “b” – c');
  });
});

describe('calls beside text', () => {
  const source = '"{{< a >}}"';
  const place = placeAt(indexLines(source), 1, 10);
  const call: ShortcodeInline['call'] = {
    name: 'a',
    notation: 'standard',
    body: 'none',
    definition: 'template',
    arguments: { kind: 'positional', items: [] },
    path: '0',
    place,
    openTag: place,
  };
  const at = textsIn(source);
  const inner: ShortcodeInline = { type: 'shortcodeInline', call, innerReading: 'none', children: [] };

  it('are words, as Hugo’s placeholders are', () => {
    const page = pageOf([p(at('"'), inner, at('"'))], [call]);
    expect(plainText(applyTypographer(page, source, defaultMarkup).body)).toBe('“”');
  });

  it('have inner text with quotes of its own, or none where it was not read', () => {
    const text: Text = { type: 'text', value: 'x"' };
    const read = (innerReading: 'markdown' | 'raw'): string => {
      const child: FlowContent = {
        type: 'shortcodeBlock',
        call,
        innerReading,
        children: [p({ type: 'text', value: '"y"' }), text],
      };
      return plainText(applyTypographer(pageOf([p({ type: 'text', value: '"' }), child]), '', defaultMarkup).body);
    };
    expect(read('markdown')).toContain('“y”');
    expect(read('raw')).toContain('x"');
  });
});
