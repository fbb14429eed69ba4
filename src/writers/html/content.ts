import type { ElementContent } from 'hast';
import type { WriterInput } from '../writer.ts';
import type { HtmlState, UnmappedForm } from './state.ts';
import { createState } from './create-state.ts';
import { footnoteSection } from './footnotes.ts';

/** What stands on a page, footnotes at its end, and the state that it was written with. */
export interface Content {
  readonly content: readonly ElementContent[];
  readonly state: HtmlState;
}

export function writeContent(input: WriterInput, unmapped: UnmappedForm): Content {
  const state = createState(input, unmapped);
  return { content: [...state.flow(input.page.body), ...footnoteSection(state)], state };
}
