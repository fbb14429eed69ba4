import type { Audio, Diagram, Figure, Gallery, Include, Video } from '../../../model/nodes.ts';
import type { Piece } from '../pieces.ts';
import type { State } from '../state.ts';
import { limits } from '../limits.ts';
import { assetLink, embeddedBlock, entryLink } from '../rich-text.ts';
import { attributesOf, splitText } from './code.ts';
import { figure, fileOf } from './images.ts';

/** A set of images, each with its own alternative text and caption. */
export function gallery(node: Gallery, state: State): readonly Piece[] {
  const images = node.children.flatMap((child) => imagesOf(child, state));
  return [embeddedBlock(state.entry('gallery', { images }, node.place))];
}

const imagesOf = (node: Figure, state: State) =>
  figure(node, state).flatMap((piece) => (piece.nodeType === 'image' ? [entryLink(state.imageEntry(piece))] : []));

/** Files of the site are assets, those of other sites stand with their addresses. */
export function media(node: Video | Audio, state: State): readonly Piece[] {
  const { type, sources, title, caption, attributes, place } = node;
  const files = sources.map(({ src, mimeType }) => ({
    file: fileOf(state.address(src, place), state, place),
    src: state.text(src, 'an address', place),
    mimeType,
  }));
  const fields = {
    files: files.flatMap(({ file }) => ('asset' in file ? [assetLink(file.asset)] : [])),
    sources: files.filter(({ file }) => 'url' in file).map(sourceOf),
    title,
    caption: caption && state.document(caption),
    attributes: attributesOf(attributes, state),
  };
  if (node.type === 'audio') return [embeddedBlock(state.entry('audio', fields, place))];
  const poster = node.poster === undefined ? undefined : fileOf(state.address(node.poster, place), state, place);
  const picture = {
    poster: poster && 'asset' in poster ? assetLink(poster.asset) : undefined,
    posterUrl: poster && 'url' in poster ? poster.url : undefined,
    width: node.width,
    height: node.height,
  };
  return [embeddedBlock(state.entry(type, { ...fields, ...picture }, place))];
}

const sourceOf = ({ src, mimeType }: { readonly src: string; readonly mimeType: string | undefined }) => ({
  src,
  ...(mimeType !== undefined && { mimeType }),
});

export function diagram(node: Diagram, state: State): readonly Piece[] {
  const [source, ...continued] = splitText(state.text(node.value, 'a diagram'), limits.text);
  return [
    embeddedBlock(state.entry('diagram', { title: node.title, language: node.lang, source, continued }, node.place)),
  ];
}

export const include = (node: Include, state: State): readonly Piece[] => state.pieces(node.children);
