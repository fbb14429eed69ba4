import { createCollector } from '../../diagnostics/diagnostic.ts';
import { createSourceText } from '../source-text.ts';
import { lexBody } from './lex.ts';

/**
 * A text as Hugo has it when a template renders it: tags with comment marks have lost them, and are calls like others.
 */
export function runComments(text: string): string {
  if (!text.includes('{{')) return text;
  const { literals } = lexBody(text, 0, createSourceText(text, createCollector('')).report);
  let run = '';
  let at = 0;
  for (const literal of literals) {
    run += text.slice(at, literal.start) + literal.text;
    at = literal.end;
  }
  return run + text.slice(at);
}
