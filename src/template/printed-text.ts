import { parseTemplate } from './parse.ts';

/** What a template prints that does nothing but print a text, comments left out; undefined for any other. */
export function printedText(template: string): string | undefined {
  const { nodes, problems } = parseTemplate(template);
  let text = '';
  for (const node of nodes) {
    if (node.type === 'text') text += node.value;
    else if (node.type !== 'comment') return undefined;
  }
  return problems.length > 0 ? undefined : text;
}
