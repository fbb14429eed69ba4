/** What Contentful's limits and hostile pages come to. */
import { describe, expect, it } from 'vitest';
import type { FlowContent, Inline } from '../../../../src/model/nodes.ts';
import { buildContentful } from '../../../../src/writers/contentful/build.ts';
import { exportFile } from '../../../../src/writers/contentful/serialize.ts';
import { codes, exported, nowhere, p, page, planOf, richText, site, text, writePages } from './hand-built.ts';
import { cpuTime } from '../../../support/cpu-time.ts';

const nested = (depth: number, wrap: (inner: FlowContent) => FlowContent): FlowContent => {
  let node = p('core');
  for (let level = 0; level < depth; level++) node = wrap(node);
  return node;
};
const element =
  (tagName: string) =>
  (child: FlowContent): FlowContent => ({
    type: 'elementBlock',
    tagName,
    attributes: [],
    openTag: nowhere,
    place: nowhere,
    children: [child],
  });

describe('deep nesting', () => {
  it.each<[string, (inner: FlowContent) => FlowContent]>([
    ['quotes', (inner) => ({ type: 'blockquote', children: [inner] })],
    [
      'lists',
      (inner) => ({ type: 'list', ordered: false, spread: false, children: [{ type: 'listItem', children: [inner] }] }),
    ],
    ['boxes', element('div')],
    ['unknown elements', element('x-a')],
    ['components', (inner) => ({ type: 'componentBlock', name: 'A', props: [], children: [inner] })],
    ['tables', (inner) => element('table')(element('tr')(element('td')(inner)))],
  ])('of %s becomes plain text with a finding', (_, wrap) => {
    const output = richText([nested(400, wrap)]);
    expect(codes(output.diagnostics)).toContain('contentful-nesting-too-deep');
    expect(codes(output.diagnostics)).not.toContain('contentful-invalid-rich-text');
    expect(JSON.stringify(output)).toContain('core');
  });
  it('of marks does too', () => {
    let inline: Inline = text('core');
    for (let level = 0; level < 400; level++) inline = { type: 'emphasis', children: [inline] };
    expect(JSON.stringify(richText([p(inline)]).document)).toContain('core');
  });
});

describe('many of one thing', () => {
  it('take linear time', () => {
    const time = (count: number): number => {
      const body = Array.from({ length: count }, (_, at) =>
        p(`word ${at} `, { type: 'strong', children: [text('a')] }, ' b'),
      );
      const before = cpuTime();
      richText(body);
      return cpuTime() - before;
    };
    time(2000);
    expect(time(16_000)).toBeLessThan(40 * time(2000) + 200);
  });
});

describe('limits', () => {
  it('warn of a large entry and refuse one that is too large', () => {
    const cells = Array.from({ length: 5500 }, () => ({
      type: 'tableCell' as const,
      children: [text('x'.repeat(20))],
    }));
    const table = (rows: number): FlowContent => ({
      type: 'table',
      align: [],
      children: Array.from({ length: rows }, () => ({ type: 'tableRow', children: cells })),
    });
    const title = 'a';
    const large = exported([page({ frontMatter: { title }, body: [table(1)] })]);
    expect(codes(large.diagnostics)).toEqual(['contentful-entry-large']);
    const tooLarge = exported([page({ frontMatter: { title }, body: [table(2)] })]);
    expect(codes(tooLarge.diagnostics)).toEqual(['contentful-entry-too-large']);
  });
  it('report files that are too large or gone', () => {
    const own = page({ frontMatter: { title: 'a' }, body: [p({ type: 'image', url: '/logo.png', alt: '' })] });
    const plan = planOf([own], site());
    const build = (size: number | undefined) =>
      buildContentful({
        plan,
        pages: writePages(plan, [own], site()).map(({ written }) => written),
        anchors: [],
        inspect: () => (size === undefined ? undefined : { head: Uint8Array.from([0xff, 0xd8, 0xff]), size }),
      });
    expect(codes(build(1000).diagnostics)).toEqual([]);
    expect(codes(build(21 * 1024 * 1024).diagnostics)).toEqual(['contentful-asset-large']);
    expect(codes(build(undefined).diagnostics)).toEqual(['contentful-asset-missing']);
    expect(JSON.parse(exportFile('', build(1000)).text).assets[0].fields.file.en.contentType).toBe('image/jpeg');
  });
  it('cut a Symbol that is too long, and say so', () => {
    const figure: FlowContent = { type: 'figure', src: '/logo.png', width: 'x'.repeat(300) };
    expect(codes(richText([figure]).diagnostics)).toEqual(['contentful-value-cut']);
  });
  it('refuse a locale that is none', () => {
    const { diagnostics } = exported([page()], site(['en', 'x!']));
    expect(codes(diagnostics)).toContain('contentful-locale-invalid');
  });
  it('write codes of locales as Contentful does, or as told', () => {
    const locales = (options = {}) =>
      exported([page()], site(['en', 'pt-br', 'zh-hans']), options).json.locales.map(
        ({ code }: { code: string }) => code,
      );
    expect(locales()).toEqual(['en', 'pt-BR', 'zh-Hans']);
    expect(locales({ defaultLocale: 'en-US', locales: { 'zh-hans': 'zh-CN' } })).toEqual(['en-US', 'pt-BR', 'zh-CN']);
  });
  it('keep NUL and torn surrogates out of the export', () => {
    const { text: json } = exported([page({ frontMatter: { title: 'a\0', note: '\uD800' }, body: [p('b\0\uDC00')] })]);
    expect(json).not.toMatch(/\\u0000|\\ud800|\\udc00/i);
  });
});
