import { describe, expect, it } from 'vitest';
import { nearest } from '../../../src/mapping/load/nearest.ts';
import { componentName, propName, propNames } from '../../../src/mapping/component-name.ts';

it.each([
  ['tip', 'Tip'],
  ['feature_block', 'FeatureBlock'],
  ['code-toggle', 'CodeToggle'],
  ['codeToggle', 'CodeToggle'],
  ['blocks/cover', 'BlocksCover'],
  ['x/', 'X'],
  ['kfp-v2-keywords', 'KfpV2Keywords'],
  ['3d', 'Shortcode3d'],
  ['_', 'Shortcode'],
  ['größe', 'Größe'],
  ['éclair', 'Éclair'],
  ['提示', 'Shortcode提示'],
  ['ﬁn', 'FIn'],
  ['note.inline', 'NoteInline'],
])('the shortcode %s becomes the component %s', (shortcode, component) => {
  expect(componentName(shortcode)).toBe(component);
});

describe('props', () => {
  it.each([
    ['title', 'title'],
    ['category-name', 'category-name'],
    ['_x', '_x'],
    ['größe', 'größe'],
    ['a.b', 'aB'],
    ['1st', 'arg1st'],
    ['-x', 'x'],
    ['key', 'argKey'],
    ['ref', 'argRef'],
    ['children', 'argChildren'],
    ['.key', 'argKey'],
    ['__proto__', 'proto'],
    ['...', 'arg_'],
  ])('the argument %s becomes the prop %s', (argument, prop) => {
    expect(propName(argument)).toBe(prop);
  });

  it('are told apart', () => {
    expect([...propNames(['a.b', 'aB', 'a..b'])]).toEqual([
      ['aB', 'aB'],
      ['a.b', 'aB2'],
      ['a..b', 'aB3'],
    ]);
  });
});

it.each([
  ['titel', 'title'],
  ['Title', 'title'],
  ['kidn', 'kind'],
  ['notatoin', 'notation'],
  ['as', undefined],
  ['completely', undefined],
  ['', undefined],
])('the word %s is near %s', (word, expected) => {
  expect(nearest(word, ['title', 'kind', 'notation'])).toBe(expected);
});
