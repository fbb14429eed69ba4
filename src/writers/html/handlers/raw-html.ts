import type { ElementContent } from 'hast';
import type { NodeOf } from '../../../model/nodes.ts';
import type { HtmlState } from '../state.ts';
import { properties } from '../attributes.ts';
import { element, newline, text } from '../hast.ts';

/** Elements that drop a line break behind their tag, so that one which counts has to be written twice. */
const EATS_LINE_BREAK: ReadonlySet<string> = new Set(['pre', 'textarea', 'listing']);

/** Elements whose white space counts, or whose content is text. */
const VERBATIM: ReadonlySet<string> = new Set(['pre', 'textarea', 'listing', 'script', 'style', 'xmp', 'plaintext']);

export function elementBlock(node: NodeOf<'elementBlock'>, state: HtmlState): ElementContent[] {
  account(node, state);
  const own = properties(node.attributes, state);
  if (VERBATIM.has(node.tagName)) return [element(node.tagName, own, verbatim(node, state.preformatted()))];
  if (state.isPreformatted) return [element(node.tagName, own, state.nodes(node.children))];
  const content = state.flow(node.children);
  return [element(node.tagName, own, content.includes(newline) ? [newline, ...content] : content)];
}

export function elementInline(node: NodeOf<'elementInline'>, state: HtmlState): ElementContent[] {
  account(node, state);
  const inner = VERBATIM.has(node.tagName) ? state.preformatted() : state;
  return [element(node.tagName, properties(node.attributes, state), verbatim(node, inner))];
}

function verbatim(node: NodeOf<'elementBlock' | 'elementInline'>, state: HtmlState): ElementContent[] {
  const content = state.nodes(node.children);
  const [first] = content;
  const isEaten = EATS_LINE_BREAK.has(node.tagName) && first?.type === 'text' && first.value.startsWith('\n');
  return isEaten ? [text('\n'), ...content] : content;
}

function account({ tagName, openTag, place }: NodeOf<'elementBlock' | 'elementInline'>, state: HtmlState): void {
  // Elements that a browser adds have no tag in the source to account for.
  if (!openTag || !place) return;
  state.outcomes.push({ kind: 'element', id: `${tagName}@${place.offset}`, result: 'kept', by: 'html' });
}

export function comment(node: NodeOf<'commentBlock' | 'commentInline'>, state: HtmlState): ElementContent[] {
  return [{ type: 'comment', value: state.attribute(node.value) }];
}

/** What Goldmark prints for raw HTML where `renderer.unsafe` is off; Hugo leaves comments out without a word. */
export function omitted(node: NodeOf<'omittedHtmlBlock' | 'omittedHtmlInline'>, state: HtmlState): ElementContent[] {
  const isComment = state.attribute(node.value).trimStart().startsWith('<!--');
  return isComment ? [] : [{ type: 'comment', value: ' raw HTML omitted ' }];
}
