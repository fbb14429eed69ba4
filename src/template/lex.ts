/** Splits a Go template into text, comments and actions. */
import type { Fault, Word } from './lex-words.ts';
import { lexWords } from './lex-words.ts';
import { append } from '../model/append.ts';

export type TemplateToken =
  /** Text as it is printed: what trim markers take is not in it. */
  | { readonly type: 'text'; readonly start: number; readonly end: number }
  | { readonly type: 'comment'; readonly start: number; readonly end: number }
  | { readonly type: 'action'; readonly words: readonly Word[]; readonly start: number; readonly end: number };

export interface LexedTemplate {
  readonly tokens: readonly TemplateToken[];
  readonly faults: readonly Fault[];
}

const OPEN = '{{';
const CLOSE = '}}';

/** Reads a template. Nothing in it stops the reading: a template with a fault still shows which fields it uses. */
export function lexTemplate(source: string): LexedTemplate {
  const tokens: TemplateToken[] = [];
  const faults: Fault[] = [];
  let at = 0;
  /** Whether the action before ended in a trim marker. */
  let trims = false;
  while (at < source.length) {
    const found = source.indexOf(OPEN, at);
    const open = found < 0 ? source.length : found;
    pushText(tokens, source, trims ? skipSpace(source, at, open) : at, textEnd(source, at, open));
    if (found < 0) break;
    const { token, next, fault } = source.startsWith('/*', afterTrim(source, open + OPEN.length))
      ? lexComment(source, open)
      : lexAction(source, open);
    tokens.push(token);
    append(faults, fault);
    at = next;
    trims = isTrimmed(source, token.end);
  }
  return { tokens, faults };
}

function pushText(tokens: TemplateToken[], source: string, start: number, end: number): void {
  if (end > start && start < source.length) tokens.push({ type: 'text', start, end });
}

/** Where the text before an action ends: `{{- ` takes the white space in front of it. */
function textEnd(source: string, from: number, open: number): number {
  if (open === source.length || afterTrim(source, open + OPEN.length) === open + OPEN.length) return open;
  let end = open;
  while (end > from && isSpace(source.charAt(end - 1))) end--;
  return end;
}

function skipSpace(source: string, from: number, to: number): number {
  let at = from;
  while (at < to && isSpace(source.charAt(at))) at++;
  return at;
}

/** Behind the trim marker of an action that opens; a minus sign without white space behind it belongs to a number. */
const afterTrim = (source: string, from: number): number =>
  source.charAt(from) === '-' && isSpace(source.charAt(from + 1)) ? from + 2 : from;

/** Whether the action that ends at `end` has a trim marker before its braces. */
const isTrimmed = (source: string, end: number): boolean =>
  source.startsWith(`-${CLOSE}`, end - 3) && isSpace(source.charAt(end - 4));

interface LexedPart {
  readonly token: TemplateToken;
  readonly next: number;
  readonly fault: readonly Fault[];
}

function lexComment(source: string, open: number): LexedPart {
  const end = source.indexOf('*/', afterTrim(source, open + OPEN.length) + 2);
  const close = end < 0 ? -1 : source.indexOf(CLOSE, end + 2);
  const next = close < 0 ? source.length : close + CLOSE.length;
  const token = { type: 'comment', start: open, end: next } as const;
  const between = end < 0 || close < 0 ? '' : source.slice(end + 2, close);
  const reason =
    end < 0
      ? 'this comment is never closed'
      : between === '' || (between.endsWith('-') && isSpace(between.charAt(0)) && between.trim() === '-')
        ? undefined
        : 'a comment must end right before its closing braces';
  return { token, next, fault: reason === undefined ? [] : [{ reason, start: open, end: open + OPEN.length }] };
}

function lexAction(source: string, open: number): LexedPart {
  const { words, end, faults } = lexWords(source, afterTrim(source, open + OPEN.length));
  const isOpen = end >= source.length;
  const next = isOpen ? source.length : end + CLOSE.length;
  const unclosed = { reason: 'this action is never closed', start: open, end: open + OPEN.length };
  return {
    token: { type: 'action', words, start: open, end: next },
    next,
    fault: isOpen ? [unclosed, ...faults] : faults,
  };
}

const isSpace = (character: string): boolean =>
  character === ' ' || character === '\n' || character === '\t' || character === '\r';
