import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkNodes, type ModelSchema } from '../../../src/mapping/check-nodes.ts';

const schema = JSON.parse(readFileSync(join(import.meta.dirname, '../../../schema/model.json'), 'utf8')) as ModelSchema;

const text = { type: 'text', value: 'a' };
const circle: { type: string; children: unknown[] } = { type: 'paragraph', children: [] };
circle.children.push({ type: 'strong', children: circle.children });

describe('nodes from outside', () => {
  it.each<[string, unknown, string | undefined]>([
    ['a text', text, undefined],
    ['a paragraph', { type: 'paragraph', children: [text] }, undefined],
    ['a link with a call in its address', { type: 'link', notation: 'inline', url: ['a'], children: [] }, undefined],
    [
      'a component',
      { type: 'componentBlock', name: 'A', props: [{ name: 'a', value: [1, { b: null }] }], children: [] },
      undefined,
    ],
    ['no node', 'text', '[0] is “text”, not a node with a type'],
    ['nothing', null, '[0] is nothing, not a node with a type'],
    ['an unknown type', { type: 'texxt' }, '[0].type is “texxt”, which no node in this place has'],
    ['a missing field', { type: 'text' }, '[0].value is missing'],
    ['a field too many', { ...text, size: 1 }, '[0].size is no field that it may have'],
    ['a field of another type', { type: 'text', value: 1 }, '[0].value is 1, not string'],
    [
      'a block in a paragraph',
      { type: 'paragraph', children: [{ type: 'tabs', children: [] }] },
      '[0].children[0].type is “tabs”, which no node in this place has',
    ],
    [
      'a word that is none',
      { type: 'admonition', kind: 'tip', collapsible: 'half', children: [] },
      '[0].collapsible is “half”, not none, open, closed',
    ],
    [
      'a depth that is none',
      { type: 'heading', depth: 7, idSource: 'none', children: [] },
      '[0].depth is 7, not 1, 2, 3, 4, 5, 6',
    ],
    [
      'a part outside of its set',
      { type: 'tab', label: 'a', children: [] },
      '[0].type is “tab”, which no node in this place has',
    ],
    [
      'a field from a prototype',
      JSON.parse('{"type":"text","value":"a","__proto__":{}}'),
      '[0].__proto__ is no field that it may have',
    ],
  ])('%s', (_, node, problem) => {
    expect(checkNodes(schema, [node])).toBe(problem);
  });

  it('that hold themselves are refused', () => {
    expect(checkNodes(schema, [circle])).toMatch(/is nested too deeply$/);
  });

  it('have to be a list', () => {
    expect(checkNodes(schema, text)).toBe('it is no node and no list of nodes');
  });
});
