import type { Attribute, CodeOptions } from '../../model/nodes.ts';

type LineRanges = NonNullable<CodeOptions['highlightedLines']>;

/** `linenos=inline, hl_lines=3 6-8, style=emacs`, the second argument of Hugo's highlight shortcode. Names ignore case. */
export function parseHighlightOptions(text: string): { readonly options: CodeOptions; readonly isInline?: boolean } {
  const options: { -readonly [K in keyof CodeOptions]: CodeOptions[K] } = {};
  const other: Attribute[] = [];
  let isInline: boolean | undefined;
  for (const option of text.split(',')) {
    const equals = option.indexOf('=');
    const name = (equals < 0 ? option : option.slice(0, equals)).trim().toLowerCase();
    const value = equals < 0 ? 'true' : option.slice(equals + 1).trim();
    if (name === '') continue;
    if (name === 'hl_lines') options.highlightedLines = parseLineRanges(value);
    else if (name === 'linenostart' && /^\d+$/.test(value)) options.startLine = Number(value);
    else if (name === 'hl_inline') isInline = value === 'true';
    else if (name === 'title') options.title = value;
    else {
      if (name === 'linenos') options.lineNumbers = value !== 'false';
      // `table` and `inline` say how lines are numbered, beside that they are.
      if (name !== 'linenos' || (value !== 'true' && value !== 'false')) other.push({ name, value });
    }
  }
  if (other.length > 0) options.other = other;
  return { options, ...(isInline !== undefined && { isInline }) };
}

/** `3 6-8` as ranges; what is no line number is left out. */
export function parseLineRanges(text: string): LineRanges {
  const ranges: (readonly [first: number, last: number])[] = [];
  for (const item of text.split(/[\s,]+/)) {
    const [first = '', last = first] = item.split('-');
    if (/^\d+$/.test(first) && /^\d+$/.test(last)) ranges.push([Number(first), Number(last)]);
  }
  return ranges;
}
