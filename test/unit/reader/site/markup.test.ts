import { describe, expect, it } from 'vitest';
import type { Markup } from '../../../../src/model/markup.ts';
import { defaultMarkup } from '../../../../src/model/markup.ts';
import { findings, open, page } from './memory-site.ts';

const markup = (yaml: string): Markup => {
  const { site } = open({ 'hugo.yaml': yaml, 'content/a.md': page() });
  return site.languages[0]?.markup ?? defaultMarkup;
};
const goldmark = (yaml: string): Markup => markup(`markup: {goldmark: ${yaml}}`);

describe('the markup settings', () => {
  it('are Hugo’s defaults where nothing is said', () => {
    expect(markup('title: a')).toEqual(defaultMarkup);
  });

  it.each<[string, Partial<Markup>]>([
    ['{renderer: {unsafe: true, hardWraps: true, xhtml: true}}', { unsafe: true, hardWraps: true, xhtml: true }],
    ['{Renderer: {Unsafe: "true"}}', { unsafe: true }],
    [
      '{parser: {autoHeadingID: false, autoDefinitionTermID: true}}',
      { autoHeadingId: false, autoDefinitionTermId: true },
    ],
    ['{parser: {autoIDType: blackfriday}}', { autoIdType: 'blackfriday' }],
    ['{parser: {autoHeadingIDType: github-ascii}}', { autoIdType: 'github-ascii' }],
    ['{parser: {attribute: {block: true, title: false}}}', { attributes: { block: true, title: false } }],
    ['{parser: {wrapStandAloneImageWithinParagraph: false}}', { wrapStandAloneImageWithinParagraph: false }],
    [
      '{extensions: {table: false, strikethrough: false, taskList: false, definitionList: false}}',
      { table: false, strikethrough: false, taskList: false, definitionList: false },
    ],
    ['{extensions: {linkify: false, linkifyProtocol: http}}', { linkify: false, linkifyProtocol: 'http' }],
    ['{extensions: {typographer: false}}', { typographer: null }],
    ['{extensions: {typographer: {disable: true}}}', { typographer: null }],
    ['{extensions: {footnote: false}}', { footnote: { ...defaultMarkup.footnote, enable: false } }],
    [
      '{extensions: {footnote: {enableAutoIDPrefix: true, backlinkHTML: up}}}',
      { footnote: { enable: true, enableAutoIdPrefix: true, backlinkHtml: 'up' } },
    ],
    [
      '{extensions: {extras: {mark: {enable: true}, delete: {enable: true}}}}',
      { extras: { ...defaultMarkup.extras, mark: true, delete: true } },
    ],
    [
      '{extensions: {cjk: {enable: true, eastAsianLineBreaksStyle: css3draft}}}',
      { cjk: { ...defaultMarkup.cjk, enable: true, eastAsianLineBreaksStyle: 'css3draft' } },
    ],
    [
      '{extensions: {passthrough: {enable: true, delimiters: {block: [["$$", "$$"]], inline: [["a", "b"], [c]]}}}}',
      { passthrough: { block: [['$$', '$$']], inline: [['a', 'b']] } },
    ],
    ['{extensions: {passthrough: {enable: false, delimiters: {block: [["$$", "$$"]]}}}}', { passthrough: null }],
  ])('read goldmark: %s', (yaml, expected) => {
    expect(goldmark(yaml)).toEqual({ ...defaultMarkup, ...expected });
  });

  it('keep an empty typographic mark: it deletes the characters', () => {
    expect(goldmark('{extensions: {typographer: {apostrophe: "", enDash: "-"}}}').typographer).toEqual({
      ...defaultMarkup.typographer,
      apostrophe: '',
      enDash: '-',
    });
  });

  it('read emoji and highlighting', () => {
    expect(markup('enableEmoji: true').emoji).toBe(true);
    expect(
      markup('markup: {highlight: {codeFences: false, lineNos: true, style: manni, tabWidth: 4}}').highlight,
    ).toEqual({
      codeFences: false,
      options: [
        { name: 'lineNos', value: true },
        { name: 'style', value: 'manni' },
        { name: 'tabWidth', value: 4 },
      ],
    });
  });

  it('report a word that Hugo does not know', () => {
    const entries = {
      'hugo.yaml': 'markup:\n  goldmark:\n    parser:\n      autoIDType: gitlab\n',
      'content/a.md': page(),
    };
    expect(findings(open(entries))).toEqual(['config-value hugo.yaml 4']);
  });
});
