/** Holds pages' HTML against what Hugo made of the same pages. */
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { type DefaultTreeAdapterTypes, parseFragment } from 'parse5';

/** A page's HTML, from decant (`html`) or from Hugo (`content`). */
export interface HtmlRecord {
  readonly file: string;
  readonly lang: string;
  readonly html: string;
}

export interface Comparison {
  readonly pages: number;
  /** Pages with the same elements, attributes and text. */
  readonly identical: number;
  /** Pages with the same words, typographic signs aside. */
  readonly sameText: number;
  readonly different: readonly string[];
}

/** Reads Hugo's records: a line a page, with `file`, `lang` and `content`; may be gzipped. */
export function readRecords(file: string): HtmlRecord[] {
  const bytes = readFileSync(file);
  const text = (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const { file: page, lang, content } = JSON.parse(line) as { file: string; lang: string; content: string };
      return { file: page, lang, html: content };
    });
}

/** Compares page by page; a page that decant has not counts as different. */
export function compareHtml(ours: readonly HtmlRecord[], theirs: readonly HtmlRecord[]): Comparison {
  const keyOf = ({ file, lang }: HtmlRecord): string => `${lang} ${file}`;
  const byKey = new Map(ours.map((record) => [keyOf(record), record.html]));
  let identical = 0;
  let sameText = 0;
  const different: string[] = [];
  for (const record of theirs) {
    const [a, b] = [treeOf(record.html), treeOf(byKey.get(keyOf(record)) ?? '')];
    const isIdentical = JSON.stringify(a) === JSON.stringify(b);
    if (isIdentical) identical++;
    else different.push(record.file);
    if (isIdentical || wordsOf(a) === wordsOf(b)) sameText++;
  }
  return { pages: theirs.length, identical, sameText, different };
}

type Tree = string | readonly [tag: string, attributes: readonly string[], children: readonly Tree[]];

const BLOCKS = new Set(
  (
    'address article aside blockquote body br caption center col colgroup dd details div dl dt fieldset figcaption figure ' +
    'footer form h1 h2 h3 h4 h5 h6 header hr iframe legend li main nav noscript ol option p pre script section style summary ' +
    'table tbody td template tfoot th thead tr ul video audio x-shortcode'
  ).split(' '),
);
const VERBATIM = new Set(['pre', 'script', 'style', 'textarea']);

const treeOf = (html: string): readonly Tree[] => childrenOf(parseFragment(html), '', false);

/** Children in one spelling: comments, empty paragraphs and white space beside blocks are nothing that a reader sees. */
function childrenOf(node: DefaultTreeAdapterTypes.ParentNode, parent: string, verbatim: boolean): Tree[] {
  const trees: Tree[] = [];
  for (const child of node.childNodes) {
    if ('tagName' in child) {
      const tree = elementOf(child, verbatim);
      if (tree) trees.push(tree);
    } else if (child.nodeName === '#text' && 'value' in child) {
      const text = verbatim ? child.value : child.value.replaceAll(/[ \t\n\r\f]+/g, ' ');
      const before = trees.at(-1);
      if (typeof before === 'string')
        trees[trees.length - 1] = verbatim ? before + text : (before + text).replaceAll(/ +/g, ' ');
      else trees.push(text);
    }
  }
  return verbatim ? withoutLastBreak(trees) : trimBesideBlocks(trees, parent);
}

function elementOf(node: DefaultTreeAdapterTypes.Element, verbatim: boolean): Tree | undefined {
  const { tagName } = node;
  const attributes = node.attrs.flatMap(({ name, value }) => spellAttribute(tagName, name, value)).toSorted();
  const content = 'content' in node ? (node as DefaultTreeAdapterTypes.Template).content : node;
  const children = childrenOf(content, tagName, verbatim || VERBATIM.has(tagName));
  return tagName === 'p' && children.length === 0 && attributes.length === 0
    ? undefined
    : [tagName, attributes, children];
}

function spellAttribute(tagName: string, name: string, value: string): string[] {
  // Where a call stands on the page is numbered; the number says nothing.
  if (tagName === 'x-shortcode' && name === 'data-path') return [];
  const words = name === 'class' ? value.split(/\s+/).filter(Boolean).toSorted().join(' ') : value;
  return name === 'class' && words === '' ? [] : [`${name}=${words}`];
}

function trimBesideBlocks(trees: readonly Tree[], parent: string): Tree[] {
  const isEdge = parent === '' || BLOCKS.has(parent);
  const isBlock = (tree: Tree | undefined): boolean =>
    tree === undefined ? isEdge : typeof tree !== 'string' && BLOCKS.has(tree[0]);
  return trees
    .map((tree, at) => {
      if (typeof tree !== 'string') return tree;
      const start = isBlock(trees[at - 1]) ? tree.trimStart() : tree;
      return isBlock(trees[at + 1]) ? start.trimEnd() : start;
    })
    .filter((tree) => tree !== '');
}

function withoutLastBreak(trees: readonly Tree[]): Tree[] {
  return trees
    .map((tree, at) => (typeof tree === 'string' && at === trees.length - 1 ? tree.replace(/[\r\n]+$/, '') : tree))
    .filter((tree) => tree !== '');
}

const PLAIN_SIGNS: Readonly<Record<string, string>> = {
  '‘': "'",
  '’': "'",
  '“': '"',
  '”': '"',
  '–': '--',
  '—': '---',
  '…': '...',
  '«': '<<',
  '»': '>>',
};

function wordsOf(trees: readonly Tree[]): string {
  const spell = (tree: Tree): string => (typeof tree === 'string' ? tree : ` ${tree[2].map(spell).join('')} `);
  const text = trees
    .map(spell)
    .join('')
    .replaceAll(/[‘’“”–—…«»]/g, (sign) => PLAIN_SIGNS[sign] ?? sign);
  return text.replaceAll(/\s+/g, ' ').trim();
}
