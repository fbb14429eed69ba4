/** From the words of an action to a pipeline. */
import type { Place } from '../model/place.ts';
import type { Word } from './lex-words.ts';
import type { Command, Operand, Pipeline } from './tree.ts';

/** Parentheses deeper than this are a fault: nobody writes them, and reading them must not use up the stack. */
const MAX_DEPTH = 100;

export interface PipelineContext {
  readonly placeOf: (start: number, end: number) => Place;
  readonly report: (reason: string, start: number, end: number) => void;
}

interface Reading extends PipelineContext {
  readonly words: readonly Word[];
  at: number;
  depth: number;
}

/** Reads words from the `from`th on as one pipeline; `around` is the action, for the place of one without words. */
export function parsePipeline(
  words: readonly Word[],
  from: number,
  around: { readonly start: number; readonly end: number },
  context: PipelineContext,
): Pipeline {
  const reading: Reading = { ...context, words, at: from, depth: 0 };
  const pipeline = readPipeline(reading, around);
  while (reading.at < words.length) {
    const stray = words[reading.at];
    if (stray) context.report(`“${stray.value}” closes nothing`, stray.start, stray.end);
    reading.at++;
    // What follows is read all the same, for the fields in it; its commands are dropped with the parenthesis.
    const rest = readPipeline(reading, around);
    if (rest.commands.length > 0) return { ...pipeline, commands: [...pipeline.commands, ...rest.commands] };
  }
  return pipeline;
}

function readPipeline(reading: Reading, around: { readonly start: number; readonly end: number }): Pipeline {
  const first = reading.words[reading.at];
  const assigns = readAssignment(reading);
  const commands: Command[] = [];
  for (let command = readCommand(reading); command !== 'end'; command = readCommand(reading)) {
    if (command) commands.push(command);
  }
  const last = reading.words[reading.at - 1];
  const start = first && last && last.end > first.start ? first.start : around.start;
  const end = first && last && last.end > first.start ? last.end : around.end;
  if (commands.length === 0) reading.report('a value is missing', around.start, around.end);
  return { ...(assigns && { assigns }), commands, place: reading.placeOf(start, end) };
}

/** `$x :=`, `$x =`, `$i, $x :=` */
function readAssignment(reading: Reading): Pipeline['assigns'] {
  const variables: string[] = [];
  for (let at = reading.at; ; at += 2) {
    const word = reading.words[at];
    const next = reading.words[at + 1];
    if (word?.kind !== 'variable' || word.path.length > 0 || next?.kind !== 'sign') return undefined;
    variables.push(word.value);
    if (next.value === ',') continue;
    if (next.value !== ':=' && next.value !== '=') return undefined;
    reading.at = at + 2;
    return { kind: next.value === ':=' ? 'declare' : 'set', variables };
  }
}

/** The next command and the `|` behind it; undefined for one without operands, `end` where the pipeline ends. */
function readCommand(reading: Reading): Command | undefined | 'end' {
  const operands: Operand[] = [];
  for (;;) {
    const word = reading.words[reading.at];
    if (!word || (word.kind === 'sign' && word.value === ')')) {
      return operands.length > 0 ? commandOf(operands, reading) : 'end';
    }
    reading.at++;
    if (word.kind === 'sign' && word.value === '|') {
      // Go takes `{{ .A | }}`, and refuses `{{ | .A }}` and `{{ .A | | .B }}`.
      if (operands.length === 0) reading.report('a command is missing before the “|”', word.start, word.end);
      return commandOf(operands, reading);
    }
    const operand = readOperand(word, reading);
    if (operand) operands.push(operand);
  }
}

function commandOf(operands: readonly Operand[], { placeOf }: Reading): Command | undefined {
  const [first, ...rest] = operands;
  if (!first) return undefined;
  const { place } = rest.at(-1) ?? first;
  return { operands: [first, ...rest], place: placeOf(first.place.offset, place.offset + place.length) };
}

const KEYWORDS = new Set(['if', 'else', 'end', 'with', 'range', 'define', 'block', 'template', 'break', 'continue']);

function readOperand(word: Word, reading: Reading): Operand | undefined {
  const { value, path } = word;
  const place = reading.placeOf(word.start, word.end);
  switch (word.kind) {
    case 'field':
      return path.length === 0 ? { type: 'dot', place } : { type: 'field', path, place };
    case 'variable':
      return { type: 'variable', name: value, path, place };
    case 'name':
      if (path.length === 0 && KEYWORDS.has(value)) reading.report(`“${value}” cannot stand`, word.start, word.end);
      if (path.length === 0 && (value === 'true' || value === 'false'))
        return { type: 'boolean', value: value === 'true', place };
      return path.length === 0 && value === 'nil'
        ? { type: 'nil', place }
        : { type: 'function', name: value, path, place };
    case 'string':
    case 'number':
    case 'character':
      return { type: word.kind, value, place };
    default:
      return word.value === '(' ? readParenthesis(word, reading) : readStraySign(word, reading);
  }
}

function readStraySign({ value, start, end }: Word, { report }: Reading): undefined {
  report(`“${value}” cannot stand`, start, end);
}

function readParenthesis(open: Word, reading: Reading): Operand | undefined {
  if (reading.depth >= MAX_DEPTH) {
    reading.report('parentheses are nested too deep', open.start, open.end);
    return undefined;
  }
  reading.depth++;
  const pipeline = readPipeline(reading, open);
  reading.depth--;
  const close = reading.words[reading.at];
  if (!close) {
    reading.report('this parenthesis is never closed', open.start, open.end);
    return { type: 'pipeline', pipeline, path: [], place: reading.placeOf(open.start, pipelineEnd(pipeline, open)) };
  }
  reading.at++;
  return { type: 'pipeline', pipeline, path: close.path, place: reading.placeOf(open.start, close.end) };
}

const pipelineEnd = ({ place }: Pipeline, open: Word): number => Math.max(open.end, place.offset + place.length);
