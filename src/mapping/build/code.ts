import type { Code, CodeOptions, TemplatedString } from '../../model/nodes.ts';
import { booleanOf, fillArguments, numberOf, textOf, textWithCalls } from '../apply/evaluate.ts';
import type { Application, Subject } from '../apply/state.ts';
import { originOf } from '../apply/state.ts';
import type { Expression, RuleOf } from '../mapping.ts';
import type { Builder } from './settings.ts';
import { missing } from './settings.ts';
import { parseHighlightOptions, parseLineRanges } from './highlight-options.ts';

export const code: Builder<'code'> = (application) => {
  const { rule, subject } = application;
  const { settings } = rule;
  const raw: TemplatedString | undefined = settings.value ? textOf(settings.value, application) : subject.rawInner();
  if (raw === undefined && settings.value) return missing(application, 'value');
  const dedented = booleanOf(settings.dedent, application) ? withoutIndentation(raw ?? '', subject) : (raw ?? '');
  const value = withoutOuterBreaks(dedented);
  const lang = textOf(settings.lang, application) ?? endingOf(settings.value, subject);
  const options = codeOptions(application);
  const from = originOf(subject, rule.id);
  const isInline = booleanOf(settings.inline, application) ?? options.isInline ?? fitsALine(raw ?? '', subject);
  if (isInline) return [{ type: 'inlineCode', ...(lang !== undefined && { lang }), value, ...from }];
  const node: Code = {
    type: 'code',
    notation: 'shortcode',
    ...(lang !== undefined && { lang }),
    value,
    ...(Object.keys(options.options).length > 0 && { options: options.options }),
    ...from,
  };
  return [node];
};

/** What the name of a file ends in says which language it is in. */
function endingOf(value: Expression | undefined, subject: Subject): string | undefined {
  const path = value?.source.type === 'file' ? fillArguments(value.source.path, subject) : undefined;
  const name = path?.slice(path.lastIndexOf('/') + 1) ?? '';
  const dot = name.lastIndexOf('.');
  return dot < 0 || dot === name.length - 1 ? undefined : name.slice(dot + 1);
}

/** In a line of text a piece without line breaks is code in the line; what has lines of its own is a block. */
const fitsALine = (value: TemplatedString, { position }: Subject): boolean =>
  position === 'inline' || (position === 'paragraph' && !literal(value).includes('\n'));

const literal = (value: TemplatedString): string =>
  typeof value === 'string' ? value : value.filter((part) => typeof part === 'string').join('');

/** The highlighting options that a rule gives. */
export function codeOptions(application: Application<RuleOf<'code'>>): { options: CodeOptions; isInline?: boolean } {
  const { settings } = application.rule;
  const said = textOf(settings.options, application);
  const parsed = said === undefined ? undefined : parseHighlightOptions(said);
  const title = textOf(settings.title, application);
  const highlight = textOf(settings.highlight, application);
  const lineNumbers = booleanOf(settings.lineNumbers, application);
  const startLine = numberOf(settings.startLine, application);
  const options: CodeOptions = {
    ...parsed?.options,
    ...(title !== undefined && { title }),
    ...(highlight !== undefined && { highlightedLines: parseLineRanges(highlight) }),
    ...(lineNumbers !== undefined && { lineNumbers }),
    ...(startLine !== undefined && { startLine }),
  };
  return { options, ...(parsed?.isInline !== undefined && { isInline: parsed.isInline }) };
}

/** Takes the indentation of the opening tag off every line that has it. */
function withoutIndentation(value: TemplatedString, { state, place }: Subject): TemplatedString {
  if (!place) return value;
  const before = state.source.slice(place.offset - place.column + 1, place.offset);
  if (before === '' || before.trim() !== '') return value;
  return mapText(value, (text) => text.replaceAll(`\n${before}`, '\n'));
}

/** Hugo trims line breaks, and only those, off the code of its highlight shortcode. */
function withoutOuterBreaks(value: TemplatedString): TemplatedString {
  if (typeof value === 'string') return value.replace(/^[\r\n]+/, '').replace(/(?<![\r\n])[\r\n]+$/, '');
  return value.map((part, at) => {
    if (typeof part !== 'string') return part;
    const start = at === 0 ? part.replace(/^[\r\n]+/, '') : part;
    return at === value.length - 1 ? start.replace(/(?<![\r\n])[\r\n]+$/, '') : start;
  });
}

const mapText = (value: TemplatedString, change: (text: string) => string): TemplatedString =>
  typeof value === 'string' ? change(value) : value.map((part) => (typeof part === 'string' ? change(part) : part));

export const math: Builder<'math'> = (application) => {
  const { rule, subject, state } = application;
  const { settings } = rule;
  const raw = settings.value ? textOf(settings.value, application) : subject.rawInner();
  if (raw === undefined) return missing(application, 'value');
  const value = textWithCalls(raw, state).trim();
  const from = originOf(subject, rule.id);
  return subject.position === 'flow'
    ? [{ type: 'mathBlock', value, delimiters: ['$$', '$$'], ...from }]
    : [{ type: 'mathInline', value, delimiters: ['$', '$'], ...from }];
};
