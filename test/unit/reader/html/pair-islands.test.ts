import { describe, expect, it } from 'vitest';
import type { Node, ShortcodeInline } from '../../../../src/model/nodes.ts';
import type { PairingContext } from '../../../../src/reader/html/raw.ts';
import { endOf } from '../../../../src/model/place.ts';
import { pair, type Pen, write } from './document.ts';
import { shape } from './shape.ts';

type Build = (pen: Pen) => ReturnType<Parameters<typeof write>[0]>;

const shapeOfPaired = (build: Build): unknown => shape(pair(write(build)).body);
const findings = (build: Build): readonly string[] =>
  pair(write(build)).findings.map((finding) => finding.split(' ').slice(0, 2).join(' '));

describe('raw HTML around Markdown', () => {
  it('becomes an element with Markdown children', () => {
    const build: Build = (pen) => [
      pen.block('<details>\n<summary>More</summary>'),
      pen.p(pen.text('hidden')),
      pen.block('</details>'),
      pen.p(pen.text('after')),
    ];
    expect(shapeOfPaired(build)).toEqual([
      ['<details>', ['<summary>', 'More'], ['paragraph', 'hidden']],
      ['paragraph', 'after'],
    ]);
    expect(findings(build)).toEqual([]);
  });

  it('keeps the places of element and tags', () => {
    const document = write((pen) => [pen.block('<div class="a">'), pen.p(pen.text('in')), pen.block('</div>')]);
    const [element] = pair(document).body;
    if (element?.type !== 'elementBlock') throw new Error('no element');
    const slice = (place = element.place): string => (place ? document.source.slice(place.offset, endOf(place)) : '');
    expect(slice()).toBe('<div class="a">\nin\n</div>');
    expect(slice(element.openTag)).toBe('<div class="a">');
    expect(slice(element.closeTag)).toBe('</div>');
    expect(element.attributes).toEqual([{ name: 'class', value: 'a' }]);
  });

  it('leaves blocks without HTML the same objects', () => {
    const { nodes, source } = write((pen) => [
      pen.p(pen.text('a')),
      pen.block('<hr>'),
      pen.list(pen.item(pen.p(pen.text('b')))),
    ]);
    const { body } = pair({ nodes, source });
    expect(body[0]).toBe(nodes[0]);
    expect(body[2]).toBe(nodes[2]);
  });

  it('ends an island where the HTML is balanced', () => {
    const { nodes, source } = write((pen) => [
      pen.block('<div>'),
      pen.p(pen.text('in')),
      pen.block('</div>'),
      pen.quote(pen.p(pen.text('out'))),
    ]);
    expect(pair({ nodes, source }).body[1]).toBe(nodes[3]);
  });

  it('says of an attribute without a value that it has none', () => {
    const { body } = pair(write((pen) => [pen.block('<input disabled value="" name=x>')]));
    expect(body).toMatchObject([
      {
        attributes: [
          { name: 'disabled', value: true },
          { name: 'value', value: '' },
          { name: 'name', value: 'x' },
        ],
      },
    ]);
  });

  it('keeps the capitals of SVG', () => {
    expect(shapeOfPaired((pen) => [pen.block('<svg viewBox="0 0 1 1"><linearGradient/></svg>')])).toEqual([
      ['<svg>', ['linearGradient']],
    ]);
  });
});

describe('what browsers repair', () => {
  it.each<[name: string, build: Build, expected: unknown, findings: readonly string[]]>([
    [
      'an element that is never closed',
      (pen) => [pen.block('<div>'), pen.p(pen.text('all')), pen.p(pen.text('of it'))],
      [['<div>', ['paragraph', 'all'], ['paragraph', 'of it']]],
      ['1:1 html-unclosed'],
    ],
    [
      'a placeholder that is taken for a tag',
      (pen) => [pen.p(pen.text('in '), pen.tag('<namespace>'), pen.text(' now'))],
      [['paragraph', 'in ', ['namespace', ' now']]],
      ['1:4 html-placeholder'],
    ],
    [
      'a closing tag without an element',
      (pen) => [pen.p(pen.text('a')), pen.block('</div>'), pen.p(pen.text('b'))],
      [
        ['paragraph', 'a'],
        ['paragraph', 'b'],
      ],
      ['2:1 html-stray-end'],
    ],
    [
      'a paragraph around blocks',
      (pen) => [pen.block('<p align="center">'), pen.p(pen.text('a')), pen.block('</p>')],
      [['<p>'], ['paragraph', 'a']],
      ['3:1 html-stray-end'],
    ],
    [
      'a block in a paragraph',
      (pen) => [pen.p(pen.text('a '), pen.tag('<div>'), pen.text('b'), pen.tag('</div>'), pen.text(' c'))],
      [['paragraph', 'a '], ['<div>', 'b'], 'c'],
      [],
    ],
    [
      'formatting that goes on into the next blocks',
      (pen) => [pen.p(pen.text('a'), pen.tag('<b>'), pen.text('b')), pen.tightList(pen.item(pen.p(pen.text('c'))))],
      [
        ['paragraph', 'a', ['b', 'b']],
        ['list', ['listItem', ['paragraph', ['b', 'c']]]],
      ],
      ['1:2 html-misnested'],
    ],
    [
      'items without a closing tag',
      (pen) => [pen.block('<ul>\n<li>a\n<li>b\n</ul>')],
      [['<ul>', ['<li>', 'a'], ['<li>', 'b']]],
      [],
    ],
    [
      'a table without a body, and text that has no place in it',
      (pen) => [pen.block('<table>\n<tr><td>'), pen.p(pen.text('a')), pen.block('</td></tr>\nlost</table>')],
      ['lost', ['<table>', ['<tbody>', ['<tr>', ['<td>', ['paragraph', 'a']]]]]],
      [],
    ],
    [
      'a slash that closes nothing',
      (pen) => [pen.p(pen.text('a'), pen.tag('<x-icon/>'), pen.text('b'))],
      [['paragraph', 'a', ['x-icon', 'b']]],
      ['1:2 html-self-closed'],
    ],
    [
      'a link in a link',
      (pen) => [pen.p(pen.tag('<a href="u">'), pen.link(pen.text('v')), pen.tag('</a>'))],
      [['paragraph', ['a'], ['link', 'v']]],
      ['1:14 html-stray-end', '1:1 html-unclosed'],
    ],
    [
      'table parts outside a table',
      (pen) => [pen.block('<td>a</td>')],
      ['a'],
      ['1:1 html-ignored-tag', '1:6 html-stray-end'],
    ],
    [
      'Markdown in a select',
      (pen) => [pen.block('<select><option>'), pen.p(pen.text('a')), pen.block('</select>')],
      [['<select>', ['<option>', 'a']]],
      [],
    ],
    [
      'a tag that is cut off',
      (pen) => [pen.block('<div\nclass="a"'), pen.p(pen.text('b'))],
      [['paragraph', 'b']],
      ['1:1 html-unfinished'],
    ],
    [
      'Markdown in a script',
      (pen) => [
        pen.block('<div><script>\nlet a;'),
        pen.p(pen.text('let b;')),
        pen.block('</script></div>'),
        pen.p(pen.text('after')),
      ],
      [
        ['<div>', ['<script>', '\nlet a;', 'let b;']],
        ['paragraph', 'after'],
      ],
      ['1:6 html-swallowed'],
    ],
    [
      'an end tag in a list item',
      (pen) => [
        pen.block('<div>'),
        pen.list(pen.item(pen.p(pen.text('a')), pen.block('</div>')), pen.item(pen.p(pen.text('b')))),
      ],
      [
        ['<div>', ['list', ['listItem', ['paragraph', 'a']]]],
        ['<li>', ['paragraph', 'b']],
      ],
      [],
    ],
  ])('%s', (_, build, expected, reported) => {
    expect(shapeOfPaired(build)).toEqual(expected);
    expect(findings(build)).toEqual(reported);
  });

  it('stops at a depth that nothing real has', () => {
    const { body, findings: found } = pair(write((pen) => [pen.block('<div>'.repeat(2000)), pen.p(pen.text('a'))]));
    expect(body).toHaveLength(1);
    expect(found.filter((finding) => finding.includes('html-too-deep'))).toHaveLength(1);
  });
});

describe('comments', () => {
  it('are blocks among blocks and inline in text', () => {
    const { body } = pair(
      write((pen) => [pen.block('<!-- a -->'), pen.p(pen.text('b'), pen.tag('<!-- c -->'), pen.text('d'))]),
    );
    expect(body).toMatchObject([
      { type: 'commentBlock', value: ' a ' },
      { type: 'paragraph', children: [{ value: 'b' }, { type: 'commentInline', value: ' c ' }, { value: 'd' }] },
    ]);
  });
});

describe('with raw HTML off', () => {
  it('keeps blocks and tags as omitted HTML', () => {
    const document = write((pen) => [pen.block('<div>a</div>'), pen.p(pen.tag('<b>'), pen.text('c'), pen.tag('</b>'))]);
    const { body, findings: found } = pair(document, { unsafe: false });
    expect(body).toMatchObject([
      { type: 'omittedHtmlBlock', value: '<div>a</div>' },
      { children: [{ type: 'omittedHtmlInline', value: '<b>' }, { value: 'c' }, { type: 'omittedHtmlInline' }] },
    ]);
    expect(found).toEqual(['1:1 html-omitted Hugo leaves raw HTML out of this page (3 in all, the first one here)']);
  });
});

// --- Calls: every `w` in the text is a placeholder word, `o` and `c` are the edges of one call --------------------------

const PLACE = { line: 1, column: 1, offset: 0, length: 1 };
const callNamed = (name: string, notation: 'standard' | 'markdown'): ShortcodeInline['call'] => ({
  name,
  notation,
  body: 'none',
  definition: 'template',
  arguments: { kind: 'positional', items: [] },
  path: '0',
  place: PLACE,
  openTag: PLACE,
});

const calls: Partial<PairingContext> = {
  inflate: (text) => {
    const [before = '', ...after] = text.split('w0x');
    if (after.length === 0) return text;
    const node: ShortcodeInline = {
      type: 'shortcodeInline',
      call: callNamed('x', 'standard'),
      innerReading: 'none',
      children: [],
    };
    return [before, ...after.flatMap((part) => [node, part])].filter((part) => part !== '');
  },
  mark: (name) => {
    const edge = name === 'm0o' ? 'open' : name === 'm0c' ? 'close' : undefined;
    return edge && { call: callNamed('note', 'markdown'), innerReading: 'markdown', edge };
  },
};

const withCalls = (build: Build): readonly Node[] => pair(write(build), calls).body;

describe('calls in raw HTML', () => {
  it('are blocks where they stand alone, and inline in text', () => {
    expect(shape(withCalls((pen) => [pen.block('<div>\nw0x\n</div>'), pen.block('<div>a w0x</div>')]))).toEqual([
      ['<div>', ['{{% x']],
      ['<div>', 'a ', ['{{< x']],
    ]);
  });

  it('stand in attribute values', () => {
    expect(withCalls((pen) => [pen.block('<a href="/w0x#y">z</a>')])).toMatchObject([
      { attributes: [{ name: 'href', value: ['/', { type: 'shortcodeInline' }, '#y'] }] },
    ]);
  });

  it('lose the plain paragraph that is all around them, as Hugo takes it off', () => {
    expect(shape(withCalls((pen) => [pen.block('<p>w0x</p>'), pen.block('<p class="a">w0x</p>')]))).toEqual([
      ['{{% x'],
      ['<p>', ['{{% x']],
    ]);
  });
});

describe('the edges of {{% %}} calls', () => {
  it.each<[name: string, build: Build, expected: unknown]>([
    [
      'around blocks',
      (pen) => [pen.block('<!--m0o-->'), pen.p(pen.text('a')), pen.p(pen.text('b')), pen.block('<!--m0c-->')],
      [['{{% note', ['paragraph', 'a'], ['paragraph', 'b']]],
    ],
    [
      'in a line',
      (pen) => [pen.p(pen.text('a '), pen.tag('<m0o>'), pen.text('b'), pen.tag('</m0o>'), pen.text(' c'))],
      [['paragraph', 'a ', ['{{< note', 'b'], ' c']],
    ],
    [
      'in two paragraphs',
      (pen) => [pen.p(pen.tag('<m0o>'), pen.text('a')), pen.p(pen.text('b'), pen.tag('</m0o>')), pen.p(pen.text('c'))],
      [
        ['{{% note', ['paragraph', 'a'], ['paragraph', 'b']],
        ['paragraph', 'c'],
      ],
    ],
    [
      'in the middle of two paragraphs',
      (pen) => [
        pen.p(pen.text('a '), pen.tag('<m0o>'), pen.text('b')),
        pen.p(pen.text('c'), pen.tag('</m0o>'), pen.text(' d')),
      ],
      [
        ['paragraph', 'a '],
        ['{{% note', ['paragraph', 'b'], ['paragraph', 'c']],
        ['paragraph', ' d'],
      ],
    ],
    [
      'before a list and in its last item',
      (pen) => [
        pen.block('<!--m0o-->'),
        pen.tightList(pen.item(pen.p(pen.text('a'))), pen.item(pen.p(pen.text('b'), pen.tag('<!--m0c-->')))),
        pen.p(pen.text('c')),
      ],
      [
        ['{{% note', ['list', ['listItem', ['paragraph', 'a']], ['listItem', ['paragraph', 'b']]]],
        ['paragraph', 'c'],
      ],
    ],
  ])('%s', (_, build, expected) => {
    expect(shape(withCalls(build))).toEqual(expected);
  });
});
