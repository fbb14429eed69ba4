import type { Code, Facts } from '../../diagnostics/catalogue.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Place } from '../../model/place.ts';
import type { Outcome } from '../writer.ts';
import { createDiagnostic } from '../../diagnostics/diagnostic.ts';

/** Replaces the source text between two offsets. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** A point in a draft to go back to. */
export interface Mark {
  readonly edits: number;
  readonly diagnostics: number;
  readonly outcomes: number;
  readonly components: number;
  readonly needs: number;
  readonly failed: boolean;
}

/**
 * What the writer has decided of a page so far: edits of its source text, in order and without overlap, and what goes
 * with them. A way of writing a block that turns out not to work is taken back with `reset`.
 */
export interface Draft {
  readonly edits: Edit[];
  readonly diagnostics: Diagnostic[];
  readonly outcomes: Outcome[];
  readonly components: string[];
  /** What was written that only MDX can say, as in `<Tabs>`. */
  readonly needs: string[];
  /** Replaces text behind all edits made so far; one that overlaps them makes the draft fail. */
  edit(start: number, end: number, text: string): void;
  /** Puts an edit before those from `index` on. */
  insert(index: number, edit: Edit): void;
  report<C extends Code>(code: C, facts: Facts[C], place: Place | undefined): void;
  outcome(outcome: Outcome): void;
  /** Notes that the page uses a component. */
  component(name: string): void;
  /** Whether two edits wanted the same text: the nodes' places do not nest. */
  readonly failed: boolean;
  mark(): Mark;
  reset(mark: Mark): void;
  /** Takes out the edits made since the mark. */
  takeEdits(mark: Mark): Edit[];
}

/** Starts an empty draft for the page in `file`. */
export function createDraft(file: string): Draft {
  const edits: Edit[] = [];
  const diagnostics: Diagnostic[] = [];
  const outcomes: Outcome[] = [];
  const components: string[] = [];
  const needs: string[] = [];
  let failed = false;
  return {
    edits,
    diagnostics,
    outcomes,
    components,
    needs,
    edit: (start, end, text) => {
      const last = edits.at(-1);
      if (last && start < last.end) failed = true;
      else edits.push({ start, end, text });
    },
    insert: (index, edit) => {
      edits.splice(index, 0, edit);
    },
    report: (code, facts, place) => {
      diagnostics.push(createDiagnostic(code, facts, { file, ...(place && { place }) }));
    },
    outcome: (outcome) => {
      outcomes.push(outcome);
    },
    component: (name) => {
      components.push(name);
      needs.push(`<${name}>`);
    },
    get failed() {
      return failed;
    },
    mark: () => ({
      edits: edits.length,
      diagnostics: diagnostics.length,
      outcomes: outcomes.length,
      components: components.length,
      needs: needs.length,
      failed,
    }),
    reset: (mark) => {
      edits.length = mark.edits;
      diagnostics.length = mark.diagnostics;
      outcomes.length = mark.outcomes;
      components.length = mark.components;
      needs.length = mark.needs;
      failed = mark.failed;
    },
    takeEdits: (mark) => edits.splice(mark.edits),
  };
}

/** The source text between two offsets with the edits that stand there. */
export function applyEdits(source: string, edits: readonly Edit[], from: number, to: number): string {
  if (edits.length === 0) return source.slice(from, to);
  const parts: string[] = [];
  let at = from;
  for (const { start, end, text } of edits) {
    parts.push(source.slice(at, start), text);
    at = end;
  }
  parts.push(source.slice(at, to));
  return parts.join('');
}
