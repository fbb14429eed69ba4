import type { WriterInput } from '../writer.ts';
import type { MdxOptions } from './options.ts';
import type { MdxParser } from './parser.ts';
import { applyEdits } from './draft.ts';
import { type Way, writeBody, type WrittenBody, type WrittenUnit } from './body.ts';

const NEXT: { readonly [W in Way]: Way | undefined } = {
  edited: 'rewritten',
  rewritten: 'escaped',
  escaped: undefined,
};

/**
 * Writes the body and has the parser read what was changed. A block that it cannot read is written the next way, in the
 * end as text in which nothing has a meaning, so that a page always compiles; that much is reported.
 */
export function writeCheckedBody(input: WriterInput, options: MdxOptions): WrittenBody {
  const ways = new Map<number, Way>();
  const problems = new Map<number, string>();
  let body = writeBody(input, options, ways);
  // Any text is Markdown.
  const parser = options.dialect?.syntax === 'markdown' ? undefined : options.parser;
  // Text without any edit holds nothing that MDX reads differently, and backslashes make nothing that it could refuse.
  if (!parser || body.draft.edits.every(({ text }) => text === '\\')) return body;
  for (let problem = parser.problemIn(body.text); problem; problem = parser.problemIn(body.text)) {
    if (!escalate(body, problem, { parser, source: input.source, ways, problems })) break;
    body = writeBody(input, options, ways);
  }
  for (const [index, message] of problems) {
    if (ways.get(index) === 'escaped')
      body.draft.report('mdx-fallback', { problem: message }, body.units[index]?.place);
  }
  return body;
}

interface Checking {
  readonly parser: MdxParser;
  readonly source: string;
  /** How each block is written next, by index. */
  readonly ways: Map<number, Way>;
  /** What the parser said of each block. */
  readonly problems: Map<number, string>;
}

/** Gives the blocks that cannot be read another way; false when none is left. */
function escalate(body: WrittenBody, problem: string, { parser, source, ways, problems }: Checking): boolean {
  const next = (index: number, message: string): boolean => {
    const way = NEXT[body.units[index]?.way ?? 'escaped'];
    if (!way) return false;
    ways.set(index, way);
    problems.set(index, message);
    return true;
  };
  let found = false;
  for (const [index, unit] of body.units.entries()) {
    const own = parser.problemIn(textOf(unit, body, source));
    if (own && next(index, own)) found = true;
  }
  // Each block can be read alone, and all together cannot: those that were changed are the ones to give way.
  if (!found) {
    for (const [index, unit] of body.units.entries()) {
      if (unit.last > unit.first && next(index, problem)) found = true;
    }
  }
  return found;
}

const textOf = ({ start, end, first, last }: WrittenUnit, { draft }: WrittenBody, source: string): string => {
  const edits = draft.edits.slice(first, last);
  return applyEdits(source, edits, Math.min(start, edits[0]?.start ?? start), end);
};
