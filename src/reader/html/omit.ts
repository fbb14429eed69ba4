import type { Collector } from '../../diagnostics/diagnostic.ts';
import type { OmittedHtmlBlock, OmittedHtmlInline } from '../../model/nodes.ts';
import type { PairingContext, RawHtmlBlock, RawHtmlInline, Unpaired } from './raw.ts';

/**
 * Replaces raw HTML by the nodes that say Hugo leaves it out: Goldmark's rule where `renderer.unsafe` is off, one
 * omission for each HTML block and each inline tag.
 */
export function omitRawHtml(
  nodes: readonly Unpaired[],
  context: PairingContext,
  collector: Collector,
): readonly Unpaired[] {
  const omitted: (OmittedHtmlBlock | OmittedHtmlInline)[] = [];
  const document = omitIn(nodes, context, omitted);
  const first = omitted[0];
  if (first) collector.report('html-omitted', { count: omitted.length }, first.place);
  return document;
}

function omitIn(
  nodes: readonly Unpaired[],
  context: PairingContext,
  omitted: (OmittedHtmlBlock | OmittedHtmlInline)[],
): readonly Unpaired[] {
  const result = nodes.map((node): Unpaired => {
    if (node.type === 'rawHtmlBlock' || node.type === 'rawHtmlInline') {
      const replaced = omit(node, context);
      omitted.push(replaced);
      return replaced;
    }
    if (!('children' in node) || node.type === 'shortcodeBlock' || node.type === 'shortcodeInline') return node;
    const children = omitIn(node.children, context, omitted);
    return children === node.children ? node : { ...node, children };
  });
  return result.some((node, at) => node !== nodes[at]) ? result : nodes;
}

function omit(node: RawHtmlBlock | RawHtmlInline, { inflate }: PairingContext): OmittedHtmlBlock | OmittedHtmlInline {
  const type = node.type === 'rawHtmlBlock' ? 'omittedHtmlBlock' : 'omittedHtmlInline';
  return { type, value: inflate(node.value), place: node.locate(0, node.value.length) };
}
