import type { Element, ElementContent, Root } from 'hast';
import type { Page } from '../../model/page.ts';
import type { WriterInput, WriterOutput } from '../writer.ts';
import type { HtmlOptions } from './options.ts';
import { writeContent } from './content.ts';
import { dropFields, headLines, writeFields } from './front-matter.ts';
import { element, newline } from './hast.ts';
import { writeNested } from './nested/write-nested.ts';
import { serialize } from './serialize.ts';

export type { HtmlOptions } from './options.ts';

/**
 * Writes a page as HTML: a fragment equal to Hugo's `.Content`, or a document around it.
 * @example writeHtml({ page, source, markup }, { form: 'fragment', unmapped: 'keep' }).text
 */
export function writeHtml(input: WriterInput, options: HtmlOptions): WriterOutput {
  const { page, markup } = input;
  const { content: plain, state } = writeContent(input, options.unmapped);
  const content = (options.unmapped === 'marker' && writeNested(input)) || plain;
  const fields = options.form === 'page' ? writeFields(page) : dropFields(page);
  const tree: Root =
    options.form === 'page' ? documentOf(page, fields.head, content) : { type: 'root', children: [...content] };
  return {
    text: serialize(tree, markup.xhtml),
    diagnostics: state.findings.diagnostics,
    outcomes: [...fields.outcomes, ...state.outcomes],
  };
}

function documentOf({ language }: Page, head: readonly Element[], content: readonly ElementContent[]): Root {
  const charset = element('meta', { charset: 'utf-8' }, []);
  return {
    type: 'root',
    children: [
      { type: 'doctype' },
      newline,
      element('html', { lang: language || undefined }, [
        newline,
        element('head', {}, [newline, ...headLines([charset, ...head])]),
        newline,
        element('body', {}, [newline, ...content]),
        newline,
      ]),
      newline,
    ],
  };
}
