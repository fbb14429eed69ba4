/** What Docusaurus' own check of links says in the log of a build. */
import { stripVTControlCharacters } from 'node:util';

export interface Warning {
  readonly kind: 'link' | 'anchor';
  readonly page: string;
  readonly href: string;
}

const SOURCES = {
  link: '- Broken link on source page path = ',
  anchor: '- Broken anchor on source page path = ',
} as const;
const TARGET = '   -> linking to ';
// What Docusaurus has made of a relative address stands behind it.
const RESOLVED = ' (resolved as: ';

/** Reads the warnings, line by line. */
export function readWarnings(log: string): readonly Warning[] {
  const warnings: Warning[] = [];
  let source: Omit<Warning, 'href'> | undefined;
  for (const line of stripVTControlCharacters(log).split('\n')) {
    const kind = (['link', 'anchor'] as const).find((name) => line.startsWith(SOURCES[name]));
    if (kind) source = { kind, page: line.slice(SOURCES[kind].length).replace(/:$/, '') };
    else if (!line.startsWith(TARGET)) source = undefined;
    else if (source) warnings.push({ ...source, href: line.slice(TARGET.length).split(RESOLVED)[0] ?? '' });
  }
  return warnings;
}
