import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { ExportCheck } from '../writers/contentful/check/check-export.ts';
import { checkExport } from '../writers/contentful/check/check-export.ts';

/**
 * Checks the files of an export for Contentful, in the order in which they are to be imported.
 * @throws Error with the machine's reason as its cause where a file cannot be read.
 */
export function checkContentful(files: readonly string[], assetsFolder?: string): ExportCheck {
  const sources = files.map((file) => ({ file, text: readText(file) }));
  if (assetsFolder === undefined) return checkExport(sources);
  return checkExport(
    sources,
    (path) => statSync(join(assetsFolder, path), { throwIfNoEntry: false })?.isFile() ?? false,
  );
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (cause) {
    throw new Error(`cannot read ${file}`, { cause });
  }
}
