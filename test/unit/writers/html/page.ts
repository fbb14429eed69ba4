/** Pages by hand, for what no Hugo source makes. */
import type { Markup } from '../../../../src/model/markup.ts';
import type { FlowContent } from '../../../../src/model/nodes.ts';
import type { CallTree, Field, FieldValue, Page } from '../../../../src/model/page.ts';
import type { HtmlOptions } from '../../../../src/writers/html/options.ts';
import type { WriterOutput } from '../../../../src/writers/writer.ts';
import { defaultMarkup } from '../../../../src/model/markup.ts';
import { writeHtml } from '../../../../src/writers/html/write.ts';

const PLACE = { line: 1, column: 1, offset: 0, length: 0 };

export interface PageParts {
  readonly body?: readonly FlowContent[];
  readonly source?: string;
  readonly calls?: readonly CallTree[];
  readonly fields?: readonly Field[];
  readonly markup?: Partial<Markup>;
}

/** Writes a page that has nothing but what is given. */
export function writeParts(parts: PageParts, options: Partial<HtmlOptions> = {}): WriterOutput {
  const page: Page = {
    file: 'content/page.md',
    path: '/page',
    language: 'en',
    kind: 'page',
    bundle: 'none',
    format: 'markdown',
    section: '',
    contentType: 'page',
    permalink: '/page/',
    aliases: [],
    resources: [],
    hidden: [],
    frontMatter: { format: 'yaml', place: PLACE, contentPlace: PLACE, fields: parts.fields ?? [] },
    body: parts.body ?? [],
    bodyPlace: PLACE,
    calls: parts.calls ?? [],
  };
  const markup = { ...defaultMarkup, ...parts.markup };
  return writeHtml({ page, source: parts.source ?? '', markup }, { form: 'fragment', unmapped: 'keep', ...options });
}

export const field = (key: string, value: FieldValue): Field => ({ key, name: key.toLowerCase(), value });

export const textValue = (value: string): FieldValue => ({ type: 'text', value, source: value });
