/** Footnotes in the order and form of Goldmark's extension. */
import type { Element, ElementContent } from 'hast';
import type { FlowContent, FootnoteDefinition, FootnoteReference, Node } from '../../model/nodes.ts';
import type { HtmlState } from './state.ts';
import { childrenOf, walk } from '../../model/walk.ts';
import { element, newline, text } from './hast.ts';
import { parseSnippet } from './snippet.ts';
import { append } from '../../model/append.ts';

interface Footnote {
  readonly definition: FootnoteDefinition;
  readonly index: number;
  /** How often the text refers to it. */
  references: number;
}

/** The footnotes of one document that something refers to, numbered by first use. */
export interface FootnoteBook {
  /** The mark for a reference; nothing where its footnote is not defined. */
  refer(reference: FootnoteReference): Element | undefined;
  readonly used: readonly Footnote[];
  /** Whether something refers to a definition. */
  uses(definition: FootnoteDefinition): boolean;
}

/**
 * Numbers the footnotes of a document in the order in which Goldmark reads the references: that of the text, the
 * definitions all together at the place of the first one.
 */
export function createFootnoteBook(body: readonly FlowContent[], isOwnDocument: (node: Node) => boolean): FootnoteBook {
  const definitions = new Map<string, FootnoteDefinition>();
  const before: FootnoteReference[] = [];
  const behind: FootnoteReference[] = [];
  const visit = (nodes: readonly Node[]): void => {
    for (const node of nodes) {
      if (node.type === 'footnoteReference') (definitions.size === 0 ? before : behind).push(node);
      else if (node.type !== 'footnoteDefinition') {
        if (!isOwnDocument(node)) visit(childrenOf(node));
      } else if (!definitions.has(node.identifier)) definitions.set(node.identifier, node);
    }
  };
  visit(body);
  const between: FootnoteReference[] = [];
  for (const { children } of definitions.values()) {
    walk(children, (node) => {
      if (node.type === 'footnoteReference') between.push(node);
      return isOwnDocument(node) ? 'skip' : undefined;
    });
  }
  return numberFootnotes(definitions, [...before, ...between, ...behind]);
}

function numberFootnotes(
  definitions: ReadonlyMap<string, FootnoteDefinition>,
  references: readonly FootnoteReference[],
): FootnoteBook {
  const used = new Map<string, Footnote>();
  const ids = new Map<FootnoteReference, string>();
  for (const reference of references) {
    const definition = definitions.get(reference.identifier);
    if (!definition) continue;
    const footnote = used.get(reference.identifier) ?? { definition, index: used.size + 1, references: 0 };
    used.set(reference.identifier, footnote);
    ids.set(reference, referenceId(footnote.index, footnote.references++));
  }
  const referred = new Set([...used.values()].map(({ definition }) => definition));
  return {
    used: [...used.values()],
    uses: (definition) => referred.has(definition),
    refer: (reference) => {
      const footnote = used.get(reference.identifier);
      const id = ids.get(reference);
      if (!footnote || id === undefined) return undefined;
      const link = { href: `#fn:${footnote.index}`, class: 'footnote-ref', role: 'doc-noteref' };
      return element('sup', { id }, [element('a', link, [text(String(footnote.index))])]);
    },
  };
}

/** `fnref:1` for the first reference to footnote 1, `fnref1:1` for the second. */
const referenceId = (index: number, at: number): string => `fnref${at === 0 ? '' : at}:${index}`;

/** A definition is written at the end of the document; one that nothing refers to is left out, as Goldmark does. */
export function footnoteDefinition(node: FootnoteDefinition, state: HtmlState): ElementContent[] {
  if (state.scope.footnotes.uses(node)) return [];
  walk(node.children, (inner) => {
    if ((inner.type !== 'elementBlock' && inner.type !== 'elementInline') || !inner.openTag || !inner.place) return;
    const id = `${inner.tagName}@${inner.place.offset}`;
    state.outcomes.push({ kind: 'element', id, result: 'dropped', by: 'html unused footnote' });
  });
  return [];
}

/** The list of footnotes at the end of a document. */
export function footnoteSection(state: HtmlState): ElementContent[] {
  const { used } = state.scope.footnotes;
  if (used.length === 0) return [];
  const items = used.flatMap((footnote) => [footnoteItem(footnote, state), newline]);
  return [
    element('div', { class: 'footnotes', role: 'doc-endnotes' }, [
      newline,
      element('hr', {}, []),
      newline,
      element('ol', {}, [newline, ...items]),
      newline,
    ]),
    newline,
  ];
}

/** Its links back stand in the last paragraph, or behind the last block that is none. */
function footnoteItem({ definition, index, references }: Footnote, state: HtmlState): Element {
  const content = state.flow(definition.children);
  const back = Array.from({ length: references }, (_, at) => backlink(index, at, state)).flat();
  const last = content.findLast((node) => node.type === 'element');
  if (last?.tagName === 'p' && definition.children.at(-1)?.type === 'paragraph') append(last.children, back);
  else append(content, back);
  return element('li', { id: `fn:${index}` }, [newline, ...content]);
}

function backlink(index: number, at: number, { markup }: HtmlState): ElementContent[] {
  const link = { href: `#${referenceId(index, at)}`, class: 'footnote-backref', role: 'doc-backlink' };
  return [text('\u00a0'), element('a', link, parseSnippet(markup.footnote.backlinkHtml))];
}
