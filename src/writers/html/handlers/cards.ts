import type { ElementContent } from 'hast';
import type { NodeOf } from '../../../model/nodes.ts';
import type { HtmlState } from '../state.ts';
import { plainText } from '../../../model/plain-text.ts';
import { element, newline, text } from '../hast.ts';
import { iconMark } from './marks.ts';
import { destination } from './link.ts';
import { append } from '../../../model/append.ts';

export function cards(node: NodeOf<'cards'>, state: HtmlState): ElementContent[] {
  const items = node.children.flatMap((item) => [...card(item, state), newline]);
  return [element('div', { class: 'cards', 'data-columns': node.columns }, [newline, ...items])];
}

/** An article with its title on top; where the card leads is a link around the title, else around a picture or the address. */
export function card(node: NodeOf<'card'>, state: HtmlState): ElementContent[] {
  const { title, subtitle, footer, link, image, icon, tag, children } = node;
  const lines: ElementContent[] = [];
  const href = link === undefined ? undefined : destination(link, state);
  const linked = (content: ElementContent[]): ElementContent[] =>
    href === undefined ? content : [element('a', { href }, content)];
  const line = (name: string, content: ElementContent[]): void => {
    lines.push(element('p', { class: name }, content), newline);
  };
  if (image !== undefined) {
    const alt = title ? plainText(title) : '';
    const picture = element('img', { class: 'card-image', src: destination(image, state), alt }, []);
    lines.push(...(title ? [picture] : linked([picture])), newline);
  }
  const mark = icon === undefined ? [] : [iconMark({ name: icon }), text(' ')];
  if (title) line('card-title', [...mark, ...linked(state.nodes(title))]);
  else if (image === undefined && href !== undefined) line('card-title', [...mark, ...linked([text(href)])]);
  else if (icon !== undefined) line('card-title', [iconMark({ name: icon })]);
  if (subtitle) line('card-subtitle', state.nodes(subtitle));
  if (tag !== undefined) line('card-tag', [text(tag)]);
  append(lines, state.flow(children));
  if (footer) {
    if (lines.at(-1) !== newline) lines.push(newline);
    lines.push(element('footer', { class: 'card-footer' }, state.nodes(footer)), newline);
  }
  return [element('article', { class: 'card' }, [newline, ...lines])];
}

export function columns(node: NodeOf<'columns'>, state: HtmlState): ElementContent[] {
  const items = node.children.flatMap((item) => [...column(item, state), newline]);
  return [element('div', { class: 'columns' }, [newline, ...items])];
}

export function column(node: NodeOf<'column'>, state: HtmlState): ElementContent[] {
  const own = { class: 'column', 'data-width': node.width };
  return [element('div', own, [newline, ...state.flow(node.children)])];
}

/** An ordered list: instructions come one after the other. */
export function steps(node: NodeOf<'steps'>, state: HtmlState): ElementContent[] {
  const items = node.children.flatMap((item) => [...step(item, state), newline]);
  return [element('ol', { class: 'steps' }, [newline, ...items])];
}

export function step(node: NodeOf<'step'>, state: HtmlState): ElementContent[] {
  const title = node.title ? [element('p', { class: 'step-title' }, state.nodes(node.title)), newline] : [];
  return [element('li', { class: 'step' }, [newline, ...title, ...state.flow(node.children)])];
}
