import type { CallTree } from '../../../../src/model/page.ts';
import { createCollector } from '../../../../src/diagnostics/diagnostic.ts';
import { scanShortcodes } from '../../../../src/reader/shortcode/scan.ts';

/** What takes inner text in these tests. */
const PAIRED = new Set(['note', 'tabs', 'tab']);

/** Scans a page's body; findings as `code line:column`. */
export function scan(source: string) {
  const collector = createCollector();
  const { calls, literals, ok } = scanShortcodes(source, 0, (name) => PAIRED.has(name), collector);
  return {
    calls,
    literals,
    ok,
    findings: collector.diagnostics.map(({ code, place }) => `${code} ${place?.line}:${place?.column}`),
    facts: collector.diagnostics.map(({ facts }) => facts),
  };
}

/** The calls as lines: path, name, and the inner text of what has one. */
export function outline(calls: readonly CallTree[]): string[] {
  return calls.flatMap(({ path, name, inner, calls: nested }) => [
    inner ? `${path} ${name} ${JSON.stringify(inner.raw)}` : `${path} ${name}`,
    ...outline(nested),
  ]);
}

/** The values of the arguments of a page's first call; those of named ones by name. */
export function argumentsIn(source: string): unknown {
  const [call] = scan(source).calls;
  if (call?.arguments.kind !== 'named') return call?.arguments.items.map(({ value }) => value);
  return Object.fromEntries(call.arguments.items.map(({ name, value }) => [name, value]));
}
