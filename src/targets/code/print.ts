import type { Code } from './tree.ts';
import { print } from 'esrap';
import tsx from 'esrap/languages/tsx';

/** Prints a module. */
export const printCode = (body: readonly Code[]): string => printNode({ type: 'Program', sourceType: 'module', body });

/** Prints an Astro component: its script between fences, its markup below. */
export const printAstro = (script: readonly Code[], markup: Code): string =>
  script.length === 0 ? printNode(markup) : `---\n${printCode(script)}---\n\n${printNode(markup)}`;

function printNode(node: Code): string {
  // The printer's types are those of a whole parser; the trees here have the parts that it prints.
  const tree = node as unknown as Parameters<typeof print>[0];
  return `${print(tree, tsx({ quotes: 'double' }), { indent: '  ' }).code.trim()}\n`;
}
