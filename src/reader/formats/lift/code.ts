import type { Code, ElementBlock, FlowContent, Inline, TemplatedString } from '../../../model/nodes.ts';
import { isBlock } from '../../../model/kinds.ts';
import { isWithout, textOf } from './attributes.ts';
import { templatedText } from './inlines.ts';

const PREFIX = 'language-';

/**
 * A code block: `<pre><code class="language-go">`. The classes that only ask for highlighting go, as the writers leave
 * that to the target; `<pre>` without `<code>` is text set in its lines, and stays.
 */
export function liftCode(pre: ElementBlock, children: readonly FlowContent[]): Code | undefined {
  const [code] = pre.children;
  if (children.length !== 1 || (code?.type !== 'elementInline' && code?.type !== 'elementBlock')) return undefined;
  if (code.tagName !== 'code' || !isHighlighting(pre) || !isWithout(code, 'class', 'data-lang')) return undefined;
  const language = textOf(code, 'class') ?? '';
  if (language !== '' && (!language.startsWith(PREFIX) || /\s/.test(language))) return undefined;
  const value = templatedText(code.children.filter((child): child is Inline => !isBlock(child)));
  if (value === undefined || code.children.some(isBlock)) return undefined;
  const lang = language.slice(PREFIX.length);
  return { type: 'code', notation: 'fenced', ...(lang !== '' && { lang }), value: withoutFinalLineBreak(value) };
}

const isHighlighting = (pre: ElementBlock): boolean =>
  isWithout(pre) || (isWithout(pre, 'class') && textOf(pre, 'class')?.split(' ')[0] === 'highlight');

function withoutFinalLineBreak(value: TemplatedString): TemplatedString {
  const parts = typeof value === 'string' ? [value] : value;
  const last = parts.at(-1);
  if (typeof last !== 'string' || !last.endsWith('\n')) return value;
  return typeof value === 'string' ? last.slice(0, -1) : [...parts.slice(0, -1), last.slice(0, -1)];
}
