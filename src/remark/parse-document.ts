import type { Root } from 'mdast';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { CallTree } from '../model/page.ts';
import type { RemarkShortcodesOptions } from './options.ts';
import { createCollector } from '../diagnostics/diagnostic.ts';
import { indexLines } from '../model/place.ts';
import { composeDocument, type Plan } from './compose-document.ts';
import { nameTest } from './options.ts';
import { restoreError } from './restore-error.ts';
import { restoreTree } from './restore-tree.ts';
import { scanDocument } from './scan-document.ts';
import { createSourcePositions } from './source-positions.ts';

export interface ParsedDocument {
  readonly tree: Root;
  readonly diagnostics: readonly Diagnostic[];
}

/** How often the tags of calls are put before the parser as words of their own before all calls are taken as a whole. */
const TRIES = 3;

/** Parses a document with the pipeline's own parser; one without shortcodes goes there as it is. */
export function parseDocument(
  source: string,
  parse: (text: string) => Root,
  options: RemarkShortcodesOptions,
): ParsedDocument {
  const collector = createCollector();
  const document = scanDocument(source, options, collector);
  const { diagnostics } = collector;
  if (document.calls.length === 0 && document.others.length === 0) return { tree: parse(source), diagnostics };
  const lines = indexLines(source);
  const isVerbatim = nameTest<boolean>(options.verbatim ?? ['highlight'], false);
  const crossing = new Set<CallTree>();
  const spaced = new Set<CallTree>();
  for (let turn = 0; ; turn++) {
    const plan: Plan = {
      whole: (call) =>
        turn >= TRIES || crossing.has(call) || call.definition === 'inline' || isVerbatim(call.name.toLowerCase()),
      spaced,
    };
    const composed = composeDocument(document, plan);
    const positions = createSourcePositions(source, composed.composed, lines);
    const tree = parseComposed(composed.composed.text, parse, positions);
    const found = restoreTree(tree, { ...composed, source, spaced }, positions);
    if (found.calls.size === 0) return { tree, diagnostics };
    for (const call of found.calls) {
      if (found.inHtml.has(call) && !spaced.has(call)) spaced.add(call);
      else crossing.add(call);
    }
  }
}

function parseComposed(
  text: string,
  parse: (text: string) => Root,
  positions: Parameters<typeof restoreError>[1],
): Root {
  try {
    return parse(text);
  } catch (error) {
    throw restoreError(error, positions);
  }
}
