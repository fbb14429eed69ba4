import { fromMarkdown, type Extension as MdastExtension, type Options } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import type { EngineOptions, MarkdownEngine } from './engine.ts';
import { findHardText } from './hard-text.ts';

/** The engine in plain JavaScript: for platforms without a build of the native one, and to check it against. */
export const micromarkEngine: MarkdownEngine = {
  name: 'micromark',
  parse: (markdown, options) => fromMarkdown(markdown, optionsFor(options)),
  findHardText,
};

type SyntaxExtension = NonNullable<Options['extensions']>[number];

const off = (...constructs: readonly string[]): SyntaxExtension => ({ disable: { null: [...constructs] } });

// Goldmark has linkify rules of its own; GFM's are not asked for.
const NO_AUTOLINKS = off('wwwAutolink', 'protocolAutolink', 'emailAutolink');
const NO_FOOTNOTES = off('gfmFootnoteDefinition', 'gfmFootnoteCall', 'gfmPotentialFootnoteCall');
const NO_GFM = off('table', 'strikethrough', 'tasklistCheck');

// The only extension with a transform is the one that looks for autolinks in the finished tree: it loses places.
const MDAST: readonly MdastExtension[] = gfmFromMarkdown().filter((extension) => !extension.transforms);

const optionSets = new Map<string, Options>();

function optionsFor({ gfm: tables, footnotes }: EngineOptions): Options {
  const key = `${tables} ${footnotes}`;
  let options = optionSets.get(key);
  if (!options) {
    const extensions = [gfm(), NO_AUTOLINKS];
    if (!footnotes) extensions.push(NO_FOOTNOTES);
    if (!tables) extensions.push(NO_GFM);
    options = { extensions, mdastExtensions: [...MDAST] };
    optionSets.set(key, options);
  }
  return options;
}
