import type { Card, Cards, Column, Columns, Inline, Step, Steps } from '../../../model/nodes.ts';
import type { Piece } from '../pieces.ts';
import type { State } from '../state.ts';
import { assetLink, embeddedBlock, entryLink } from '../rich-text.ts';
import { fileOf } from './images.ts';
import { targetOf } from './links.ts';
import { titleOf } from './semantic.ts';

export function steps(node: Steps, state: State): readonly Piece[] {
  const links = node.children.map((child) => entryLink(stepEntry(child, state)));
  return [embeddedBlock(state.entry('steps', { steps: links }, node.place))];
}

export const step = (node: Step, state: State): readonly Piece[] => [embeddedBlock(stepEntry(node, state))];

function stepEntry({ title, children, place }: Step, state: State): string {
  return state.entry('step', { ...titleFields(title, state), body: state.document(children) }, place);
}

function titleFields(title: readonly Inline[] | undefined, state: State) {
  const fields = title && titleOf(title, state);
  return { title: fields?.plain, richTitle: fields?.rich };
}

export function cards(node: Cards, state: State): readonly Piece[] {
  const links = node.children.map((child) => entryLink(cardEntry(child, state)));
  return [embeddedBlock(state.entry('cards', { columns: node.columns, cards: links }, node.place))];
}

export const card = (node: Card, state: State): readonly Piece[] => [embeddedBlock(cardEntry(node, state))];

function cardEntry({ title, subtitle, footer, link, image, icon, tag, children, place }: Card, state: State): string {
  const file = image === undefined ? undefined : fileOf(state.address(image, place), state, place);
  const fields = {
    ...titleFields(title, state),
    subtitle: subtitle && state.document(subtitle),
    link: link === undefined ? undefined : targetOf(state.address(link, place), state, place)?.url,
    asset: file && 'asset' in file ? assetLink(file.asset) : undefined,
    url: file && 'url' in file ? file.url : undefined,
    icon,
    tag,
    body: state.document(children),
    footer: footer && state.document(footer),
  };
  return state.entry('card', fields, place);
}

export function columns(node: Columns, state: State): readonly Piece[] {
  const links = node.children.map((child) => entryLink(columnEntry(child, state)));
  return [embeddedBlock(state.entry('columns', { columns: links }, node.place))];
}

export const column = (node: Column, state: State): readonly Piece[] => [embeddedBlock(columnEntry(node, state))];

const columnEntry = ({ width, children, place }: Column, state: State): string =>
  state.entry('column', { width, body: state.document(children) }, place);
