/**
 * The tree that parse5 builds of an island: raw elements, the Markdown nodes that went in as elements of their own, and
 * the edges of calls. A tree adapter keeps only what rebuilding the model needs.
 */
import type { TreeAdapter, TreeAdapterTypeMap } from 'parse5';
import { html, type Token } from 'parse5';
import type { FlowContent, Node } from '../../model/nodes.ts';
import type { MarkedCall, RawHtmlBlock, RawHtmlInline, UnpairedNode } from './raw.ts';

/** A stretch of one piece of raw HTML. */
export interface RawRange {
  readonly piece: RawHtmlBlock | RawHtmlInline;
  readonly start: number;
  readonly end: number;
}

/** What an element came from; elements that the browser implies or repairs have none. */
export type ElementOrigin =
  | { readonly kind: 'tag'; readonly token: Token.TagToken; readonly range: RawRange }
  | { readonly kind: 'mark'; readonly mark: MarkedCall }
  /** A Markdown node that comes back as it is; `tight` says of a list item that its paragraphs have no tag. */
  | { readonly kind: 'whole'; readonly node: Node; readonly tight: boolean }
  /** A Markdown node that gets the children which the browser gives it. */
  | { readonly kind: 'open'; readonly node: UnpairedNode; readonly tight: boolean };

export interface BuiltElement {
  readonly type: 'element';
  readonly tagName: string;
  readonly namespace: html.NS;
  readonly attributes: Token.Attribute[];
  readonly origin: ElementOrigin | undefined;
  readonly children: BuiltNode[];
  parent: BuiltElement | undefined;
  /** Where the closing tag stands that closed it. */
  closing?: RawRange;
  /** Whether it holds anything that stands among blocks, and whether white space counts in it; worked out once. */
  holdsBlock?: boolean;
  preformatted?: boolean;
}

export interface BuiltText {
  readonly type: 'text';
  value: string;
  /** Where the text stands; absent where it was moved or put together from several pieces. */
  range: RawRange | undefined;
  parent: BuiltElement | undefined;
}

export interface BuiltComment {
  readonly type: 'comment';
  readonly value: string;
  readonly range: RawRange | undefined;
  parent: BuiltElement | undefined;
}

/** A finished node that went in without the parser's knowledge. */
export interface BuiltLeaf {
  readonly type: 'leaf';
  readonly node: FlowContent;
  parent: BuiltElement | undefined;
}

export type BuiltNode = BuiltElement | BuiltText | BuiltComment | BuiltLeaf;

/** parse5's type map for this tree. Fragments and documents are elements with made-up names. */
export type BuiltTypes = TreeAdapterTypeMap<
  BuiltNode,
  BuiltElement,
  BuiltNode,
  BuiltElement,
  BuiltElement,
  BuiltElement,
  BuiltComment,
  BuiltText,
  BuiltElement,
  never
>;

/** What the adapter asks of its owner while parse5 builds. */
export interface AdapterEvents {
  /** What the element of these attributes came from: parse5 hands a tag's own array on, to clones as well. */
  originOf(attributes: Token.Attribute[]): ElementOrigin | undefined;
  /** The characters that are being read and where they stand. */
  characters(): { readonly text: string; readonly range: RawRange } | undefined;
  commentRange(): RawRange | undefined;
  created(element: BuiltElement): void;
  popped(element: BuiltElement): void;
}

/** A fragment has no document type, and places are kept by origin. */
const UNUSED = {
  getDocumentMode: () => html.DOCUMENT_MODE.NO_QUIRKS,
  setDocumentMode: () => {},
  setDocumentType: () => {},
  getDocumentTypeNodeName: () => '',
  getDocumentTypeNodePublicId: () => '',
  getDocumentTypeNodeSystemId: () => '',
  getNodeSourceCodeLocation: () => null,
  setNodeSourceCodeLocation: () => {},
  updateNodeSourceCodeLocation: () => {},
};

/** A parse5 tree adapter that builds such trees. */
export function createAdapter(events: AdapterEvents): TreeAdapter<BuiltTypes> {
  const createElement = (tagName: string, namespace: html.NS, attributes: Token.Attribute[]): BuiltElement => {
    const origin = events.originOf(attributes);
    const element: BuiltElement = {
      type: 'element',
      tagName,
      namespace,
      attributes,
      origin,
      children: [],
      parent: undefined,
    };
    events.created(element);
    return element;
  };
  const fragment = (): BuiltElement => createElement('#fragment', html.NS.HTML, []);
  return {
    createElement,
    createDocument: fragment,
    createDocumentFragment: fragment,
    createCommentNode: (value) => ({ type: 'comment', value, range: events.commentRange(), parent: undefined }),
    createTextNode: (value) => ({ type: 'text', value, range: undefined, parent: undefined }),
    appendChild: (parent, node) => {
      node.parent = parent;
      parent.children.push(node);
    },
    insertBefore: (parent, node, reference) => {
      node.parent = parent;
      parent.children.splice(parent.children.lastIndexOf(reference), 0, node);
    },
    insertText: (parent, text) => addText(parent, parent.children.length, text, events),
    insertTextBefore: (parent, text, reference) =>
      addText(parent, parent.children.lastIndexOf(reference), text, events),
    detachNode: (node) => detach(node),
    adoptAttributes: () => {},
    getAttrList: (element) => element.attributes,
    getChildNodes: (node) => node.children,
    getFirstChild: (node) => node.children[0] ?? null,
    getParentNode: (node) => node.parent ?? null,
    getNamespaceURI: (element) => element.namespace,
    getTagName: (element) => element.tagName,
    getTextNodeContent: (node) => node.value,
    getCommentNodeContent: (node) => node.value,
    // The content of a <template> is kept as its children.
    getTemplateContent: (template) => template,
    setTemplateContent: () => {},
    isCommentNode: (node): node is BuiltComment => node.type === 'comment',
    isDocumentTypeNode: (_node): _node is never => false,
    ...UNUSED,
    isElementNode: (node): node is BuiltElement => node.type === 'element',
    isTextNode: (node): node is BuiltText => node.type === 'text',
    onItemPop: (item) => events.popped(item),
  };
}

/** Puts text at an index, joining the text before it. */
function addText(parent: BuiltElement, index: number, text: string, events: AdapterEvents): void {
  const read = events.characters();
  // Text that waited for the end of a table is not the text that is being read now: its place is unknown.
  const range = read?.text === text ? read.range : undefined;
  const before = parent.children[index - 1];
  if (before?.type === 'text') {
    before.value += text;
    before.range = joinRanges(before.range, range);
    return;
  }
  parent.children.splice(index, 0, { type: 'text', value: text, range, parent });
}

function joinRanges(first: RawRange | undefined, second: RawRange | undefined): RawRange | undefined {
  if (!first || !second || first.piece !== second.piece || first.end !== second.start) return undefined;
  return { piece: first.piece, start: first.start, end: second.end };
}

/** Takes a node out of its parent; the ends are looked at first, since parse5 mostly moves first or last children. */
function detach(node: BuiltNode): void {
  const siblings = node.parent?.children;
  if (!siblings) return;
  if (siblings[0] === node) siblings.shift();
  else if (siblings.at(-1) === node) siblings.pop();
  else siblings.splice(siblings.indexOf(node), 1);
  node.parent = undefined;
}
