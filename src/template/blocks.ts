/** Finds the named templates in a template file, and which block each action stands in. */
import type { TemplateToken, Word } from './lex.ts';

export interface TemplateParts {
  /** What runs when the template is called. */
  readonly body: readonly TemplateToken[];
  /** What `define` and `block` name. */
  readonly named: ReadonlyMap<string, readonly TemplateToken[]>;
}

const OPENING = new Set(['if', 'with', 'range', 'define', 'block']);

/** The keyword that an action begins with. */
export const keywordOf = (words: readonly Word[]): string => (words[0]?.kind === 'name' ? words[0].value : '');

/** Whether an action begins a block that an `end` closes. */
export const opensBlock = (words: readonly Word[]): boolean => OPENING.has(keywordOf(words));

/** Takes the bodies of `define` and `block` out of a template; a `block` also runs where it stands. */
export function separateTemplates(tokens: readonly TemplateToken[]): TemplateParts {
  const named = new Map<string, TemplateToken[]>();
  const body: TemplateToken[] = [];
  /** For each open block the tokens that it collects; only `define` and `block` have lists of their own. */
  const open: TemplateToken[][] = [];
  for (const token of tokens) {
    const into = open.at(-1) ?? body;
    if (token.type === 'text') {
      into.push(token);
      continue;
    }
    const keyword = keywordOf(token.words);
    const name = token.words[1]?.kind === 'text' ? token.words[1].value : '';
    if (keyword === 'define' || keyword === 'block') {
      if (keyword === 'block') into.push(token);
      const own: TemplateToken[] = [];
      named.set(name, own);
      open.push(own);
    } else if (keyword === 'end') {
      const closed = open.pop();
      const around = open.at(-1) ?? body;
      if (closed === around) around.push(token);
    } else {
      into.push(token);
      if (opensBlock(token.words)) open.push(into);
    }
  }
  return { body, named };
}
