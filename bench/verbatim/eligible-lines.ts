/** Which lines of a page's source need no change on the way to MDX, decided from the source alone. */
import type { Nodes } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';

/** Nodes that MDX or a target may want otherwise, with every line that they touch. */
const CHANGED = new Set(['link', 'image', 'linkReference', 'imageReference', 'definition', 'html']);

/**
 * The lines of `source` that stand outside front matter, shortcodes, raw HTML, links, pictures, indented code and headings with
 * attributes, and have no `{`, no `<` and no `import` or `export` at their start. Blank lines are not among them, nor are definition lists and
 * alerts, for which MDX has no notation.
 */
export function eligibleLines(source: string): readonly string[] {
  const lines = source.split('\n');
  const start = frontMatterEnd(lines);
  const body = lines.slice(start);
  const taken = new Set([...insideCalls(body), ...insideElements(body), ...insideDefinitionLists(body)]);
  markChanged(fromMarkdown(body.join('\n'), parsers), body, taken);
  return body.filter((line, at) => !taken.has(at) && isPlain(line));
}

const parsers = { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] };

const isPlain = (line: string): boolean =>
  line.trim() !== '' && !line.includes('{') && !line.includes('<') && !/^\s*(?:import|export)\b/.test(line);

/** Hugo: the block ends at the first line that starts with the delimiter. */
function frontMatterEnd(lines: readonly string[]): number {
  const first = lines.findIndex((line) => line.trim() !== '');
  const opening = lines[first]?.trim() ?? '';
  if (opening.startsWith('{')) return lines.findIndex((line) => line.startsWith('}')) + 1;
  const delimiter = opening.slice(0, 3);
  if (delimiter !== '---' && delimiter !== '+++') return 0;
  return lines.findIndex((line, at) => at > first && line.startsWith(delimiter)) + 1;
}

/** Terms with their descriptions: a line that starts with `: `, the lines above up to a blank one, those below that are indented. */
function insideDefinitionLists(lines: readonly string[]): readonly number[] {
  const found: number[] = [];
  for (const [at, line] of lines.entries()) {
    if (!/^ {0,3}:\s/.test(line)) continue;
    let first = at - 1;
    if (lines[first]?.trim() === '') first--;
    while (first >= 0 && lines[first]?.trim() !== '') first--;
    let last = at;
    while (last + 1 < lines.length && !/^\S/.test(lines[last + 1] ?? '')) last++;
    while (lines[last]?.trim() !== '' && lines[last + 1]?.trim() !== '' && last + 1 < lines.length) last++;
    for (let each = first + 1; each <= last; each++) found.push(each);
  }
  return found;
}

const CALL = /\{\{[<%]\s*(\/?)\s*([\w./-]+)(?:(?!\}\}).)*?(\/?)\s*[>%]\}\}/gs;

/** The lines between the tags of calls that are closed somewhere on the page. */
function insideCalls(lines: readonly string[]): readonly number[] {
  const text = lines.join('\n');
  const tags = [...text.matchAll(CALL)];
  const closed = new Set(tags.flatMap(([, slash, name]) => (slash === '/' && name ? [name] : [])));
  return linesInside(
    text,
    tags.flatMap((tag) => {
      const [whole, slash, name = '', self] = tag;
      const opens = slash !== '/' && self !== '/' && closed.has(name);
      const from = tag.index;
      const to = from + whole.length;
      return [{ from, to, depth: slash === '/' ? -1 : opens ? 1 : 0 }];
    }),
  );
}

const ELEMENT = /<(\/?)([a-z][\w-]*)\b[^>]*?(\/?)>/gi;
const VOID = new Set(['area', 'br', 'col', 'embed', 'hr', 'img', 'input', 'link', 'meta', 'source', 'track', 'wbr']);

/** The lines between the tags of elements: of those that are opened and closed. */
function insideElements(lines: readonly string[]): readonly number[] {
  const text = lines.join('\n');
  const tags = [...text.matchAll(ELEMENT)];
  const closed = new Set(tags.flatMap(([, slash, name]) => (slash === '/' && name ? [name.toLowerCase()] : [])));
  return linesInside(
    text,
    tags.flatMap((tag) => {
      const [whole, slash, name = '', self] = tag;
      const lower = name.toLowerCase();
      const isPair = closed.has(lower) && !VOID.has(lower) && self !== '/';
      return isPair ? [{ from: tag.index, to: tag.index + whole.length, depth: slash === '/' ? -1 : 1 }] : [];
    }),
  );
}

/** The lines that tags touch, and those between an opening tag and the closing one of the same depth. */
function linesInside(
  text: string,
  tags: readonly { readonly from: number; readonly to: number; readonly depth: number }[],
): readonly number[] {
  const found: number[] = [];
  let depth = 0;
  let opened = 0;
  let line = 0;
  let at = 0;
  const lineOf = (offset: number): number => {
    for (; at < offset; at++) if (text[at] === '\n') line++;
    return line;
  };
  for (const tag of tags) {
    const first = lineOf(tag.from);
    const last = lineOf(tag.to);
    if (depth === 0) opened = first;
    depth = Math.max(0, depth + tag.depth);
    for (let each = depth === 0 ? opened : first; each <= last; each++) found.push(each);
  }
  return found;
}

/** Adds the lines of what a target may write in another way. */
function markChanged(node: Nodes, lines: readonly string[], taken: Set<number>): void {
  const { position } = node;
  if (position) {
    const first = position.start.line - 1;
    const last = position.end.line - 1;
    const isIndented = node.type === 'code' && !/^[\s>]*(?:[-*+]\s+|\d+[.)]\s+)*(?:```|~~~)/.test(lines[first] ?? '');
    const hasAttributes = node.type === 'heading' && (lines[first] ?? '').trimEnd().endsWith('}');
    const isAlert = node.type === 'blockquote' && /^[\s>]*\[!\w+\]/.test(lines[first] ?? '');
    if (CHANGED.has(node.type) || isIndented || hasAttributes || isAlert)
      for (let at = first; at <= last; at++) taken.add(at);
  }
  if ('children' in node) for (const child of node.children) markChanged(child, lines, taken);
}
