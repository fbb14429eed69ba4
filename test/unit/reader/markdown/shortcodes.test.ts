import { describe, expect, it } from 'vitest';
import { facts, show, type Case } from './read-text.ts';

const CASES: readonly Case[] = [
  [
    'alone in its paragraph it is a block',
    'a\n\n{{< x >}}\n\n{{% y %}}\n',
    'paragraph("a") shortcodeBlock:x shortcodeBlock:y',
  ],
  [
    'beside text it is inline',
    '{{< x >}}, a\n\n{{< x >}}{{< y >}}\n',
    'paragraph(shortcodeInline:x ", a") paragraph(shortcodeInline:x shortcodeInline:y)',
  ],
  [
    'in an item, a cell, a heading, emphasis',
    '- {{< x >}}\n\n|{{< x >}}|\n|-|\n\n# {{< x >}}\n\n*{{< x >}}*\n',
    'list(listItem(shortcodeBlock:x)) table.align=[null](tableRow(tableCell(shortcodeInline:x))) heading.depth=1(shortcodeInline:x) paragraph(emphasis(shortcodeInline:x))',
  ],
  [
    'in destinations, titles and alternative text',
    '[a]({{< x >}}#b "{{% y %}}") ![{{< z >}}](c)\n',
    'paragraph(link.notation=inline.url=<x>#b.title=<y>("a") " " image.url=c.alt=<z>)',
  ],
  [
    'a tag with spaces and quotes is a destination too',
    '[a]({{< x "b c" >}})\n',
    'paragraph(link.notation=inline.url=<x>("a"))',
  ],
  [
    'in a definition',
    '[a]\n\n[a]: {{< x >}} "{{< y >}}"\n',
    'paragraph(linkReference.identifier=a.label=a.referenceType=shortcut("a")) definition.identifier=a.label=a.url=<x>.title=<y>',
  ],
  [
    'in raw HTML',
    '<a href="{{< x >}}/b" title="{{% y %}}">c {{< z >}}</a>\n',
    'paragraph(elementInline.tagName=a{href=<x>/b title=<y>}("c " shortcodeInline:z))',
  ],
  ['in an HTML comment', '<!-- {{< x >}} -->\n', 'commentBlock.value= <x> '],
  ['in code', '    {{< x >}}\n', 'code.notation=indented.value=<x>'],
  [
    'inner text is Markdown of its own',
    '{{< x >}}\n# A\n\n[a]\n{{< /x >}}\n\n# A\n\n[a]: /b\n',
    'shortcodeBlock:x(heading.depth=1.id=a("A") paragraph("[a]")) heading.depth=1.id=a("A") definition.identifier=a.label=a.url=/b',
  ],
  [
    'in the line too',
    'a {{< x >}}*b*{{< /x >}} c\n',
    'paragraph("a " shortcodeInline:x(paragraph(emphasis("b"))) " c")',
  ],
  [
    'inner text of the other notation joins the page',
    '{{% x %}}\n# A\n\n[a]\n{{% /x %}}\n\n# A\n\n[a]: /b\n',
    'shortcodeBlock:x(heading.depth=1.id=a("A") paragraph(linkReference.identifier=a.label=a.referenceType=shortcut("a"))) heading.depth=1.id=a-1("A") definition.identifier=a.label=a.url=/b',
  ],
  [
    'in the line too, the other notation',
    'a {{% x %}}*b*{{% /x %}} c\n',
    'paragraph("a " shortcodeInline:x(emphasis("b")) " c")',
  ],
  [
    'it may begin in the line and end as blocks',
    '{{% x %}}*a*\n\nb{{% /x %}}\n',
    'shortcodeBlock:x(paragraph(emphasis("a")) paragraph("b"))',
  ],
  [
    'where raw HTML is off words mark it',
    '{{% x %}}\n*a*\n{{% /x %}}\n\nb {{% y %}}c{{% /y %}}\n',
    'shortcodeBlock:x(paragraph(emphasis("a"))) paragraph("b " shortcodeInline:y("c"))',
    { markup: { unsafe: false } },
  ],
  [
    'nested',
    '{{< a >}}\n{{< b >}}\n*c*\n{{< /b >}}\n{{< /a >}}\n',
    'shortcodeBlock:a(shortcodeBlock:b(paragraph(emphasis("c"))))',
  ],
  [
    'a nested one of the other notation loses the paragraph of one line',
    '{{< a >}}x {{% b %}}*c*{{% /b %}}{{< /a >}}\n',
    'shortcodeBlock:a(paragraph("x " shortcodeInline:b(emphasis("c"))))',
  ],
  [
    'it keeps it where there are more lines',
    '{{< a >}}\n{{% b %}}\n*c*\n{{% /b %}}\n{{< /a >}}\n',
    'shortcodeBlock:a(shortcodeBlock:b(paragraph(emphasis("c"))))',
  ],
  [
    'raw inner text is kept as it is, calls in it are not',
    '{{< x >}}*a* {{< y >}}{{< /x >}}\n',
    'shortcodeBlock:x("*a* " shortcodeInline:y)',
    facts(['x', 'raw'], ['y', 'none']),
  ],
  [
    'code likewise, with either notation',
    '{{< x >}}*a*{{< /x >}}\n\n{{% x %}}*b*{{% /x %}}\n',
    'shortcodeBlock:x("*a*") shortcodeBlock:x("*b*")',
    facts(['x', 'code']),
  ],
  [
    'inner text that is HTML',
    '{{< x >}}<b>a</b> *c* {{< y >}}{{< /x >}}\n',
    'shortcodeBlock:x(elementInline.tagName=b("a") " *c* " shortcodeInline:y)',
    facts(['x', 'html'], ['y', 'none']),
  ],
  [
    'raw inner text in Markdown becomes Markdown',
    '{{% a %}}\n{{< b >}}*c*{{< /b >}}\n{{% /a %}}\n',
    'shortcodeBlock:a(paragraph(shortcodeInline:b(emphasis("c"))))',
    facts(['a', 'markdown'], ['b', 'raw']),
  ],
  [
    'unless a mapping says that it is text',
    '{{% a %}}\n{{< b >}}*c*{{< /b >}}\n{{% /a %}}\n',
    'shortcodeBlock:a(shortcodeBlock:b("*c*"))',
    facts(['a', 'markdown'], ['b', 'raw', 'mapping']),
  ],
  [
    'empty, self-closed and single ones have no inner text',
    '{{< x >}}{{< /x >}} {{< x />}} {{< y >}}\n',
    'paragraph(shortcodeInline:x " " shortcodeInline:x " " shortcodeInline:y)',
  ],
  [
    'the comment form is text',
    '`{{</* x */>}}` {{%/* y */%}}\n\n```\n{{</* x "a" */>}}\n```\n',
    'paragraph(inlineCode.value={{< x >}} " {{% y %}}") code.notation=fenced.value={{< x "a" >}}',
  ],
  [
    'an inline shortcode’s inner text is its template',
    '{{< x.inline >}}{{ .Page }}{{< /x.inline >}}\n',
    'shortcodeBlock:x.inline("{{ .Page }}")',
  ],
  [
    'one in front of text that could be part of its word',
    '{{< x >}}1x {{< y >}}dcq0x\n',
    'paragraph(shortcodeInline:x "1x " shortcodeInline:y "dcq0x")',
  ],
];

describe('shortcodes', () => {
  it.each(CASES)('%s', (_name, source, expected, options) => {
    expect(show(source, options)).toBe(expected);
  });
});
