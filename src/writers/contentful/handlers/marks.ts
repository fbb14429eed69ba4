/** Buttons, badges and icons: entries that stand in a line of text. */
import type { Badge, Button, Icon, Inline, TemplatedString } from '../../../model/nodes.ts';
import type { Place } from '../../../model/place.ts';
import type { Piece } from '../pieces.ts';
import type { State } from '../state.ts';
import { embeddedInline } from '../rich-text.ts';
import { attributesOf } from './code.ts';
import { targetOf } from './links.ts';
import { titleOf } from './semantic.ts';

export function button(node: Button, state: State): readonly Piece[] {
  const { kind, icon: mark, attributes, place } = node;
  const fields = {
    label: labelOf(node.children, state),
    url: urlOf(node.url, state, place),
    kind,
    icon: mark,
    attributes: attributesOf(attributes, state),
  };
  return [embeddedInline(state.entry('button', fields, place))];
}

export function badge(node: Badge, state: State): readonly Piece[] {
  const { kind, place } = node;
  const fields = { label: labelOf(node.children, state), kind, url: urlOf(node.url, state, place) };
  return [embeddedInline(state.entry('badge', fields, place))];
}

export const icon = ({ name, set, label, place }: Icon, state: State): readonly Piece[] => [
  embeddedInline(state.entry('icon', { name, set, label }, place)),
];

const labelOf = (children: readonly Inline[], state: State): string => titleOf(children, state).plain;

const urlOf = (url: TemplatedString | undefined, state: State, place: Place | undefined): string | undefined =>
  url === undefined ? undefined : targetOf(state.address(url, place), state, place)?.url;
