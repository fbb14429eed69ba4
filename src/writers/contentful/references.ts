import type { Definition, FlowContent, FootnoteDefinition, Node } from '../../model/nodes.ts';
import { walk } from '../../model/walk.ts';

/** The link definitions and footnotes of a page. */
export interface References {
  /** The definition that holds where the handlers are now. */
  definition(identifier: string): Definition | undefined;
  /** Runs `body` with the definitions among `nodes` ahead of the page's own: the inner text of a call is a document of its own. */
  within<T>(nodes: readonly Node[], body: () => T): T;
  /** The number of a footnote, counted by first use; nothing if nobody defines it. */
  numberOf(identifier: string): number | undefined;
  /** The footnotes that were used, in order; it grows while footnotes are written that use others. */
  readonly used: readonly FootnoteDefinition[];
}

/** Collects what the page defines; of two definitions of one label the first counts, as in CommonMark. */
export function collectReferences(body: readonly FlowContent[]): References {
  const definitions = new Map<string, Definition>();
  const footnotes = new Map<string, FootnoteDefinition>();
  let scoped = false;
  walk(body, (node) => {
    if (node.type === 'definition') {
      if (definitions.has(node.identifier)) scoped = true;
      else definitions.set(node.identifier, node);
    } else if (node.type === 'footnoteDefinition' && !footnotes.has(node.identifier)) {
      footnotes.set(node.identifier, node);
    }
  });
  const scopes: Map<string, Definition>[] = [];
  const numbers = new Map<string, number>();
  const used: FootnoteDefinition[] = [];
  return {
    used,
    definition(identifier) {
      const scope = scopes.findLast((candidate) => candidate.has(identifier)) ?? definitions;
      return scope.get(identifier);
    },
    within(nodes, run) {
      const scope = scoped ? scopeOf(nodes) : undefined;
      if (!scope) return run();
      scopes.push(scope);
      const result = run();
      scopes.pop();
      return result;
    },
    numberOf(identifier) {
      const footnote = footnotes.get(identifier);
      if (!footnote) return undefined;
      const known = numbers.get(identifier);
      if (known !== undefined) return known;
      used.push(footnote);
      numbers.set(identifier, used.length);
      return used.length;
    },
  };
}

function scopeOf(nodes: readonly Node[]): Map<string, Definition> | undefined {
  let scope: Map<string, Definition> | undefined;
  for (const node of nodes) {
    if (node.type !== 'definition' || scope?.has(node.identifier)) continue;
    scope ??= new Map();
    scope.set(node.identifier, node);
  }
  return scope;
}
