/** A new `decant.yaml` as text. */
import { Document, isCollection, isMap, isPair, isScalar } from 'yaml';
import type { PlannedConfig } from './plan-config.ts';

const SCHEMA = 'node_modules/decant/schema/config.json';

/** Lines are not folded: an editor shows them whole, and a path stays in one piece. */
const PRINTING = { lineWidth: 0, flowCollectionPadding: true } as const;

/** Prints the file through the YAML library, with a comment above every rule. */
export function printConfig(config: PlannedConfig): string {
  const mapping = mappingOf(config);
  const { target } = config;
  const document = new Document(
    { version: 1, target, ...(Object.keys(mapping).length > 0 && { mapping }) },
    // What two rules have in common is written twice: people read it.
    { aliasDuplicateObjects: false },
  );
  document.commentBefore = ` yaml-language-server: $schema=${SCHEMA}`;
  const comments = new Map(config.shortcodes.map(({ name, comment }) => [name, comment]));
  flow(document.getIn(['mapping', 'extends'], true));
  for (const table of ['components', 'shortcodes']) {
    const map = document.getIn(['mapping', table], true);
    if (!isMap(map)) continue;
    for (const pair of map.items) {
      if (!isPair(pair) || !isScalar(pair.key)) continue;
      flow(pair.value);
      const comment = table === 'shortcodes' ? comments.get(String(pair.key.value)) : undefined;
      if (comment !== undefined) pair.key.commentBefore = ` ${comment}`;
    }
  }
  const table = document.get('mapping', true);
  const shortcodes = isMap(table)
    ? table.items.find(({ key }) => isScalar(key) && key.value === 'shortcodes')
    : undefined;
  if (isScalar(shortcodes?.key) && config.shortcodes.some(({ isOpen }) => isOpen)) shortcodes.key.commentBefore = OPEN;
  return document.toString(PRINTING);
}

const mappingOf = ({ extends: extended, components, shortcodes }: PlannedConfig) => ({
  ...(extended.length > 0 && { extends: extended }),
  ...(components.length > 0 && {
    components: Object.fromEntries(components.map(({ name, module }) => [name, { import: module }])),
  }),
  ...(shortcodes.length > 0 && { shortcodes: Object.fromEntries(shortcodes.map(({ name, rule }) => [name, rule])) }),
});

const OPEN =
  ' as: component waits for you: write the component, or say what it means (decant mapping list shows the kinds)';

/** A rule that fits on one line is written on one. */
const MAX_FLOW = 100;

function flow(node: unknown): void {
  if (!isCollection(node)) return;
  node.flow = JSON.stringify(node).length <= MAX_FLOW;
  if (!node.flow) for (const item of node.items) flow(isPair(item) ? item.value : item);
}
