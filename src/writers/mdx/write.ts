import type { WriterInput, WriterOutput } from '../writer.ts';
import type { MdxOptions } from './options.ts';
import { plainMdx } from './plain-mdx.ts';
import { writeCheckedBody } from './check.ts';
import { writeFrontMatter } from './front-matter/write.ts';
import { printImports } from './imports.ts';
import { outcomesOf } from './outcomes.ts';

/**
 * Writes a page as MDX: the author's own text with the edits that MDX asks for, new text where an edit cannot say it.
 */
export function writeMdx(input: WriterInput, options: MdxOptions): WriterOutput {
  const { page, source } = input;
  const { draft, text, units } = writeCheckedBody(input, options);
  const frontMatter = writeFrontMatter(page, source, options.dialect ?? plainMdx);
  const imports = printImports(draft.components, options.imports ?? {});
  const parts = [frontMatter];
  let body = text;
  if (imports !== '') {
    parts.push(frontMatter === '' ? '' : '\n', imports, '\n');
    body = body.replace(/^(?:[ \t]*\r?\n)+/, '');
  } else if (frontMatter === '' && body.startsWith('---')) parts.push('\n');
  const newline = /\r?\n/.exec(source)?.[0] ?? '\n';
  const head = parts.join('');
  return {
    text: newline === '\n' ? head + body : withLineEndings(head + body, newline),
    diagnostics: draft.diagnostics,
    outcomes: outcomesOf(page, draft, units),
  };
}

/** The line endings of the source in new text too. */
const withLineEndings = (text: string, newline: string): string => text.replace(/\r?\n/g, newline);
