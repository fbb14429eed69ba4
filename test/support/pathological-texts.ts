/** Texts that grow with `n` and have brought parsers to their knees. */
export const PATHOLOGICAL_TEXTS: Readonly<Record<string, (n: number) => string>> = {
  'quotes in quotes': (n) => `${'> '.repeat(n)}deep\n`,
  'lists in lists': (n) => `${'- '.repeat(n)}deep\n`,
  'numbers in numbers': (n) => `${'1. '.repeat(n)}deep\n`,
  'quotes and lists in turn': (n) => `${'> - '.repeat(n / 2)}deep\n`,
  'indented lists': (n) =>
    Array.from({ length: Math.floor(Math.sqrt(n * 8)) }, (_, at) => `${'  '.repeat(at)}- a\n`).join(''),
  'emphasis that never ends': (n) => `${'*a **b '.repeat(n)}\n`,
  'emphasis in emphasis': (n) => `${'*_'.repeat(n)}a${'_*'.repeat(n)}\n`,
  brackets: (n) => `${'['.repeat(n)}a${']'.repeat(n)}\n`,
  'references in references': (n) => `${'[a '.repeat(n)}${']'.repeat(n)}[x]\n\n[x]: /y\n`,
  'links in links': (n) => `${'[a]('.repeat(n)}b${')'.repeat(n)}\n`,
  'images in images': (n) => `${'!['.repeat(n)}a${'](b)'.repeat(n)}\n`,
  'back-ticks of all lengths': (n) =>
    Array.from({ length: Math.floor(Math.sqrt(n * 2)) }, (_, at) => 'e`'.padEnd(at, '`')).join(' '),
  'link definitions': (n) =>
    Array.from({ length: n / 4 }, (_, at) => `[a${at}]: /b${at}\n`).join('') + '[a1] '.repeat(n / 4),
  footnotes: (n) => Array.from({ length: n / 8 }, (_, at) => `[^${at}] \n\n[^${at}]: note\n\n`).join(''),
  'footnotes of their own': (n) =>
    Array.from({ length: n }, (_, at) => `a[^${at}]\n\n`).join('') +
    Array.from({ length: n }, (_, at) => `[^${at}]: note\n`).join(''),
  'elements side by side': (n) => `text\n\n${'<div>a</div>\n\n'.repeat(n)}`,
  'a wide table': (n) => `${'|a'.repeat(n / 4)}|\n${'|-'.repeat(n / 4)}|\n${'|b'.repeat(n / 4)}|\n`,
  'a long table': (n) => `|a|b|\n|-|-|\n${'|c|d|\n'.repeat(n / 4)}`,
  'one long line': (n) => `${'word '.repeat(n * 4)}\n`,
  'signs that MDX reads': (n) => `${'a < b {c} '.repeat(n)}\n`,
  'headings alike': (n) => '# same\n\n'.repeat(n / 4),
  'definition lists': (n) => 'a\n: b\n\n'.repeat(n / 4),
  'tags that never end': (n) => `${'<div>\n'.repeat(n)}\ntext\n`,
  'tags within tags': (n) => `${'<b><i>'.repeat(n / 2)}text${'</i></b>'.repeat(n / 2)}\n`,
  'tags that overlap': (n) => `${'<b><i></b></i>'.repeat(n / 8)}\n`,
  'closing tags of nothing': (n) => `${'</div>\n\n'.repeat(n / 2)}\n`,
  'half a tag': (n) => `${'<a href="'.repeat(n)}\n`,
  'half a comment': (n) => `${'<!-- '.repeat(n)}\n`,
  'shortcodes in shortcodes': (n) => `${'{{< a >}}'.repeat(n / 2)}b${'{{< /a >}}'.repeat(n / 2)}\n`,
  'Markdown shortcodes in Markdown shortcodes': (n) =>
    `${'{{% a %}}\n'.repeat(n / 8)}b\n${'{{% /a %}}\n'.repeat(n / 8)}\n`,
  'shortcodes of both kinds in one another': (n) =>
    `${'{{< a >}}\n{{% b %}}\n'.repeat(n / 4)}c\n${'{{% /b %}}\n{{< /a >}}\n'.repeat(n / 4)}\n`,
  'shortcodes side by side': (n) => `${'{{< a >}}b{{< /a >}} '.repeat(n / 4)}\n`,
  'shortcodes that never close': (n) => `{{< a >}}x{{< /a >}}${'{{< a >}}'.repeat(n / 4)}\n`,
  'half a shortcode': (n) => `${'{{< a '.repeat(n)}\n`,
  'half a shortcode comment': (n) => `${'{{</* '.repeat(n)}\n`,
  'an argument list': (n) => `{{< a ${'b="c" '.repeat(n)}>}}\n`,
  'YAML in YAML': (n) => `---\na: ${'['.repeat(n)}${']'.repeat(n)}\n---\ntext\n`,
  'YAML aliases': (n) =>
    `---\na0: &a0 [x, x]\n${Array.from({ length: Math.min(40, n) }, (_, at) => `a${at + 1}: &a${at + 1} [*a${at}, *a${at}]\n`).join('')}---\ntext\n`,
  'TOML in TOML': (n) => `+++\na = ${'['.repeat(n)}${']'.repeat(n)}\n+++\ntext\n`,
  'JSON in JSON': (n) => `{"a": ${'['.repeat(n)}${']'.repeat(n)}}\ntext\n`,
  'NUL and lone surrogates': (n) => '\u0000\ud800 '.repeat(n),
};
