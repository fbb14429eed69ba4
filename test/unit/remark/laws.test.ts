import type { Nodes } from 'mdast';
import fc from 'fast-check';
import remarkGfm from 'remark-gfm';
import { describe, expect, it } from 'vitest';
import { bare, parse, parsePlain, stringify, stringifyPlain } from './pipeline.ts';

const indent = (text: string, first: string, rest: string): string =>
  text
    .split('\n')
    .map((line, index) => (index === 0 ? first : line === '' ? rest.trimEnd() : rest) + line)
    .join('\n');

const values = fc.oneof(
  fc.constantFrom(
    '7',
    '-2.5',
    'true',
    'word',
    '"two words"',
    '"say \\"hi\\""',
    '"C:\\docs"',
    '`raw "x"`',
    '""',
    '"007"',
  ),
  fc.constantFrom('`two\nlines`', '"|"', '"*"', '"12345678901234567890"', '12345678901234567890'),
);
const positional = fc.array(values, { maxLength: 2 }).map((items) => items.map((item) => ` ${item}`).join(''));
const named = fc.array(values, { maxLength: 2 }).map((items) => items.map((item, at) => ` n${at}=${item}`).join(''));
const writtenArguments = fc.oneof(positional, named);
const notations = fc.constantFrom({ opens: '{{<', ends: '>}}' }, { opens: '{{%', ends: '%}}' });

const single = fc
  .tuple(notations, fc.constantFrom('ref', 'docs/icon'), writtenArguments)
  .map(([{ opens, ends }, name, written]) => `${opens} ${name}${written} ${ends}`);

const wrap = (inner: fc.Arbitrary<string>, name: string): fc.Arbitrary<string> =>
  fc
    .tuple(notations, writtenArguments, inner)
    .map(([{ opens, ends }, written, text]) => `${opens} ${name}${written} ${ends}${text}${opens} /${name} ${ends}`);

/** Documents that Hugo accepts, of Markdown that remark prints as it reads it, with calls wherever they may stand. */
const { document } = fc.letrec<{ document: string; block: string; line: string; piece: string }>((tie) => ({
  document: fc.array(tie('block'), { minLength: 1, maxLength: 3 }).map((blocks) => blocks.join('\n\n')),
  block: fc.oneof(
    { depthSize: 'small' },
    tie('line'),
    single,
    tie('line').map((line) => `## ${line}`),
    single.map((call) => `\`\`\`go\nx ${call}\n\`\`\``),
    single.map((call) => `<div class="${call}">\ntext\n</div>`),
    single.map((call) => `| a |\n| - |\n| b ${call} |`),
    tie('document').map((text) => indent(text, '- ', '  ')),
    tie('document').map((text) => indent(text, '> ', '> ')),
    wrap(
      tie('document').map((text) => `\n${text}\n`),
      'note',
    ),
    wrap(
      tie('document').map((text) => `\n\n${text}\n\n`),
      'note',
    ),
    wrap(
      tie('document').map((text) => `\n${text}\n`),
      'highlight',
    ),
    tie('block').map((text) => `Before:\n${text}`),
  ),
  line: fc.array(tie('piece'), { minLength: 1, maxLength: 4 }).map((pieces) => `Text ${pieces.join(' ')} end`),
  piece: fc.oneof(
    { depthSize: 'small' },
    fc.constantFrom('word', '*em*', '`code`', '{{</* note */>}}', '`{{</* ref "a" */>}}`', '{{ .Title }}'),
    single,
    single.map((call) => `[link](${call} "title ${call}")`),
    single.map((call) => `![alt ${call}](${call})`),
    single.map((call) => `\`${call}\``),
    tie('piece').map((inner) => `**a ${inner} b**`),
    wrap(tie('piece'), 'note'),
  ),
}));

function* nodesOf(node: Nodes): Generator<Nodes> {
  yield node;
  if ('children' in node) for (const child of node.children) yield* nodesOf(child);
}

const ANY = [
  ['{{<', '>}}', '{{%', '%}}', '/', '/*', '*/', '"', '`', '\\', '=', ' ', '\n', '\r\n', '\n\n', '\ufeff', '\0'],
  ['note', 'ref', 'x.inline ', '__proto__', '1', 'a=', '- ', '> ', '# ', '<div>', '</div>', '```\n', '| - |', '*'],
  ['{{< note >}}', '{{< /note >}}', '{{% tab "x" %}}', '{{% /tab %}}', '{{</* ref */>}}', '\n{{< note >}}\n'],
  ['{{< x.inline >}}', '{{< /x.inline >}}', "{{< note 'x' >}}", '\n{{< /note >}}\n', 'dcq0x', '\ud800', '['],
].flat();

/** Whether remark by itself reads what it prints: not so a table behind a quote in a tight list item. */
function isPrintedAsRead(source: string): boolean {
  const tree = parsePlain(source, settings.plugins);
  const again = parsePlain(stringifyPlain(tree, settings.plugins), settings.plugins);
  return JSON.stringify(bare(tree)) === JSON.stringify(bare(again));
}

const RUNS = { numRuns: Number(process.env['DECANT_TEST_RUNS'] ?? 100) };

const settings = { plugins: [remarkGfm], options: { takesInner: ['note', 'highlight'] } };

describe('remarkShortcodes', () => {
  it('reads what it prints', () => {
    fc.assert(
      fc.property(document, (source) => {
        fc.pre(isPrintedAsRead(source.replaceAll(/\{\{[<%][^]*?[>%]\}\}/g, 'word')));
        const { tree } = parse(source, settings);
        const printed = stringify(tree, settings);
        expect(bare(parse(printed, settings).tree), printed).toEqual(bare(tree));
        expect(stringify(parse(printed, settings).tree, settings)).toBe(printed);
      }),
      RUNS,
    );
  });

  it('gives calls the place where they stand', () => {
    fc.assert(
      fc.property(document, (source) => {
        for (const { type, position } of nodesOf(parse(source, settings).tree)) {
          const slice = source.slice(position?.start.offset, position?.end.offset);
          if (type === 'shortcode' || type === 'shortcodeText') expect(slice).toMatch(/^\{\{[<%][^]*[>%]\}\}$/);
        }
      }),
    );
  });

  it('leaves a document without shortcodes alone', () => {
    const markdown = fc.array(
      fc.constantFrom('{{', '}}', '{', '# ', '\n', 'a', '*', '`', '- ', ' <b>', '{{ x }}', '\\'),
    );
    fc.assert(
      fc.property(markdown, (pieces) => {
        const source = pieces.join('');
        const { tree, messages } = parse(source);
        expect([tree, messages]).toEqual([parsePlain(source), []]);
        expect(stringify(tree)).toBe(stringifyPlain(tree));
      }),
    );
  });

  it('takes any text', () => {
    const pieces = fc.constantFrom(...ANY);
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 30 }), (parts) => {
        const { tree } = parse(parts.join(''), { plugins: [remarkGfm] });
        expect(stringify(tree, { plugins: [remarkGfm] })).not.toMatch(/dcq(?!0x)/);
      }),
      RUNS,
    );
  });
});
