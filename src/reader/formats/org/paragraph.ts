import type { ElementContent } from 'hast';
import type { Content } from 'orga';
import type { OrgText } from './state.ts';
import { captioned, htmlAttributes } from './affiliated.ts';
import { type Attributes, element, newline, text } from './hast.ts';
import { inlinesOf } from './inlines.ts';

/** A run of inline nodes as paragraphs, and the lines in it that begin with `: ` as fixed-width text. */
export function paragraphsOf(nodes: readonly Content[], org: OrgText): ElementContent[] {
  const html: ElementContent[] = [];
  let run: Content[] = [];
  let fixed: string[] = [];
  const end = (): void => {
    if (fixed.length > 0) html.push(element('pre', { class: 'example' }, [text(`\n${fixed.join('\n')}\n`)]), newline);
    html.push(...paragraphOf(run, org));
    [run, fixed] = [[], []];
  };
  for (const line of linesOf(nodes)) {
    const written = org.lines[(line[0]?.position?.start.line ?? 0) - 1]?.trim() ?? '';
    const isFixed = written === ':' || written.startsWith(': ');
    if (line.every(({ type }) => type === 'newline' || type === 'emptyLine')) end();
    else if (isFixed) {
      if (run.length > 0) end();
      fixed.push(written.slice(2));
    } else {
      if (fixed.length > 0) end();
      run.push(...line);
    }
  }
  end();
  return html;
}

/** The nodes line by line, each with its line break. */
function linesOf(nodes: readonly Content[]): Content[][] {
  const lines: Content[][] = [[]];
  for (const node of nodes) {
    lines.at(-1)?.push(node);
    if (node.type === 'newline' || node.type === 'emptyLine') lines.push([]);
  }
  return lines.filter((line) => line.length > 0);
}

function paragraphOf(nodes: readonly Content[], { page }: OrgText): readonly ElementContent[] {
  const content = inlinesOf(nodes, page);
  if (content.every((node) => node.type === 'text' && node.value.trim() === '')) return [];
  const link = nodes.find(({ type }) => type !== 'newline');
  const isAlone = nodes.every((node) => node === link || node.type === 'newline');
  // A picture with a caption, or with attributes, is no paragraph.
  if (link?.type === 'link' && isAlone && Object.keys(link.attributes).length > 0) {
    return captioned(link, [...withAttributes(content, htmlAttributes(link)), newline]);
  }
  return [element('p', {}, content), newline];
}

const withAttributes = (content: readonly ElementContent[], attributes: Attributes): ElementContent[] =>
  content.map((node) =>
    node.type === 'element' ? { ...node, properties: { ...node.properties, ...attributes } } : node,
  );
