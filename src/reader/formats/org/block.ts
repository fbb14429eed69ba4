import type { ElementContent } from 'hast';
import type { Block } from 'orga';
import type { OrgText } from './state.ts';
import { element, newline, raw, text } from './hast.ts';

/** `#+BEGIN_NAME … #+END_NAME`. Its lines are the author's: orga takes the indentation off each of them. */
export function blockOf(block: Block, org: OrgText): ElementContent[] {
  const lines = linesOf(block, org.lines);
  const name = block.name.toLowerCase();
  switch (name) {
    case 'src':
      return [code(lines, block.params[0] ?? 'text'), newline];
    case 'example':
      return [element('pre', { class: 'example' }, [text(`\n${withoutCommas(lines).join('\n')}\n`)]), newline];
    case 'export':
      return block.params[0]?.toLowerCase() === 'html' ? [raw(lines.join('\n')), newline] : [];
    case 'comment':
      return [];
    case 'quote':
      return [element('blockquote', {}, [newline, ...org.inside(lines)]), newline];
    case 'center':
      return [element('div', { class: 'center-block', style: CENTERED }, [newline, ...org.inside(lines)]), newline];
    default:
      return [element('div', { class: `${name}-block` }, [newline, ...org.inside(lines)]), newline];
  }
}

const CENTERED = 'text-align: center; margin-left: auto; margin-right: auto;';

/** Hugo highlights the code; here the language is all that is said of it. */
function code(lines: readonly string[], language: string): ElementContent {
  const source = element('code', { class: `language-${language}`, 'data-lang': language }, [
    text(withoutCommas(lines).join('\n')),
  ]);
  const box = element('div', { class: 'highlight' }, [element('pre', {}, [source])]);
  return element('div', { class: `src src-${language}` }, [newline, box, newline]);
}

/** The lines between the first and the last, as far to the left as those stand. */
function linesOf({ position }: Block, lines: readonly string[]): readonly string[] {
  if (!position) return [];
  const first = position.start.line;
  const lastLine = position.end.column > 1 ? position.end.line - 1 : position.end.line - 2;
  const margin = (lines[first - 1] ?? '').search(/\S|$/);
  return lines.slice(first, Math.max(first, lastLine)).map((line) => line.slice(Math.min(margin, line.search(/\S|$/))));
}

/** Org hides a line that looks like its own syntax behind a comma: `,* no headline`. */
const withoutCommas = (lines: readonly string[]): readonly string[] =>
  lines.map((line) => (/^\s*,+(?:\*|#\+)/.test(line) ? line.replace(',', '') : line));
