import type { ElementContent } from 'hast';
import type { Content, Text } from 'orga';
import type { OrgPage } from './state.ts';
import { referenceTo } from './footnotes.ts';
import { element, text } from './hast.ts';
import { linkOf } from './link.ts';
import { plainText } from './plain-text.ts';

/** Inline nodes as go-org prints them; line breaks at the end go. */
export function inlinesOf(nodes: readonly Content[], page: OrgPage): ElementContent[] {
  const html: ElementContent[] = [];
  const last = nodes.findLastIndex(({ type }) => type !== 'newline' && type !== 'emptyLine');
  let startsLine = true;
  for (const node of nodes.slice(0, last + 1)) {
    html.push(...inlineOf(node, startsLine, page));
    startsLine = node.type === 'newline';
  }
  return html;
}

function inlineOf(node: Content, startsLine: boolean, page: OrgPage): ElementContent[] {
  switch (node.type) {
    case 'text':
      return node.style ? [styled(node, page)] : plainText(startsLine ? node.value.trimStart() : node.value);
    case 'link':
      return [linkOf(node, (description) => inlinesOf(description, page))];
    case 'footnote.reference':
      return [referenceTo(page.footnotes.refer(node))];
    case 'newline':
      return [text('\n')];
    default:
      return [];
  }
}

const UNDERLINE = 'text-decoration: underline;';

function styled({ style, value, position }: Text, page: OrgPage): ElementContent {
  switch (style) {
    case 'bold':
      return element('strong', {}, markup(value, page));
    case 'italic':
      return element('em', {}, markup(value, page));
    case 'strikeThrough':
      return element('del', {}, markup(value, page));
    case 'underline':
      return element('span', { style: UNDERLINE }, markup(value, page));
    case 'verbatim':
      return element('code', { class: 'verbatim' }, [text(value)]);
    case 'code':
      return element('code', {}, [text(value)]);
    default:
      return text(style === 'math' ? formula(value, position) : value);
  }
}

/** The text of emphasis, in which there may be more: orga leaves it unread. */
function markup(value: string, page: OrgPage): ElementContent[] {
  if (!/[*/_=~+[$\\{@<-]/.test(value)) return [text(value)];
  const [only, ...others] = page.parse(value).children;
  // What is a block at the start of a line is none here.
  return only?.type === 'paragraph' && others.length === 0 ? inlinesOf(only.children, page) : plainText(value);
}

/** Formulas stay with their signs, `$…$` or `\(…\)`, for the script that draws them in the browser. */
function formula(value: string, position: Text['position']): string {
  const length = position ? position.end.column - position.start.column : 0;
  return length === value.length + 4 ? `\\(${value}\\)` : `$${value}$`;
}
