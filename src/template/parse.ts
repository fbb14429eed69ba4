/** Go's template language as Hugo uses it, from text to a tree. */
import type { Place } from '../model/place.ts';
import type { TemplateToken } from './lex.ts';
import type { Word } from './lex-words.ts';
import type { Branch, ParsedTemplate, Pipeline, TemplateNode, TemplateProblem } from './tree.ts';
import { indexLines, placeAt } from '../model/place.ts';
import { lexTemplate } from './lex.ts';
import { parsePipeline } from './parse-pipeline.ts';

type ActionToken = Extract<TemplateToken, { type: 'action' }>;

/** Blocks deeper than this are a fault: whoever walks the tree must not use up the stack. */
const MAX_DEPTH = 200;

/** An open block. What is inside goes to `into`. */
interface Frame {
  readonly token: ActionToken;
  readonly keyword: string;
  readonly branches: { readonly token: ActionToken; readonly pipeline: Pipeline; readonly body: TemplateNode[] }[];
  otherwise?: TemplateNode[];
  into: TemplateNode[];
  /** Nested too deep: what is inside goes to the block around it. */
  readonly isFlat: boolean;
}

interface Parsing {
  readonly source: string;
  readonly root: TemplateNode[];
  readonly stack: Frame[];
  readonly problems: TemplateProblem[];
  readonly placeOf: (start: number, end: number) => Place;
  readonly report: (reason: string, start: number, end: number) => void;
}

/**
 * Parses a template. It never fails: what cannot be read is a problem with its place, and the tree holds the rest.
 *
 * @example
 * const { nodes } = parseTemplate('<b>{{ .Inner | markdownify }}</b>');
 */
export function parseTemplate(source: string): ParsedTemplate {
  const index = indexLines(source);
  const problems: TemplateProblem[] = [];
  const placeOf = (start: number, end: number): Place => placeAt(index, start, end);
  const report = (reason: string, start: number, end: number): void => {
    problems.push({ reason, place: placeOf(start, end) });
  };
  const parsing: Parsing = { source, root: [], stack: [], problems, placeOf, report };
  const { tokens, faults } = lexTemplate(source);
  for (const { reason, start, end } of faults) report(reason, start, end);
  for (const token of tokens) parseToken(token, parsing);
  const [outermost] = parsing.stack;
  if (outermost) report(`this “${outermost.keyword}” has no “end”`, outermost.token.start, outermost.token.end);
  for (let open = parsing.stack.at(-1); open; open = parsing.stack.at(-1)) closeBlock(open, source.length, parsing);
  return { nodes: parsing.root, problems: problems.toSorted((a, b) => a.place.offset - b.place.offset) };
}

const intoOf = ({ stack, root }: Parsing): TemplateNode[] => stack.at(-1)?.into ?? root;

function parseToken(token: TemplateToken, parsing: Parsing): void {
  const { source, placeOf } = parsing;
  const place = placeOf(token.start, token.end);
  if (token.type === 'text') {
    intoOf(parsing).push({ type: 'text', value: source.slice(token.start, token.end), place });
  } else if (token.type === 'comment') intoOf(parsing).push({ type: 'comment', place });
  else parseAction(token, keywordOf(token.words), parsing);
}

const keywordOf = ([first]: readonly Word[]): string =>
  first?.kind === 'name' && first.path.length === 0 ? first.value : '';

function parseAction(token: ActionToken, keyword: string, parsing: Parsing): void {
  switch (keyword) {
    case 'if':
    case 'with':
    case 'range':
    case 'define':
    case 'block':
      openBlock(token, keyword, parsing);
      return;
    case 'else':
      parseElse(token, parsing);
      return;
    case 'end':
      parseEnd(token, parsing);
      return;
    case 'template':
      parseTemplateCall(token, parsing);
      return;
    case 'break':
    case 'continue':
      parseJump(token, keyword, parsing);
      return;
    default:
      intoOf(parsing).push({
        type: 'action',
        pipeline: parsePipeline(token.words, 0, token, parsing),
        place: parsing.placeOf(token.start, token.end),
      });
  }
}

/** Words of the pipeline in an opening action: behind the keyword, and behind the name of what has one. */
const pipelineFrom = (keyword: string, words: readonly Word[]): number =>
  (keyword === 'define' || keyword === 'block') && words[1]?.kind === 'string' ? 2 : 1;

function openBlock(token: ActionToken, keyword: string, parsing: Parsing): void {
  const isFlat = parsing.stack.length >= MAX_DEPTH;
  if (isFlat && parsing.stack.length === MAX_DEPTH) {
    parsing.report('blocks are nested too deep', token.start, token.end);
  }
  const named = keyword === 'define' || keyword === 'block';
  if (named && token.words[1]?.kind !== 'string') {
    parsing.report(`“${keyword}” needs a name in quotes`, token.start, token.end);
  }
  // Hugo, like Go, takes definitions at the top of a template only.
  if (keyword === 'define' && parsing.stack.length > 0) {
    parsing.report('“define” cannot stand inside another block', token.start, token.end);
  }
  const pipeline =
    keyword === 'define'
      ? { commands: [], place: parsing.placeOf(token.start, token.end) }
      : parsePipeline(token.words, pipelineFrom(keyword, token.words), token, parsing);
  const body: TemplateNode[] = [];
  const into = isFlat ? intoOf(parsing) : body;
  parsing.stack.push({ token, keyword, branches: [{ token, pipeline, body }], into, isFlat });
}

function parseElse(token: ActionToken, parsing: Parsing): void {
  const frame = parsing.stack.at(-1);
  const next = token.words[1];
  if (!frame || frame.keyword === 'define' || frame.keyword === 'block' || frame.otherwise) {
    parsing.report('“else” belongs to no block', token.start, token.end);
    return;
  }
  if (frame.isFlat) return;
  if (next && (keywordOf([next]) === 'if' || keywordOf([next]) === 'with') && frame.keyword !== 'range') {
    const body: TemplateNode[] = [];
    frame.branches.push({ token, pipeline: parsePipeline(token.words, 2, token, parsing), body });
    frame.into = body;
    return;
  }
  if (next) parsing.report('“else” takes nothing but “if” or “with”', token.start, token.end);
  frame.otherwise = [];
  frame.into = frame.otherwise;
}

function parseEnd(token: ActionToken, parsing: Parsing): void {
  const frame = parsing.stack.at(-1);
  if (!frame) {
    parsing.report('“end” closes nothing', token.start, token.end);
    return;
  }
  if (token.words.length > 1) parsing.report('“end” takes nothing', token.start, token.end);
  closeBlock(frame, token.end, parsing);
}

/** Takes the innermost block off the stack and puts its node where it belongs. */
function closeBlock(frame: Frame, end: number, parsing: Parsing): void {
  parsing.stack.pop();
  if (!frame.isFlat) intoOf(parsing).push(nodeOf(frame, end, parsing));
}

function nodeOf(frame: Frame, end: number, { placeOf }: Parsing): TemplateNode {
  const { keyword, token, branches, otherwise } = frame;
  const place = placeOf(token.start, end);
  const [first] = branches;
  const pipeline = first?.pipeline ?? { commands: [], place };
  const body = first?.body ?? [];
  const name = token.words[1]?.kind === 'string' ? token.words[1].value : '';
  if (keyword === 'define') return { type: 'define', name, body, place };
  if (keyword === 'block') return { type: 'block', name, pipeline, body, place };
  if (keyword === 'range') return { type: 'range', pipeline, body, ...(otherwise && { otherwise }), place };
  return {
    type: 'conditional',
    branches: branches.map((branch, at): Branch => {
      const word = branch.token.words[at === 0 ? 0 : 1]?.value;
      const branchEnd = branches[at + 1]?.token.start ?? branch.body.at(-1)?.place;
      const stop =
        typeof branchEnd === 'number' ? branchEnd : branchEnd ? branchEnd.offset + branchEnd.length : branch.token.end;
      return {
        keyword: word === 'with' ? 'with' : 'if',
        pipeline: branch.pipeline,
        body: branch.body,
        place: placeOf(branch.token.start, stop),
      };
    }),
    ...(otherwise && { otherwise }),
    place,
  };
}

function parseTemplateCall(token: ActionToken, parsing: Parsing): void {
  const name = token.words[1];
  if (name?.kind !== 'string') parsing.report('“template” needs a name in quotes', token.start, token.end);
  const place = parsing.placeOf(token.start, token.end);
  const pipeline: Pipeline =
    token.words.length > 2 ? parsePipeline(token.words, 2, token, parsing) : { commands: [], place };
  intoOf(parsing).push({ type: 'template', name: name?.kind === 'string' ? name.value : '', pipeline, place });
}

function parseJump(token: ActionToken, type: 'break' | 'continue', parsing: Parsing): void {
  if (!parsing.stack.some(({ keyword }) => keyword === 'range')) {
    parsing.report(`“${type}” stands outside of “range”`, token.start, token.end);
  }
  intoOf(parsing).push({ type, place: parsing.placeOf(token.start, token.end) });
}
