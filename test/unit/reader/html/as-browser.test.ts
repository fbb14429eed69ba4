import type { ElementContent } from 'hast';
import fc from 'fast-check';
import { type DefaultTreeAdapterTypes, parseFragment } from 'parse5';
import { describe, expect, it } from 'vitest';
import type { FlowContent } from '../../../../src/model/nodes.ts';
import type { Page } from '../../../../src/model/page.ts';
import type { Unpaired } from '../../../../src/reader/html/raw.ts';
import { defaultMarkup } from '../../../../src/model/markup.ts';
import { createState } from '../../../../src/writers/html/create-state.ts';
import { pair, type Pen, write } from './document.ts';

// What Hugo prints of a document goes through a browser's parser; the paired model goes through the HTML writer's
// handlers. Both trees must have the same elements and the same text. (As text they need not: HTML cannot write down
// every tree that its parser builds, a list item right in another one, for instance.)

const BODY = parseFragment('<body></body>');

interface Shape {
  readonly text?: string;
  readonly tagName?: string;
  readonly attributes?: readonly string[];
  readonly children?: readonly Shape[];
}

function browserTree(html: string): unknown {
  const context = {
    ...BODY,
    nodeName: 'body',
    tagName: 'body',
    attrs: [],
    namespaceURI: 'http://www.w3.org/1999/xhtml',
  };
  // Scripting off: what stands in <noscript> is content for decant.
  const fragment = parseFragment(context as unknown as DefaultTreeAdapterTypes.Element, html, {
    scriptingEnabled: false,
  });
  return normalForm(fragment.childNodes.map(domShape));
}

function domShape(node: DefaultTreeAdapterTypes.ChildNode): Shape {
  if (!('tagName' in node)) return { text: 'value' in node ? node.value : '' };
  const attributes = node.attrs.map(({ name, value }) => `${name}=${value}`);
  return { tagName: node.tagName, attributes, children: node.childNodes.map(domShape) };
}

function hastShape(node: ElementContent): Shape {
  if (node.type !== 'element') return { text: node.type === 'text' ? node.value : '' };
  const attributes = Object.entries(node.properties).map(([name, value]) => `${name}=${String(value)}`);
  return { tagName: node.tagName, attributes, children: node.children.map(hastShape) };
}

const FORMATTING = new Set(['p', 'a', 'b', 'i', 'em', 'font']);

function normalForm(nodes: readonly Shape[]): unknown[] {
  const result: unknown[] = [];
  for (const { text, tagName, attributes, children } of nodes) {
    if (tagName !== undefined) {
      const inner = normalForm(children ?? []);
      // An empty paragraph is what a stray </p> leaves, an empty <b> what the end of a block leaves of an open one.
      if (!FORMATTING.has(tagName) || inner.length > 0) result.push([tagName, attributes, inner]);
      continue;
    }
    const words = (text ?? '').replace(/\s+/g, '');
    if (words === '') continue;
    if (typeof result.at(-1) === 'string') result[result.length - 1] += words;
    else result.push(words);
  }
  return result;
}

/**
 * What Hugo prints of a document before anything is paired, without the line breaks between blocks: with an unclosed
 * `<b>` before it, each of them would make browsers open another one around nothing.
 */
function hugoHtml(nodes: readonly Unpaired[], tight = false): string {
  return nodes.map((node) => hugoNode(node, tight)).join('');
}

function hugoNode(node: Unpaired, tight: boolean): string {
  switch (node.type) {
    case 'rawHtmlBlock':
      return `${node.value}`;
    case 'rawHtmlInline':
    case 'text':
      return node.value;
    case 'paragraph':
      return tight ? `${hugoHtml(node.children)}` : `<p>${hugoHtml(node.children)}</p>`;
    case 'heading':
      return `<h2>${hugoHtml(node.children)}</h2>`;
    case 'emphasis':
      return `<em>${hugoHtml(node.children)}</em>`;
    case 'link':
      return `<a href="u">${hugoHtml(node.children)}</a>`;
    case 'blockquote':
      return `<blockquote>${hugoHtml(node.children)}</blockquote>`;
    case 'list':
      return `<ul>${hugoHtml(node.children, !node.spread)}</ul>`;
    case 'listItem':
      return `<li>${hugoHtml(node.children, tight)}</li>`;
    case 'table': {
      const [head, ...rows] = node.children;
      return `<table><thead>${head ? hugoRow(head, 'th') : ''}</thead><tbody>${hugoHtml(rows)}</tbody></table>`;
    }
    case 'tableRow':
      return hugoRow(node, 'td');
    case 'thematicBreak':
      return '<hr>';
    default:
      throw new Error(`the generator makes no ${node.type}`);
  }
}

function hugoRow(row: Unpaired, cellTag: string): string {
  const cells = 'children' in row ? row.children : [];
  return `<tr>${cells.map((cell) => `<${cellTag}>${'children' in cell ? hugoHtml(cell.children) : ''}</${cellTag}>`).join('')}</tr>`;
}

function modelTree(body: readonly FlowContent[], source: string): unknown {
  const page = { body, calls: [], frontMatter: { fields: [] } } as unknown as Page;
  const state = createState({ page, source, markup: { ...defaultMarkup, unsafe: true } }, 'keep');
  return normalForm(state.flow(body).map(hastShape));
}

type Build = (pen: Pen) => Unpaired;

const TAGS = [
  'b',
  'i',
  'span',
  'a',
  'div',
  'p',
  'details',
  'ul',
  'li',
  'table',
  'tr',
  'td',
  'center',
  'x-y',
  'button',
  'font',
];

const word = fc.constantFrom('one', 'two ', ' three', 'four five');
const anyTag = fc.constantFrom(
  ...TAGS.flatMap((tag) => [`<${tag}>`, `<${tag}>`, `</${tag}>`]),
  '<br>',
  '<img src="i">',
);
const blockTag = fc.constantFrom('div', 'p', 'details', 'ul', 'li', 'table', 'tr', 'td', 'center', 'x-y', 'b');

const inline: fc.Memo<Build> = fc.memo((depth) =>
  fc.oneof(
    {
      weight: 4,
      arbitrary: word.map(
        (value): Build =>
          (pen) =>
            pen.text(value),
      ),
    },
    {
      weight: 2,
      arbitrary: anyTag.map(
        (html): Build =>
          (pen) =>
            pen.tag(html),
      ),
    },
    ...(depth > 0
      ? [
          inlines(depth).map(
            (make): Build =>
              (pen) =>
                pen.em(...make(pen)),
          ),
          inlines(depth).map(
            (make): Build =>
              (pen) =>
                pen.link(...make(pen)),
          ),
        ]
      : []),
  ),
);

function inlines(depth: number): fc.Arbitrary<(pen: Pen) => Unpaired[]> {
  return fc
    .array(inline(depth - 1), { minLength: 1, maxLength: 4 })
    .map((makes) => (pen) => makes.map((make) => make(pen)));
}

function blocks(depth: number): fc.Arbitrary<(pen: Pen) => Unpaired[]> {
  return fc.array(block(depth), { minLength: 1, maxLength: 3 }).map((makes) => (pen) => makes.map((make) => make(pen)));
}

const block: fc.Memo<Build> = fc.memo((depth) =>
  fc.oneof(
    {
      weight: 4,
      arbitrary: inlines(2).map(
        (make): Build =>
          (pen) =>
            pen.p(...make(pen)),
      ),
    },
    {
      weight: 1,
      arbitrary: inlines(1).map(
        (make): Build =>
          (pen) =>
            pen.h2(...make(pen)),
      ),
    },
    {
      weight: 3,
      arbitrary: fc.tuple(blockTag, fc.boolean(), word, fc.boolean()).map(
        ([tag, open, text, more]): Build =>
          (pen) =>
            pen.block(`${open ? `<${tag}>` : `</${tag}>`}${more ? text : ''}`),
      ),
    },
    ...(depth > 0
      ? [
          blocks(depth - 1).map(
            (make): Build =>
              (pen) =>
                pen.quote(...make(pen)),
          ),
          fc
            .tuple(fc.boolean(), fc.array(blocks(depth - 1), { minLength: 1, maxLength: 3 }))
            .map(([tight, items]): Build => (pen) => {
              const children = items.map((make) => pen.item(...make(pen)));
              return tight ? pen.tightList(...children) : pen.list(...children);
            }),
          fc.array(inlines(1), { minLength: 2, maxLength: 4 }).map((cells): Build => (pen) => {
            const rows = cells.map((make) => pen.row(pen.cell(...make(pen))));
            return pen.table(...rows);
          }),
        ]
      : []),
  ),
);

describe('pairing', () => {
  it('comes to what a browser makes of Hugo’s HTML', () => {
    fc.assert(
      fc.property(fc.array(block(2), { minLength: 1, maxLength: 5 }), (makes) => {
        const document = write((pen) => makes.map((make) => make(pen)));
        const { body } = pair(document);
        const html = hugoHtml(document.nodes);
        expect(modelTree(body, document.source), html).toEqual(browserTree(html));
      }),
      { numRuns: 1500 },
    );
  });
});
