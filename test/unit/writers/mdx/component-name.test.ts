import { describe, expect, it } from 'vitest';
import { defaultMarkup } from '../../../../src/model/markup.ts';
import { readPage } from '../../../../src/reader/read-page.ts';
import { loadEngine } from '../../../../src/reader/markdown/load-engine.ts';
import { pageFromText } from '../../../../src/reader/site/page-from-text.ts';
import { writeMdx } from '../../../../src/writers/mdx/write.ts';

const engine = await loadEngine();

describe('the name of a component', () => {
  it('becomes one that JSX can say, which is reported', () => {
    const { meta } = pageFromText('', { file: 'page.md' });
    const source = 'Text';
    const { page } = readPage({ meta, source, bodyStart: 0, markup: defaultMarkup, shortcodes: new Map(), engine });
    const body = [{ type: 'componentBlock', name: 'my box', props: [], children: [] }] as const;
    const { text, diagnostics } = writeMdx({ page: { ...page, body }, source, markup: defaultMarkup }, {});
    expect(text.trim()).toBe('<MyBox />');
    expect(diagnostics.map(({ code }) => code)).toEqual(['mdx-component-renamed']);
  });
});
