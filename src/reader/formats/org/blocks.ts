/** Blocks as go-org prints them. A list and what is indented below it is read from its lines: orga ends it too early. */
import type { ElementContent } from 'hast';
import type { Content, Drawer, Keyword, Section } from 'orga';
import type { OrgText } from './state.ts';
import { captioned } from './affiliated.ts';
import { blockOf } from './block.ts';
import { element, newline, raw, text } from './hast.ts';
import { headlineOf, idOfSection } from './headline.ts';
import { endOfList, listsOf } from './list.ts';
import { paragraphsOf } from './paragraph.ts';
import { tablesOf } from './table.ts';

/** The HTML of some sibling nodes. */
export function blocksOf(nodes: readonly Content[], org: OrgText): ElementContent[] {
  const html: ElementContent[] = [];
  let run: Content[] = [];
  // The line up to which text has been read already.
  let done = 0;
  const endRun = (): void => {
    if (run.length > 0) html.push(...paragraphsOf(run, org));
    run = [];
  };
  for (const node of nodes) {
    const line = firstLine(node);
    if (line < done) continue;
    // orga lets a paragraph begin behind a line that is a link and nothing else.
    const inlines = isInline(node) ? [node] : node.type === 'paragraph' && goesOn(run, line) ? node.children : [];
    if (inlines.length > 0) {
      run.push(...inlines);
      continue;
    }
    endRun();
    if (node.type === 'list') {
      done = endOfList(line, org.lines);
      html.push(...listsOf(line, done, org));
      continue;
    }
    html.push(...convert(node, org));
  }
  endRun();
  return html;
}

const firstLine = ({ position }: Content): number => (position?.start.line ?? 1) - 1;

/** Whether text at the start of a line belongs to what is before it. */
function goesOn(run: readonly Content[], line: number): boolean {
  const last = run.at(-1);
  return last?.type === 'newline' && last.position?.end.line === line + 1;
}

const INLINE: ReadonlySet<string> = new Set(['text', 'link', 'footnote.reference', 'newline', 'emptyLine']);

const isInline = ({ type }: Content): boolean => INLINE.has(type);

function convert(node: Content, org: OrgText): ElementContent[] {
  switch (node.type) {
    case 'section':
      return sectionOf(node, org);
    case 'paragraph':
      return paragraphsOf(node.children, org);
    case 'block':
      return [...captioned(node, blockOf(node, org))];
    case 'table':
      return [...captioned(node, tablesOf(node, org.page))];
    case 'hr':
      return [element('hr', {}, []), newline];
    case 'html':
      return [raw(node.value), newline];
    case 'latex':
      return [element('p', {}, [text(node.value)]), newline];
    case 'drawer':
      return drawerOf(node, org);
    case 'keyword':
      return keywordOf(node);
    case 'footnote':
      org.page.footnotes.define(node.label, blocksOf(node.children, org));
      return [];
    default:
      return [];
  }
}

/** A section in the two boxes that go-org puts around it. */
function sectionOf(section: Section, org: OrgText): ElementContent[] {
  const id = idOfSection(section, org.page);
  const headline = section.children.find((child) => child.type === 'headline');
  const level = section.level + 1;
  const title = headline ? headlineOf(headline, id, org.page) : [];
  const content = blocksOf(
    section.children.filter((child) => child !== headline),
    org,
  );
  const box = element('div', { id: `outline-text-${id}`, class: `outline-text-${level}` }, [newline, ...content]);
  const children = [newline, ...title, ...(content.length > 0 ? [box, newline] : [])];
  return [element('div', { id: `outline-container-${id}`, class: `outline-${level}` }, children), newline];
}

/** Properties are about the page or section; any other drawer is content. */
function drawerOf({ name, value }: Drawer, org: OrgText): ElementContent[] {
  return name.toLowerCase() === 'properties' ? [] : org.inside(value.split('\n'));
}

/** `#+HTML:` is HTML; other keywords are settings. */
function keywordOf({ key, value }: Keyword): ElementContent[] {
  return key.toLowerCase() === 'html' ? [raw(value), newline] : [];
}
