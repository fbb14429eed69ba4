import { fromMarkdown, type Options } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { mdxFromMarkdown } from 'mdast-util-mdx';
import { gfm } from 'micromark-extension-gfm';
import { mdxjs } from 'micromark-extension-mdxjs';
import { parserFrom, type MdxParser } from './parser.ts';

const OPTIONS: Options = { extensions: [gfm(), mdxjs()], mdastExtensions: [gfmFromMarkdown(), mdxFromMarkdown()] };

const MARKDOWN_OPTIONS: Options = { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] };

/** The parser of @mdx-js itself. */
export const micromarkParser: MdxParser = parserFrom('micromark', {
  treeOf: (mdx) => fromMarkdown(mdx, OPTIONS),
  markdownTreeOf: (markdown) => fromMarkdown(markdown, MARKDOWN_OPTIONS),
});
