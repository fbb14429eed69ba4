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

function outline(parent, state) {
  const { indent, inCode, lines } = state;
  const nodes = parent.childNodes;
  for (const [at, node] of nodes.entries()) {
    if (node.nodeName === '#text') {
      const value = inCode ? node.value : trim(node.value, nodes[at - 1] ?? parent, nodes[at + 1] ?? parent);
      if (value !== '') lines.push(`${indent}${JSON.stringify(value)}`);
    } else if (node.nodeName === '#comment') {
      lines.push(`${indent}<!--${node.data}-->`);
    } else {
      const attributes = node.attrs.map(({ name, value }) => ` ${name}=${JSON.stringify(value)}`).toSorted();
      lines.push(`${indent}<${node.nodeName}${attributes.join('')}>`);
      const next = { indent: `${indent}  `, inCode: inCode || node.nodeName === 'pre', lines };
      outline(node.content ?? node, next);
    }
  }
}

/** White space at a block's border is not shown; elsewhere it counts. */
function trim(value, before, after) {
  const all = value.trim() === '' && (BLOCKS.has(before.nodeName) || BLOCKS.has(after.nodeName));
  if (all) return '';
  return value.replaceAll(EDGES, (space, at) => (BLOCKS.has((at === 0 ? before : after).nodeName) ? '' : space));
}
