import { describe, expect, it } from 'vitest';
import type { Block, Inline } from '../../../../src/model/nodes.ts';
import type { MdxDialect } from '../../../../src/writers/mdx/dialect.ts';
import { plainMdx } from '../../../../src/writers/mdx/plain-mdx.ts';
import { codesOf, convert } from './convert.ts';

/** A framework whose components take next to nothing. */
const poor: MdxDialect = {
  ...plainMdx,
  name: 'poor',
  steps: { form: 'list' },
  cards: { component: 'Grid', card: 'Box' },
  columns: { component: 'Row', column: 'Cell' },
  badge: { component: 'Tag', text: 'text' },
  diagram: { component: 'Draw', value: 'source' },
};

const words = (value: string): readonly Inline[] => [{ type: 'text', value }];
const paragraph = (value: string): Block => ({ type: 'paragraph', children: words(value) });

const write = (body: readonly Block[], dialect: MdxDialect) => {
  const { text, diagnostics } = convert('Text\n', { options: { dialect }, change: (page) => ({ ...page, body }) });
  return { text, codes: codesOf(diagnostics) };
};

const steps: Block = {
  type: 'steps',
  children: [
    { type: 'step', title: words('Install'), children: [paragraph('Run it.')] },
    { type: 'step', children: [paragraph('Done.')] },
  ],
};

describe('what a dialect has no prop for', () => {
  it('becomes content, or is reported', () => {
    const body: readonly Block[] = [
      {
        type: 'cards',
        columns: 2,
        children: [
          {
            type: 'card',
            title: words('Start'),
            subtitle: words('Five minutes'),
            footer: words('Since 1.2'),
            link: '/start/',
            image: '/a.png',
            icon: 'rocket',
            children: words('All of it'),
          },
          { type: 'card', link: '/b/', children: [] },
        ],
      },
    ];
    expect(write(body, poor)).toEqual({
      text: `<Grid>
<Box>

![Start](/a.png)

**[Start](/start/)**

Five minutes

All of it

Since 1.2

</Box>
<Box>

[/b/](/b/)

</Box>
</Grid>
`,
      codes: ['mdx-detail-dropped', 'mdx-detail-dropped'],
    });
  });

  it('is left out of columns and diagrams', () => {
    const body: readonly Block[] = [
      { type: 'columns', children: [{ type: 'column', width: '30%', children: [paragraph('a')] }] },
      { type: 'diagram', lang: 'mermaid', value: 'graph' },
    ];
    expect(write(body, poor)).toEqual({
      text: '<Row>\n<Cell>\n\na\n\n</Cell>\n</Row>\n\n<Draw source="graph" />\n',
      codes: ['mdx-detail-dropped', 'mdx-detail-dropped'],
    });
  });
});

describe('steps', () => {
  it('are a list where the dialect says so', () => {
    expect(write([steps], poor).text).toBe('1. **Install**\n\n   Run it.\n\n2. Done.\n');
  });

  it('are headings where the dialect says so', () => {
    const dialect: MdxDialect = { ...plainMdx, steps: { form: 'headings', component: 'Steps', depth: 3 } };
    expect(write([steps], dialect).text).toBe('<Steps>\n\n### Install\n\nRun it.\n\nDone.\n\n</Steps>\n');
  });
});

describe('a badge', () => {
  it('has its text in a prop where the dialect says so', () => {
    const body: readonly Block[] = [
      {
        type: 'paragraph',
        children: [
          { type: 'text', value: 'a ' },
          { type: 'badge', children: words('new') },
        ],
      },
    ];
    expect(write(body, poor).text).toBe('a <Tag text="new" />\n');
  });
});
