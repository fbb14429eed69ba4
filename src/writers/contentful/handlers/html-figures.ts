import type { Node } from '../../../model/nodes.ts';
import type { ImagePiece, Piece } from '../pieces.ts';
import type { State } from '../state.ts';
import type { Element } from './html-element.ts';
import { fitBlocks } from '../fit.ts';
import { isBlank, isElement, keep, textOf } from './html-element.ts';
import { imagePiece } from './images.ts';

/** `<img>`, with what it says beside address and description. */
export function pictureOf(node: Element, state: State): ImagePiece {
  const src = node.attributes.find((attribute) => attribute.name === 'src')?.value ?? '';
  const title = textOf(node, 'title', state);
  const others = node.attributes.filter(({ name }) => name !== 'src' && name !== 'alt' && name !== 'title');
  return imagePiece(
    {
      src: typeof src === 'boolean' || typeof src === 'number' ? String(src) : src,
      alt: textOf(node, 'alt', state) ?? '',
      ...(title !== undefined && { title }),
      attributes: others,
      ...(node.place && { place: node.place }),
    },
    state,
  );
}

/** A figure around one image is that image with a caption; any other one gives its content, the caption last. */
export function figureElement(node: Element, state: State): readonly Piece[] {
  keep(node, state);
  const children: readonly Node[] = node.children;
  const caption = children.find((child): child is Element => isNamed(child, 'figcaption'));
  if (caption) keep(caption, state);
  const pieces = children.flatMap((child) => (child === caption ? [] : contentOf(child, state)));
  const visible = pieces.filter((piece) => piece.nodeType !== 'text' || piece.value.trim() !== '');
  const [first] = visible;
  if (first?.nodeType === 'image' && visible.length === 1) {
    const document = caption && state.document(caption.children);
    return [document ? { ...first, caption: document } : first];
  }
  return [...fitBlocks(pieces, state), ...fitBlocks(state.pieces(caption?.children ?? []), state)];
}

/** The content of a figure, without the paragraph that Markdown puts around an image. */
function contentOf(child: Node, state: State): readonly Piece[] {
  if (child.type === 'paragraph') return state.pieces(child.children);
  if (isNamed(child, 'p')) {
    keep(child, state);
    return state.pieces(child.children);
  }
  return isBlank(child) ? [] : state.pieces([child]);
}

const isNamed = (node: Node, tagName: string): node is Element => isElement(node) && node.tagName === tagName;
