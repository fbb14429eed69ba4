/** Text that follows a variable of the site, as a JavaScript expression. */
import type { TemplatedString, TemplatePart } from '../../model/nodes.ts';
import type { Writing } from './writing.ts';
import { isIdentifier, printString } from './jsx/literal.ts';
import { callSource } from './templated.ts';

/** What a page imports the site's variables as. */
export const VARIABLES = 'variables';

/** A text in which variables stand as an expression; undefined where it holds none, or the target has none. */
export function liveText(text: TemplatedString, { source, draft, ownImports }: Writing): string | undefined {
  if (typeof text === 'string' || !ownImports.has(VARIABLES) || !text.some(isVariable)) return undefined;
  draft.component(VARIABLES);
  return text.map((part) => printPart(part, source)).join(' + ');
}

const isVariable = (part: TemplatePart): boolean =>
  typeof part !== 'string' && part.type === 'value' && part.variable !== undefined;

function printPart(part: TemplatePart, source: string): string {
  if (typeof part === 'string') return printLines(part);
  if (part.type === 'shortcodeInline') return printString(callSource(part, source));
  const { variable, value } = part;
  if (variable === undefined) return printString(value);
  return isIdentifier(variable) ? `${VARIABLES}.${variable}` : `${VARIABLES}[${printString(variable)}]`;
}

/** Each line of the text on a line of its own, so that a person can find their way. */
const printLines = (text: string): string =>
  text
    .split(/(?<=\n)/)
    .map(printString)
    .join(' +\n');
