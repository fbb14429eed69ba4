/** Hugo's `markup` section as the model has it. */
import type { FootnoteMarkup, Markup, TypographerMarkup } from '../../../model/markup.ts';
import type { FieldValue } from '../../../model/page.ts';
import type { SiteReport } from '../site-report.ts';
import { defaultMarkup } from '../../../model/markup.ts';
import { asBoolean, asItems, asText, fieldsAt, valueAt } from './values.ts';

/** Reads the markup settings of a configuration; what it does not say is as Hugo 0.169 has it. */
export function readMarkup(config: FieldValue, report: SiteReport): Markup {
  const goldmark = valueAt(config, 'markup', 'goldmark');
  const at = (...keys: string[]): FieldValue | undefined => valueAt(goldmark, ...keys);
  const flag = (fallback: boolean, ...keys: string[]): boolean => booleanAt(at(...keys), fallback, keys, report);
  const { attributes, footnote, cjk, extras } = defaultMarkup;
  const cjkFlag = (key: 'enable' | 'eastAsianLineBreaks' | 'escapedSpace'): boolean =>
    flag(cjk[key], 'extensions', 'cjk', key);
  const extra = (key: keyof Markup['extras']): boolean => flag(extras[key], 'extensions', 'extras', key, 'enable');
  return {
    autoHeadingId: flag(defaultMarkup.autoHeadingId, 'parser', 'autoHeadingID'),
    autoIdType: wordAt(at('parser', 'autoIDType') ?? at('parser', 'autoHeadingIDType'), AUTO_ID_TYPES, report),
    autoDefinitionTermId: flag(defaultMarkup.autoDefinitionTermId, 'parser', 'autoDefinitionTermID'),
    attributes: {
      title: flag(attributes.title, 'parser', 'attribute', 'title'),
      block: flag(attributes.block, 'parser', 'attribute', 'block'),
    },
    wrapStandAloneImageWithinParagraph: flag(
      defaultMarkup.wrapStandAloneImageWithinParagraph,
      'parser',
      'wrapStandAloneImageWithinParagraph',
    ),
    unsafe: flag(defaultMarkup.unsafe, 'renderer', 'unsafe'),
    hardWraps: flag(defaultMarkup.hardWraps, 'renderer', 'hardWraps'),
    xhtml: flag(defaultMarkup.xhtml, 'renderer', 'xhtml'),
    table: flag(defaultMarkup.table, 'extensions', 'table'),
    strikethrough: flag(defaultMarkup.strikethrough, 'extensions', 'strikethrough'),
    linkify: flag(defaultMarkup.linkify, 'extensions', 'linkify'),
    linkifyProtocol: asText(at('extensions', 'linkifyProtocol')) || defaultMarkup.linkifyProtocol,
    taskList: flag(defaultMarkup.taskList, 'extensions', 'taskList'),
    definitionList: flag(defaultMarkup.definitionList, 'extensions', 'definitionList'),
    footnote: readFootnote(at('extensions', 'footnote'), footnote),
    typographer: readTypographer(at('extensions', 'typographer')),
    cjk: {
      enable: cjkFlag('enable'),
      eastAsianLineBreaks: cjkFlag('eastAsianLineBreaks'),
      eastAsianLineBreaksStyle: wordAt(at('extensions', 'cjk', 'eastAsianLineBreaksStyle'), LINE_BREAK_STYLES, report),
      escapedSpace: cjkFlag('escapedSpace'),
    },
    extras: {
      insert: extra('insert'),
      mark: extra('mark'),
      subscript: extra('subscript'),
      superscript: extra('superscript'),
      delete: extra('delete'),
    },
    passthrough: readPassthrough(at('extensions', 'passthrough')),
    emoji: booleanAt(valueAt(config, 'enableEmoji'), defaultMarkup.emoji, ['enableEmoji'], report),
    highlight: readHighlight(valueAt(config, 'markup', 'highlight'), report),
  };
}

/** The first word is the default. */
const AUTO_ID_TYPES = ['github', 'github-ascii', 'blackfriday'] as const;
const LINE_BREAK_STYLES = ['simple', 'css3draft'] as const;

function booleanAt(
  value: FieldValue | undefined,
  fallback: boolean,
  keys: readonly string[],
  report: SiteReport,
): boolean {
  const found = asBoolean(value);
  const key = keys.at(-1) ?? '';
  if (value && found === undefined)
    report.report('config-value', { key, expected: 'true or false' }, report.whereIs(value));
  return found ?? fallback;
}

function wordAt<Word extends string>(
  value: FieldValue | undefined,
  words: readonly [Word, ...Word[]],
  report: SiteReport,
): Word {
  const text = asText(value);
  if (text === undefined || text === '') return words[0];
  const word = words.find((known) => known === text.toLowerCase());
  if (!word) report.report('config-value', { key: text, expected: words.join(', ') }, report.whereIs(value));
  return word ?? words[0];
}

/** `footnote = false` or a table: the switch was a plain value before it became one. */
function readFootnote(value: FieldValue | undefined, fallback: FootnoteMarkup): FootnoteMarkup {
  return {
    enable: asBoolean(value) ?? asBoolean(valueAt(value, 'enable')) ?? fallback.enable,
    backlinkHtml: asText(valueAt(value, 'backlinkHTML')) ?? fallback.backlinkHtml,
    enableAutoIdPrefix: asBoolean(valueAt(value, 'enableAutoIDPrefix')) ?? fallback.enableAutoIdPrefix,
  };
}

/** `typographer = false`, or a table with `disable` and a text for each mark, of which an empty one deletes the mark. */
function readTypographer(value: FieldValue | undefined): TypographerMarkup | null {
  const marks = defaultMarkup.typographer;
  if (marks === null || asBoolean(value) === false || asBoolean(valueAt(value, 'disable')) === true) return null;
  const text = (key: keyof TypographerMarkup): string => asText(valueAt(value, key)) ?? marks[key];
  return {
    apostrophe: text('apostrophe'),
    ellipsis: text('ellipsis'),
    emDash: text('emDash'),
    enDash: text('enDash'),
    leftAngleQuote: text('leftAngleQuote'),
    leftDoubleQuote: text('leftDoubleQuote'),
    leftSingleQuote: text('leftSingleQuote'),
    rightAngleQuote: text('rightAngleQuote'),
    rightDoubleQuote: text('rightDoubleQuote'),
    rightSingleQuote: text('rightSingleQuote'),
  };
}

function readPassthrough(value: FieldValue | undefined): Markup['passthrough'] {
  if (asBoolean(valueAt(value, 'enable')) !== true) return null;
  const pairs = (key: 'block' | 'inline'): readonly (readonly [string, string])[] =>
    asItems(valueAt(value, 'delimiters', key)).flatMap((pair) => {
      const [open = '', close = ''] = asItems(pair).map((side) => asText(side) ?? '');
      return open === '' || close === '' ? [] : [[open, close] as const];
    });
  return { block: pairs('block'), inline: pairs('inline') };
}

function readHighlight(value: FieldValue | undefined, report: SiteReport): Markup['highlight'] {
  const options = fieldsAt(value).flatMap(({ key, name, value: option }) => {
    const isScalar =
      option.type === 'text' || option.type === 'integer' || option.type === 'float' || option.type === 'boolean';
    return isScalar && name !== 'codefences' ? [{ name: key, value: option.value }] : [];
  });
  const codeFences = booleanAt(
    valueAt(value, 'codeFences'),
    defaultMarkup.highlight.codeFences,
    ['codeFences'],
    report,
  );
  return { codeFences, options };
}
