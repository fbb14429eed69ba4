import type { runExamples } from '../src/pipeline/run-examples.ts';
import type { loadMapping } from '../src/mapping/load.ts';
import type { mappingFacts } from '../src/mapping/facts.ts';
import type { TARGETS } from '../src/targets/load-target.ts';

/** The text of docs/nodes.md: one example of each semantic node, as every target writes it. */
export function createNodesDocs(decant: {
  readonly runExamples: typeof runExamples;
  readonly loadMapping: typeof loadMapping;
  readonly mappingFacts: typeof mappingFacts;
  readonly TARGETS: typeof TARGETS;
}): Promise<string>;
