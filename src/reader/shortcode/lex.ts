import type { Call } from '../../model/nodes.ts';
import { isSpace, type SourceText } from '../source-text.ts';
import { findResume, lexTag } from './lex-tag.ts';
import { MARKS, type Literal, type Tag } from './tag.ts';
import type { PageState } from './tag-lexer.ts';

export interface Lexed {
  readonly tags: readonly Tag[];
  readonly literals: readonly Literal[];
  /** Whether Hugo refuses the page for one of its tags. */
  readonly isFaulty: boolean;
}

/**
 * Finds the tags of a page's body. As Hugo does, before and without regard to Markdown: also in code, in HTML comments
 * and in attribute values; there is no escape but the comment form.
 */
export function lexBody(source: string, bodyStart: number, report: SourceText['report']): Lexed {
  const lexer: BodyLexer = {
    page: { source, report, seen: new Map(), inline: undefined, isFaulty: false },
    tags: [],
    literals: [],
    unclosedComments: new Set(),
  };
  let at = findTag(source, bodyStart);
  while (at >= 0) at = findTag(source, lexAt(at, lexer));
  return { tags: lexer.tags, literals: lexer.literals, isFaulty: lexer.page.isFaulty };
}

interface BodyLexer {
  readonly page: PageState;
  readonly tags: Tag[];
  readonly literals: Literal[];
  /** The notations of which no comment is closed any more: nobody has to look again. */
  readonly unclosedComments: Set<Call['notation']>;
}

function findTag(source: string, from: number): number {
  let at = source.indexOf('{{', from);
  while (at >= 0 && source[at + 2] !== '<' && source[at + 2] !== '%') at = source.indexOf('{{', at + 1);
  return at;
}

/** Reads what begins at `start` and says where it ends. */
function lexAt(start: number, lexer: BodyLexer): number {
  const { page } = lexer;
  const notation = page.source[start + 2] === '%' ? 'markdown' : 'standard';
  if (page.inline !== undefined) {
    const inline = page.inline;
    const closes = inlineClosing(start + 3, inline, page.source);
    if (closes !== 'rightly') return lexInInline(start, { inline, closes }, lexer);
  }
  if (page.source.startsWith('/*', start + 3)) return lexComment(start, notation, lexer);
  const tag = lexTag(page, notation, start);
  lexer.tags.push(tag);
  return tag.end;
}

/**
 * Whether a tag closes the inline shortcode that is open. Hugo wants a space behind the name:
 * `{{< /x.inline>}}` is a fault, and easily mended.
 */
function inlineClosing(from: number, inline: string, source: string): 'rightly' | 'glued' | 'not' {
  let at = skipSpace(source, from);
  if (source[at] !== '/') return 'not';
  at = skipSpace(source, at + 1);
  if (!source.startsWith(inline, at)) return 'not';
  const behind = at + inline.length;
  if (source[behind] === ' ') return 'rightly';
  return source.startsWith('}}', behind + 1) ? 'glued' : 'not';
}

function lexInInline(start: number, found: { inline: string; closes: 'glued' | 'not' }, lexer: BodyLexer): number {
  const { page } = lexer;
  const { inline, closes } = found;
  const end = findResume(page.source, start + 3);
  page.isFaulty = true;
  page.report('shortcode-inline-nesting', { name: inline, closes }, start, end);
  if (closes === 'not') return end;
  lexer.tags.push({ kind: 'closing', name: inline, isUnknown: false, start, end });
  page.inline = undefined;
  return end;
}

function lexComment(start: number, notation: Call['notation'], lexer: BodyLexer): number {
  const { page, unclosedComments } = lexer;
  const { source } = page;
  const mark = MARKS[notation].ends;
  const close = unclosedComments.has(notation) ? -1 : source.indexOf(`*/${mark}`, start + 3);
  if (close < 0) unclosedComments.add(notation);
  if (close < start + 5) {
    const end = findResume(source, start + 5);
    page.isFaulty = true;
    page.report('shortcode-comment-not-closed', { ends: mark }, start, end);
    return end;
  }
  const end = close + 2 + mark.length;
  const text = source.slice(start, start + 3) + source.slice(start + 5, close) + mark;
  lexer.literals.push({ start, end, text });
  return end;
}

function skipSpace(source: string, from: number): number {
  let at = from;
  while (isSpace(source.charCodeAt(at))) at++;
  return at;
}
