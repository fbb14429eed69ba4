/** The content of a page as the html target writes it. */
import { type DefaultTreeAdapterTypes, parseFragment } from 'parse5';
import { type ContentSink, openSink, type PageContent } from './content.ts';

type Parent = DefaultTreeAdapterTypes.ParentNode;
type Element = DefaultTreeAdapterTypes.Element;

const BLOCKS = new Set(
  (
    'address article aside blockquote body br button caption center col colgroup dd details div dl dt fieldset figcaption figure ' +
    'footer form h1 h2 h3 h4 h5 h6 header hr iframe legend li main menu nav noscript object ol optgroup option p pre section select ' +
    'summary svg table tbody td template textarea tfoot th thead title tr ul video audio'
  ).split(' '),
);

/** Not text to a reader. */
const SILENT = new Set(['script', 'style', 'title', 'template']);

export function readHtml(html: string): PageContent {
  const sink = openSink();
  writeHtml(html, sink);
  return sink.close();
}

/** Adds the content of some HTML, be it a page's own or what an entry keeps of it. */
export function writeHtml(html: string, sink: ContentSink): void {
  visit(parseFragment(html), sink, { inCell: false });
}

interface Where {
  readonly inCell: boolean;
}

// An alert's first line, which Hugo without a render hook leaves as it is written: `[!TIP]`, `[!TIP]- Title`.
const ALERT = /^\s*\[!(\w+)\][+-]?(.*)/;

function visit(parent: Parent, sink: ContentSink, where: Where): void {
  for (const [at, node] of parent.childNodes.entries()) {
    if (node.nodeName === '#text' && 'value' in node) {
      const text = node === alertLine(parent) ? titled(node.value) : node.value;
      // The space in front of a footnote's way back, which rich text has not.
      sink.text(isBacklink(parent.childNodes[at + 1]) ? text.replace(/\u00A0$/, '') : text);
    }
    if ('tagName' in node) visitElement(node, sink, where);
  }
}

const isBacklink = (node: DefaultTreeAdapterTypes.ChildNode | undefined): boolean =>
  node !== undefined && 'tagName' in node && attributeOf(node, 'class') === 'footnote-backref';

function visitElement(node: Element, sink: ContentSink, where: Where): void {
  const { tagName } = node;
  const classes = (attributeOf(node, 'class') ?? '').split(' ');
  // Another site's content: what stands in for it is the target's own affair.
  if (SILENT.has(tagName) || classes.includes('footnote-backref') || classes.includes('embed')) return;
  if (tagName === 'pre') {
    sink.code(textOf(node));
    return;
  }
  if (tagName === 'img') sink.count('images');
  if (tagName === 'table') sink.count('tables');
  const href = tagName === 'a' && !classes.includes('footnote-ref') ? attributeOf(node, 'href') : undefined;
  if (href === undefined) visitContent(node, sink, where);
  else sink.link(href, () => visitContent(node, sink, where));
}

function visitContent(node: Element, sink: ContentSink, where: Where): void {
  const { tagName } = node;
  const isBlock = BLOCKS.has(tagName);
  if (isBlock) sink.edge();
  if (tagName === 'q') sink.text('“');
  // Cells of rich text have no lists: an item is a line with its mark.
  if (tagName === 'li' && where.inCell) sink.text(markOf(node));
  if (tagName === 'input' && attributeOf(node, 'type') === 'checkbox') {
    sink.text(attributeOf(node, 'checked') === undefined ? '☐ ' : '☑ ');
  }
  if (tagName === 'hr' && where.inCell) sink.text('———');
  visit(node, sink, { inCell: where.inCell || tagName === 'td' || tagName === 'th' });
  if (tagName === 'q') sink.text('”');
  if (isBlock) sink.edge();
}

/** The text that begins an alert: of the first paragraph of a quote. */
function alertLine(parent: Parent): DefaultTreeAdapterTypes.ChildNode | undefined {
  const quote = 'parentNode' in parent ? parent.parentNode : null;
  if (!quote || quote.nodeName !== 'blockquote') return undefined;
  return quote.childNodes.find((node) => 'tagName' in node) === parent ? parent.childNodes[0] : undefined;
}

/** With the word that stands for the kind where the alert has no title, as an admonition shows it. */
function titled(text: string): string {
  return text.replace(ALERT, (_, kind: string, title: string) =>
    title.trim() === '' ? kind.charAt(0).toUpperCase() + kind.slice(1).toLowerCase() : title,
  );
}

function markOf(item: Element): string {
  const list = item.parentNode;
  if (!list || !('tagName' in list)) return '';
  if (list.tagName !== 'ol') return list.tagName === 'ul' || list.tagName === 'menu' ? '• ' : '';
  const items = list.childNodes.filter((node) => 'tagName' in node && node.tagName === 'li');
  return `${items.indexOf(item) + 1}. `;
}

const attributeOf = (node: Element, wanted: string): string | undefined =>
  node.attrs.find(({ name }) => name === wanted)?.value;

function textOf(node: Parent): string {
  let text = '';
  for (const child of node.childNodes) {
    if (child.nodeName === '#text' && 'value' in child) text += child.value;
    else if ('childNodes' in child) text += textOf(child);
  }
  return text;
}
