import type { RootContent } from 'mdast';
import type { Admonition } from '../../../../model/nodes.ts';
import type { TreeHandlers, TreeState } from '../state.ts';
import { isBlock } from '../../../../model/kinds.ts';
import { trimmed } from '../element.ts';
import { onOneLine, paragraph } from '../phrasing.ts';

/** How a target writes admonitions as `:::name[Title]`. */
export interface DirectiveForm {
  /** The target's name for each kind of admonition that it knows. */
  readonly names: Readonly<Record<string, string>>;
  /** The name for any other kind, whose own word then is the title. */
  readonly otherwise: string;
}

/**
 * Writes admonitions as container directives. One that opens and closes is a `<details>`.
 */
export function directiveAdmonition({ names, otherwise }: DirectiveForm): TreeHandlers['admonition'] {
  return (node, state) => {
    const kind = node.kind.toLowerCase();
    const name = Object.hasOwn(names, kind) ? names[kind] : undefined;
    const title = node.title ?? (name === undefined || node.collapsible !== 'none' ? [wordFor(node.kind)] : undefined);
    if (node.collapsible !== 'none') return state.node(asDetails(node, title ?? []));
    return [
      {
        type: 'directiveBlock',
        name: name ?? otherwise,
        label: title ? onOneLine(trimmed(state.inlines(title))) : [],
        children: contentOf(node, state),
      },
    ];
  };
}

function contentOf({ children }: Admonition, state: TreeState): RootContent[] {
  if (children.some(isBlock)) return state.blocks(children);
  const line = trimmed(state.inlines(children));
  return line.length === 0 ? [] : [paragraph(line)];
}

/** An admonition that opens and closes, as what HTML has for that. */
export const asDetails = (node: Admonition, summary: NonNullable<Admonition['title']>) => ({
  type: 'details' as const,
  summary,
  open: node.collapsible === 'open',
  children: node.children,
  ...(node.place && { place: node.place }),
});

/** The author's word for the kind as a title. */
export const wordFor = (kind: string) => ({
  type: 'text' as const,
  value: kind.charAt(0).toUpperCase() + kind.slice(1),
});
