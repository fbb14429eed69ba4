import { describe, expect, it } from 'vitest';
import type { Block, FlowContent, Inline, Text } from '../../../../src/model/nodes.ts';
import { writeParts } from './page.ts';

const text = (value: string): Text => ({ type: 'text', value });
const p = (...children: Inline[]): Block => ({ type: 'paragraph', children });
const written = (...body: FlowContent[]): string => writeParts({ body }).text.trim();

describe('an admonition', () => {
  it('is an aside with its kind for a title', () => {
    const node: Block = { type: 'admonition', kind: 'tip', collapsible: 'none', children: [p(text('a'))] };
    expect(written(node)).toBe(
      '<aside class="admonition admonition-tip" data-kind="tip">\n<p class="admonition-title">Tip</p>\n<p>a</p>\n</aside>',
    );
  });

  it('is details where it folds', () => {
    const title = [text('Mind '), { type: 'strong', children: [text('it')] } as const];
    const node: Block = { type: 'admonition', kind: 'x', title, collapsible: 'open', children: [] };
    expect(written(node)).toBe(
      '<details class="admonition admonition-x" data-kind="x" open>\n' +
        '<summary class="admonition-title">Mind <strong>it</strong></summary>\n</details>',
    );
  });
});

describe('tabs', () => {
  it('are sections with their labels, one below the other', () => {
    const node: Block = {
      type: 'tabs',
      group: 'os',
      children: [
        { type: 'tab', label: 'Linux', value: 'linux', children: [p(text('a'))] },
        { type: 'tab', label: 'macOS', children: [] },
      ],
    };
    expect(written(node)).toBe(
      '<div class="tabs" data-group="os">\n' +
        '<section class="tab" aria-label="Linux" data-value="linux">\n<p class="tab-label">Linux</p>\n<p>a</p>\n</section>\n' +
        '<section class="tab" aria-label="macOS">\n<p class="tab-label">macOS</p>\n</section>\n</div>',
    );
  });
});

describe('a figure', () => {
  it('is Hugo’s own', () => {
    const node: Block = {
      type: 'figure',
      src: 'a b.png',
      alt: 'A',
      title: 'T',
      caption: [text('c '), { type: 'emphasis', children: [text('x')] }],
      link: '/l',
      width: '10',
      attributes: [{ name: 'class', value: 'k' }],
      imageAttributes: [{ name: 'loading', value: 'lazy' }],
      linkAttributes: [{ name: 'rel', value: 'nofollow' }],
    };
    expect(written(node)).toBe(
      '<figure class="k"><a href="/l" rel="nofollow"><img src="a%20b.png" alt="A" width="10" loading="lazy"></a>' +
        '<figcaption><h4>T</h4><p>c <em>x</em></p></figcaption></figure>',
    );
  });
});

describe('details, containers, values, math', () => {
  it.each<[name: string, node: FlowContent, html: string]>([
    [
      'details',
      { type: 'details', summary: [text('S')], open: false, children: [p(text('a'))] },
      '<details>\n<summary>S</summary>\n<p>a</p>\n</details>',
    ],
    [
      'a container',
      { type: 'container', tagName: 'section', attributes: [{ name: 'class', value: 'c' }], children: [p(text('a'))] },
      '<section class="c">\n<p>a</p>\n</section>',
    ],
    ['a value', { type: 'value', value: '1 < 2', from: 'site.params.x' }, '1 &lt; 2'],
    ['a formula', { type: 'mathBlock', value: ' a < b ', delimiters: ['$$', '$$'] }, '$$ a &lt; b $$'],
  ])('%s', (_, node, html) => {
    expect(written(node)).toBe(html);
  });
});

describe('an embed', () => {
  it('is a frame where the provider has one', () => {
    const html = written({ type: 'embed', provider: 'youtube', id: 'abc_1', title: 'Talk' });
    expect(html).toContain(
      '<iframe src="https://www.youtube.com/embed/abc_1?autoplay=0&amp;controls=1&amp;end=0&amp;loop=0&amp;mute=0&amp;start=0" title="Talk" allowfullscreen',
    );
    expect(html).toContain('data-provider="youtube" data-id="abc_1"');
  });

  it.each<[name: string, node: Block, html: string]>([
    [
      'a link otherwise',
      { type: 'embed', provider: 'gist', id: 'user/1' },
      '<p class="embed embed-gist" data-provider="gist" data-id="user/1">' +
        '<a href="https://gist.github.com/user/1">https://gist.github.com/user/1</a></p>',
    ],
    [
      'the address that is given for a provider nobody knows',
      { type: 'embed', provider: 'tube', id: '1', url: 'https://tube.example/1', title: 'T' },
      '<p class="embed embed-tube" data-provider="tube" data-id="1"><a href="https://tube.example/1">T</a></p>',
    ],
    [
      'text without any address',
      { type: 'embed', provider: 'tube', id: '1' },
      '<p class="embed embed-tube" data-provider="tube" data-id="1">tube 1</p>',
    ],
  ])('is %s', (_, node, html) => {
    expect(written(node)).toBe(html);
  });
});

describe('a component', () => {
  it('is a custom element that keeps name and props', () => {
    const node: Block = {
      type: 'componentBlock',
      name: 'FeatureBlock',
      props: [
        { name: 'title', value: 'A "b"' },
        { name: 'rows', value: 2 },
      ],
      children: [p(text('a'))],
    };
    expect(written(node)).toBe(
      '<x-feature-block data-component="FeatureBlock" data-props="{&quot;title&quot;:&quot;A \\&quot;b\\&quot;&quot;,&quot;rows&quot;:2}">\n<p>a</p>\n</x-feature-block>',
    );
  });

  it.each([
    ['Tabs.Tab', 'x-tabs-tab'],
    ['icon', 'x-icon'],
    ['HTMLBox', 'x-h-t-m-l-box'],
    ['日本', 'x-component'],
  ])('%s is <%s>', (name, tag) => {
    expect(written(p({ type: 'componentInline', name, props: [], children: [] }))).toBe(
      `<p><${tag} data-component="${name}"></${tag}></p>`,
    );
  });
});
