/** The state of one page's handlers: recursion, marks, entries and the account. */
import type { Collector } from '../../diagnostics/diagnostic.ts';
import type { Node, ShortcodeInline, TemplatedString } from '../../model/nodes.ts';
import type { Place } from '../../model/place.ts';
import type { WriterInput } from '../writer.ts';
import type { Account } from './account.ts';
import type { Drafts, Images } from './drafts.ts';
import type { LinkResolver, LinkTarget } from './links.ts';
import type { Piece } from './pieces.ts';
import type { Address, State } from './state.ts';
import { callText } from '../../model/call-text.ts';
import { fillTemplate } from '../../model/walk.ts';
import { fitBlocks } from './fit.ts';
import { handlers } from './handlers/handlers.ts';
import { deepText } from './plain-text.ts';
import { collectReferences } from './references.ts';
import { richDocument, text } from './rich-text.ts';
import { openTally } from './tally.ts';
import { cleanText } from './values.ts';
import { append } from '../../model/append.ts';

export interface StateParts {
  readonly input: WriterInput;
  readonly links: LinkResolver;
  readonly findings: Collector;
  readonly drafts: Drafts;
  readonly images: Images;
  readonly account: Account;
}

/** Nested deeper than this, content becomes plain text: no editor shows it, and parsers on the way would give up. */
const DEEPEST = 100;

export function createState({ input, links, findings, drafts, images, account }: StateParts): State {
  const references = collectReferences(input.page.body);
  const tally = openTally(findings);
  let depth = 0;
  const state: State = {
    page: input.page,
    source: input.source,
    markup: input.markup,
    links,
    references,
    findings,
    tally,
    headings: [],
    marks: 0,
    link: undefined,
    pieces(nodes) {
      if (depth === DEEPEST) {
        tally.count('contentful-nesting-too-deep', { depth: DEEPEST }, nodes.find((node) => node.place)?.place);
        return [text(deepText(nodes), state.marks)];
      }
      depth++;
      const pieces = references.within(nodes, () => piecesOf(nodes, state));
      depth--;
      return pieces;
    },
    marked(bits, nodes) {
      const outer = state.marks;
      state.marks |= bits;
      const pieces = state.pieces(nodes);
      state.marks = outer;
      return pieces;
    },
    document(nodes) {
      const { marks, link } = state;
      state.marks = 0;
      state.link = undefined;
      const blocks = fitBlocks(state.pieces(nodes), state);
      state.marks = marks;
      state.link = link;
      return blocks.length > 0 ? richDocument(blocks) : undefined;
    },
    text: (template, where, place) => fillTemplate(template, (call) => sourceOf(call, where, state, place)),
    address: (template, place) => addressOf(template, state, place),
    entry: (type, fields, place) => drafts.add(type, fields, place),
    component: (node, body) => drafts.addComponent(node, body, (url) => assetAt(links.resolve(url, input.page))),
    imageBlock: (image) => images.block(image),
    imageEntry: (image) => images.entry(image),
    assetEntry: (asset) => images.entryOfAsset(asset),
    flattened: (what, place) => tally.count('contentful-flattened', { what }, place),
    decide: (element, result, by) => account.decide(element, result, by),
  };
  return state;
}

/** The table's functions each take one type of node; the node's own type picks its function, which the compiler cannot follow. */
const handle = (node: Node, state: State): readonly Piece[] =>
  (handlers[node.type] as (node: Node, state: State) => readonly Piece[])(node, state);

function piecesOf(nodes: readonly Node[], state: State): Piece[] {
  const pieces: Piece[] = [];
  for (const node of nodes) append(pieces, handle(node, state));
  return pieces;
}

/** A call inside a text, as its author wrote it. */
function sourceOf(call: ShortcodeInline, where: string, state: State, place: Place | undefined): string {
  const { name } = call.call;
  state.tally.count('contentful-shortcode-in-text', { name, where }, call.place ?? place);
  return callText(call.call, state.source);
}

/** An address; where calls are left in it, nobody but Hugo can say where it leads. */
function addressOf(template: TemplatedString, state: State, place: Place | undefined): Address {
  let isOpen = false;
  const url = fillTemplate(template, (call) => {
    isOpen = true;
    return sourceOf(call, 'an address', state, place);
  });
  return { url: cleanText(url), isOpen };
}

const assetAt = (target: LinkTarget): string | undefined => (target.kind === 'asset' ? target.id : undefined);
