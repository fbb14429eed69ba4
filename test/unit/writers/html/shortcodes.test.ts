import { describe, expect, it } from 'vitest';
import type { Block, Call, FlowContent, PositionalArgument } from '../../../../src/model/nodes.ts';
import { indexLines, placeAt } from '../../../../src/model/place.ts';
import { writeParts } from './page.ts';

const SOURCE = '{{< tip "a" 2 >}}in *it*{{< /tip >}} [x]({{% ref "y" %}})';
const LINES = indexLines(SOURCE);
const place = (text: string): ReturnType<typeof placeAt> => {
  const start = SOURCE.indexOf(text);
  return placeAt(LINES, start, start + text.length);
};
const argument = (value: string | number): PositionalArgument => ({
  value,
  source: String(value),
  place: place('"a"'),
});

const tip: Call = {
  name: 'tip',
  notation: 'standard',
  body: 'paired',
  definition: 'template',
  arguments: { kind: 'positional', items: [argument('a'), argument(2)] },
  path: '0',
  place: place('{{< tip "a" 2 >}}in *it*{{< /tip >}}'),
  openTag: place('{{< tip "a" 2 >}}'),
  closeTag: place('{{< /tip >}}'),
  inner: { raw: 'in *it*', place: place('in *it*') },
};

const ref: Call = {
  name: 'ref',
  notation: 'markdown',
  body: 'none',
  definition: 'template',
  arguments: {
    kind: 'named',
    items: [
      { ...argument('y'), name: 'path' },
      { ...argument('fr'), name: 'lang' },
      { ...argument('de'), name: 'lang' },
    ],
  },
  path: '1.0',
  place: place('{{% ref "y" %}}'),
  openTag: place('{{% ref "y" %}}'),
};

const children: Block[] = [
  {
    type: 'paragraph',
    children: [
      { type: 'text', value: 'in ' },
      { type: 'emphasis', children: [{ type: 'text', value: 'it' }] },
    ],
  },
];
const block: Block = { type: 'shortcodeBlock', call: tip, innerReading: 'markdown', children };

const write = (body: readonly FlowContent[], unmapped: 'keep' | 'marker'): string =>
  writeParts({ body, source: SOURCE }, { unmapped }).text.trim();

describe('a call that no rule takes', () => {
  it('is kept as its text around its content', () => {
    expect(write([block], 'keep')).toBe('{{&lt; tip "a" 2 >}}<p>in <em>it</em></p>\n{{&lt; /tip >}}');
  });

  it('is a marker with all that Hugo knows of it', () => {
    expect(write([block], 'marker')).toBe(
      '<x-shortcode data-path="0" data-name="tip" data-delim="<" data-params="[&quot;a&quot;,2]"><p>in <em>it</em></p>\n</x-shortcode>',
    );
  });

  it('has inner text that was not read as it is', () => {
    const raw: Block = {
      type: 'shortcodeBlock',
      call: tip,
      innerReading: 'raw',
      children: [{ type: 'text', value: 'in *it*' }],
    };
    expect(write([raw], 'marker')).toContain('>in *it*</x-shortcode>');
  });

  it('has its named arguments sorted, the last of a name', () => {
    const inline: FlowContent = { type: 'shortcodeInline', call: ref, innerReading: 'none', children: [] };
    expect(write([inline], 'marker')).toContain(
      'data-params="{&quot;lang&quot;:&quot;de&quot;,&quot;path&quot;:&quot;y&quot;}"',
    );
  });

  it('is a line of Markdown to Hugo where it stands inside another, or is {{% %}}', () => {
    const lone: Block = { type: 'shortcodeBlock', call: ref, innerReading: 'none', children: [] };
    expect(write([lone], 'marker')).toMatch(/^<p><x-shortcode .*<\/p>$/);
  });

  it.each([
    ['keep', '<p><a href="/a%20b/{{% ref &quot;y&quot; %}}">x</a></p>'],
    ['marker', '<p><a href="/a%20b/XSC1Z0XSC">x</a></p>'],
  ] as const)('stands in an address as %s has it', (unmapped, html) => {
    const url = ['/a b/', { type: 'shortcodeInline', call: ref, innerReading: 'none', children: [] } as const];
    const link: Block = {
      type: 'paragraph',
      children: [{ type: 'link', notation: 'inline', url, children: [{ type: 'text', value: 'x' }] }],
    };
    expect(write([link], unmapped)).toBe(html);
  });
});

describe('link definitions', () => {
  const reference = {
    type: 'linkReference',
    identifier: 'd',
    label: 'd',
    referenceType: 'shortcut',
    children: [{ type: 'text', value: 'd' }],
  } as const;
  const definition = { type: 'definition', identifier: 'd', label: 'd', url: '/d' } as const;

  it('of inner text that is a document of its own hold only there', () => {
    const inner: Block = {
      type: 'shortcodeBlock',
      call: tip,
      innerReading: 'markdown',
      children: [{ type: 'paragraph', children: [reference] }, definition],
    };
    const html = write([inner, { type: 'paragraph', children: [reference] }], 'marker');
    expect(html).toContain('<p><a href="/d">d</a></p>');
    expect(html.endsWith('<p>d</p>')).toBe(true);
  });
});
