import { describe, expect, it } from 'vitest';
import { createDiagnostic, wordsOf } from '../../../../src/diagnostics/diagnostic.ts';
import { outline, scan } from './support.ts';

describe('a tag that Hugo refuses', () => {
  // Each is followed by a call, which is read all the same.
  it.each([
    ['has no name', '{{< >}}', 'shortcode-no-name 1:1'],
    ['has an argument and no name', '{{< "x" >}}', 'shortcode-character 1:5'],
    ['has a period in its name', '{{< a.b >}}', 'shortcode-name-period 1:5'],
    ['has a period and no space in its name', '{{< a.inline>}}', 'shortcode-name-period 1:5'],
    ['has single quotes', "{{< ref 'x' >}}", 'shortcode-character 1:9'],
    ['has typographic quotes', '{{< ref “x” >}}', 'shortcode-character 1:9'],
    ['has a comma', '{{< ref a, b >}}', 'shortcode-character 1:10'],
    ['has a point first', '{{< ref .5 >}}', 'shortcode-character 1:9'],
    ['has a plus sign', '{{< ref +3 >}}', 'shortcode-character 1:9'],
    ['has a slash in an argument', '{{< ref img/a.png >}}', 'shortcode-character 1:12'],
    ['has a no-break space', '{{< ref\u00a0x >}}', 'shortcode-character 1:8'],
    ['ends in the other notation', '{{< ref %}}', 'shortcode-character 1:9'],
    ['lacks a brace', '{{< ref >}', 'shortcode-character 1:9'],
    ['mixes arguments, the named one last', '{{< ref "a" b="c" >}}', 'shortcode-arguments-mixed 1:13'],
    ['mixes arguments, a quoted one last', '{{< ref a="b" "c" >}}', 'shortcode-arguments-mixed 1:15'],
    ['mixes arguments, a bare one last', '{{< ref a="b" c >}}', 'shortcode-arguments-mixed 1:15'],
    ['mixes arguments around spaces', '{{< ref a ="b" c >}}', 'shortcode-arguments-mixed 1:16'],
    ['has words where one was meant', '{{< ref title=Getting started >}}', 'shortcode-arguments-mixed 1:23'],
    ['has an open quote', '{{< ref "x >}}', 'shortcode-quote-not-closed 1:10'],
    ['has a line break in quotes', '{{< ref "x\ny" >}}', 'shortcode-quote-not-closed 1:10'],
    ['has an escaped back-tick in quotes', '{{< ref "x\\`y" >}}', 'shortcode-escape 1:10'],
    ['has an escaped back-tick', '{{< ref \\`y` >}}', 'shortcode-escape 1:9'],
    ['has no end of its comment', '{{</* ref >}}', 'shortcode-comment-not-closed 1:1'],
    ['has one comment mark for two', '{{</*/>}}', 'shortcode-comment-not-closed 1:1'],
  ])('%s: it stays text', (_, source, finding) => {
    const scanned = scan(`${source}\n{{< tabs />}}`);
    expect(outline(scanned.calls)).toEqual(['0 tabs']);
    expect(scanned.findings).toEqual([finding]);
    expect(scanned.ok).toBe(false);
  });

  it.each([
    ['never ends', 'Text {{< ref a b', 'shortcode-tag-not-closed 1:6'],
    ['has an open back-tick', '{{< ref `x >}}', 'shortcode-quote-not-closed 1:10'],
    ['has an open quote and no end', '{{< ref "x', 'shortcode-quote-not-closed 1:10'],
  ])('%s, and the page ends', (_, source, finding) => {
    expect(scan(source)).toMatchObject({ calls: [], findings: [finding], ok: false });
  });

  it.each([
    ['a value has swallowed its end', '{{< ref a=b>}} c {{< ref >}}', 'shortcode-value-glued 1:11', ['0 ref', '1 ref']],
    ['a value is missing', '{{< ref a= >}} c', 'shortcode-value-glued 1:12', ['0 ref']],
    ['its slash touches the name', '{{< note/>}} c', 'shortcode-name-slash 1:1', ['0 note']],
  ])('is read as it is meant where %s', (_, source, finding, calls) => {
    const scanned = scan(source);
    expect(outline(scanned.calls)).toEqual(calls);
    expect(scanned.findings).toEqual([finding]);
    expect(scanned.ok).toBe(false);
  });

  it('takes the value up to the end that it has swallowed', () => {
    expect(scan('{{< ref a=b>}} c').calls[0]).toMatchObject({
      arguments: { items: [{ name: 'a', value: 'b', source: 'b' }] },
      place: { length: 14 },
    });
  });

  it('leaves its closing tag as text too, and what is between where it is', () => {
    const { calls, findings } = scan("{{< tabs >}}{{< note 'x' >}}a {{< ref >}}{{< /note >}} b{{< /tabs >}}");
    expect(outline(calls)).toEqual(['0 tabs "{{< note \'x\' >}}a {{< ref >}}{{< /note >}} b"', '0.0 ref']);
    expect(findings).toEqual(['shortcode-character 1:22']);
  });

  it('leaves no closing tag behind where it closes itself', () => {
    const { calls, findings } = scan("{{< note 'x' />}} {{< note >}}a{{< /note >}}");
    expect(outline(calls)).toEqual(['0 note "a"']);
    expect(findings).toHaveLength(1);
  });

  it('ends where the next tag begins', () => {
    expect(outline(scan('{{< ref , {{< tabs />}}').calls)).toEqual(['0 tabs']);
  });
});

describe('an inline shortcode that Hugo refuses', () => {
  it.each([
    ['has a call in it', '{{< x.inline >}}{{< ref >}}{{< /x.inline >}}', '0 x.inline "{{< ref >}}"'],
    ['has a comment form in it', '{{< x.inline >}}{{</* a */>}}{{< /x.inline >}}', '0 x.inline "{{</* a */>}}"'],
    ['has no space behind its closing name', '{{< x.inline >}}a{{< /x.inline>}}', '0 x.inline "a"'],
  ])('%s', (_, source, call) => {
    const { calls, findings, ok } = scan(source);
    expect(outline(calls)).toEqual([call]);
    expect(findings).toEqual([expect.stringMatching(/^shortcode-inline-nesting /)]);
    expect(ok).toBe(false);
  });
});

describe('the hint of a finding', () => {
  it.each([
    ["{{< ref 'x' >}}", 'use straight double quotes: "…"'],
    ['{{< ref a, b >}}', 'separate arguments with a space; put one with a comma in double quotes'],
    ['{{% ref >}}', 'end the tag with `%}}`, as it begins with `{{%`'],
    ['{{< ref\u00a0x >}}', 'replace it with an ordinary space'],
    ['{{< ref #x >}}', 'put the whole argument in double quotes: "…"'],
    ['{{< ref a=b>}} c', 'put a space before it: `b >}}`'],
    ['{{< note/>}}', 'put a space before the slash: `{{< note />}}`'],
    ['{{% note %}}', 'close it with `{{% /note %}}`, or write `/%}}` at the end of this tag if it has no inner text'],
    ['{{< Note >}}a{{< /note >}}', 'write it as in the opening tag: “Note”'],
    ['{{< x.inline >}}a{{< /x.inline>}}', 'write `{{< /x.inline >}}`, with a space behind the name, to close it'],
  ])('says what to type: %s', (source, hint) => {
    const [first = ''] = scan(source).findings;
    const [facts] = scan(source).facts;
    // The findings' codes are those of the catalogue; the table above holds no other.
    const code = first.split(' ')[0] as 'shortcode-escape';
    expect(wordsOf(createDiagnostic(code, facts as { name: string })).hint).toBe(hint);
  });
});
