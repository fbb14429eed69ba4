import type { Collector } from '../../diagnostics/diagnostic.ts';
import type { FlowContent } from '../../model/nodes.ts';
import type { PairingContext, Unpaired, UnpairedNode } from './raw.ts';
import { createBalanceSheet } from './element.ts';
import { feedBlock, type Feeder } from './feed.ts';
import { liftMarks } from './lift-marks.ts';
import { omitRawHtml } from './omit.ts';
import { createRebuilder } from './rebuild.ts';
import { createTreeBuilder } from './tree-builder.ts';
import { append } from '../../model/append.ts';

/**
 * Pairs the raw HTML and the shortcode edges of one document (a page's body, or an inner text read on its own) into
 * elements and shortcode nodes with Markdown children, repaired as a browser would.
 * Blocks without either come back as the same objects; do not call it for a document that has neither.
 *
 * An island begins at a block that holds raw HTML and ends as soon as a browser would be back where it was: an HTML
 * block that is balanced by itself is an island of its own, an unclosed `<b>` makes one of the rest of the page.
 */
export function pairIslands(
  nodes: readonly Unpaired[],
  context: PairingContext,
  collector: Collector,
): readonly FlowContent[] {
  const document = context.unsafe ? nodes : omitRawHtml(nodes, context, collector);
  const holders = new Set<Unpaired>();
  markHolders(document, holders);
  // Nothing raw or marked is left, so every node is a node of the model.
  if (holders.size === 0) return document as readonly FlowContent[];
  const lifted = liftMarks(document, holders, context);
  if (lifted !== document) markHolders(lifted, holders);
  return pairDocument(lifted, holders, context, collector);
}

function pairDocument(
  nodes: readonly Unpaired[],
  holders: ReadonlySet<Unpaired>,
  context: PairingContext,
  collector: Collector,
): FlowContent[] {
  const finish = (node: UnpairedNode): FlowContent => {
    // A footnote's text is printed elsewhere, so that its HTML is a world of its own.
    if (node.type !== 'footnoteDefinition' || !holders.has(node)) return node as FlowContent; // nothing raw below
    return { ...node, children: pairDocument(node.children, holders, context, collector) };
  };
  const balance = createBalanceSheet();
  const rebuilder = createRebuilder(context, balance);
  const content: FlowContent[] = [];
  let feeder: Feeder | undefined;
  let inside = false;
  const endIsland = (): void => {
    if (!feeder) return;
    append(content, rebuilder.flow(feeder.builder.take()));
    balance.report(collector);
    inside = false;
  };
  for (const node of nodes) {
    if (!inside && !holders.has(node)) {
      content.push(node as FlowContent); // nothing raw below
      continue;
    }
    feeder ??= {
      builder: createTreeBuilder(context, collector),
      holders,
      finish,
      source: context.source,
      swallowedBy: balance.noteSwallowed,
    };
    inside = true;
    feedBlock(node, feeder);
    if (feeder.builder.isSettled()) endIsland();
  }
  if (inside && feeder) {
    feeder.builder.end();
    endIsland();
  }
  return content;
}

/** Collects the nodes that are, or hold, raw HTML or call edges; says whether any of `nodes` does. */
function markHolders(nodes: readonly Unpaired[], holders: Set<Unpaired>): boolean {
  let found = false;
  for (const node of nodes) {
    if (!isRaw(node) && !holdsRaw(node, holders)) continue;
    holders.add(node);
    found = true;
  }
  return found;
}

const isRaw = ({ type }: Unpaired): boolean =>
  type === 'rawHtmlBlock' || type === 'rawHtmlInline' || type === 'shortcodeMark';

function holdsRaw(node: Unpaired, holders: Set<Unpaired>): boolean {
  // What stands inside a call was read, and paired, as a document of its own.
  if (!('children' in node) || node.type === 'shortcodeBlock' || node.type === 'shortcodeInline') return false;
  return markHolders(node.children, holders);
}
