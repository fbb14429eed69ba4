import type { ElementContent } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { parse } from 'orga';
import type { FormatConverter } from '../converter.ts';
import type { OrgPage, OrgText } from './state.ts';
import { blocksOf } from './blocks.ts';
import { createFootnotes, footnoteSection } from './footnotes.ts';
import { element, text } from './hast.ts';
import { inlinesOf } from './inlines.ts';

/**
 * Converts Org as Hugo's own converter, go-org, does: orga finds the blocks and the markup, and they are printed with the
 * elements, classes and ids that go-org has for them.
 */
export function createOrgConverter(): FormatConverter {
  return (source) => {
    const page: OrgPage = {
      parse,
      headlines: 0,
      footnotes: createFootnotes(({ children }) => inlinesOf(children, page)),
    };
    const content = convertText(withoutProperties(source.split(/\r\n|\r|\n/)), page, 0);
    const tree = { type: 'root' as const, children: [...content, ...footnoteSection(page.footnotes)] };
    return toHtml(tree, { allowDangerousHtml: true });
  };
}

/** The properties of the page, before all else; orga knows those of headlines only. */
function withoutProperties(lines: readonly string[]): readonly string[] {
  const start = lines.findIndex((line) => line.trim() !== '');
  if (lines[start]?.trim().toLowerCase() !== ':properties:') return lines;
  const end = lines.findIndex((line) => line.trim().toLowerCase() === ':end:');
  return end < 0 ? lines : lines.slice(end + 1);
}

// Each level is parsed by itself, so that its places are its own.
const DEEPEST = 60;

function convertText(lines: readonly string[], page: OrgPage, depth: number): ElementContent[] {
  if (lines.every((line) => line.trim() === '')) return [];
  if (depth > DEEPEST) return [element('p', {}, [text(lines.join('\n'))])];
  const here: OrgText = { page, lines, depth, inside: (inner) => convertText(inner, page, depth + 1) };
  return blocksOf(page.parse(`${lines.join('\n')}\n`).children, here);
}
