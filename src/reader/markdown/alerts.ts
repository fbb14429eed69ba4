import type { Alert, Inline } from '../../model/nodes.ts';
import type { Unpaired } from '../html/raw.ts';

/**
 * Hugo's alerts: a quote whose first line is `[!letters]`, then `+` or `-`, then a title. Only a blockquote render hook
 * sees them; without one they are text, which is why the line also stays in the quote.
 */
export function alertOf(children: readonly Unpaired[]): Alert | undefined {
  const [first] = children;
  if (first?.type !== 'paragraph') return undefined;
  const [opening, ...rest] = first.children;
  if (opening?.type !== 'text' || !opening.value.startsWith('[!')) return undefined;
  const close = opening.value.indexOf(']');
  const kind = opening.value.slice(2, close);
  if (close < 0 || !isLetters(kind)) return undefined;
  const mark = opening.value[close + 1];
  const sign = mark === '+' || mark === '-' ? mark : undefined;
  const title = firstLine(opening.value.slice(close + (sign ? 2 : 1)), rest);
  return {
    kind: kind.toLowerCase(),
    ...(sign && { sign }),
    ...(title.length > 0 && { title }),
  };
}

const isLetters = (text: string): boolean =>
  text !== '' && [...text].every((letter) => (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z'));

/** The inlines up to the first line break. Raw HTML has no place in a title before it is paired: it ends the title. */
function firstLine(opening: string, rest: readonly Unpaired[]): readonly Inline[] {
  const [line = ''] = opening.trimStart() === '' ? [opening.trim()] : opening.split('\n');
  const ended = opening.includes('\n');
  const title: Inline[] = line.trim() === '' ? [] : [{ type: 'text', value: line.trimStart() }];
  if (ended) return title;
  for (const node of rest) {
    if (node.type === 'break' || !isFinished(node)) break;
    if (node.type !== 'text' || !node.value.includes('\n')) {
      title.push(node);
      continue;
    }
    const [end = ''] = node.value.split('\n');
    if (end !== '') title.push({ type: 'text', value: end });
    break;
  }
  return title;
}

const PLAIN = ['text', 'emoji', 'inlineCode', 'mathInline', 'image', 'imageReference', 'shortcodeInline'];

function isFinished(node: Unpaired): node is Inline {
  if (PLAIN.includes(node.type)) return true;
  const nested = [
    'emphasis',
    'strong',
    'delete',
    'link',
    'linkReference',
    'insert',
    'mark',
    'subscript',
    'superscript',
  ];
  return nested.includes(node.type) && 'children' in node && (node.children as readonly Unpaired[]).every(isFinished);
}
