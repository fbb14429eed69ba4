/** The examples of a mapping, as they came out: `decant mapping test`. */
import { unifiedDiff } from '../unified-diff.ts';
import type { Paint } from '../pretty.ts';

interface Result {
  readonly example: { readonly name: string; readonly file: string; readonly place: { readonly line: number } };
  readonly target: string;
  readonly expected: string;
  readonly found: string;
  readonly passed: boolean;
}

/** A line for every example that came out as expected, a diff for every other, and the sum. */
export function prettyExamples(results: readonly Result[], paint: Paint): string {
  const encode = (text: string): Uint8Array => new TextEncoder().encode(`${text.trimEnd()}\n`);
  const lines = results.map(({ example, target, expected, found, passed }) => {
    const where = `${example.file}:${example.place.line}`;
    if (passed) return `${paint('dim', 'ok')}   ${where} ${example.name} (${target})\n`;
    const change = { path: `${example.name} (${target})`, before: encode(expected), after: encode(found) };
    return `${paint('error', 'diff')} ${where} ${example.name} (${target})\n${unifiedDiff(change)}`;
  });
  const failed = results.filter(({ passed }) => !passed).length;
  return `${lines.join('')}${results.length - failed} of ${results.length} as expected\n`;
}
