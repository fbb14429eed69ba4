import type { Link, LinkReference } from '../../../model/nodes.ts';
import type { Place } from '../../../model/place.ts';
import type { LinkTarget } from '../links.ts';
import type { Piece } from '../pieces.ts';
import type { Hyperlink, RichHeading, RichInline, RichText, TargetHyperlink } from '../rich-text.ts';
import type { Address, State } from '../state.ts';
import { fitBlocks } from '../fit.ts';
import { isDangerous } from '../links.ts';
import { isInlinePiece } from '../pieces.ts';
import { cut } from '../plain-text.ts';
import { assetLink, embeddedBlock, embeddedInline, entryLink, richDocument, text } from '../rich-text.ts';
import { append } from '../../../model/append.ts';

export function link(node: Link, state: State): readonly Piece[] {
  const title = node.title === undefined ? '' : state.text(node.title, 'a title', node.place);
  const linking = { address: state.address(node.url, node.place), title, place: node.place };
  return linkTo(linking, () => state.pieces(node.children), state);
}

export function linkReference(node: LinkReference, state: State): readonly Piece[] {
  const definition = state.references.definition(node.identifier);
  if (!definition) return [text('[', state.marks), ...state.pieces(node.children), text(']', state.marks)];
  const title = definition.title === undefined ? '' : state.text(definition.title, 'a title', node.place);
  const linking = { address: state.address(definition.url, node.place), title, place: node.place };
  return linkTo(linking, () => state.pieces(node.children), state);
}

export interface Linking {
  readonly address: Address;
  readonly title: string;
  readonly place: Place | undefined;
}

/** A link around what `content` writes. Embedded entries and links in it stand outside, as rich text wants. */
export function linkTo(
  { address, title, place }: Linking,
  content: () => readonly Piece[],
  state: State,
): readonly Piece[] {
  const target = targetOf(address, state, place);
  if (!target) return content();
  if (title !== '') state.findings.report('contentful-link-title-dropped', { title }, place);
  const outer = state.link;
  state.link = target.url;
  const pieces = content();
  state.link = outer;
  return aroundText(pieces, target, state, place);
}

/** Where an address leads; nowhere if it would run code, which is reported. */
export function targetOf({ url, isOpen }: Address, state: State, place: Place | undefined): LinkTarget | undefined {
  if (isDangerous(url)) {
    state.findings.report('contentful-url-blocked', { url: short(url) }, place);
    return undefined;
  }
  return isOpen ? { kind: 'address', url } : state.links.resolve(url, state.page);
}

/** An address as findings show it. */
export const short = (url: string): string => cut(url, 200);

function aroundText(
  pieces: readonly Piece[],
  target: LinkTarget,
  state: State,
  place: Place | undefined,
): readonly Piece[] {
  const linked: Piece[] = [];
  let run: RichText[] = [];
  let split = false;
  const endRun = (): void => {
    if (run.some((piece) => piece.value.trim() !== '')) linked.push(hyperlink(target, run));
    else append(linked, run);
    run = [];
  };
  for (const piece of pieces) {
    if (piece.nodeType === 'text') {
      run.push(piece);
      continue;
    }
    endRun();
    if (piece.nodeType === 'paragraph' || isHeading(piece)) {
      // HTML allows a link around blocks: the link goes into each of them.
      linked.push({ ...piece, content: linkTexts(piece.content, target) });
      continue;
    }
    linked.push(piece);
    // An image knows the link around it, whatever stands beside it.
    if (piece.nodeType !== 'image') split = true;
  }
  endRun();
  if (split && !linked.some(carriesLink)) return boxed(linked, target, state, place);
  if (split) state.findings.report('contentful-link-split', { url: short(target.url) }, place);
  if (linked.some((piece) => piece.nodeType !== 'text')) return linked;
  state.findings.report('contentful-link-empty', { url: short(target.url) }, place);
  return [hyperlink(target, [text(target.url, state.marks)])];
}

/** Whether a reader can still follow the link: an image knows the address around it. */
const carriesLink = (piece: Piece): boolean =>
  piece.nodeType === 'image' ||
  piece.nodeType.endsWith('hyperlink') ||
  ((piece.nodeType === 'paragraph' || isHeading(piece)) && piece.content.some(carriesLink));

/** A link around nothing but entries, of which none could hold its address: a box that holds both. */
function boxed(pieces: readonly Piece[], target: LinkTarget, state: State, place: Place | undefined): readonly Piece[] {
  const body = richDocument(fitBlocks(pieces, state));
  const id = state.entry('container', { tagName: 'a', attributes: { href: target.url }, body }, place);
  return [pieces.every(isInlinePiece) ? embeddedInline(id) : embeddedBlock(id)];
}

const isHeading = (piece: Piece): piece is RichHeading => piece.nodeType.startsWith('heading-');

const linkTexts = (content: readonly RichInline[], target: LinkTarget): RichInline[] =>
  content.map((inline) =>
    inline.nodeType === 'text' && inline.value.trim() !== '' ? hyperlink(target, [inline]) : inline,
  );

/** A link of the kind that its target allows: to an entry or asset of the export, else an address. */
function hyperlink(target: LinkTarget, content: readonly RichText[]): Hyperlink | TargetHyperlink {
  if (target.kind === 'entry') return { nodeType: 'entry-hyperlink', data: { target: entryLink(target.id) }, content };
  if (target.kind === 'asset') return { nodeType: 'asset-hyperlink', data: { target: assetLink(target.id) }, content };
  return { nodeType: 'hyperlink', data: { uri: target.url }, content };
}
