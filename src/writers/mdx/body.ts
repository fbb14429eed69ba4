import type { RootContent } from 'mdast';
import type { FlowContent } from '../../model/nodes.ts';
import type { WriterInput } from '../writer.ts';
import type { MdxOptions } from './options.ts';
import { endOf, type Place } from '../../model/place.ts';
import { plainText } from '../../model/plain-text.ts';
import { applyEdits, createDraft, type Draft } from './draft.ts';
import { editBlock } from './edit/blocks.ts';
import { editUnit, NOTHING, type Unit, unitsOf, writeNodes, type Written } from './edit/flow.ts';
import { bodyFrame } from './edit/frame.ts';
import { editInlines } from './edit/inlines.ts';
import { isBlankBetween, splitLines } from './edit/lines.ts';
import { createTree } from './tree/create.ts';
import { text } from './tree/nodes.ts';
import { paragraph } from './tree/phrasing.ts';
import { settingsFor, type Writing } from './writing.ts';

/** How a block is written: the author's text with edits, new text from its tree, or its source as mere text. */
export type Way = 'edited' | 'rewritten' | 'escaped';

/** A unit of the body as it was written. */
export interface WrittenUnit {
  readonly nodes: readonly FlowContent[];
  readonly place: Place | undefined;
  readonly way: Way;
  /** Edits from `first` up to `last`, not included, are its own. */
  readonly first: number;
  readonly last: number;
  /** Where its source text starts and ends; equal where none stands for it. */
  readonly start: number;
  readonly end: number;
}

export interface WrittenBody {
  readonly draft: Draft;
  readonly units: readonly WrittenUnit[];
  readonly text: string;
}

/** Writes the body, each unit the way that `ways` says or edited where it says nothing. */
export function writeBody(input: WriterInput, options: MdxOptions, ways: ReadonlyMap<number, Way>): WrittenBody {
  const draft = createDraft(input.page.file);
  const settings = settingsFor(input, options);
  const tree = createTree(() => writing, settings.dialect.handlers);
  const writing: Writing = { ...settings, draft, tree, edit: { block: editBlock, inlines: editInlines } };
  const { body, bodyPlace } = input.page;
  const { source } = input;
  const units: WrittenUnit[] = [];
  let at = bodyPlace.offset;
  let before: Written = NOTHING;
  const found = unitsOf(body);
  for (const [index, candidate] of found.entries()) {
    const way = ways.get(index) ?? 'edited';
    // What no source text stands for goes behind what is before it.
    const placed = candidate.placed && candidate.start >= at;
    // As mere text also what an element without a closing tag reaches to counts: everything up to the next block.
    const end = way === 'escaped' ? nextStart(found, index, endOf(bodyPlace)) : candidate.end;
    const unit: Unit = placed ? { ...candidate, end } : { ...candidate, placed, start: at, end: at };
    const first = draft.edits.length;
    const written = writeUnit(unit, way, at, before, writing);
    units.push({
      nodes: unit.nodes,
      place: unit.nodes[0]?.place,
      way,
      first,
      last: draft.edits.length,
      start: unit.start,
      end: unit.end,
    });
    if (written === NOTHING) continue;
    // What is put in front of the author's text is set apart from it as the author's blocks are.
    before = written.form === 'new' && !placed ? { ...written, open: true } : written;
    at = unit.end;
  }
  const end = endOf(bodyPlace);
  if (!isBlankBetween(source, at, end, false)) draft.edit(at, end, source.endsWith('\n') ? '\n' : '');
  return { draft, units, text: applyEdits(source, draft.edits, bodyPlace.offset, end) };
}

/** Where the next unit starts that source text stands for. */
function nextStart(units: readonly Unit[], index: number, bodyEnd: number): number {
  const { end } = units[index] ?? { end: bodyEnd };
  return units.slice(index + 1).find(({ placed, start }) => placed && start >= end)?.start ?? bodyEnd;
}

function writeUnit(unit: Unit, way: Way, at: number, before: Written, writing: Writing): Written {
  const { draft, tree, source } = writing;
  if (way === 'edited' && unit.placed) {
    const mark = draft.mark();
    const written = editUnit(unit, at, before, bodyFrame, writing);
    if (written && !draft.failed) return written;
    draft.reset(mark);
  }
  const nodes: RootContent[] =
    way === 'escaped'
      ? asText(unit.placed ? source.slice(unit.start, unit.end) : plainText(unit.nodes))
      : tree.inside({ copies: way === 'edited' }).blocks(unit.nodes);
  return writeNodes(nodes, unit, { at, before, frame: bodyFrame }, writing) ?? NOTHING;
}

/** Source text as paragraphs in which nothing has a meaning. */
function asText(source: string): RootContent[] {
  const paragraphs: string[][] = [[]];
  for (const line of splitLines(source)) {
    if (line.trim() === '') paragraphs.push([]);
    else paragraphs.at(-1)?.push(line.trim());
  }
  return paragraphs.filter((lines) => lines.length > 0).map((lines) => paragraph([text(lines.join('\n'))]));
}
