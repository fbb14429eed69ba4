import type { Attribute, Figure, Image, ImageReference, TemplatedString } from '../../../model/nodes.ts';
import type { Place } from '../../../model/place.ts';
import type { JsonObject } from '../export.ts';
import type { ImagePiece, Piece } from '../pieces.ts';
import type { RichDocument } from '../rich-text.ts';
import type { Address, State } from '../state.ts';
import { text } from '../rich-text.ts';
import { cleanText } from '../values.ts';
import { attributesOf } from './code.ts';
import { targetOf } from './links.ts';

export function image(node: Image, state: State): readonly Piece[] {
  return [imagePiece({ ...node, src: node.url, alt: state.text(node.alt, 'an image description', node.place) }, state)];
}

export function imageReference(node: ImageReference, state: State): readonly Piece[] {
  const alt = state.text(node.alt, 'an image description', node.place);
  const definition = state.references.definition(node.identifier);
  if (!definition) return [text(`![${alt}]`, state.marks)];
  const { url, title } = definition;
  return [imagePiece({ src: url, alt, ...(title !== undefined && { title }), ...placed(node.place) }, state)];
}

export function figure(node: Figure, state: State): readonly Piece[] {
  const caption = node.caption && state.document(node.caption);
  const piece = imagePiece(
    {
      src: node.src,
      alt: node.alt ?? '',
      ...(node.title !== undefined && node.title !== '' && { heading: node.title }),
      ...(caption && { caption }),
      ...(node.link !== undefined && { link: node.link }),
      ...(node.width !== undefined && { width: node.width }),
      ...(node.height !== undefined && { height: node.height }),
      ...(node.attributes && { attributes: node.attributes }),
      ...placed(node.place),
    },
    state,
  );
  const [ofImage, ofLink] = [attributesOf(node.imageAttributes, state), attributesOf(node.linkAttributes, state)];
  if (!ofImage && !ofLink) return [piece];
  const attributes = { ...piece.attributes, ...(ofImage && { image: ofImage }), ...(ofLink && { link: ofLink }) };
  return [{ ...piece, attributes }];
}

const placed = (place: Place | undefined): { readonly place?: Place } => (place ? { place } : {});

export interface ImageSource {
  readonly src: TemplatedString;
  readonly alt: string;
  readonly title?: TemplatedString;
  /** A title that readers see. */
  readonly heading?: string;
  readonly caption?: RichDocument;
  readonly link?: TemplatedString;
  readonly width?: string;
  readonly height?: string;
  readonly attributes?: readonly Attribute[];
  readonly place?: Place;
}

/** An image with its file found; width and height are taken from the attributes where they stand there. */
export function imagePiece(source: ImageSource, state: State): ImagePiece {
  const { place } = source;
  const title = source.title === undefined ? '' : state.text(source.title, 'a title', place);
  const own = source.link === undefined ? undefined : targetOf(state.address(source.link, place), state, place)?.url;
  const link = own ?? state.link;
  const { width = source.width, height = source.height, rest } = sizeOf(source.attributes, state);
  return {
    nodeType: 'image',
    ...fileOf(state.address(source.src, place), state, place),
    alt: cleanText(source.alt).replace(/\s+/g, ' ').trim(),
    title,
    ...(source.heading !== undefined && { heading: source.heading }),
    ...(source.caption && { caption: source.caption }),
    ...(link !== undefined && { link }),
    ...(width !== undefined && width !== '' && { width }),
    ...(height !== undefined && height !== '' && { height }),
    ...(rest && { attributes: rest }),
    ...placed(place),
  };
}

/** The asset that an address leads to, or the address where it is no file of the site. */
export function fileOf(address: Address, state: State, place: Place | undefined): { asset: string } | { url: string } {
  const target = targetOf(address, state, place);
  return target?.kind === 'asset' ? { asset: target.id } : { url: target?.url ?? '' };
}

function sizeOf(
  attributes: readonly Attribute[] | undefined,
  state: State,
): { width?: string; height?: string; rest?: JsonObject } {
  const all = attributesOf(attributes, state);
  if (!all) return {};
  const { width, height, ...rest } = all;
  return {
    ...(width !== undefined && { width: String(width) }),
    ...(height !== undefined && { height: String(height) }),
    ...(Object.keys(rest).length > 0 && { rest }),
  };
}
