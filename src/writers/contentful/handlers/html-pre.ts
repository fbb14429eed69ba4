import type { Node } from '../../../model/nodes.ts';
import type { Piece } from '../pieces.ts';
import type { State } from '../state.ts';
import type { Element } from './html-element.ts';
import { walk } from '../../../model/walk.ts';
import { codeEntries } from './code.ts';
import { foreign, isElement, keep, textOf } from './html-element.ts';

/** `<pre>` is a block of code if only highlighting stands in it; else it is kept as it is. */
export function preElement(node: Element, state: State): readonly Piece[] {
  const content = plainContent(node);
  if (!content) return foreign(node, state);
  keep(node, state, ['class']);
  for (const element of content.elements) keep(element, state, element.tagName === 'code' ? ['class'] : []);
  const code = content.elements.find((element) => element.tagName === 'code');
  const language = (code && languageOf(code, state)) ?? languageOf(node, state);
  return codeEntries({ code: content.text, language, filename: undefined, options: undefined }, state, node.place);
}

/** The text, if nothing but `<code>`, `<span>` and text stands in the element. */
function plainContent(node: Element): { text: string; elements: Element[] } | undefined {
  let text = '';
  let isPlain = true;
  const elements: Element[] = [];
  walk(node.children as readonly Node[], (child) => {
    if (child.type === 'text') text += child.value;
    else if (isElement(child) && PLAIN.has(child.tagName)) elements.push(child);
    else isPlain = false;
  });
  return isPlain ? { text, elements } : undefined;
}

const PLAIN: ReadonlySet<string> = new Set(['code', 'span']);

/** `language-go` and `lang-go`, as highlighters write it. */
function languageOf(node: Element, state: State): string | undefined {
  const names = (textOf(node, 'class', state) ?? '').split(/\s+/);
  for (const name of names) {
    if (name.startsWith('language-')) return name.slice('language-'.length);
    if (name.startsWith('lang-')) return name.slice('lang-'.length);
  }
  return undefined;
}
