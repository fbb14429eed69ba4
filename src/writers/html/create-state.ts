import type { ElementContent } from 'hast';
import type { FlowContent, Node } from '../../model/nodes.ts';
import type { Outcome, WriterInput } from '../writer.ts';
import type { HtmlState, UnmappedForm } from './state.ts';
import { isBlock } from '../../model/kinds.ts';
import { endOf } from '../../model/place.ts';
import { fillTemplate } from '../../model/walk.ts';
import { footnoteSection } from './footnotes.ts';
import { handlers } from './handlers/index.ts';
import { newline, text } from './hast.ts';
import { createScope } from './scope.ts';

/** Opens the state for one page. */
export function createState(input: WriterInput, unmapped: UnmappedForm): HtmlState {
  const { page, source, markup } = input;
  const outcomes: Outcome[] = [];
  const stateFor = (body: readonly FlowContent[]): HtmlState => {
    const state: HtmlState = {
      page,
      source,
      markup,
      unmapped,
      outcomes,
      scope: createScope(body),
      nodes: (nodes) => nodes.flatMap((node) => handle(node, state)),
      flow: (nodes) => separated(nodes, state),
      document: (nodes) => {
        const inner = stateFor(nodes);
        return [...inner.flow(nodes), ...footnoteSection(inner)];
      },
      footnoteMark: (node) => {
        const mark = state.scope.footnotes.refer(node);
        return mark ? [mark] : [text(`[^${node.label}]`)];
      },
      attribute: (value) => fillTemplate(value, state.callText),
      callText: ({ call: { path, place } }) =>
        unmapped === 'marker' ? `XSC${path.replaceAll('.', 'Z')}XSC` : source.slice(place.offset, endOf(place)),
    };
    return state;
  };
  return stateFor(page.body);
}

function handle(node: Node, state: HtmlState): ElementContent[] {
  // The table has a handler for every type that takes that type's nodes; the compiler cannot follow the index.
  const handler = handlers[node.type] as (node: Node, state: HtmlState) => ElementContent[];
  return handler(node, state);
}

/** Blocks end their line; between text and a block the line ends too. */
function separated(nodes: readonly FlowContent[], state: HtmlState): ElementContent[] {
  const content: ElementContent[] = [];
  for (const node of nodes) {
    const written = handle(node, state);
    if (written.length === 0) continue;
    if (!isBlock(node)) {
      content.push(...written);
      continue;
    }
    if (content.length > 0 && content.at(-1) !== newline) content.push(newline);
    content.push(...written, newline);
  }
  return content;
}
