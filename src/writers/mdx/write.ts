import type { WriterInput, WriterOutput } from '../writer.ts';
import type { MdxOptions } from './options.ts';
import { plainMdx } from './plain-mdx.ts';
import { writeCheckedBody } from './check.ts';
import { shapeFields } from './front-matter/shape.ts';
import { writeFrontMatter } from './front-matter/write.ts';
import { printImports } from './imports.ts';
import { outcomesOf } from './outcomes.ts';

export interface MdxOutput extends WriterOutput {
  /** The text behind front matter and imports. */
  readonly body: string;
  /** What the page says that only MDX can, as in `<Tabs>`: with any of it no page of Markdown has come out. */
  readonly needs: readonly string[];
}

/**
 * Writes a page as MDX: the author's own text with the edits that MDX asks for, new text where an edit cannot say it.
 */
export function writeMdx(input: WriterInput, options: MdxOptions): MdxOutput {
  const { page, source } = input;
  const { draft, text, units } = writeCheckedBody(input, options);
  const dialect = options.dialect ?? plainMdx;
  const shaped = shapeFields(page, dialect, options.fields);
  const frontMatter = writeFrontMatter(page, source, shaped.fields);
  const imports = printImports(draft.components, { ...dialect.imports, ...options.imports }, options.otherwiseFrom);
  const parts = [frontMatter];
  let body = text;
  // The target has put all that is there on a page without a text of its own.
  const isNew = page.bodyPlace.length === 0 && text !== '';
  if (imports !== '') {
    parts.push(frontMatter === '' ? '' : '\n', imports, '\n');
    body = body.replace(/^(?:[ \t]*\r?\n)+/, '');
  } else if (isNew ? frontMatter !== '' : frontMatter === '' && body.startsWith('---')) parts.push('\n');
  if (isNew && !body.endsWith('\n')) body += '\n';
  // New text has the line endings of the author's file too.
  if (/\r?\n/.exec(source)?.[0] === '\r\n') body = body.replace(/\r?\n/g, '\r\n');
  return {
    text: parts.join('') + body,
    body,
    needs: [...new Set(draft.needs)],
    diagnostics: [...shaped.diagnostics, ...draft.diagnostics],
    outcomes: outcomesOf(page, [...shaped.outcomes, ...draft.outcomes], units),
  };
}
