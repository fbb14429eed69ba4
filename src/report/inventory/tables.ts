/** The inventory as tables: what the reporters for people print. */
import type { ArgumentUse, Count, Inventory, ShortcodeUse } from '../../model/inventory.ts';
import type { FilePlace } from '../../model/place.ts';
import { describeRisk } from './risks.ts';

export interface Table {
  readonly title: string;
  readonly columns: readonly string[];
  /** Columns of numbers, which stand right. */
  readonly numbers: readonly number[];
  readonly rows: readonly (readonly string[])[];
}

/** All tables that have rows. */
export function inventoryTables(inventory: Inventory): readonly Table[] {
  return [
    pagesTable(inventory),
    themesTable(inventory),
    shortcodesTable(inventory.shortcodes),
    argumentsTable(inventory.shortcodes),
    fieldsTable(inventory),
    countsTable('Raw HTML', 'element', inventory.elements),
    countsTable('Code fences', 'language', inventory.fences),
    countsTable('Beyond CommonMark', 'extension', inventory.extensions),
    linksTable(inventory),
    risksTable(inventory),
  ].filter(({ rows }) => rows.length > 0);
}

const placeOf = ({ file, line }: FilePlace): string => `${file}:${line}`;

function pagesTable({ pages }: Inventory): Table {
  const groups = [
    ['kind', pages.byKind],
    ['language', pages.byLanguage],
    ['format', pages.byFormat],
    ['left out', pages.leftOut],
  ] as const;
  const rows = groups.flatMap(([group, counts]) =>
    Object.entries(counts).map(([name, count]) => [group, name, String(count)]),
  );
  return { title: 'Pages', columns: ['by', '', 'pages'], numbers: [2], rows };
}

const themesTable = ({ themes }: Inventory): Table => ({
  title: 'Themes',
  columns: ['theme', 'files', 'shipped mapping', 'known from'],
  numbers: [],
  rows: themes.map(({ name, isAtHand, mapping, evidence }) => [
    name === '' ? '(not named)' : name,
    isAtHand ? 'at hand' : 'missing',
    mapping ?? '–',
    evidence,
  ]),
});

const shortcodesTable = (shortcodes: readonly ShortcodeUse[]): Table => ({
  title: 'Shortcodes',
  columns: ['shortcode', 'calls', 'pages', 'written', 'body', 'inner', 'becomes', 'by', 'first'],
  numbers: [1, 2],
  rows: shortcodes.map((use) => [
    use.name,
    String(use.calls),
    String(use.pages),
    notationOf(use),
    bodyOf(use),
    innerOf(use),
    use.rules.map(({ as }) => as).join(', '),
    use.rules.map(({ id }) => (id === 'unmapped' ? guessOf(use) : id)).join(', '),
    placeOf(use.first),
  ]),
});

function notationOf({ notations: { standard, markdown } }: ShortcodeUse): string {
  if (markdown === 0) return '{{< >}}';
  return standard === 0 ? '{{% %}}' : `{{< >}} ${standard}, {{% %}} ${markdown}`;
}

const bodyOf = ({ bodies: { paired, selfClosed, none } }: ShortcodeUse): string =>
  [...(paired > 0 ? ['paired'] : []), ...(selfClosed > 0 ? ['self-closed'] : []), ...(none > 0 ? ['none'] : [])].join(
    ', ',
  );

/** What the template does with the inner content; where there is no template, the calls alone say something. */
function innerOf({ study }: ShortcodeUse): string {
  if (study.inner.length > 0) return study.inner.join(', ');
  return study.learnedFrom === 'template' ? 'none' : '?';
}

const guessOf = ({ study: { guess } }: ShortcodeUse): string =>
  guess ? `no rule; looks like ${guess.as} (${guess.evidence.join(', ')})` : 'no rule';

function argumentsTable(shortcodes: readonly ShortcodeUse[]): Table {
  return {
    title: 'Arguments',
    columns: ['shortcode', 'argument', 'given', 'type', 'values'],
    numbers: [2],
    rows: shortcodes.flatMap((use) =>
      use.arguments.map((argument) => [
        use.name,
        argument.name,
        String(argument.count),
        typesOf(argument),
        valuesOf(argument),
      ]),
    ),
  };
}

const typesOf = ({ types }: ArgumentUse): string => Object.keys(types).join(', ');

const valuesOf = ({ samples, distinct }: ArgumentUse): string =>
  [...samples, ...(distinct > samples.length ? ['…'] : [])].join(' · ');

const fieldsTable = ({ frontMatter }: Inventory): Table => ({
  title: 'Front matter',
  columns: ['key', 'pages', 'type', 'becomes', 'values', 'first'],
  numbers: [1],
  rows: frontMatter.map((field) => [
    field.key,
    String(field.count),
    Object.entries(field.types)
      .map(([type, count]) => (field.conflict ? `${type} ${count}` : type))
      .join(', ') + (field.conflict ? ' (conflict)' : ''),
    field.rule ?? 'kept',
    field.samples.join(' · '),
    placeOf(field.first),
  ]),
});

const countsTable = (title: string, column: string, counts: readonly Count[]): Table => ({
  title,
  columns: [column, 'count', 'first'],
  numbers: [1],
  rows: counts.map(({ name, count, first }) => [name === '' ? '(none)' : name, String(count), placeOf(first)]),
});

const linksTable = ({ links }: Inventory): Table => ({
  title: 'Links',
  columns: ['to', 'links', 'images', 'first'],
  numbers: [1, 2],
  rows: links.map(({ kind, links: count, images, first }) => [kind, String(count), String(images), placeOf(first)]),
});

const risksTable = ({ risks }: Inventory): Table => ({
  title: 'Risks',
  columns: ['count', 'what', 'first'],
  numbers: [0],
  rows: risks.map((risk) => [String(risk.count), describeRisk(risk), risk.first ? placeOf(risk.first) : '']),
});
