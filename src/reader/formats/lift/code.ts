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
  if (code.tagName !== 'code' || !isWithout(pre, 'class') || !isWithout(code, 'class', 'data-lang')) return undefined;
  const language = textOf(code, 'class') ?? pandocLanguage(pre);
  if (language !== '' && (!language.startsWith(PREFIX) || /\s/.test(language))) return undefined;
  const content: readonly FlowContent[] = code.children;
  const inlines = content.filter((child): child is Inline => !isBlock(child));
  const value = inlines.length === content.length ? templatedText(inlines) : undefined;
  if (value === undefined) return undefined;
  const lang = language.slice(PREFIX.length);
  return { type: 'code', notation: 'fenced', ...(lang !== '' && { lang }), value: withoutFinalLineBreak(value) };
}

/** Pandoc writes `<pre class="go"><code>`; Asciidoctor's `highlight`, and what may follow it, names no language. */
function pandocLanguage(pre: ElementBlock): string {
  const name = textOf(pre, 'class') ?? '';
  return name === '' || name.split(' ')[0] === 'highlight' ? '' : PREFIX + name;
}

function withoutFinalLineBreak(value: TemplatedString): TemplatedString {
  const parts = typeof value === 'string' ? [value] : value;
  const last = parts.at(-1);
  if (typeof last !== 'string' || !last.endsWith('\n')) return value;
  return typeof value === 'string' ? last.slice(0, -1) : [...parts.slice(0, -1), last.slice(0, -1)];
}
