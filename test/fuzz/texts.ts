/** Texts to try: what the cases have, cut up, put together anew and sprinkled with what has meaning somewhere. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';

const ROOT = join(import.meta.dirname, '../..');

/** Signs and words that mean something to one of the languages. */
const SIGNS = [
  ['{{<', '>}}', '{{%', '%}}', '{{', '}}', '{{- ', ' -}}', '/>}}', '{{</*', '*/>}}', '/*', '*/', '{{< a >}}', '{{< /a >}}', '{{% a %}}', '{{% /a %}}'],
  ['---\n', '+++\n', '{', '}', '[', ']', '(', ')', '<', '>', '|', '=', ':', ': ', '- ', '? ', '&a ', '*a', '<<: ', '!!binary ', '|\n', '>-\n', '%YAML'],
  ['*', '**', '_', '`', '```\n', '~~~\n', '~~', '# ', '> ', '> [!NOTE]\n', '1. ', '    ', '\t', '  \n', '\\', '[^1]', '[^1]: ', '[x]: /y\n', '![', '](', '---', '===\n', '|-|\n', ': d\n', '{#id .c}', '{.c}\n'],
  ['<div>', '</div>\n', '<p>', '<table><tr><td>', '</table>', '<script>', '</script>', '<!--', '-->', '<![CDATA[', ']]>', '<a href="', '">', '<svg>', '</svg>', '<br>', '&amp;', '&#x0;', '<details><summary>', '</details>'],
  ['.Get 0', '.Inner', '$x := ', 'if ', 'else', 'end', 'range ', 'with ', 'define "a"', 'block "b" .', ' | ', 'markdownify'],
  ['as: ', 'shortcodes:\n', 'extends: ', 'when: { args: { "0": x } }', '$title', 'arg: 0', '__proto__', 'constructor', 'toString'],
  ['\n', '\n\n', '\r\n', '\r', ' ', '\0', '\ud800', '\ufeff', '\u2028', 'é', '中文', '😀', '\u0301', '\u202e', 'import ', 'export ', '"', "'", '"""', '0x1F', '1e999', '-0'],
].flat(); // prettier-ignore

/** The texts of the project's own files that `wanted` takes: what people write, which random signs hardly ever are. */
export function seeds(folder: string, wanted: (file: string) => boolean): readonly string[] {
  const files = readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' });
  const texts = files
    .filter(wanted)
    .toSorted()
    .map((file) => readFileSync(join(ROOT, folder, file), 'utf8'));
  if (texts.length === 0) throw new Error(`no seeds in ${folder}`);
  return texts;
}

/** A stretch of one of the seeds, from none of it to all. */
const stretchOf = (texts: readonly string[]): fc.Arbitrary<string> =>
  fc
    .tuple(
      fc.constantFrom(...texts),
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.double({ min: 0, max: 1, noNaN: true }),
    )
    .map(([text, a, b]) =>
      text.slice(Math.floor(Math.min(a, b) * text.length), Math.ceil(Math.max(a, b) * text.length)),
    );

const repeated = fc
  .tuple(fc.constantFrom(...SIGNS), fc.constantFrom(2, 10, 200, 2000))
  .map(([sign, count]) => sign.repeat(count));

/** Texts made of whole and of broken pieces. */
export const textsFrom = (texts: readonly string[]): fc.Arbitrary<string> =>
  fc
    .array(
      fc.oneof(
        { weight: 3, arbitrary: stretchOf(texts) },
        { weight: 6, arbitrary: fc.constantFrom(...SIGNS) },
        { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 8 }) },
        { weight: 1, arbitrary: repeated },
        { weight: 1, arbitrary: fc.constantFrom(...texts) },
      ),
      { maxLength: 24 },
    )
    .map((parts) => parts.join(''));
