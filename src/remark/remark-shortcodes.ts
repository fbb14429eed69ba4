import type { Root } from 'mdast';
import type { Processor } from 'unified';
import type { VFile } from 'vfile';
import type { Options as ToMarkdownExtension } from 'mdast-util-to-markdown';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { RemarkShortcodesOptions } from './options.ts';
import { wordsOf } from '../diagnostics/diagnostic.ts';
import { endOf, indexLines, placeAt, type LineIndex, type Place } from '../model/place.ts';
import { parseDocument } from './parse-document.ts';
import { shortcodesToMarkdown } from './to-markdown.ts';

/**
 * Reads and prints Hugo's shortcodes in a unified pipeline. It stands behind the parser, whose Markdown it leaves alone.
 *
 * @example
 *   unified().use(remarkParse).use(remarkShortcodes).use(remarkStringify);
 */
// oxlint-disable-next-line oxc/no-this-in-exported-function -- unified calls a plugin with its processor as `this`
export function remarkShortcodes(this: Processor, options: RemarkShortcodesOptions = {}): void {
  // oxlint-disable-next-line oxc/no-this-in-exported-function -- as above
  attach(this, options);
}

function attach(processor: Processor, options: RemarkShortcodesOptions): void {
  const parse = processor.parser;
  if (!parse) throw new TypeError('remarkShortcodes needs a parser: put `.use(remarkParse)` before it');
  processor.parser = (source, file) => {
    // A remark plugin is used with a parser for Markdown, whose trees have an mdast root.
    const parsed = parseDocument(source, (text) => parse(text, file) as Root, options);
    reportAll(parsed.diagnostics, source, file);
    return parsed.tree;
  };
  // remark-stringify reads its extensions there, and gives them that type.
  const data = processor.data() as { toMarkdownExtensions?: ToMarkdownExtension[] };
  (data.toMarkdownExtensions ??= []).push(shortcodesToMarkdown);
}

/** Nothing is fatal here: what Hugo refuses stays in the document as text. */
function reportAll(diagnostics: readonly Diagnostic[], source: string, file: VFile): void {
  if (diagnostics.length === 0) return;
  const lines = indexLines(source);
  for (const diagnostic of diagnostics) {
    const { message, hint } = wordsOf(diagnostic);
    const { code, severity, place } = diagnostic;
    const at = place && { place: positionOf(place, lines) };
    const added = file.message(message, { ruleId: code, source: 'decant', ...at });
    if (hint !== undefined) added.note = hint;
    if (severity === 'info') added.fatal = undefined;
  }
}

function positionOf(place: Place, lines: LineIndex) {
  const end = placeAt(lines, Math.min(endOf(place), lines.length), lines.length);
  return {
    start: { line: place.line, column: place.column, offset: place.offset },
    end: { line: end.line, column: end.column, offset: end.offset },
  };
}
