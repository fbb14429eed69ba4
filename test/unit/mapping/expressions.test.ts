import { describe, expect, it } from 'vitest';
import type { ApplyHooks, Reference } from '../../../src/mapping/apply.ts';
import { mapPage } from '../../support/map-page.ts';

const hooks: ApplyHooks = {
  lookup: (path) =>
    ({ 'site.params.version': '1.2', 'site.params.n': 7, 'site.data.args.x': true, 'site.params.list': [1] })[path],
  readMarkdown: (markdown) => ({
    children: [
      {
        type: 'paragraph',
        children: [{ type: 'strong', children: [{ type: 'text', value: markdown.replaceAll('*', '') }] }],
      },
    ],
    diagnostics: [],
    rules: [],
  }),
};

/** The prop that a component gets from an expression. */
function propOf(expression: string, call: string, inner = 'markdown'): unknown {
  const rules = `shortcodes:\n  x: { as: component, name: X, inner: ${inner}, props: { p: ${expression} }, ignore: [a, b, c, 0, 1] }\n  y: { as: text, value: Y }`;
  const { page } = mapPage(call, rules, { hooks });
  const [node] = page.body;
  if (node?.type !== 'componentBlock') throw new Error(`a ${node?.type}`);
  return node.props.find(({ name }) => name === 'p')?.value;
}

describe('an expression', () => {
  it.each<[string, string, unknown]>([
    ['plain', '{{< x >}}', 'plain'],
    ['7', '{{< x >}}', 7],
    ['true', '{{< x >}}', true],
    ['$a', '{{< x a=1 >}}', 1],
    ['$a', '{{< x a="1" >}}', '1'],
    ['$a', '{{< x A=1 >}}', undefined],
    ['$a', '{{< x a="" >}}', undefined],
    ['$a', '{{< x a=1 a=2 >}}', 2],
    ['$a', `{{< x a=1 ${'c=1 '.repeat(9)}a=2 >}}`, 2],
    ['$b', `{{< x a=1 ${'c=1 '.repeat(9)}a=2 >}}`, undefined],
    ['$0', '{{< x true >}}', true],
    ['$1', '{{< x true >}}', undefined],
    ['$0', '{{< x a=1 >}}', undefined],
    ['$$a', '{{< x a=1 >}}', '$a'],
    ['"$ 5"', '{{< x >}}', '$ 5'],
    ['{ value: $a }', '{{< x a=1 >}}', '$a'],
    ['{ arg: [b, 0, a] }', '{{< x a=1 b="" >}}', 1],
    ['{ arg: 0 }', '{{< x z >}}', 'z'],
    ['{ arg: a, default: none }', '{{< x >}}', 'none'],
    ['{ arg: a, default: { arg: b, default: none } }', '{{< x b=2 >}}', 2],
    ['{ arg: a, split: ";" }', '{{< x a="1; 2;3" >}}', ['1', '2', '3']],
    ['{ arg: a, split: ";", at: 1 }', '{{< x a="1; 2" >}}', '2'],
    ['{ arg: a, split: ";", at: 5, default: no }', '{{< x a="1; 2" >}}', 'no'],
    ['{ arg: a, split: ";", at: ordinal }', '{{< x a="1; 2" >}}', '1'],
    ['{ arg: a, map: { red: danger, 7: seven, true: yes } }', '{{< x a=red >}}', 'danger'],
    ['{ arg: a, map: { red: danger, 7: seven } }', '{{< x a=7 >}}', 'seven'],
    ['{ arg: a, map: { red: danger } }', '{{< x a=blue >}}', 'blue'],
    ['{ arg: a, type: number }', '{{< x a="1.50" >}}', 1.5],
    ['{ arg: a, type: number }', '{{< x a="1e3" >}}', '1e3'],
    ['{ arg: a, type: boolean }', '{{< x a="true" >}}', true],
    ['{ arg: a, type: boolean }', '{{< x a=0 >}}', false],
    ['{ arg: a, type: boolean }', '{{< x a="constructor" >}}', 'constructor'],
    ['{ arg: a, type: text }', '{{< x a=7 >}}', '7'],
    ['{ arg: a, type: list }', '{{< x a=7 >}}', [7]],
    ['{ text: "a ${a}-${b|c}!" }', '{{< x a=1 c=3 >}}', 'a 1-3!'],
    ['{ text: "a ${a}", default: none }', '{{< x >}}', 'none'],
    ['{ text: "$${a} ${ a }" }', '{{< x a=1 >}}', '${a} 1'],
    ['{ asset: "/img/${a}" }', '{{< x a="b.png" >}}', '/img/b.png'],
    ['{ from: site.params.version }', '{{< x >}}', '1.2'],
    ['{ from: "site.params.${a}" }', '{{< x a=n >}}', 7],
    ['{ from: [page.params.none, site.data.args.x] }', '{{< x >}}', true],
    ['{ from: site.params.list, default: none }', '{{< x >}}', 'none'],
    ['{ from: page.title }', '---\nTitle: T\n---\n{{< x >}}', 'T'],
    ['{ from: page.params.A.b }', '---\na: { B: 1.10 }\n---\n{{< x >}}', 1.1],
    ['{ from: page.params.a }', '---\na: 1\nparams: { A: 2 }\n---\n{{< x >}}', 2],
    ['{ from: page.params.a.b, default: none }', '---\na: [b]\n---\n{{< x >}}', 'none'],
    ['{ from: page.params.__proto__, default: none }', '---\na: 1\n---\n{{< x >}}', 'none'],
    ['{ inner: plain }', '{{< x >}}\na **b** {{< y >}}\n{{< /x >}}', 'a b Y'],
    ['{ inner: raw }', '{{< x >}}\na **b** {{< y >}}\n{{< /x >}}', 'a **b** Y'],
    ['{ inner: plain, default: none }', '{{< x />}}', 'none'],
    ['{ child: b }', '{{< x >}}<b>c <i>d</i></b> e{{< /x >}}', 'c d'],
    ['{ child: u, default: none }', '{{< x >}}<b>c</b>{{< /x >}}', 'none'],
    ['{ arg: a, read: plain }', '{{< x a="*b*" >}}', '*b*'],
  ])('%s of %s', (expression, call, expected) => {
    expect(propOf(expression, call)).toEqual(expected);
  });

  it('takes raw inner text with the calls in it', () => {
    expect(
      propOf('{ inner: raw }', '{{< x >}}\n*a* {{< y >}} {{</* y */>}} {{%/* y */%}} {{< z 1 >}}{{< /x >}}', 'raw'),
    ).toBe('*a* Y {{< y >}} {{% y %}} {{< z 1 >}}');
  });

  it('sees the enclosing call', () => {
    const rules = `shortcodes:\n  p: { as: unwrap }\n  x: { as: text, value: { parent: [items, 0], split: ",", at: ordinal, default: none } }`;
    const { body, codes } = mapPage('{{< p items="a,b" >}}{{< x >}} {{< x >}} {{< x >}}{{< /p >}}\n\n{{< x >}}', rules);
    expect(body).toEqual([
      ['paragraph', 'a', ' ', 'b', ' ', 'none'],
      ['paragraph', 'none'],
    ]);
    expect(codes).toEqual([]);
  });

  it('sees what the enclosing call was given by position', () => {
    const rules = `shortcodes:\n  p: { as: unwrap }\n  x: { as: text, value: { parent: "*", at: ordinal, default: none } }\n  y: { as: text, value: { parent: "*", default: none } }`;
    const { body, codes } = mapPage(
      '{{< p a "b c" >}}{{< x >}} {{< x >}} {{< x >}}{{< /p >}}\n\n{{< p a b >}}{{< y >}}{{< /p >}}\n\n{{< p a b c >}}{{< x >}}{{< /p >}}\n\n{{< p d=e >}}{{< y >}}{{< /p >}}',
      rules,
    );
    expect(body).toEqual([
      ['paragraph', 'a', ' ', 'b c', ' ', 'none'],
      ['paragraph', 'a, b'],
      ['paragraph', 'a'],
      ['paragraph', 'none'],
    ]);
    // What no call inside has asked for is lost.
    expect(codes).toEqual(['mapping-unused-argument', 'mapping-unused-argument', 'mapping-unused-argument']);
  });

  it('reads Markdown where it is told to', () => {
    const rules = `shortcodes:\n  x: { as: admonition, kind: { arg: a, read: markdown }, title: { arg: a, read: markdown } }\n  y: { as: admonition, kind: k, title: { arg: a, read: plain } }\n  z: { as: admonition, kind: k, title: $a }`;
    const { body } = mapPage(
      '{{< x a="*b*" >}}{{< /x >}}\n\n{{< y a="*b*" >}}{{< /y >}}\n\n{{< z a="*b*" >}}{{< /z >}}',
      rules,
      { hooks },
    );
    expect(body).toMatchObject([
      ['admonition', { kind: 'b', title: [['strong', 'b']] }],
      ['admonition', { title: ['b'] }],
      ['admonition', { title: ['*b*'] }],
    ]);
  });

  it('leaves Markdown as it is written where nobody reads it', () => {
    const { body } = mapPage(
      '{{< x a="*b*" >}}{{< /x >}}',
      'shortcodes:\n  x: { as: admonition, kind: k, title: { arg: a, read: markdown } }',
    );
    expect(body).toMatchObject([['admonition', { title: ['*b*'] }]]);
  });
});

describe('a value', () => {
  it('knows where it comes from', () => {
    const rules = 'shortcodes:\n  x: { as: value, from: ["page.params.${0}", "site.params.${0}"] }';
    expect(mapPage('{{< x version >}} [a](/{{< x n >}})', rules, { hooks }).body).toEqual([
      ['paragraph', ['value', { value: '1.2', from: 'site.params.version' }], ' ', ['link', { url: '/7' }, 'a']],
    ]);
  });
});

describe('a reference', () => {
  const rules =
    'shortcodes:\n  ref: { as: reference, path: { arg: [path, 0] }, language: $lang, outputFormat: $format, address: absolute }\n  rel: { as: reference, path: $0 }\nunmapped: keep';
  it('becomes what the site says', () => {
    const asked: Reference[] = [];
    const resolve: ApplyHooks['resolve'] = (reference) => {
      asked.push(reference);
      return { url: `/found/${reference.path}` };
    };
    const source =
      '[a]({{< ref "x.md#y" >}}) {{< rel z >}}\n\n[b]: {{< ref path="x" lang=de format=json >}}\n\n`{{% rel c %}}`';
    expect(mapPage(source, rules, { hooks: { resolve } }).body).toEqual([
      ['paragraph', ['link', { url: '/found/x.md#y' }, 'a'], ' ', ['value', { value: '/found/z', from: 'rel' }]],
      ['definition', { identifier: 'b', label: 'b', url: '/found/x' }],
      ['paragraph', ['inlineCode', { value: '/found/c' }]],
    ]);
    expect(asked).toEqual([
      { path: 'x.md#y', address: 'absolute' },
      { path: 'z', address: 'relative' },
      { path: 'x', address: 'absolute', language: 'de', outputFormat: 'json' },
      { path: 'c', address: 'relative' },
    ]);
  });

  it('stays where nothing is found', () => {
    const { body, codes } = mapPage('[a]({{< ref "x" >}}) {{< rel z >}}', rules, {
      hooks: { resolve: () => undefined },
    });
    expect(body).toEqual([
      [
        'paragraph',
        ['link', { url: [['shortcodeInline', { call: 'ref' }]] }, 'a'],
        ' ',
        ['shortcodeInline', { call: 'rel' }],
      ],
    ]);
    expect(codes).toEqual(['mapping-unresolved-reference', 'mapping-unresolved-reference']);
  });
});
