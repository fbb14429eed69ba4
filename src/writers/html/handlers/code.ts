import type { ElementContent } from 'hast';
import type { Attribute, CodeOptions, NodeOf, TemplatedString } from '../../../model/nodes.ts';
import type { HtmlState } from '../state.ts';
import { properties } from '../attributes.ts';
import { element, text } from '../hast.ts';

/**
 * A code block as Goldmark prints it without highlighting. Where Hugo would highlight, what the author asked for
 * (title, lines) stands in attributes, so that a highlighter behind decant can still do it.
 */
export function code(node: NodeOf<'code'>, state: HtmlState): ElementContent[] {
  const { lang, options, attributes } = node;
  const language = lang === undefined ? undefined : `language-${lang}`;
  const highlighted = state.markup.highlight.codeFences || node.notation === 'shortcode';
  const asked = highlighted ? [...(attributes ?? []), ...optionAttributes(options)] : [];
  const content = withFinalLineBreak(node.value);
  return [element('pre', properties(asked, state), [element('code', { class: language }, templated(content, state))])];
}

function optionAttributes(options: CodeOptions | undefined): Attribute[] {
  if (!options) return [];
  const { title, highlightedLines, lineNumbers, startLine, other } = options;
  const lines = highlightedLines?.map(([first, last]) => (first === last ? `${first}` : `${first}-${last}`)).join(' ');
  const known: readonly (readonly [string, Attribute['value'] | undefined])[] = [
    ['title', title],
    ['data-highlighted-lines', lines],
    ['data-line-numbers', lineNumbers === undefined ? undefined : String(lineNumbers)],
    ['data-start-line', startLine],
  ];
  const named = known.flatMap(([name, value]) => (value === undefined ? [] : [{ name, value }]));
  const rest = other?.map(({ name, value }) => ({
    name: `data-${name}`,
    value: typeof value === 'boolean' ? String(value) : value,
  }));
  return [...named, ...(rest ?? [])];
}

/** A code block's text ends with its last line's break; an empty one has none. */
function withFinalLineBreak(value: TemplatedString): TemplatedString {
  if (typeof value === 'string') return value === '' ? value : `${value}\n`;
  return [...value, '\n'];
}

export function inlineCode(node: NodeOf<'inlineCode'>, state: HtmlState): ElementContent[] {
  return [element('code', {}, templated(node.value, state))];
}

/** Text and, between it, calls as they are printed elsewhere too: Hugo puts their output into code as it is. */
export function templated(value: TemplatedString, state: HtmlState): ElementContent[] {
  if (typeof value === 'string') return value === '' ? [] : [text(value)];
  const inner = state.inString();
  return value.flatMap((part) => (typeof part === 'string' ? [text(part)] : inner.nodes([part])));
}

/** Goldmark's passthrough: delimiters and all, for the script that draws formulas in the browser. */
export function math(node: NodeOf<'mathBlock' | 'mathInline'>): ElementContent[] {
  const [open, close] = node.delimiters;
  return [text(open + node.value + close)];
}
