import { describe, expect, it } from 'vitest';
import { endOf } from '../../../../src/model/place.ts';
import { outline, scan } from './support.ts';

describe('a shortcode tag', () => {
  it.each([
    ['with spaces', '{{< ref >}}'],
    ['without spaces', '{{<ref>}}'],
    ['on several lines', '{{<\n  ref\r\n>}}'],
    ['with other white space', '{{<\tref\v\f>}}'],
    ['in the other notation', '{{% ref %}}'],
    ['inside text', 'See {{< ref >}}, or not'],
    ['inside braces', '{{{< ref >}}}'],
    ['in a code fence', '```\n{{< ref >}}\n```'],
    ['in an HTML comment', '<!-- {{< ref >}} -->'],
    ['in an attribute', '<a href="{{< ref >}}">'],
    ['behind a backslash', '\\{{< ref >}}'],
    ['behind other braces', '{{ ref }} {{- x {{< ref >}}'],
  ])('is found %s', (_, source) => {
    const { calls, ok, findings } = scan(source);
    expect(calls).toMatchObject([
      { name: 'ref', body: 'none', path: '0', arguments: { kind: 'positional', items: [] } },
    ]);
    expect([ok, findings]).toEqual([true, []]);
    expect(source.slice(calls[0]?.place.offset, calls[0] && endOf(calls[0].place))).toMatch(/^\{\{[<%][^]*[>%]\}\}$/);
  });

  it.each([
    ['docs/ref', 'a folder'],
    ['ref-2_x', 'digits, hyphens and underscores'],
    ['7up', 'a digit first'],
    ['名前', 'letters of any script'],
    ['𝒳', 'letters beyond the first plane'],
    ['__proto__', 'what objects have'],
  ])('may be called %s: %s', (name) => {
    expect(scan(`{{< ${name} x >}}`)).toMatchObject({ calls: [{ name }], ok: true });
  });

  it('says which notation it has', () => {
    expect(scan('{{< a >}}{{% b %}}').calls.map(({ notation }) => notation)).toEqual(['standard', 'markdown']);
  });

  it('has a place in the file', () => {
    const { calls } = scan('One\n\nTwo {{% ref "x" %}}');
    expect(calls[0]?.place).toEqual({ line: 3, column: 5, offset: 9, length: 15 });
    expect(calls[0]?.openTag).toEqual(calls[0]?.place);
  });

  it('is none in the front matter', () => {
    const source = 'title: "{{< ref >}}"\n---\n{{< note />}}';
    expect(scan(source.padStart(source.length)).calls).toHaveLength(2);
  });
});

describe('a tag with comment marks', () => {
  it.each([
    ['{{</* note */>}}', '{{< note >}}'],
    ['{{%/* note */%}}', '{{% note %}}'],
    ['{{</* /note */>}}', '{{< /note >}}'],
    ['{{</**/>}}', '{{<>}}'],
    ['{{</* a\n "b" */>}}', '{{< a\n "b" >}}'],
    ['{{</* {{% x %}} */>}}', '{{< {{% x %}} >}}'],
  ])('stands for itself: %s', (source, text) => {
    const { calls, literals, ok } = scan(`One ${source} two`);
    expect(literals).toEqual([{ start: 4, end: 4 + source.length, text }]);
    expect([calls, ok]).toEqual([[], true]);
  });

  it('is found inside calls and between them', () => {
    const { calls, literals } = scan('{{< note >}}{{</* a */>}}{{< /note >}}{{%/* b */%}}{{< ref >}}');
    expect(outline(calls)).toEqual(['0 note "{{</* a */>}}"', '1 ref']);
    expect(literals.map(({ text }) => text)).toEqual(['{{< a >}}', '{{% b %}}']);
  });
});

describe('an inline shortcode', () => {
  it('has a template for inner text', () => {
    const { calls, ok } = scan('{{< now.inline "x" >}}{{ now }} {{- x -}}{{< /now.inline >}} {{< now.inline 5 />}}');
    expect(calls).toMatchObject([
      { name: 'now.inline', definition: 'inline', body: 'paired', inner: { raw: '{{ now }} {{- x -}}' } },
      { name: 'now.inline', definition: 'inline', body: 'selfClosed' },
    ]);
    expect(ok).toBe(true);
  });

  it('is told apart from others', () => {
    expect(scan('{{< ref >}}').calls[0]?.definition).toBe('template');
  });
});
