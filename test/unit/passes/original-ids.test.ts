import { describe, expect, it } from 'vitest';
import type { Heading } from '../../../src/model/nodes.ts';
import type { Page } from '../../../src/model/page.ts';
import { addOriginalIds, outlineOf } from '../../../src/passes/original-ids.ts';

const heading = (depth: 2 | 3 | 4, id: string): Heading => ({
  type: 'heading',
  depth,
  id,
  idSource: 'automatic',
  children: [{ type: 'text', value: id }],
});

/** `aa/bb c` is a heading of depth 2 and one of depth 3 below it, then one of depth 2. */
const page = (...headings: Heading[]): Page => ({ body: headings }) as unknown as Page; // nothing else is looked at

const added = (own: Page, original: Page): Record<string, string> => {
  const outline = outlineOf(original);
  const wanted = new Set(outline.flatMap(({ id }) => id ?? []));
  return Object.fromEntries(
    addOriginalIds(own, outline, wanted).added.map(({ id, heading: { id: of } }) => [of ?? '', id]),
  );
};

describe('headings of a translation', () => {
  const original = page(heading(2, 'one'), heading(3, 'one-a'), heading(2, 'two'), heading(2, 'three'));

  it('pair up with those of the original in their order', () => {
    const own = page(heading(2, 'eins'), heading(3, 'eins-a'), heading(2, 'zwei'), heading(2, 'drei'));
    expect(added(own, original)).toEqual({ eins: 'one', 'eins-a': 'one-a', zwei: 'two', drei: 'three' });
  });

  it('pair up around a section with other parts', () => {
    const own = page(
      heading(2, 'eins'),
      heading(3, 'eins-a'),
      heading(3, 'eins-b'),
      heading(2, 'zwei'),
      heading(3, 'zwei-a'),
      heading(2, 'drei'),
    );
    expect(added(own, original)).toEqual({ eins: 'one', zwei: 'two', drei: 'three' });
  });

  it('do not pair up where there are more or fewer of them', () => {
    expect(added(page(heading(2, 'eins'), heading(3, 'eins-a'), heading(2, 'zwei')), original)).toEqual({});
    expect(added(page(heading(3, 'eins'), heading(3, 'zwei'), heading(3, 'drei')), original)).toEqual({});
    expect(added(page(), original)).toEqual({});
  });

  it('pair up before the first section of the highest level', () => {
    const begin = page(heading(3, 'note'), heading(2, 'one'));
    expect(added(page(heading(3, 'hinweis'), heading(2, 'eins')), begin)).toEqual({ hinweis: 'note', eins: 'one' });
    expect(added(page(heading(2, 'eins')), begin)).toEqual({ eins: 'one' });
  });
});
