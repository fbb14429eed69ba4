import type { RootContent } from 'mdast';
import type { Call, ShortcodeBlock, ShortcodeInline } from '../../../../model/nodes.ts';
import type { JsxAttribute } from '../../jsx/print.ts';
import type { TreeState } from '../state.ts';
import { callText } from '../../../../model/call-text.ts';
import { isBlock } from '../../../../model/kinds.ts';
import { textAttribute } from '../../jsx/attributes.ts';
import { jsxBlock, noteAsText, trimmed } from '../element.ts';
import { text, textElement } from '../nodes.ts';
import { paragraph } from '../phrasing.ts';
import { textNodes } from '../text.ts';

/** A call that no rule took: the author's text, or an element that names the call. */
export function shortcodeBlock(node: ShortcodeBlock, state: TreeState): RootContent[] {
  const { call, children } = node;
  if (state.writing.unmapped === 'marker') return jsxBlock('x-shortcode', markerAttributes(call), children, state);
  const tag = (part?: Part): RootContent => paragraph(textNodes(callText(call, state.writing.source, part), state));
  if (!call.inner || !call.closeTag) {
    noteAsText(children, 'kept', state.writing);
    return [tag()];
  }
  const isContent = node.innerReading === 'markdown' || node.innerReading === 'html';
  if (isContent && children.some(isBlock)) return [tag('openTag'), ...state.blocks(children), tag('closeTag')];
  if (isContent && children.length > 0) {
    const inner = trimmed(state.inlines(children));
    const [open, close] = TAGS.map((part) => textNodes(callText(call, state.writing.source, part), state));
    return [paragraph([...(open ?? []), ...inner, ...(close ?? [])])];
  }
  const { raw } = call.inner;
  if (!/[\r\n]/.test(raw)) return [tag()];
  return [tag('openTag'), { type: 'code', lang: null, meta: null, value: trimLines(raw) }, tag('closeTag')];
}

export function shortcodeInline(node: ShortcodeInline, state: TreeState): RootContent[] {
  const { call, children } = node;
  if (state.writing.unmapped === 'marker') {
    return [textElement('x-shortcode', markerAttributes(call), state.inlines(children))];
  }
  if (!call.inner || !call.closeTag || children.length === 0) {
    noteAsText(children, 'kept', state.writing);
    return textNodes(callText(call, state.writing.source), state);
  }
  const [open, close] = TAGS.map((part) => text(callText(call, state.writing.source, part)));
  return [...(open ? [open] : []), ...state.inlines(children), ...(close ? [close] : [])];
}

type Part = 'openTag' | 'closeTag';

const TAGS: readonly Part[] = ['openTag', 'closeTag'];

function markerAttributes({ path, name, notation, arguments: { kind, items } }: Call): JsxAttribute[] {
  const params =
    kind === 'named'
      ? Object.fromEntries(items.map((item) => [item.name, item.value]))
      : items.map((item) => item.value);
  return [
    textAttribute('data-path', path),
    textAttribute('data-name', name),
    textAttribute('data-delim', notation === 'standard' ? '<' : '%'),
    ...(items.length > 0 ? [textAttribute('data-params', JSON.stringify(params))] : []),
  ];
}

/** Without the line ending behind the opening tag and the one before the closing tag. */
const trimLines = (raw: string): string => raw.replace(/^[ \t]*\r?\n/, '').replace(/\r?\n[ \t]*$/, '');
