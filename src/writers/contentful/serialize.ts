/** The export as JSON text, one entity a line, so that a diff of two exports shows which entities changed. */

/** Lists of the export in the order in which the importer works: what others refer to comes first. */
const LISTS = ['locales', 'contentTypes', 'editorInterfaces', 'assets', 'entries'] as const;

/** The entities of each list as JSON, in order. */
export type ExportLines = Readonly<Record<(typeof LISTS)[number], readonly string[]>>;

/**
 * Joins entities that are JSON already. Only the brackets and commas of the lists around them are added, so that the entries of a
 * large site are never in memory as one tree.
 */
export function joinExport(lines: ExportLines): string {
  const lists = LISTS.map((name) => `${JSON.stringify(name)}: [${lines[name].map((line) => `\n${line}`).join(',')}\n]`);
  return `{\n${lists.join(',\n')}\n}\n`;
}
