import type { ElementContent } from 'hast';
import { toHtml } from 'hast-util-to-html';
import type { FormatConverter } from '../converter.ts';
import type { OrgPage } from './state.ts';
import { blocksOf } from './blocks.ts';
import { createFootnotes, footnoteSection } from './footnotes.ts';
import { element, text } from './hast.ts';
import { pageOf } from './section.ts';

/** Converts Org with the elements, classes and ids that go-org has for it, Hugo's own converter. */
export function createOrgConverter(): FormatConverter {
  return (source) => {
    const page: OrgPage = { headlines: 0, footnotes: createFootnotes() };
    const content = pageOf(source.split(/\r\n|\r|\n/), { page, inside: (inner) => convert(inner, page, 1) });
    const tree = { type: 'root' as const, children: [...content, ...footnoteSection(page.footnotes)] };
    return toHtml(tree, { allowDangerousHtml: true });
  };
}

/** Beyond any real page, and within what recursion can bear. */
const DEEPEST = 60;

function convert(lines: readonly string[], page: OrgPage, depth: number): ElementContent[] {
  if (depth > DEEPEST) return [element('p', {}, [text(lines.join('\n'))])];
  return blocksOf(lines, { page, inside: (inner) => convert(inner, page, depth + 1) });
}
