import { describe, expect, it } from 'vitest';
import { micromarkParser } from '../../../../src/writers/mdx/micromark-parser.ts';
import { loadMdxParser } from '../../../../src/writers/mdx/parser.ts';
import { readUses } from '../../../../src/writers/mdx/uses.ts';

const native = await loadMdxParser();

const PAGE = `
<Card title="A" columns={2} open tags={["x"]} data={{ a: 1 }} nothing={null}>

Text with a <Term word="x" /> in it.

</Card>

<Card title={"B"} />

<Note>One line.</Note>

\`\`\`js title="a.js"
<Unseen />
\`\`\`

<div className="x" />
`;

describe.each([native, micromarkParser])('what a page uses, read by $name', (parser) => {
  const { components, languages } = readUses(PAGE, 'mdx', parser);

  it('is each component with the types of its props', () => {
    expect(components).toEqual([
      {
        name: 'Card',
        props: {
          title: ['text'],
          columns: ['number'],
          open: ['flag'],
          tags: ['list'],
          data: ['map'],
          nothing: ['nothing'],
        },
        inline: false,
        children: true,
      },
      { name: 'Note', props: {}, inline: false, children: true },
      { name: 'Term', props: { word: ['text'] }, inline: true, children: false },
    ]);
  });

  it('is each language of code', () => {
    expect(languages).toEqual(['js']);
  });
});
