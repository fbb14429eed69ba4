import { describe, expect, it } from 'vitest';
import type { FlowContent, Heading } from '../../../src/model/nodes.ts';
import type { Page } from '../../../src/model/page.ts';
import { keepHeadingIds } from '../../../src/passes/heading-ids.ts';
import { createGithubIds } from '../../../src/targets/github-ids.ts';

const heading = (value: string, id: string | undefined, idSource: Heading['idSource'] = 'automatic'): Heading => ({
  type: 'heading',
  depth: 2,
  idSource,
  ...(id !== undefined && { id }),
  children: [{ type: 'text', value }],
});

// The pass looks at nothing else of a page.
const pageOf = (body: readonly FlowContent[]): Page => ({ body }) as unknown as Page;

const sources = (...body: FlowContent[]): string[] =>
  keepHeadingIds(pageOf(body), createGithubIds).body.map((node) =>
    node.type === 'heading' ? node.idSource : node.type,
  );

describe('ids of headings', () => {
  it('are left to the target where it comes to the same', () => {
    expect(sources(heading('Two words', 'two-words'), heading('Two words', 'two-words-1'))).toEqual([
      'automatic',
      'automatic',
    ]);
  });

  it('are written where the target would count differently', () => {
    const own = heading('Other', 'words', 'explicit');
    expect(sources(own, heading('Words', 'words-1'))).toEqual(['explicit', 'explicit']);
  });

  it('are written where Hugo derives them in another way', () => {
    expect(sources(heading('Ärger', 'arger'))).toEqual(['explicit']);
  });

  it('are found inside of other blocks', () => {
    const quote: FlowContent = { type: 'blockquote', children: [heading('Ärger', 'arger')] };
    const [found] = keepHeadingIds(pageOf([quote]), createGithubIds).body;
    expect(found).toMatchObject({ children: [{ idSource: 'explicit' }] });
  });

  it('do not appear where Hugo gives none', () => {
    const page = pageOf([heading('Text', undefined, 'none')]);
    expect(keepHeadingIds(page, createGithubIds)).toBe(page);
  });
});
