import { describe, expect, it } from 'vitest';
import { endOf } from '../../../../src/model/place.ts';
import { outline, scan } from './support.ts';

// `note`, `tabs` and `tab` take inner text here, `ref` takes none.

describe('a call that takes inner text', () => {
  it.each([
    ['is closed', '{{< note >}}Text{{< /note >}}', '"Text"'],
    ['keeps its line breaks', '{{< note >}}\nText\n{{< /note >}}', '"\\nText\\n"'],
    ['may be empty', '{{< note >}}{{< /note >}}', '""'],
    ['is closed with space around the slash', '{{< note >}}Text{{<  /  note  >}}', '"Text"'],
    ['is closed without space', '{{<note>}}Text{{</note>}}', '"Text"'],
    ['is closed on another line', '{{< note >}}Text{{< /note\n>}}', '"Text"'],
    ['is closed in the other notation', '{{< note >}}Text{{% /note %}}', '"Text"'],
    ['is closed without a name', '{{< note >}}Text{{< / >}}', '"Text"'],
  ])('%s', (_, source, inner) => {
    const { calls, ok, findings } = scan(source);
    expect(outline(calls)).toEqual([`0 note ${inner}`]);
    expect(calls).toMatchObject([{ body: 'paired', notation: 'standard' }]);
    expect([ok, findings]).toEqual([true, []]);
  });

  it.each(['{{< note />}}', '{{< note / >}}', '{{< note "x" /\n>}}', '{{< note // >}}', '{{< note /note >}}'])(
    'may close itself: %s',
    (source) => {
      const { calls, ok } = scan(source);
      expect(calls).toMatchObject([{ name: 'note', body: 'selfClosed' }]);
      expect(calls[0]).not.toHaveProperty('inner');
      expect(ok).toBe(true);
    },
  );

  it('has the places of its two tags and of what is between them', () => {
    const source = 'One {{% note "x" %}}Two{{% /note %}} three';
    const [call] = scan(source).calls;
    const slice = (place?: { offset: number; length: number }) =>
      place && source.slice(place.offset, place.offset + place.length);
    expect(slice(call?.openTag)).toBe('{{% note "x" %}}');
    expect(slice(call?.closeTag)).toBe('{{% /note %}}');
    expect(slice(call?.inner?.place)).toBe('Two');
    expect(call && source.slice(call.place.offset, endOf(call.place))).toBe('{{% note "x" %}}Two{{% /note %}}');
  });

  it('is found whatever the case of its name', () => {
    expect(scan('{{< Note >}}Text{{< /Note >}}')).toMatchObject({
      calls: [{ name: 'Note', body: 'paired' }],
      ok: true,
    });
  });
});

describe('calls in calls', () => {
  it('count from 0 in each', () => {
    const source =
      '{{< ref >}}{{< tabs >}}{{< tab >}}{{< ref >}}{{< /tab >}} {{< tab >}}{{< ref >}}{{< ref >}}{{< /tab >}}{{< /tabs >}}{{< ref >}}';
    expect(outline(scan(source).calls).map((line) => line.split(' "')[0])).toEqual([
      '0 ref',
      '1 tabs',
      '1.0 tab',
      '1.0.0 ref',
      '1.1 tab',
      '1.1.0 ref',
      '1.1.1 ref',
      '2 ref',
    ]);
  });

  it('of one name close from the inside out', () => {
    expect(outline(scan('{{< note >}}a{{< note >}}b{{< /note >}}c{{< /note >}}').calls)).toEqual([
      '0 note "a{{< note >}}b{{< /note >}}c"',
      '0.0 note "b"',
    ]);
  });

  it('are ended by the next closing tag, whatever its name, as long as the page knows it', () => {
    const { calls, ok, findings } = scan('{{< tabs >}}a{{< tab >}}b{{< /tabs >}}c{{< /tab >}}');
    expect(outline(calls)).toEqual(['0 tabs "a{{< tab >}}b{{< /tabs >}}c"', '0.0 tab "b"']);
    expect(ok).toBe(true);
    expect(findings).toEqual(['shortcode-closed-by-other 1:26', 'shortcode-closed-by-other 1:40']);
  });

  it('may be ten thousand deep', () => {
    const depth = 10_000;
    const { calls, ok } = scan('{{< note >}}'.repeat(depth) + '{{< /note >}}'.repeat(depth));
    let count = 0;
    for (let call = calls[0]; call; call = call.calls[0]) count++;
    expect([count, ok]).toEqual([depth, true]);
  });
});

describe('a page whose tags do not pair', () => {
  it.each([
    [
      'a call is never closed',
      '{{< note >}}a {{< ref >}}',
      ['shortcode-not-closed 1:1'],
      ['0 note "a {{< ref >}}"', '0.0 ref'],
    ],
    [
      'an inner call is never closed: it ends with the outer one',
      '{{< tabs >}}{{< tab >}}a{{< tab >}}b{{< /tab >}}{{< /tabs >}} c',
      ['shortcode-not-closed 1:13'],
      ['0 tabs "{{< tab >}}a{{< tab >}}b{{< /tab >}}"', '0.0 tab "a{{< tab >}}b{{< /tab >}}"', '0.0.0 tab "b"'],
    ],
    ['an inline one is never closed', '{{< x.inline >}}a', ['shortcode-not-closed 1:1'], ['0 x.inline "a"']],
    [
      'nothing is open',
      'a {{< ref >}}{{< note />}}{{< /note >}}',
      ['shortcode-closing-unopened 1:27'],
      ['0 ref', '1 note'],
    ],
    ['nothing was opened at all', 'a {{< /note >}}', ['shortcode-closing-unopened 1:7'], []],
    ['what is closed takes no inner text', '{{< ref >}}a{{< /ref >}}', ['shortcode-takes-no-inner 1:13'], ['0 ref']],
    [
      'what is closed takes no inner text, inside another call',
      '{{< note >}}{{< ref >}}a{{< /ref >}}b{{< /note >}}',
      ['shortcode-takes-no-inner 1:25'],
      ['0 note "{{< ref >}}a{{< /ref >}}b"', '0.0 ref'],
    ],
    ['what closes itself takes no inner text', '{{< ref />}}', ['shortcode-takes-no-inner 1:1'], ['0 ref']],
    [
      'a closing name is misspelt: it closes what is open',
      '{{< note >}}a{{< /nte >}}b{{< ref >}}',
      ['shortcode-closing-unknown 1:19'],
      ['0 note "a"', '1 ref'],
    ],
    [
      'a closing name has other capitals',
      '{{< note >}}a{{< /Note >}}b',
      ['shortcode-closing-unknown 1:19'],
      ['0 note "a"'],
    ],
    [
      'a closing tag has arguments',
      '{{< note >}}a{{< /note b >}}c{{< ref >}}',
      ['shortcode-closing-arguments 1:24'],
      ['0 note "a"', '1 ref'],
    ],
    [
      'a closing name was never used, and nothing is open',
      '{{< ref >}}{{< /x >}}',
      ['shortcode-closing-unknown 1:17'],
      ['0 ref'],
    ],
  ])('%s', (_, source, findings, calls) => {
    const scanned = scan(source);
    expect(scanned.findings).toEqual(findings);
    expect(outline(scanned.calls)).toEqual(calls);
    expect(scanned.ok).toBe(false);
  });
});
