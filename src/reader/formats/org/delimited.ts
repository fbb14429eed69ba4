import type { ElementContent } from 'hast';
import type { OrgScope } from './state.ts';
import { element, newline, raw, text } from './hast.ts';

const CENTERED = 'text-align: center; margin-left: auto; margin-right: auto;';

/** `#+BEGIN_NAME … #+END_NAME`, from its lines. */
export function delimitedBlock(
  name: string,
  parameters: string,
  lines: readonly string[],
  scope: OrgScope,
): ElementContent[] {
  const [first] = parameters.trim().split(/\s+/);
  switch (name) {
    case 'src':
      return [code(lines, first || 'text'), newline];
    case 'example':
      return [element('pre', { class: 'example' }, [text(`\n${withoutCommas(lines).join('\n')}\n`)]), newline];
    case 'export':
      return first?.toLowerCase() === 'html' ? [raw(lines.join('\n')), newline] : [];
    case 'quote':
      return [element('blockquote', {}, [newline, ...scope.inside(lines)]), newline];
    case 'center':
      return [element('div', { class: 'center-block', style: CENTERED }, [newline, ...scope.inside(lines)]), newline];
    default:
      return [element('div', { class: `${name}-block` }, [newline, ...scope.inside(lines)]), newline];
  }
}

/** Hugo highlights the code; here the language is all that is said of it. */
function code(lines: readonly string[], language: string): ElementContent {
  const content = [text(withoutCommas(lines).join('\n'))];
  const source = element('code', { class: `language-${language}`, 'data-lang': language }, content);
  const box = element('div', { class: 'highlight' }, [element('pre', {}, [source])]);
  return element('div', { class: `src src-${language}` }, [newline, box, newline]);
}

/** Org hides a line that looks like its own syntax behind a comma: `,* no headline`. */
const withoutCommas = (lines: readonly string[]): readonly string[] =>
  lines.map((line) => (/^\s*,+(?:\*|#\+)/.test(line) ? line.replace(',', '') : line));
