/**
 * What handlers return: rich text nodes, and images, of which only the place where they end up decides what they become.
 */
import type { Place } from '../../model/place.ts';
import type { JsonObject } from './export.ts';
import type { RichBlock, RichDocument, RichInline } from './rich-text.ts';

/** An image before it is known whether it stands alone or in a line of text. */
export interface ImagePiece {
  readonly nodeType: 'image';
  readonly asset?: string;
  /** The address, where the image is no file of the site. */
  readonly url?: string;
  readonly alt: string;
  readonly title: string;
  readonly heading?: string;
  readonly caption?: RichDocument;
  readonly link?: string;
  readonly width?: string;
  readonly height?: string;
  readonly attributes?: JsonObject;
  readonly place?: Place;
}

export type Piece = RichBlock | RichInline | ImagePiece;

const INLINE: ReadonlySet<string> = new Set([
  'text',
  'hyperlink',
  'entry-hyperlink',
  'asset-hyperlink',
  'embedded-entry-inline',
  'image',
]);

export const isInlinePiece = (piece: Piece): piece is RichInline | ImagePiece => INLINE.has(piece.nodeType);

/** Whether an image says nothing but what an asset can say: its file and an alternative text. */
export const isPlainImage = (image: ImagePiece): image is ImagePiece & { readonly asset: string } =>
  image.asset !== undefined &&
  image.title === '' &&
  image.heading === undefined &&
  image.caption === undefined &&
  image.link === undefined &&
  image.width === undefined &&
  image.height === undefined &&
  image.attributes === undefined;
