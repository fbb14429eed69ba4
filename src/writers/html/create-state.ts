import type { ElementContent } from 'hast';
import type { FlowContent, Node } from '../../model/nodes.ts';
import type { Outcome, WriterInput } from '../writer.ts';
import type { DocumentScope, HtmlState, UnmappedForm } from './state.ts';
import { createCollector } from '../../diagnostics/diagnostic.ts';
import { isBlock } from '../../model/kinds.ts';
import { endOf } from '../../model/place.ts';
import { fillTemplate } from '../../model/walk.ts';
import { bareImage } from './bare-image.ts';
import { footnoteSection } from './footnotes.ts';
import { handlers } from './handlers/index.ts';
import { newline, text } from './hast.ts';
import { createScope } from './scope.ts';
import { append } from '../../model/append.ts';

/** Opens the state for one page. */
export function createState(input: WriterInput, unmapped: UnmappedForm): HtmlState {
  const { page, source, markup } = input;
  const findings = createCollector(page.file);
  const stateFor = (scope: DocumentScope, isPreformatted: boolean, outcomes: Outcome[]): HtmlState => {
    const state: HtmlState = {
      page,
      source,
      markup,
      unmapped,
      outcomes,
      findings,
      scope,
      isPreformatted,
      preformatted: () => (isPreformatted ? state : stateFor(scope, true, outcomes)),
      inString: () => stateFor(scope, isPreformatted, []),
      nodes: (nodes) => {
        const content: ElementContent[] = [];
        for (const node of nodes) append(content, handle(node, state));
        return content;
      },
      flow: (nodes) => separated(nodes, state),
      document: (nodes) => {
        const inner = stateFor(createScope(nodes), isPreformatted, outcomes);
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
  return stateFor(createScope(page.body), false, []);
}

function handle(node: Node, state: HtmlState): ElementContent[] {
  // The table has a handler for every type that takes that type's nodes; the compiler cannot follow the index.
  const handler = handlers[node.type] as (node: Node, state: HtmlState) => ElementContent[];
  return handler(node, state);
}

/** Hugo puts an image without its paragraph, and a formula, right in front of what follows. */
const endsItsLine = (node: FlowContent, { markup }: HtmlState): boolean =>
  node.type !== 'mathBlock' && !bareImage(node, markup);

/** Blocks end their line; between text and a block the line ends too. */
function separated(nodes: readonly FlowContent[], state: HtmlState): ElementContent[] {
  const content: ElementContent[] = [];
  let unended: ElementContent | undefined;
  for (const node of nodes) {
    const written = handle(node, state);
    if (written.length === 0) continue;
    const before = content.at(-1);
    const follows = before === undefined || before === newline || before === unended;
    if (isBlock(node) && !follows) content.push(newline);
    append(content, written);
    unended = endsItsLine(node, state) ? undefined : content.at(-1);
    if (isBlock(node) && !unended) content.push(newline);
  }
  return content;
}
