/** HTML as an outline, in which texts that a browser shows alike look alike. */
import { parseFragment } from 'parse5';

const BLOCKS = new Set(
  (
    'address article aside blockquote dd details div dl dt figcaption figure footer h1 h2 h3 h4 h5 h6 header hr li main ' +
    'nav ol p pre section summary table tbody td tfoot th thead tr ul #document-fragment'
  ).split(' '),
);
const EDGES = /^[ \t\n\r]+|[ \t\n\r]+$/g;

export function htmlForm(html) {
  const lines = [];
  outline(parseFragment(html.trimEnd()), { indent: '', inCode: false, lines });
  return lines.join('\n');
}

function outline(parent, { indent, inCode, lines }) {
  const nodes = parent.childNodes;
  for (const [at, node] of nodes.entries()) {
    if (node.nodeName === '#text') {
      const value = inCode ? node.value : trim(node.value, nodes[at - 1] ?? parent, nodes[at + 1] ?? parent);
      if (value !== '') lines.push(`${indent}${JSON.stringify(value)}`);
    } else if (node.nodeName === '#comment') {
      lines.push(`${indent}<!--${node.data}-->`);
    } else {
      const element = isHighlighted(node) ? plainCode(node) : node;
      lines.push(`${indent}<${element.nodeName}${attributesOf(element)}>`);
      const inside = { indent: `${indent}  `, inCode: inCode || element.nodeName === 'pre', lines };
      outline(element.content ?? element, inside);
    }
  }
}

/** White space at a block's border is not shown; elsewhere it counts. */
function trim(value, before, after) {
  const isBetween = value.trim() === '' && (isBlock(before) || isBlock(after));
  return isBetween ? '' : value.replaceAll(EDGES, (space, at) => (isBlock(at === 0 ? before : after) ? '' : space));
}

const isBlock = ({ nodeName }) => BLOCKS.has(nodeName);

/** The order does not count, nor what Hugo puts on code for its own style sheets. */
function attributesOf({ nodeName, attrs }) {
  const written = attrs.filter(
    ({ name }) => !(nodeName === 'pre' && name === 'tabindex') && !(nodeName === 'code' && name === 'data-lang'),
  );
  return written
    .map(({ name, value }) => ` ${name}=${JSON.stringify(value)}`)
    .toSorted()
    .join('');
}

/** `<div class="highlight"><pre class="chroma">`: code that Hugo has coloured. */
function isHighlighted({ nodeName, attrs, childNodes }) {
  return nodeName === 'div' && classesOf(attrs)[0] === 'highlight' && childNodes[0]?.nodeName === 'pre';
}

function plainCode({ attrs, childNodes: [pre] }) {
  const own = classesOf(attrs).slice(1).join(' ');
  const rest = attrs.filter(({ name }) => name !== 'class');
  const code = pre.childNodes.find(({ nodeName }) => nodeName === 'code');
  const text = { nodeName: '#text', value: textOf(code) };
  return {
    nodeName: 'pre',
    attrs: own === '' ? rest : [...rest, { name: 'class', value: own }],
    childNodes: [{ ...code, childNodes: [text] }],
  };
}

const classesOf = (attrs) => (attrs.find(({ name }) => name === 'class')?.value ?? '').split(' ');
const textOf = (node) => node.value ?? node.childNodes.map(textOf).join('');
