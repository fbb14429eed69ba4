/** Laws of the Contentful writer, on random trees: every document validates, every word survives, ids are unique and links lead somewhere. */
import { validateRichTextDocument } from '@contentful/rich-text-types';
import type { Document } from '@contentful/rich-text-types';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Block, Call, FlowContent, Inline, ListItem, ShortcodeInline, TableRow } from '../../src/model/nodes.ts';
import type { Entry } from '../../src/writers/contentful/export.ts';
import { walk } from '../../src/model/walk.ts';
import { exported, nowhere, page, site } from '../unit/writers/contentful/hand-built.ts';

const words = fc.constantFrom(
  'alpha',
  ' beta',
  'gamma ',
  'delta\nepsilon',
  'ζ\u{1F600}',
  '\uD800x',
  'a\0b',
  '',
  ' ',
  '\u00A0',
);
const url = fc.constantFrom(
  '/docs/other/',
  '/docs/other/#x',
  '#x',
  '/logo.png',
  '/guide.pdf',
  '../other',
  'other.md',
  '/no/',
  '',
  'https://x.org/?a=b',
  'javascript:alert(1)',
  'mailto:a@b.org',
  '%zz',
  '//docs.example.org/docs/page/',
);
const attributes = fc.array(
  fc.record({
    name: fc.constantFrom('class', 'id', 'href', 'src', 'colspan', 'start', '__proto__', 'onclick'),
    value: fc.oneof(words, url, fc.boolean(), fc.integer()),
  }),
  { maxLength: 3 },
);
const tagName = fc.constantFrom(
  'div',
  'span',
  'p',
  'b',
  'em',
  'a',
  'img',
  'br',
  'hr',
  'h2',
  'ul',
  'ol',
  'li',
  'dl',
  'dt',
  'dd',
  'table',
  'thead',
  'tbody',
  'tr',
  'td',
  'th',
  'caption',
  'pre',
  'code',
  'details',
  'summary',
  'figure',
  'figcaption',
  'blockquote',
  'kbd',
  'mark',
  'sup',
  'q',
  'wbr',
  'iframe',
  'video',
  'svg',
  'button',
  'constructor',
  'script',
);
const identifier = fc.constantFrom('one', 'two', '__proto__');

const call = (name: string): Call => ({
  name,
  notation: 'standard',
  body: 'none',
  definition: 'template',
  arguments: { kind: 'positional', items: [{ value: 'other', source: 'other', place: nowhere }] },
  path: '0',
  place: nowhere,
  openTag: nowhere,
});
const inString: fc.Arbitrary<ShortcodeInline> = fc
  .constantFrom('ref', 'relref', 'version')
  .map((name) => ({ type: 'shortcodeInline', call: call(name), innerReading: 'none', children: [] }));
const template = fc.oneof(
  { weight: 3, arbitrary: url },
  { weight: 1, arbitrary: fc.tuple(words, inString).map((parts) => parts) },
);
const prop = fc.record({
  name: fc.constantFrom('title', 'Title', 'a-b', 'a_b', 'body', '__proto__'),
  value: fc.oneof(words, fc.integer(), fc.double(), fc.boolean(), fc.constant(null), fc.array(words, { maxLength: 3 })),
});
const name = fc.constantFrom('Card', 'card', 'codeBlock', 'docs', 'Tabs.Tab', '日本');

const { block, inline, flow } = fc.letrec<{
  block: Block;
  inline: Inline;
  flow: FlowContent;
  item: ListItem;
  row: TableRow;
}>((tie) => {
  const inlines = fc.array(tie('inline'), { maxLength: 4 });
  const content = fc.array(tie('flow'), { maxLength: 4 });
  const element = {
    tagName,
    attributes,
    openTag: fc.constant(nowhere),
    place: fc.nat(500).map((offset) => ({ ...nowhere, offset })),
  };
  const formula = { value: words, delimiters: fc.constant(['$', '$'] as const) };
  const component = { name, props: fc.array(prop, { maxLength: 4 }) };
  const shortcode = {
    call: words.map((raw) => ({ ...call('x'), inner: { raw, place: nowhere } })),
    innerReading: fc.constant('markdown' as const),
    children: content,
  };
  return {
    flow: fc.oneof(tie('block'), tie('inline')),
    item: fc.record(
      { type: fc.constant('listItem' as const), checked: fc.boolean(), children: content },
      { requiredKeys: ['type', 'children'] },
    ),
    row: fc.record({
      type: fc.constant('tableRow' as const),
      children: fc.array(fc.record({ type: fc.constant('tableCell' as const), children: inlines }), { maxLength: 3 }),
    }),
    inline: fc.oneof(
      { maxDepth: 4, withCrossShrink: true },
      fc.record({ type: fc.constant('text' as const), value: words }),
      fc.record({
        type: fc.constantFrom(
          'emphasis' as const,
          'strong' as const,
          'delete' as const,
          'insert' as const,
          'mark' as const,
          'subscript' as const,
          'superscript' as const,
        ),
        children: inlines,
      }),
      fc.record({ type: fc.constant('inlineCode' as const), value: fc.oneof(words, template) }),
      fc.record({ type: fc.constant('break' as const) }),
      fc.record({
        type: fc.constant('link' as const),
        notation: fc.constant('inline' as const),
        url: template,
        title: words,
        children: inlines,
      }),
      fc.record(
        { type: fc.constant('image' as const), url: template, alt: words, title: words, attributes },
        { requiredKeys: ['type', 'url', 'alt'] },
      ),
      fc.record({
        type: fc.constant('linkReference' as const),
        identifier,
        label: identifier,
        referenceType: fc.constant('full' as const),
        children: inlines,
      }),
      fc.record({
        type: fc.constant('imageReference' as const),
        identifier,
        label: identifier,
        referenceType: fc.constant('full' as const),
        alt: words,
      }),
      fc.record({ type: fc.constant('footnoteReference' as const), identifier, label: identifier }),
      fc.record({ type: fc.constant('mathInline' as const), ...formula }),
      fc.record({ type: fc.constant('elementInline' as const), ...element, children: inlines }),
      fc.record({ type: fc.constant('commentInline' as const), value: words }),
      fc.record({ type: fc.constant('shortcodeInline' as const), ...shortcode }),
      fc.record({ type: fc.constant('componentInline' as const), ...component, children: inlines }),
      fc.record({ type: fc.constant('value' as const), value: words, from: fc.constant('site.params.a') }),
    ),
    block: fc.oneof(
      { maxDepth: 4, withCrossShrink: true },
      fc.record(
        { type: fc.constant('paragraph' as const), children: inlines, attributes },
        { requiredKeys: ['type', 'children'] },
      ),
      fc.record({
        type: fc.constant('heading' as const),
        depth: fc.constantFrom(1, 2, 6),
        id: identifier,
        idSource: fc.constantFrom('explicit' as const, 'automatic' as const),
        children: inlines,
      }),
      fc.record({ type: fc.constant('thematicBreak' as const) }),
      fc.record(
        { type: fc.constant('blockquote' as const), alert: fc.record({ kind: words }), children: content },
        { requiredKeys: ['type', 'children'] },
      ),
      fc.record({
        type: fc.constant('list' as const),
        ordered: fc.boolean(),
        start: fc.nat(3),
        spread: fc.boolean(),
        children: fc.array(tie('item'), { maxLength: 3 }),
      }),
      fc.record({
        type: fc.constant('code' as const),
        notation: fc.constant('fenced' as const),
        lang: words,
        value: fc.oneof(words, template),
      }),
      fc.record({
        type: fc.constant('table' as const),
        align: fc.constant(['left' as const, null]),
        children: fc.array(tie('row'), { maxLength: 3 }),
      }),
      fc.record({
        type: fc.constant('definitionList' as const),
        children: fc.array(
          fc.oneof(
            fc.record({ type: fc.constant('definitionTerm' as const), children: inlines }),
            fc.record({ type: fc.constant('definitionDescription' as const), spread: fc.boolean(), children: content }),
          ),
          { maxLength: 3 },
        ),
      }),
      fc.record({ type: fc.constant('footnoteDefinition' as const), identifier, label: identifier, children: content }),
      fc.record({ type: fc.constant('definition' as const), identifier, label: identifier, url: template }),
      fc.record({ type: fc.constant('summaryDivider' as const) }),
      fc.record({ type: fc.constant('elementBlock' as const), ...element, children: content }),
      fc.record({ type: fc.constant('shortcodeBlock' as const), ...shortcode }),
      fc.record({
        type: fc.constant('admonition' as const),
        kind: words,
        title: inlines,
        collapsible: fc.constant('open' as const),
        children: content,
      }),
      fc.record({
        type: fc.constant('tabs' as const),
        children: fc.array(fc.record({ type: fc.constant('tab' as const), label: words, children: content }), {
          maxLength: 2,
        }),
      }),
      fc.record({ type: fc.constant('figure' as const), src: template, alt: words, caption: inlines }),
      fc.record({ type: fc.constant('details' as const), summary: inlines, open: fc.boolean(), children: content }),
      fc.record({ type: fc.constant('container' as const), tagName, attributes, children: content }),
      fc.record({ type: fc.constant('componentBlock' as const), ...component, children: content }),
    ),
  };
});
const body = fc.array(
  fc.oneof({ weight: 3, arbitrary: block }, { weight: 1, arbitrary: inline }, { weight: 1, arbitrary: flow }),
  { maxLength: 6 },
);

interface RichNode {
  nodeType: string;
  data: { target?: { sys: { linkType: string; id: string } } };
  content?: RichNode[];
}

function* linksOf(node: RichNode): Generator<{ linkType: string; id: string }> {
  if (node.data.target) yield node.data.target.sys;
  for (const child of node.content ?? []) yield* linksOf(child);
}

const isDocument = (value: unknown): value is Document & RichNode =>
  typeof value === 'object' && value !== null && 'nodeType' in value && value.nodeType === 'document';

/** Gives every text a word of its own. Void elements lose their content, which a parser would not have given them. */
function stamp(nodes: readonly FlowContent[]): { stamped: FlowContent[]; words: string[] } {
  const stamps: string[] = [];
  const stamped = JSON.parse(JSON.stringify(nodes), (_key, node) => {
    if (node?.type === 'text') {
      stamps.push(`w${stamps.length}w`);
      return { ...node, value: stamps.at(-1) };
    }
    if (node?.alert) return { ...node, alert: undefined };
    return ['br', 'hr', 'img', 'wbr'].includes(node?.tagName) ? { ...node, children: [] } : node;
  }) as FlowContent[];
  const shown: string[] = [];
  walk(stamped, (node) => {
    if (node.type === 'footnoteDefinition') return 'skip';
    if (node.type === 'text') shown.push(node.value);
    return undefined;
  });
  return { stamped, words: shown };
}

describe('the Contentful writer', () => {
  it('writes valid rich text whose links all lead to something in the export', () => {
    fc.assert(
      fc.property(body, body, (first, second) => {
        const pages = [page({ body: first }), page({ path: '/docs/other', body: second })];
        const { json, ids, written } = exported(pages, site());
        const known = { Entry: new Set(ids.entries), Asset: new Set(ids.assets) } as Record<string, Set<string>>;
        expect(known['Entry']?.size).toBe(ids.entries.length);
        for (const entry of json.entries as Entry[]) {
          expect(ids.contentTypes).toContain(entry.sys.contentType.sys.id);
          for (const [value] of Object.values(entry.fields).map((locales) => Object.values(locales))) {
            if (!isDocument(value)) continue;
            expect(validateRichTextDocument(value)).toEqual([]);
            for (const link of linksOf(value)) expect(known[link.linkType]?.has(link.id)).toBe(true);
          }
        }
        for (const { diagnostics } of written)
          expect(diagnostics.map(({ code }) => code)).not.toContain('contentful-invalid-rich-text');
        expect(exported(pages.toReversed().toReversed(), site()).text).toBe(exported(pages, site()).text);
      }),
      { numRuns: 300 },
    );
  });

  it('loses no word', () => {
    fc.assert(
      fc.property(body, (nodes) => {
        const { stamped, words: stamps } = stamp(nodes);
        const { text } = exported([page({ body: stamped })]);
        expect(stamps.filter((word) => !text.includes(word))).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  it('decides every element once', () => {
    fc.assert(
      fc.property(body, (nodes) => {
        const { written } = exported([page({ body: nodes })]);
        const elements = written.flatMap(({ outcomes }) =>
          outcomes.filter(({ kind }) => kind === 'element').map(({ id }) => id),
        );
        expect(new Set(elements).size).toBe(elements.length);
      }),
      { numRuns: 100 },
    );
  });
});
