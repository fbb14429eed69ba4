import type { Attribute, CodeOptions } from '../../model/nodes.ts';
import type { AttributeEntry, AttributeValue } from './attribute-list.ts';

// Hugo's highlighting options, lower-cased; it ignores case there. Everything else is an attribute of the block.
const HIGHLIGHT_OPTIONS = new Set([
  'anchorlinenos',
  'guesssyntax',
  'hl_inline',
  'hl_lines',
  'lineanchors',
  'linenos',
  'linenostart',
  'linenumbersintable',
  'noclasses',
  'style',
  'tabwidth',
]);

/** Whether Hugo takes an attribute of a fence for an option of its highlighter. */
export const isHighlightOption = (name: string): boolean => HIGHLIGHT_OPTIONS.has(name.toLowerCase());

/** The highlighting options of a fence; undefined where there are none. */
export function codeOptionsOf(entries: readonly AttributeEntry[]): CodeOptions | undefined {
  const options: { -readonly [K in keyof CodeOptions]: CodeOptions[K] } = {};
  const other: Attribute[] = [];
  for (const { name, value } of entries) {
    const lower = name.toLowerCase();
    const lines = lower === 'hl_lines' ? linesOf(value) : undefined;
    if (lines) options.highlightedLines = lines;
    else if (lower === 'linenostart' && typeof value === 'number') options.startLine = value;
    else if (lower === 'linenos') {
      options.lineNumbers = value !== false && value !== 'false';
      // `table` and `inline` say how the numbers are laid out.
      if (typeof value === 'string') other.push({ name, value });
    } else if (lower === 'title' && typeof value === 'string') options.title = value;
    else if (isHighlightOption(name)) other.push({ name, value: plainValue(value) });
  }
  if (other.length > 0) options.other = other;
  return Object.keys(options).length > 0 ? options : undefined;
}

const plainValue = (value: AttributeValue): Attribute['value'] =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : JSON.stringify(value);

/** `[1, "3-5"]` or `"1 3-5"` as ranges; undefined for anything else. */
function linesOf(value: AttributeValue): readonly (readonly [number, number])[] | undefined {
  const parts = typeof value === 'string' ? value.split(' ').filter(Boolean) : Array.isArray(value) ? value : [value];
  const ranges: (readonly [number, number])[] = [];
  for (const part of parts) {
    const [first, last = first] = String(part).split('-').map(Number);
    if (first === undefined || last === undefined || !Number.isInteger(first) || !Number.isInteger(last))
      return undefined;
    ranges.push([first, last]);
  }
  return ranges;
}
