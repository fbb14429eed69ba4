import type { Root } from 'mdast';
import { markdownToMdast, type Features } from 'satteri';
import type { EngineOptions, MarkdownEngine } from './engine.ts';
import { parseShallow } from './deep-lines.ts';

/**
 * The native engine: the same tree as micromark's at a twentieth of the cost.
 *
 * Its native memory is given back only when the event loop turns. Whoever parses many pages in one synchronous stretch
 * must let it turn now and then (`setImmediate` every 32 pages keeps memory flat).
 */
export const satteriEngine: MarkdownEngine = {
  name: 'satteri',
  parse(markdown, options) {
    const features = featuresFor(options);
    // The whole tree's node is always a root; the package's type is that of any node.
    return parseShallow(markdown, (text) => markdownToMdast(text, { features }) as Root);
  },
};

const PLAIN: Features = { frontmatter: false, gfm: false };
const WITH_GFM: Features = { frontmatter: false, gfm: { footnotes: false } };
const WITH_FOOTNOTES: Features = { frontmatter: false, gfm: { footnotes: true } };

// Footnotes are part of its GFM: without GFM it has none, and a site that turns all of GFM off is read without them.
const featuresFor = ({ gfm, footnotes }: EngineOptions): Features =>
  footnotes ? WITH_FOOTNOTES : gfm ? WITH_GFM : PLAIN;
