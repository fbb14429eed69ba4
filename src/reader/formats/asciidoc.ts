import asciidoctor from '@asciidoctor/core';
import type { FormatConverter } from './converter.ts';

/**
 * Starts Asciidoctor as Hugo does (`--no-header-footer`), but in its secure mode: a page includes no files and asks for
 * nothing from the network. Hugo takes the table of contents out of the content, so none is made.
 */
export function createAsciidocConverter(): FormatConverter {
  const processor = asciidoctor();
  // Asciidoctor's own words go to standard error otherwise.
  processor.LoggerManager.setLogger(processor.NullLogger.create());
  return (text) => {
    const html = processor.convert(text, { safe: 'secure', standalone: false, attributes: { 'toc!': '' } });
    if (typeof html !== 'string') throw new Error('Asciidoctor returned no text');
    return html;
  };
}
